"""When a society works, as far as it said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class OfWork:
    """The days of the week (0 is Monday) and the hours on the clocks of a place."""

    zone: str = "UTC"
    days: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    opens: time = time(5)
    closes: time = time(21)

    def has(self, moment: datetime) -> bool:
        """Whether somebody is expected to work at this moment."""
        there = moment.astimezone(ZoneInfo(self.zone))
        return there.weekday() in self.days and self.opens <= there.time() < self.closes
