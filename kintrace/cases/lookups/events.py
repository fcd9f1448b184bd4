"""Events of a society, what is joined to them and what was told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count as Number
from django.db.models import Q
from django.shortcuts import get_object_or_404

from kintrace.cases.happened import NEWS_BEFORE, Happened
from kintrace.cases.lookups.cases import (
    cases_of,
    enquirers_among,
    open_cases_of,
    sought_in,
    subjects_sought,
)
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import Account, Count, Event, Joined, Move, Outcome
from kintrace.cases.states import State
from kintrace.people.lookups import written_down
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case
    from kintrace.network.models import Member


@dataclass(frozen=True)
class EventLine:
    """One event in a list; nobody is named."""

    event: Event
    happened: Happened
    joined: int


def events_of(member: Member) -> QuerySet[Event]:
    return Event.objects.filter(society_id=member.society_id)


def event_for(member: Member, event_id: UUID) -> Event:
    return get_object_or_404(events_of(member), pk=event_id)


def happened(event: Event) -> Happened:
    return Happened.from_json(event.told)


def event_lines(events: Iterable[Event]) -> list[EventLine]:
    """What a page of events is called; the keys of the whole page come in one query."""
    page = list(events)
    reader_in_force().take({event.file for event in page})
    rows = Joined.objects.filter(event__in=page).order_by().values_list("event")
    numbers = dict(rows.annotate(number=Number("pk")))
    return [EventLine(one, happened(one), numbers.get(one.pk, 0)) for one in page]


def joined_to(event: Event, *, states: Collection[State]) -> QuerySet[Joined]:
    """The cases of an event that are in one of these states."""
    return event.joined.filter(case__state__in=sorted(states)).select_related("case")


def whom_they_seek(cases: Collection[Case]) -> dict[UUID, list[UUID]]:
    """By case, who is still sought: not who was erased alone, nor of whom the family heard since
    the search last began. What it heard makes no difference (decision 030)."""
    whom, told = subjects_sought(cases), _heard_of(cases)
    known = written_down(subject for one in whom.values() for subject in one)
    return {case: [one for one in every if one in known - told] for case, every in whom.items()}


def _heard_of(cases: Collection[Case]) -> set[UUID]:
    """Of whom the family heard the newest that is known; a new fact makes it old."""
    again = Move.objects.filter(case__in=cases, before__in=[State.ANSWERED, State.CLOSED])
    began = dict(again.order_by("at").values_list("case", "at"))
    heard: dict[UUID, bool] = {}
    rows = Outcome.objects.filter(sought__case__in=cases).order_by("at", "pk")
    for subject, case, day, at in rows.values_list(
        "sought__subject", "sought__case", "told_on", "at"
    ):
        heard[subject] = day is not None and (case not in began or at > began[case])
    return {subject for subject, is_told in heard.items() if is_told}


def joined_for(member: Member, joined_id: UUID) -> Joined:
    own = Joined.objects.filter(society_id=member.society_id)
    return get_object_or_404(own.select_related("case", "event"), pk=joined_id)


def events_joined(case: Case) -> list[Joined]:
    return list(case.events.select_related("event", "by"))


def may_belong(event: Event, cases: Iterable[Case]) -> list[Case]:
    """Those of some cases whose last news lies where and when the event was."""
    page, known = list(cases), happened(event)
    reader_in_force().take({case.file for case in page})
    return [case for case in page if any(known.may_hold(one.last_news) for one in sought_in(case))]


def cases_beside(
    event: Event, *, member: Member, after: Case | None = None, earlier: bool = False
) -> QuerySet[Case]:
    """Cases that go on and are not joined to the event yet, those opened soon after it first.

    Nobody tells of news that is still to come: of a case opened before (earlier), it fits only
    where it was told anew since. after: the last one that was looked at.
    """
    begins = happened(event).first - NEWS_BEFORE
    accepted = open_cases_of(member).exclude(state=State.SUBMITTED)
    rest = accepted.exclude(events__event=event).prefetch_related("sought")
    if earlier:
        rest = rest.filter(opened__date__lt=begins).order_by("-opened", "-pk")
        return rest.filter(_before(after)) if after else rest
    rest = rest.filter(opened__date__gte=begins).order_by("opened", "pk")
    return rest.filter(_since(after)) if after else rest


def _since(case: Case) -> Q:
    return Q(opened__gt=case.opened) | Q(opened=case.opened, pk__gt=case.pk)


def _before(case: Case) -> Q:
    return Q(opened__lt=case.opened) | Q(opened=case.opened, pk__lt=case.pk)


def case_at(member: Member, case_id: UUID) -> Case | None:
    """Where a page ended; None for what is not the society's, as if nobody had looked yet."""
    return cases_of(member).filter(pk=case_id).first()


def counts_of(event: Event) -> list[Count]:
    return list(event.counts.select_related("by"))


def count_for(member: Member, count_id: UUID) -> Count:
    own = Count.objects.filter(society_id=member.society_id).select_related("event")
    return get_object_or_404(own, pk=count_id)


def accounts_of(event: Event) -> list[tuple[Account, dict[str, str] | None]]:
    """What was told, in the order in which it came; what it says only while the box is open."""
    return [(one, _words(one)) for one in event.accounts.select_related("by", "read_by")]


def _words(account: Account) -> dict[str, str] | None:
    return unless_shut(lambda: dict(account.words))


def account_for(member: Member, account_id: UUID) -> Account:
    own = Account.objects.filter(society_id=member.society_id).select_related("event")
    return get_object_or_404(own, pk=account_id)


def accounts_unread(member: Member) -> QuerySet[Account]:
    waiting = Account.objects.filter(society_id=member.society_id, read=None)
    return waiting.select_related("event").order_by("at")


def accounts_by(subject: UUID) -> list[Account]:
    """What a subject told, in the reader's society."""
    own = Account.objects.filter(society_id=reader_in_force().society, subject=subject)
    return list(own.select_related("event"))


def tellers_among(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many subjects who told of an event."""
    own = Account.objects.filter(society_id=reader_in_force().society)
    return frozenset(own.filter(subject__in=list(subjects)).values_list("subject", flat=True))


def only_told(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many tellers who have no case and no draft: what they told is all there is."""
    every = frozenset(subjects)
    return every - enquirers_among(every)
