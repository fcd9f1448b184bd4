"""What waits around a family that comes together, for who works on the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups, threads
from kintrace.cases.neighbours import Work
from kintrace.cases.reunion import LOOK_AGAIN
from kintrace.cases.reunion_words import Step
from kintrace.cases.work_of import MINE
from kintrace.cases.worklist_plan import to_ask_after_contact
from kintrace.cases.worklist_referral import referrals_to_follow
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.lookups import Dossier
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def coming_together(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """What runs out, and dossiers that nobody wrote anything down about for long.

    An officer stands in where nobody who works here has the case.
    """
    if not has(member, Right.CHANGE_CASES):
        return
    looks_after = lookups.looks_after(member, else_=Right.RELEASE_CONTACT, of=of)
    for dossier in lookups.dossiers_going_on(member):
        case = dossier.finding.case
        if threads.sees(member, case) and looks_after(case):
            sought = dossier.finding.sought.pk
            for what, page, due in _waiting(dossier):
                where = reverse(page, args=[sought])
                yield Work(what, where, "together", due, case.reference)


def _waiting(dossier: Dossier) -> Iterator[tuple[str, str, date]]:
    """What it is, on which page it is done, and by when."""
    running_out = dossier.running_out(timezone.localdate())
    if running_out:
        first = min(sheet.until for sheet in running_out if sheet.until)
        words = _("Something that an office asked the family for runs out.")
        yield words, "cases:reunion", first
    since = lookups.together_since(dossier.finding)
    if dossier.step is Step.TRAVELLED and since and not _is_planned(dossier, since):
        words = _("A family is together again. Plan when you ask each of them how they are.")
        yield words, "cases:plan", since
    written = [*(row.at for row in dossier.steps), *(row.at for row, _sheet in dossier.sheets)]
    last = timezone.localdate(max(written))
    yield _("Go on with a family that comes together."), "cases:reunion", last + LOOK_AGAIN


def _is_planned(dossier: Dossier, since: date) -> bool:
    """Whether either of them is asked still, or was planned to be since they are together."""
    every = (one.row for one in lookups.plans_of(dossier.finding))
    return any(one.ended is None or timezone.localdate(one.at) >= since for one in every)


OF_CASES = (coming_together, to_ask_after_contact, referrals_to_follow)
