"""Which numbers of a report are shown: none under five, and none from which one under five follows.

The four tables of a report count the same services, so their totals are one: what one table hides
would be what is missing from the total of another. Therefore what is hidden is never a lone number.
Decision 012 lets small numbers wait for the next month; languages and services have no next one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kintrace.wall.small_numbers import FEWEST

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Key = TypeVar("Key")
HIDDEN = 0  # as charts draw it: a hatched stub


def shown_cells(cells: Mapping[Key, int]) -> dict[Key, int]:
    """The cells of a table of which the total is shown; HIDDEN where a number is held back."""
    hidden = {key for key, number in cells.items() if number < FEWEST}
    while _gives_away([cells[key] for key in hidden]):
        rest = [number for key, number in cells.items() if key not in hidden]
        if not rest:
            break
        # All that are equally small: which of them was taken would tell something else.
        hidden |= {key for key, number in cells.items() if number == min(rest)}
    return {key: HIDDEN if key in hidden else number for key, number in cells.items()}


def shown_total(cells: Mapping[Key, int]) -> int:
    """The true total, or HIDDEN where even that is too small."""
    total = sum(cells.values())
    return total if total >= FEWEST else HIDDEN


def _gives_away(held_back: Collection[int]) -> bool:
    """Whether their sum, which a total tells, says what one of them is."""
    some = [number for number in held_back if number]
    if not some:
        return False
    lone = len(some) < 2 or sum(some) < FEWEST
    return lone or all(number == FEWEST - 1 for number in some)
