"""What is known of an event: plain values, JSON in and out. None of them prints what it holds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

# The last news often came before: a call on the day of leaving, a message from the last town.
NEWS_BEFORE = timedelta(days=31)


@dataclass(frozen=True, repr=False)
class Vessel:
    """A boat as people describe it; how many were aboard is a count like the others."""

    left_from: str = ""
    left_when: str = ""
    looks: str = ""

    def __bool__(self) -> bool:
        return bool(self.left_from or self.left_when or self.looks)


@dataclass(frozen=True, repr=False)
class Happened:
    """What it is called, when it was as said and between which days, where, and the vessel."""

    called: str
    said: str
    calendar: str
    first: date
    last: date
    place: str
    country: str = ""
    vessel: Vessel = Vessel()

    def to_json(self) -> dict[str, Any]:
        days = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        return asdict(self) | days

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Happened:
        days = {name: date.fromisoformat(told[name]) for name in ("first", "last")}
        return cls(**(told | days | {"vessel": Vessel(**told["vessel"])}))

    def may_hold(self, news: dict[str, Any] | None) -> bool:
        """Whether somebody's last news lies where and when this was. What nobody told speaks
        neither for nor against; news of no known time is no lead."""
        if not news or not news.get("window"):
            return False
        first, last = (date.fromisoformat(day) for day in news["window"])
        there = not (self.country and news.get("country")) or self.country == news["country"]
        return there and first <= self.last and last >= self.first - NEWS_BEFORE
