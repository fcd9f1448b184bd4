"""The list of cases: filters, orders and counts, by columns of our own handling alone.

None of them asks for a hold: a case on hold is listed and counted like any other (decision 024).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Case as Either
from django.db.models import Count, Exists, F, OuterRef, Q, When, Window
from django.utils import timezone

from kintrace.cases.filters import Due, Order, Waits, Whose
from kintrace.cases.lookups.cases import (
    cases_of,
    cases_to_compare,
    in_care_of,
    open_cases_of,
    who_works_on_cases,
)
from kintrace.cases.models import Case, SavedView, Transfer
from kintrace.cases.states import State
from kintrace.cases.transfers import Stand
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right, has
from kintrace.wall.lookups import subjects_written_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from django.db.models import QuerySet

    from kintrace.cases.filters import Wanted
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member

SOON = timedelta(days=7)
_STEP = Either(*(When(state=one, then=place) for place, one in enumerate(State.values)), default=99)
_ORDERS: dict[str, list[Any]] = {
    Order.REVIEW: [F("next_review")],
    Order.OPENED: [F("opened").desc()],
    Order.CODE: [F("reference")],
    Order.STATE: [_STEP, F("next_review")],
    Order.HANDLER: [F("handler__sign_in").asc(nulls_first=True), F("next_review")],
}


def chosen_cases(member: Member, wanted: Wanted, *, at: UUID | None) -> QuerySet[Case, UUID]:
    """The numbers of the cases of the list, in its order: a sort of ten thousand carries nothing
    else. at: the place where the member works today."""
    rows = cases_of(member).filter(state=wanted.state) if wanted.state else open_cases_of(member)
    rows = rows.filter(
        _whose(member, wanted.whose, at), _due(wanted.due), _waits(member, wanted.waits)
    )
    if wanted.handler:
        rows = rows.filter(handler=UUID(wanted.handler))
    if wanted.code:
        rows = rows.filter(reference__startswith=wanted.code)
    return rows.order_by(*_ORDERS[Order(wanted.order)], "pk").values_list("pk", flat=True)


def cases_in_turn(member: Member, ids: Iterable[UUID]) -> list[Case]:
    """These cases as they stand in the list, in this order."""
    turn = list(ids)
    rows = cases_of(member).select_related("handler", "desk").defer("circumstances")
    found = {case.pk: case for case in rows.filter(pk__in=turn)}
    return [found[pk] for pk in turn if pk in found]


def counted(member: Member, wanted: Wanted, *, at: UUID | None) -> dict[str, int]:
    """How many open cases are whose, and how many of those that are wanted fall due when."""
    own = _whose(member, wanted.whose, at)
    asked = {one.value: _whose(member, one, at) for one in Whose}
    asked |= {one.value: own & _due(one) for one in Due} | {"any": own}
    # A count must not be called as a column is.
    counts = {f"of_{word}": Count("pk", filter=which) for word, which in asked.items()}
    found = open_cases_of(member).order_by().aggregate(**counts)
    return {word: found[f"of_{word}"] for word in asked}


def cases_to_review(member: Member, *, most: int, of: WorkOf = MINE) -> tuple[list[Case], int]:
    """The first of the open cases that this member looks at again within a week, or that stand in a
    wider list of work, and how many there are: in one question."""
    theirs = in_care_of(member, else_=Right.KEEP_LONGER, of=of)
    due = open_cases_of(member).filter(theirs, next_review__lte=timezone.localdate() + SOON)
    rows = due.defer("circumstances").annotate(of_all=Window(Count("pk")))
    first = list(rows[:most])
    return [*first], (first[0].of_all if first else 0)


def who_has(member: Member, references: Collection[str]) -> dict[str, str]:
    """Who looks after each of the society's cases with these codes, by name; "" for nobody."""
    rows = cases_of(member).filter(reference__in=references)
    found = rows.select_related("handler").defer("circumstances")
    return {one.reference: _name(one.handler) for one in found}


def _name(handler: Member | None) -> str:
    return handler.name or handler.sign_in if handler else ""


def first_to_compare(member: Member) -> tuple[UUID | None, int]:
    """The first of the cases to hold beside the register, and how many there are."""
    rows = cases_to_compare(member).annotate(of_all=Window(Count("pk")))
    found = rows.values_list("pk", "of_all").first()
    return found or (None, 0)


def cases_beginning(member: Member, beginnings: Sequence[str], *, most: int) -> list[Case]:
    """Cases whose code begins so, not more than `most`."""
    which = Q(pk=None)
    for one in beginnings:
        which |= Q(reference__startswith=one)
    return list(cases_of(member).filter(which).defer("circumstances")[:most])


def _whose(member: Member, whose: str, at: UUID | None) -> Q:
    if whose == Whose.MINE:
        return Q(handler=member)
    if whose == Whose.NOBODY:
        return Q(handler=None) | ~Q(handler__in=who_works_on_cases(member))
    if whose == Whose.DESK:
        return Q(desk=at, desk__isnull=False)
    return Q(society=member.society_id)


def _due(due: str) -> Q:
    today = timezone.localdate()
    if due == Due.OVERDUE:
        return Q(next_review__lt=today)
    if due == Due.SOON:
        return Q(next_review__range=(today, today + SOON))
    if due == Due.LATER:
        return Q(next_review__gt=today + SOON)
    return Q()


def _waits(member: Member, waits: str) -> Q:
    """Asked as questions inside the one question, so that ten thousand cases are walked once."""
    if waits == Waits.SOCIETY:
        out = Transfer.objects.filter(case=OuterRef("pk"), state__in=[Stand.SENT, Stand.ACCEPTED])
        return Q(Exists(out.exclude(turn=member.society_id)))
    if waits == Waits.MESSAGES and has(member, Right.READ_INBOX):
        return Q(subject__in=subjects_written_to(member.society_id))
    return Q()


def name_of_page(wanted: Wanted, number: int, *, at: UUID | None) -> UUID:
    """One id for one page of the list, so that the audit tells many pages from one page often.

    A member's own cases are one list, however they are narrowed: it holds no case of others.
    """
    whose = Whose.MINE.value if wanted.whose == Whose.MINE else wanted.query
    place = at if wanted.whose == Whose.DESK else ""
    return uuid5(NAMESPACE_URL, f"kintrace:cases:{whose}:{place}:{number}")


def name_of_names(what: str, number: int) -> UUID:
    """The same for a page of names that is no part of the list."""
    return uuid5(NAMESPACE_URL, f"kintrace:cases:{what}:{number}")


def views_of(member: Member) -> list[SavedView]:
    """The views that the member saved, in the order of saving; never a colleague's."""
    return list(SavedView.objects.filter(society_id=member.society_id, member=member))
