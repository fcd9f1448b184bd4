"""What people say of a pair. Only two of them make one person of two, and it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.matched import note_match
from kintrace.matching.lookups import is_across, newest_of_each
from kintrace.matching.models import Candidate, Judgement
from kintrace.matching.words import WHYS, State, Verdict, Why
from kintrace.network.access import Right, has
from kintrace.protection.lookups import looked_at, may, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.network.models import Member


class NoReasonGiven(Refusal):
    """A verdict has one of its reasons."""


class NothingToTakeBack(Refusal):
    """Only what was said can be taken back."""


class NothingToOpen(Refusal):
    """In one society both are read as it is."""


@transaction.atomic
def judge(
    candidate: Candidate, *, verdict: Verdict, why: Why, note: str = "", by: Member
) -> Candidate:
    """Say what a pair is, or take back what was said. Raises NoRight, NoReasonGiven,
    NothingToTakeBack, NotAllowed; Http404 for a pair of other societies.

    One person: when both societies say so, or two members where it is of one society. Two people:
    when one side says so. Then each side's photo comes down as far as nobody else is sought.
    """
    row = _locked(candidate, by)
    if why not in WHYS[Verdict(verdict)]:
        raise NoReasonGiven(_("Choose the reason for what you say."))
    if verdict == Verdict.BACK and not _said(row, by):
        raise NothingToTakeBack(_("Nothing that you said stands here. Open the page again."))
    if verdict == Verdict.YES:
        _require_both(row, by)
    _write(row, verdict=verdict, why=why, note=note, by=by)
    # Both chains in one call, for what follows writes into both.
    societies = {row.first_society_id, row.second_society_id}
    record(Deed.JUDGED_PAIR, about=row.pk, by=by, also=societies - {by.society_id})
    _settle(row)
    return row


@transaction.atomic
def agree_to_more(candidate: Candidate, *, by: Member) -> Candidate:
    """This side agrees that both read more of each other. Safe to repeat. Raises NoRight,
    NotAllowed, NothingToOpen for a pair of one society; Http404 for one of other societies."""
    row = _locked(candidate, by)
    if not is_across(row):
        raise NothingToOpen(_("Both are searched by your own society. Open the two cases."))
    _require_both(row, by)
    side = "first_opens" if row.first_society_id == by.society_id else "second_opens"
    if getattr(row, side) is None:
        setattr(row, side, timezone.now())
        row.save(update_fields=[side])
        record(Deed.AGREED_TO_MORE, about=row.pk, by=by)
    return row


def _locked(candidate: Candidate, by: Member) -> Candidate:
    """The pair as it stands now, of the member's society."""
    if not has(by, Right.JUDGE_PAIRS):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    row = Candidate.objects.select_for_update().get(pk=candidate.pk)
    if by.society_id not in (row.first_society_id, row.second_society_id):
        raise Http404
    return row


def _require_both(row: Candidate, by: Member) -> None:
    """Asked at this moment, of both: what was allowed when the machine found them may be over.
    Why it is over at the other society nobody hears here."""
    sides = (
        (row.first_society_id, row.first, row.second_society_id),
        (row.second_society_id, row.second, row.first_society_id),
    )
    for society, subject, other in sides:
        purpose, asked = (Purpose.COMPARE, other) if is_across(row) else (Purpose.TRACE, None)
        if society == by.society_id:
            require(subject, purpose, with_=asked)
            continue
        with reading_as(society):
            allowed = may(subject, purpose, with_=asked)
        if not allowed:
            raise NotAllowed(looked_at(), "held")


def state_of(said: Iterable[Judgement]) -> State:
    """One no is enough, and two must say yes."""
    verdicts = [one.verdict for one in said]
    if Verdict.NO in verdicts:
        return State.DISMISSED
    return State.CONFIRMED if verdicts.count(Verdict.YES) >= 2 else State.OPEN


def _said(row: Candidate, by: Member) -> bool:
    return (by.society_id if is_across(row) else by.pk) in newest_of_each(row)


def _write(row: Candidate, *, verdict: Verdict, why: Why, note: str, by: Member) -> None:
    ours = row.first_society_id == by.society_id
    other = row.second_society_id if ours else row.first_society_id
    said = Judgement(
        candidate=row, society_id=by.society_id, other_society_id=other, verdict=verdict, why=why
    )
    said.by, said.note = by, note.strip() or None
    said.save(force_insert=True)


def _settle(row: Candidate) -> None:
    said = newest_of_each(row)
    before, row.state = row.state, state_of(said.values())
    if row.state == before:
        return
    row.settled = None if row.state == State.OPEN else timezone.now()
    row.save(update_fields=["state", "settled"])
    if row.state == State.CONFIRMED:
        _one_person(row, list(said.values()))


def _one_person(row: Candidate, said: list[Judgement]) -> None:
    """Each side for itself, in the order of the societies' ids, by who judged there."""
    sides = ((row.first_society_id, row.first), (row.second_society_id, row.second))
    judged = {one.society_id: one.by for one in said if one.by}
    for society, subject in sorted(sides):
        if society in judged:
            with reading_as(society):
                note_match(subject, by=judged[society])
