"""Which searches one society of the demo asks another for, and how each ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING

from kintrace.cases.circumstances import Reason
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.people import FIRST_HOUR, at, desks
from kintrace.demo.network.states import Fate
from kintrace.demo.told import NEWS

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot


class End(Enum):
    """Where it stands when the demo is whole."""

    DRAFTED = "being prepared"
    CHECKED = "the ground is written down"
    SENT = "waits for an answer"
    ACCEPTED = "accepted"
    NOTED = "accepted, and tried twice"
    QUESTION = "accepted; a question waits for the society that asked"
    ANSWERED = "accepted; the question was answered"
    DECLINED = "declined; to be read"
    DECLINED_READ = "declined, and read"
    RECALLED = "taken back before anybody answered"
    CALLED_BACK = "taken back after it was accepted"
    EXPIRED = "nobody answered in time"
    FOUND = "the result has come: found"
    NOT_FOUND = "the result has come, and was read: not found"


E = End
# Of what the first society asks others, and what those ask each other.
ROUND = (
    E.SENT, E.QUESTION, E.FOUND, E.ACCEPTED, E.DECLINED, E.ANSWERED, E.NOTED, E.EXPIRED,
    E.NOT_FOUND, E.RECALLED, E.DRAFTED, E.CHECKED, E.CALLED_BACK, E.DECLINED_READ,
)  # fmt: skip
# Of what they ask the first society, so that its desk has some to answer.
TO_FIRST = (
    E.SENT, E.ANSWERED, E.NOTED, E.SENT, E.FOUND, E.ACCEPTED, E.SENT, E.DECLINED, E.QUESTION,
    E.CALLED_BACK, E.EXPIRED, E.NOT_FOUND,
)  # fmt: skip
FIRST_ASKS, OTHERS_ASK = 10, 5
# Visitors write about the first faces, and one of those people is in danger: they rest.
RESTING = 3


@dataclass(frozen=True)
class Ask:
    """One search, of whom its society asks it, and how that ends."""

    number: int
    lot: Lot
    taker: House
    end: End

    @property
    def key(self) -> str:
        return f"{self.lot.house.code} transfer {self.number}"


@cache
def asks() -> tuple[Ask, ...]:
    """All forty, by the society that asks."""
    to_first, among = cycle(TO_FIRST), cycle(ROUND)
    return tuple(
        Ask(number, lot, taker, next(to_first if taker is HOUSES[0] else among))
        for giver in desks()
        for number, (lot, taker) in enumerate(_pairs(giver), start=1)
    )


def _pairs(giver: House) -> list[tuple[Lot, House]]:
    """Whose searches it asks of whom: the first society three of the second, which stands first,
    the others two of the first."""
    second, *others = [house for house in desks() if house is not giver]
    is_first = giver is HOUSES[0]
    takers = [second] * 3 + others * 2 if is_first else [second, second, *others]
    several = FIRST_ASKS if is_first else OTHERS_ASK
    return list(zip(_may_be_asked(giver), takers, strict=False))[:several]


def _may_be_asked(giver: House) -> list[Lot]:
    """Of who is detained no other society is asked."""
    live = [lot for lot in at(giver) if lot.fate is Fate.LIVE][RESTING:]
    return [lot for lot in live if NEWS[lot.person.turn % len(NEWS)].reason != Reason.DETENTION]


def found_for(giver: House, taker: House) -> Ask:
    """One more, whose person is found there. Of the last of the first hour: no other society is
    asked for them, and no visitor writes about their face, which comes down."""
    many = sum(ask.lot.house is giver for ask in asks())
    lot = [lot for lot in _may_be_asked(giver) if lot.number <= len(FIRST_HOUR)][-1]
    return Ask(many + 1, lot, taker, End.NOTED)
