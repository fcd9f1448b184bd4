"""Pairs that a member may look at, and what of the other side lies open."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.http import Http404

from kintrace.matching.models import Candidate, Judgement
from kintrace.matching.words import Verdict
from kintrace.vault.actions import open_intake
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member


@dataclass(frozen=True, slots=True, repr=False)
class Side:
    """The other side of a pair. facts: what it tells now, coarse or more. subject: only where the
    pair is of one society; across societies nobody reads whose it is."""

    society: UUID
    facts: dict[str, Any]
    is_more: bool
    subject: UUID | None = None


def candidates_for(member: Member) -> QuerySet[Candidate]:
    """The pairs of the member's society, the likeliest first."""
    ours = Q(first_society=member.society_id) | Q(second_society=member.society_id)
    return Candidate.objects.filter(ours)


def candidate_for(member: Member, candidate_id: UUID) -> Candidate:
    """A pair of the member's society, or 404."""
    row = candidates_for(member).filter(pk=candidate_id).first()
    if row is None:
        raise Http404
    return row


def other_side(row: Candidate) -> Side:
    """What the reader's society may read of the other side. Raises KeyNotAtHand."""
    society = reader_in_force().society
    if row.first_society_id == row.second_society_id:
        return Side(society, {}, is_more=True, subject=row.second)
    ours_first = row.first_society_id == society
    other = row.second_society_id if ours_first else row.first_society_id
    coarse = row.facts_for_first if ours_first else row.facts_for_second
    more = row.more_for_first if ours_first else row.more_for_second
    sealed = more or coarse
    if sealed is None:
        return Side(other, {}, is_more=False)
    facts = json.loads(open_intake(bytes(sealed), label=label(row, society)))
    return Side(other, facts, is_more=more is not None)


def newest_of_each(row: Candidate) -> dict[UUID, Judgement]:
    """What stands: the newest of each society, or of each member where the pair is of one. What was
    said before a new fact brought a dismissed pair back speaks of other facts."""
    across = row.first_society_id != row.second_society_id
    said: dict[UUID, Judgement] = {}
    for one in row.judgements.filter(at__gte=row.found).order_by("at", "pk"):
        side = one.society_id if across else one.by_id
        if side is not None:
            said[side] = one
    return {side: one for side, one in said.items() if one.verdict != Verdict.BACK}


def label(row: Candidate, society: UUID) -> str:
    """Binds what is sealed for a society to its pair."""
    return f"candidate|{row.pk}|{society}"


def said_of(row: Candidate) -> list[Judgement]:
    """What stands of all that was said, the oldest first."""
    return sorted(newest_of_each(row).values(), key=lambda one: one.at)


def agreed_and_waiting() -> QuerySet[Candidate]:
    """Pairs of which both sides agreed to read more, and nobody sealed it yet."""
    rows = Candidate.objects.exclude(first_society=F("second_society"))
    return rows.filter(first_opens__isnull=False, second_opens__isnull=False, more_for_first=None)
