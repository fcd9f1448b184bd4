"""Pairs chosen for lists: by state, by whose turn it is, by person; and what was said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, F, OuterRef, Q, Subquery, When

from kintrace.matching.lookups.pairs import candidates_for
from kintrace.matching.models import Candidate, Judgement
from kintrace.matching.words import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member

ACROSS = ~Q(first_society=F("second_society"))
SAID_NOTHING = Q(said_here=None) | Q(said_here=Verdict.BACK)


@dataclass(frozen=True, slots=True)
class Judged:
    """What one society says of one pair now: nothing in it tells of whom."""

    weight: float
    reasons: list[list[Any]]
    verdict: Verdict
    at: datetime
    across: bool


def is_across(row: Candidate) -> bool:
    """Whether the pair is of two societies."""
    return row.first_society_id != row.second_society_id


def our_subjects(row: Candidate, society: UUID) -> list[UUID]:
    """Those of the two who are known to this society: one of a pair across, else both."""
    sides = ((row.first, row.first_society_id), (row.second, row.second_society_id))
    return [subject for subject, whose in sides if whose == society]


def chosen_pairs(member: Member, state: State) -> QuerySet[Candidate]:
    """The society's pairs in one state, the likeliest first."""
    return _with_societies(candidates_for(member).filter(state=state))


def not_judged(member: Member) -> QuerySet[Candidate]:
    """Open pairs of which the member's side said nothing that stands: the society where the pair
    is of two, else the member. The likeliest first."""
    rows = _with_societies(candidates_for(member).filter(state=State.OPEN))
    return rows.annotate(said_here=_said_here(member)).filter(SAID_NOTHING)


def more_is_asked_for(member: Member) -> QuerySet[Candidate]:
    """Open pairs of which the other society agreed to read more, and this one did not yet."""
    society = member.society_id
    theirs = Q(first_society=society, first_opens=None, second_opens__isnull=False)
    theirs |= Q(second_society=society, second_opens=None, first_opens__isnull=False)
    return _with_societies(candidates_for(member).filter(ACROSS, theirs, state=State.OPEN))


def just_confirmed(member: Member, *, since: datetime) -> QuerySet[Candidate]:
    """Pairs that became one person since a moment."""
    rows = candidates_for(member).filter(state=State.CONFIRMED, settled__gte=since)
    return _with_societies(rows)


def pairs_about(member: Member, subjects: Iterable[UUID]) -> list[Candidate]:
    """The pairs that stand of these people: to be looked at, or one person."""
    some = list(subjects)
    rows = candidates_for(member).filter(Q(first__in=some) | Q(second__in=some))
    return list(_with_societies(rows.exclude(state=State.DISMISSED)))


def judged_pairs(society: UUID) -> Iterator[Judged]:
    """What a society says of its pairs, each pair once, the newest word of its members."""
    said = Judgement.objects.filter(society=society).select_related("candidate")
    newest = {one.candidate_id: one for one in said.order_by("at", "pk")}
    for one in newest.values():
        pair = one.candidate
        if one.verdict != Verdict.BACK:
            yield Judged(pair.weight, pair.reasons, Verdict(one.verdict), one.at, is_across(pair))


def _said_here(member: Member) -> Case:
    said = Judgement.objects.filter(
        candidate=OuterRef("pk"), society=member.society_id, at__gte=OuterRef("found")
    )
    newest, own = (
        Subquery(rows.order_by("-at", "-pk").values("verdict")[:1])
        for rows in (said, said.filter(by=member))
    )
    return Case(When(first_society=F("second_society"), then=own), default=newest)


def _with_societies(rows: QuerySet[Candidate]) -> QuerySet[Candidate]:
    return rows.select_related("first_society", "second_society")
