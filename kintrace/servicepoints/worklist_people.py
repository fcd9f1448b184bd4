"""Whom the points see today, what waits for the protection team, who is expected at the desks.

Counted, not told one by one: a line says nothing of anybody.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has
from kintrace.servicepoints import lookups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member


def people_to_see(member: Member) -> Iterator[Work]:
    """One line a point, since the day of who waits longest."""
    waiting = lookups.waiting_to_see(timezone.localdate()) if has(member, Right.FOLLOW_UP) else []
    numbers = Counter(one.next_at or one.point for one in waiting)
    for point, number in numbers.items():
        words = ngettext(
            "%(number)d person is to be seen again at %(point)s.",
            "%(number)d people are to be seen again at %(point)s.",
            number,
        )
        # They come in the order of their days.
        since = next(one.next_on for one in waiting if (one.next_at or one.point) == point)
        where = reverse("servicepoints:people", args=[point.pk])
        yield Work(words % {"number": number, "point": point.name}, where, "people", since)


def guarded_waiting(member: Member) -> Iterator[Work]:
    """At once and before all else: nobody of the protection team looked yet."""
    waiting = lookups.untaken_guarded() if has(member, Right.LIFT_HOLD) else []
    if waiting:
        words = ngettext(
            "A service point wrote down %(number)d person who may need protection. Read it now.",
            "Service points wrote down %(number)d people who may need protection. Read it now.",
            len(waiting),
        )
        since = timezone.localdate(waiting[0].made)
        where = reverse("servicepoints:guarded")
        yield Work(words % {"number": len(waiting)}, where, "shield", since, urgent=True)


def talks_today(member: Member) -> Iterator[Work]:
    """Who is expected at the desks today, and of whom nobody said whether they came."""
    waiting = lookups.bookings_of_day(member) if has(member, Right.FOLLOW_UP) else []
    if waiting:
        words = ngettext(
            "%(number)d talk is booked at a desk.",
            "%(number)d talks are booked at the desks.",
            len(waiting),
        )
        where = reverse("servicepoints:bookings")
        yield Work(words % {"number": len(waiting)}, where, "cal", waiting[0].day)


SOURCES = (guarded_waiting, people_to_see, talks_today)
