"""My work, of requests: to accept, to take up, to explain and to look at a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.neighbours import Work
from kintrace.cases.work_of import MINE, Of
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from kintrace.cases.models import Case, NotAccepted
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def requests_waiting(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Requests that were handed in, and nobody said whether they are ours."""
    waiting = _waiting(lookups.to_accept(member), of) if has(member, Right.ACCEPT_CASES) else None
    if waiting:
        number, since = waiting
        words = ngettext(
            "%(number)d request waits to be accepted or not.",
            "%(number)d requests wait to be accepted or not.",
            number,
        )
        yield Work(words % {"number": number}, reverse("cases:requests"), "pen", since)


def cases_to_take_up(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Accepted requests that are nobody's."""
    waiting = _waiting(lookups.to_take_up(member), of) if has(member, Right.CHANGE_CASES) else None
    if waiting:
        number, since = waiting
        words = ngettext(
            "%(number)d accepted case waits for somebody to take it up.",
            "%(number)d accepted cases wait for somebody to take them up.",
            number,
        )
        yield Work(words % {"number": number}, reverse("cases:requests"), "cases", since)


def _waiting(cases: QuerySet[Case], of: WorkOf) -> tuple[int, date] | None:
    """How many, and since when the first; None when none."""
    if of.whose is Of.DESK:
        cases = cases.filter(desk=of.desk, desk__isnull=False)
    days = [timezone.localdate(day) for day in cases.values_list("opened", flat=True)]
    return (len(days), days[0]) if days else None


def refusals_to_explain(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """What this member, or nobody who may do it here any more, refused and nobody told the person
    yet; in a wider list also what others refused."""
    waiting = _not_told(member) if has(member, Right.ACCEPT_CASES) else []
    if not waiting:
        return
    may = Right.ACCEPT_CASES
    theirs = lookups.falls_to(member, else_=may, does=may, of=of)
    for one in waiting:
        if not of.holds(one.case) or not theirs(one.by_id):
            continue
        yield Work(
            _("Tell the person why the request is not accepted."),
            reverse("cases:refusal", args=[one.case_id]),
            "talk",
            timezone.localdate(one.at),
            one.case.reference,
        )


def _not_told(member: Member) -> list[NotAccepted]:
    return list(lookups.refusals_of(member).filter(told=None))


def refusals_to_review(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Refusals of others that nobody looked at a second time."""
    reviews = has(member, Right.REVIEW_REFUSALS)
    theirs = lookups.refusals_of(member).filter(agreed=None).exclude(by=member) if reviews else ()
    for one in theirs:
        if not of.holds(one.case):
            continue
        yield Work(
            _("A request was not accepted. Look at the refusal."),
            reverse("cases:second_look", args=[one.case_id]),
            "eye",
            timezone.localdate(one.at),
            one.case.reference,
        )


OF_CASES = (requests_waiting, cases_to_take_up, refusals_to_explain, refusals_to_review)
