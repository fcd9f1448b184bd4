"""Doors to what two societies know of: a search at another one, a Red Cross Message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.network.access import Right
from tests.gates.papers import OUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gates.world import Known

NEWEST = 2


@dataclass(frozen=True)
class Door:
    """An address about a person: the right it asks, and whether it needs an open box."""

    url: str
    right: Right
    there: bool  # for members of the society
    box: bool = False
    guarded: bool = False  # there for the data-protection officer alone
    also: frozenset[int] = frozenset()  # other houses for which it is there, too

    def is_there(self, *, home: int, at: int) -> bool:
        return self.there and (home == at or at in self.also)


def doors_between(person: Known) -> Iterator[Door]:
    """Who delivers a message has its page, too, also when the words were taken away."""
    there = [one for one in person.handed if one.state in OUT and not person.erased]
    for handed in there[-NEWEST:]:
        yield Door(f"/desk/other/asked/{handed.pk}/", Right.READ_CASES, there=True)
    for letter in person.letters[-NEWEST:]:
        also = frozenset() if letter.to is None else frozenset({letter.to})
        url = f"/desk/red-cross/{letter.pk}/"
        yield Door(url, Right.CHANGE_CASES, not letter.gone, also=also)
