"""No number under five is shown, nor can be worked out from those that are (decision 012).

A cell that is too small is not struck out, which any total would betray: it waits, and is counted
with the cells after it as soon as they are five together. So every number shown is five or more,
and every total is the sum of numbers shown; up to four wait at the end and stand in neither.
"""

from collections.abc import Iterable, Mapping
from datetime import date

FEWEST = 5


def held_back(cells: Iterable[int]) -> list[int]:
    """Counts in the order of time; 0 where fewer than five wait to be counted with the next."""
    waiting, shown = 0, []
    for cell in cells:
        waiting += cell
        ready = waiting if waiting >= FEWEST else 0
        shown.append(ready)
        waiting -= ready
    return shown


def by_time(counts: Mapping[date, int], times: Iterable[date]) -> dict[date, int]:
    """The same for counts by day or month; `times` begins no later than the first count."""
    every = list(times)
    return dict(zip(every, held_back(counts.get(one, 0) for one in every), strict=True))
