"""How a case went, what a society accepts, and requests that were not accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.utils import timezone

from kintrace.cases.criteria import USUAL, Request, Settled, facts
from kintrace.cases.lookups.cases import cases_of, open_cases_of, still_sought, told_of
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import Case, Criteria, Move, NotAccepted, ReunionStep
from kintrace.cases.states import State
from kintrace.network.access import Right, has
from kintrace.network.lookups import desks
from kintrace.people.told import PlaceKind

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.criteria import Fact
    from kintrace.network.models import Member


def criteria_of(society: UUID) -> Settled:
    """What a society settled, or what is usual."""
    row = Criteria.objects.filter(society_id=society).first()
    return Settled.from_json(row.settled) if row else USUAL


def facts_of(case: Case) -> list[Fact]:
    """The society's criteria beside what the request says."""
    settled = criteria_of(case.society_id)
    return facts(settled, _asked_in(case), today=timezone.localdate())


def misses_a_criterion(case: Case) -> bool:
    """Whether the request says something that the society does not accept; what is left open
    misses nothing."""
    return any(fact.met is False for fact in facts_of(case))


def _asked_in(case: Case) -> Request:
    sought, searcher = still_sought(case), told_of(case.subject)
    own = {case.society.country, *(one.country for one in desks(case.society_id))}
    return Request(
        relations=[one.relation for one in sought if one.relation],
        reason=case.circumstances["reason"],
        people=[searcher, *(told_of(one.subject) for one in sought)],
        lives_in=frozenset(one.country for one in searcher.places if one.kind == PlaceKind.LIVES),
        sought_in=[(one.last_news or {}).get("country") or "" for one in sought],
        we_work_in=frozenset(own - {""}),
    )


def moves_of(case: Case) -> list[Move]:
    """The steps of a case, the oldest first."""
    return list(case.moves.select_related("by"))


def taken_down_by(member: Member) -> QuerySet[Case]:
    """What this member wrote down and handed in, and that did not end; the newest first."""
    handed_in = Move.objects.filter(before="", by=member)
    own = open_cases_of(member).filter(pk__in=handed_in.values("case"))
    return own.order_by("-opened", "pk")


def taken_down_for(member: Member, case_id: UUID) -> Case:
    """One of these; of the whole society for who reads cases. Else 404."""
    every = open_cases_of(member)
    own = every if has(member, Right.READ_CASES) else taken_down_by(member)
    return get_object_or_404(own, pk=case_id)


def said_of(row: Move | NotAccepted | ReunionStep) -> str:
    """The words written down with a step; "" while the box is shut."""
    return unless_shut(lambda: row.note) or ""


def refusal_of(case: Case) -> NotAccepted:
    """The newest refusal of a request, or 404."""
    rows = NotAccepted.objects.filter(case=case).order_by("-at")
    return rows.first() or get_object_or_404(NotAccepted.objects.none())


def to_accept(member: Member) -> QuerySet[Case]:
    """Requests that wait to be accepted, the oldest first."""
    return cases_of(member).filter(state=State.SUBMITTED).order_by("opened", "pk")


def to_take_up(member: Member) -> QuerySet[Case]:
    """Accepted requests that nobody took up, the oldest first."""
    return cases_of(member).filter(state=State.ACCEPTED).order_by("opened", "pk")


def refusals_of(member: Member) -> QuerySet[NotAccepted]:
    """Refusals that stand, the oldest first."""
    theirs = NotAccepted.objects.filter(society_id=member.society_id, case__state=State.REFUSED)
    return theirs.select_related("case").exclude(agreed=False).order_by("at", "pk")
