"""What a network asks in its busiest second, from the figures for sizing of the field.

45 societies, 1,500 staff accounts, up to 5,000 visits a day with peaks of fifty times the average,
up to 50 messages a day. What a visit and a day at the desk consist of is our own estimate.
"""

from __future__ import annotations

from dataclasses import dataclass

SOCIETIES = 45
STAFF, AT_WORK = 1500, 0.4  # accounts, and those of them that sign in on one day
PAGES_A_DAY, BUSIEST = 80, 0.12  # of a member at work, and the share of the busiest hour
VISITS_A_DAY, PEAK = 5000, 50
MESSAGES_A_DAY = 50
A_DAY, AN_HOUR = 86_400, 3600


@dataclass(frozen=True)
class Kind:
    """One kind of request: its side, and how many a second 45 societies make at the peak."""

    name: str
    side: str
    a_second: float


_visits = VISITS_A_DAY / A_DAY * PEAK
_pages = STAFF * AT_WORK * PAGES_A_DAY * BUSIEST / AN_HOUR

KINDS = (
    Kind("the wall", "public", 5 * _visits),
    Kind("a face", "public", 2 * _visits),
    Kind("a picture", "public", 40 * _visits),
    Kind("a message with its stamp", "public", MESSAGES_A_DAY / A_DAY * PEAK),
    Kind("work list", "staff", 0.2 * _pages),
    Kind("list of cases", "staff", 0.25 * _pages),
    Kind("page of a case", "staff", 0.4 * _pages),
    Kind("search", "staff", 0.1 * _pages),
    Kind("photo from a camera, 12 MP", "staff", 0.05 * _pages),
)


def of(societies: int) -> dict[str, float]:
    """Requests a second by kind: as many times as there are societies."""
    return {one.name: one.a_second * societies / SOCIETIES for one in KINDS}
