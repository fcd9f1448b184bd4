"""A week, step by step: when the clock is moved where, and how often each duty falls due then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Over the Sunday on which the machine's zone loses an hour (at 07:00 UTC), to the day on which the
# month before may be told outside.
BEGIN = datetime(2026, 3, 8, 0, 10, tzinfo=UTC)
END = BEGIN + timedelta(days=7, hours=4)
CHANGE = datetime(2026, 3, 8, 7, tzinfo=UTC)
HOUR, TEN_MINUTES, DAY = timedelta(hours=1), timedelta(minutes=10), timedelta(days=1)
# A duty falls due a whole hour after it was begun, and it is begun a little after the clock was
# moved: so much later is the next look, that this little is never mistaken for a turn left out.
MARGIN = timedelta(seconds=20)
BACK_AT = datetime(2026, 3, 11, 10, tzinfo=UTC)  # the clock is set back by an hour
DIES_AT = datetime(2026, 3, 12, 9, tzinfo=UTC)  # one worker, for a day
BACKUP_AT = (2, 30)  # as the timer of an installation has it


@dataclass(frozen=True)
class Step:
    """Where the clock is moved to, and what else happens then."""

    to: datetime
    what: str = ""


def steps() -> Iterator[Step]:
    """By hours, and by ten minutes round midnight and the change of hours."""
    now, marks = BEGIN, {BACK_AT: "back", DIES_AT: "dies", DIES_AT + DAY: "returns"}
    while now < END:
        what = next((marks.pop(at) for at in list(marks) if at <= now), "")
        yield Step(now, what)
        if what == "back":
            now -= HOUR
            yield Step(now, "is back")
        if what == "dies":  # what it was at falls due again after ten minutes
            now += TEN_MINUTES + MARGIN
            yield Step(now)
        now += (TEN_MINUTES if is_close(now) else HOUR) + MARGIN


def is_close(now: datetime) -> bool:
    minutes = now.hour * 60 + now.minute
    midnight = minutes >= 23 * 60 + 20 or minutes < 40
    change = abs(now - CHANGE) <= HOUR + TEN_MINUTES
    repeated = BACK_AT - HOUR <= now < BACK_AT + HOUR and now.date() == BACK_AT.date()
    return midnight or change or repeated


def falls_due(every: timedelta, *, brought_back: bool) -> int:
    """How often in these steps. When the clock is set back nobody does anything again.

    brought_back: nor does anybody wait for the time at which it stood before.
    """
    times, last = 0, None
    for step in steps():
        if brought_back and last is not None:
            last = min(last, step.to)
        if last is None or step.to - last >= every:
            times, last = times + 1, step.to
    return times


@dataclass
class Timer:
    """What the machine's own timer starts once a day, at a certain minute."""

    last: datetime = BEGIN
    started: list[datetime] = field(default_factory=list)

    def is_due(self, now: datetime) -> bool:
        at = now.replace(hour=BACKUP_AT[0], minute=BACKUP_AT[1], second=0, microsecond=0)
        due = self.last < at <= now
        self.last = max(self.last, now)
        if due:
            self.started.append(now)
        return due
