"""A case goes from state to state along the arrows of one table, and each step is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.cases import cards
from kintrace.cases.lookups import subjects_in
from kintrace.cases.models import Case, Move
from kintrace.cases.states import ARROWS, ENDED, State
from kintrace.network.access import has
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight, Refusal

if TYPE_CHECKING:
    from kintrace.cases.states import Arrow
    from kintrace.network.models import Member


class NoSuchWay(Refusal):
    """A case cannot go from where it stands to there."""


class NoReason(Refusal):
    """This step needs one of its reasons."""


@transaction.atomic
def move(case: Case, *, to: State, by: Member, why: str = "", note: str = "") -> Case:
    """Go one arrow on. Raises NoSuchWay, NoReason, NoRight, and what protection refuses where
    searching goes on behind the arrow.
    """
    write_about(case.subject)
    case = locked(case)
    arrow = way(case, to=to)
    if arrow.own:
        raise NoSuchWay(_("This step is done on a page of its own."))
    return step(case, to=to, by=by, why=why, note=note)


def locked(case: Case) -> Case:
    """The row as it stands now, until the transaction ends."""
    return Case.objects.select_for_update().get(pk=case.pk)


def way(case: Case, *, to: State) -> Arrow:
    """The arrow, or NoSuchWay."""
    arrow = ARROWS.get((State(case.state), State(to)))
    if arrow is None:
        words = _("From “%(before)s” this case cannot go to “%(after)s”. Look at it again.")
        facts = {"before": case.get_state_display(), "after": State(to).label}
        raise NoSuchWay(words % facts)
    return arrow


def step(case: Case, *, to: State, by: Member, why: str = "", note: str = "") -> Case:
    """Take an arrow: right, reason, row and audit. For actions, on a locked row."""
    arrow = way(case, to=to)
    if not has(by, arrow.right):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    if bool(arrow.whys) != bool(why) or (why and why not in arrow.whys):
        raise NoReason(_("Choose the reason for this step."))
    if arrow.searches:
        for subject in subjects_in(case):
            require(subject, Purpose.TRACE)
    before, case.state = case.state, State(to)
    case.closed = timezone.now() if to in ENDED else None
    case.save(update_fields=["state", "closed"])
    keep(case, before=before, by=by, why=why, note=note)
    cards.follow(case)
    record(arrow.deed, about=case.pk, by=by)
    return case


def keep(case: Case, *, before: str, by: Member, why: str = "", note: str = "") -> Move:
    """The row of a step that was taken."""
    row = Move(
        society_id=case.society_id, case=case, before=before, after=case.state, why=why, by=by
    )
    row.note = note or None
    row.save(force_insert=True)
    return row
