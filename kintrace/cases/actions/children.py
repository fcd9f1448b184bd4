"""A child is written down by its team: the notice first, then page after page, then a picture."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import children_rules, lookups
from kintrace.cases.actions.children_elsewhere import take_back_elsewhere
from kintrace.cases.actions.opening import BASIS_LASTS
from kintrace.cases.children_states import ChildState
from kintrace.cases.models import Child, ChildPage, ChildPhoto
from kintrace.network.access import Right, has
from kintrace.network.lookups.keyholders import teams_of
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.actions import (
    give_notice,
    new_subject,
    note_asked_apart,
    record_basis,
    require_notice,
)
from kintrace.protection.lookups import is_looked_at, looked_at
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.actions import open_file
from kintrace.vault.photos import clean

if TYPE_CHECKING:
    from datetime import date

    from kintrace.network.models import Member, Team
    from kintrace.protection.actions import Heard

OF_AGE = 18
FIRST_REVIEW = timedelta(days=30)
BEGIN = "begin"
SMALL = "320.jpg"


class NotAChild(Refusal):
    """Who is 18 or older is helped like everybody."""

    def __init__(self) -> None:
        super().__init__(
            _("This person is 18 or older. Begin a request with them, as with everybody.")
        )


class ChildIsEnded(Refusal):
    """The work for this child ended: nothing is added."""

    def __init__(self) -> None:
        super().__init__(_("The work for this child ended. Nothing is added to it."))


@dataclass(frozen=True, repr=False)
class Begun:
    """What is known before the first page: with whom the child is, about how old, how it agreed."""

    alone: str
    age: int
    how: How


@transaction.atomic
def register(team: Team, *, begun: Begun, heard: Heard, by: Member) -> Child:
    """Note that the child was informed and agreed, and only then make room for what it tells.

    The team is one of the officer's own. Raises NoRight, NotAChild, NoticeNotInForce.
    """
    if not has(by, Right.PROTECT_CHILDREN) or team not in teams_of(by):
        raise NoRight(_("A child-protection officer of the team writes a child down."))
    if begun.age >= OF_AGE:
        raise NotAChild
    child = _informed(team, heard, by)
    record_basis(
        child.subject,
        purpose=Purpose.TRACE,
        kind=BasisKind.PUBLIC_INTEREST,
        how=How.SPOKEN,  # for every child: who spoke for it is sealed to the team
        until=timezone.localdate() + BASIS_LASTS,
        file=child.file,
        by=by,
    )
    answers = {"alone": [begun.alone], "age": [str(begun.age)]}
    answers["how"] = [How(begun.how).value]
    keep_page(child, page=BEGIN, answers=answers, seen=0, by=by)
    record(Deed.REGISTERED_CHILD, about=child.pk, by=by)
    return child


def _informed(team: Team, heard: Heard, by: Member) -> Child:
    """A number and a file for a child that just heard the notice."""
    subject, how = new_subject(), heard.channel
    give_notice(subject, text=heard.text, channel=how, interpreter=heard.interpreter, by=by)
    child = Child(
        file=open_file(by.society_id),
        society_id=by.society_id,
        team=team,
        subject=subject,
        registered_by=by,
        next_review=timezone.localdate() + FIRST_REVIEW,
    )
    child.save(force_insert=True)
    return child


def require_at_work(child: Child, by: Member) -> Child:
    """The row, locked, for a member of its team who writes. Raises NoRight, ChildIsEnded,
    InformationNotGiven."""
    require_notice(child.subject)
    locked = Child.objects.select_for_update(of=("self",)).select_related("team")
    current = locked.get(pk=child.pk)
    if not lookups.is_of_the_team(by, current):
        raise NoRight(_("Only the team of this child works for it."))
    if current.state == ChildState.CLOSED:
        raise ChildIsEnded
    return current


@transaction.atomic
def keep_page(
    child: Child,
    *,
    page: str,
    answers: dict[str, list[str]],
    seen: int,
    by: Member,
    review: date | None = None,
) -> ChildPage:
    """Seal the answers of one page to the team's box; `seen` is the version the page showed.

    review: the day on which the care is looked at again. After a change of what the way home
    hangs on, whoever proposed it has to look again. Raises ChangedElsewhere, NoRight, ChildIsEnded.
    """
    child = require_at_work(child, by)
    row = lookups.page_of(child, page) or ChildPage(
        file=child.file, child=child, society_id=child.society_id, page=page
    )
    if row.version != seen and (row.told or {}).get("answers") != answers:
        raise changed_elsewhere()
    is_new = not row.version or lookups.unless_shut(lambda: row.told) != {"answers": answers}
    row.told = {"answers": answers}
    row.version, row.by, row.at = row.version + 1, by, timezone.now()
    row.save()
    if review is not None:
        child.next_review = review
        child.save(update_fields=["next_review"])
    if page in children_rules.TURNS:
        take_back_proposal(child)
        if is_new:
            take_back_elsewhere(child, page=page, by=by)
    record(Deed.KEPT_CHILD, about=child.pk, by=by)
    return row


def take_back_proposal(child: Child) -> None:
    """Nobody stands by what they proposed before this was known. For actions, on a locked row."""
    if child.proposed_by_id is not None:
        child.proposed_by = None
        child.save(update_fields=["proposed_by"])


@transaction.atomic
def keep_safety(
    child: Child, *, answers: dict[str, list[str]], seen: int, read: str, by: Member
) -> ChildPage:
    """The questions about safety: the answers lie with the team, and that they were asked is known
    where it is asked before a search. Raises WordsNotRead beside what keep_page raises."""
    row = keep_page(child, page=children_rules.SAFETY, answers=answers, seen=seen, by=by)
    note_asked_apart(child.subject, read=read, by=by)
    return row


@transaction.atomic
def keep_photo(child: Child, *, photo: bytes, note: str, by: Member) -> ChildPhoto:
    """Keep one small picture for the team, and nothing of the file it came in.

    Raises PhotoRefused, and NotAllowed while somebody looks at it first.
    """
    child = require_at_work(child, by)
    if is_looked_at(child.subject):
        raise NotAllowed(looked_at(), "held")
    small = clean(photo).pictures[SMALL]
    ChildPhoto.objects.filter(child=child).delete()
    kept = ChildPhoto(file=child.file, child=child, society_id=child.society_id, by=by)
    kept.picture = {"jpeg": base64.b64encode(small).decode(), "note": note.strip()}
    kept.save(force_insert=True)
    record(Deed.TOOK_PHOTO, about=child.pk, by=by)
    return kept
