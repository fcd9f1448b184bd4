"""Cards of bodies and graves of a society, and the searches that they may be about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from kintrace.cases.lookups.cases import open_cases_of
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import Sought, Unnamed
from kintrace.cases.states import State
from kintrace.cases.unnamed import Card
from kintrace.people.lookups import people_of
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Case
    from kintrace.network.models import Member


def unnamed_of(member: Member) -> QuerySet[Unnamed]:
    own = Unnamed.objects.filter(society_id=member.society_id)
    return own.select_related("event", "by")


def unnamed_for(member: Member, card_id: UUID) -> Unnamed:
    return get_object_or_404(unnamed_of(member), pk=card_id)


def unnamed_before(day: date) -> list[UUID]:
    """Those of the reader's society that nobody has looked at since."""
    own = Unnamed.objects.filter(society_id=reader_in_force().society, looked__lt=day)
    return list(own.values_list("pk", flat=True))


def cards_on(rows: Iterable[Unnamed]) -> list[tuple[Unnamed, Card]]:
    """One page of them; its keys come in one query."""
    page = list(rows)
    reader_in_force().take({row.file for row in page})
    return [(row, card_of(row)) for row in page]


def card_of(row: Unnamed) -> Card:
    return Card.from_json(row.told)


def words_on(row: Unnamed) -> dict[str, str] | None:
    """Marks, and who holds it; None while the box is shut."""
    return unless_shut(lambda: dict(row.words))


def searches_going_on(member: Member) -> QuerySet[Case]:
    """Cases in which somebody is searched for, in an order that means nothing."""
    return open_cases_of(member).exclude(state=State.SUBMITTED).order_by("pk")


def may_be_about(row: Unnamed, cases: Iterable[Case]) -> list[Case]:
    """Those of a page of cases in which somebody is sought whom the card may be about; where a
    case stands at the event of the card, place and day do not speak against it."""
    page, card = list(cases), card_of(row)
    reader_in_force().take({case.file for case in page})
    sought = list(Sought.objects.filter(case__in=page))
    known = people_of([one.subject for one in sought])
    at_event = set(row.event.joined.values_list("case", flat=True)) if row.event else set()
    fitting = {
        one.case_id
        for one in sought
        if one.subject in known
        and card.may_be(known[one.subject].told, None if one.case_id in at_event else one.last_news)
    }
    return [case for case in page if case.pk in fitting]
