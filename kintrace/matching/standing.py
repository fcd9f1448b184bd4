"""The standing search: what was laid or changed in a society is held beside its other cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.matching import actions
from kintrace.matching.finding import find
from kintrace.matching.pairs import SHOWN_FROM, Pair, likelihood, may_be_compared
from kintrace.matching.scoring import Weighed
from kintrace.names.remembering import forget
from kintrace.people.actions import note_searched
from kintrace.people.lookups import cards_to_search, how_many_cards
from kintrace.protection.lookups import may
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kintrace.matching.finding import Hit
    from kintrace.people.lookups import Found

AT_ONCE = 50  # cards in one transaction


def search_new() -> int:
    """One turn, inside `reading_as` a society; answers how many cards had theirs."""
    new = cards_to_search(AT_ONCE)
    for one in new:
        _search(one)
    note_searched(new)
    if new:
        actions.hold_anew()
    forget()
    return len(new)


def _search(one: Found) -> None:
    pairs = list(filter(_may_be_proposed, likely_pairs(one)))
    for pair in pairs:
        actions.propose(pair)
    found = [pair.beside(one).subject for pair in pairs]
    actions.withdraw_stale(one.subject, across=False, but=found)


def likely_pairs(one: Found) -> list[Pair]:
    """Whom of the own society this card may be as well, the likeliest first."""
    return [Pair.of(one, hit.found, Weighed(hit.bits, hit.reasons)) for hit in likely_hits(one, {})]


def likely_hits(one: Found, lands: Mapping[UUID, str]) -> list[Hit]:
    """The same as hits. lands: the countries, where the card is of another society."""
    among = how_many_cards()
    return [
        hit
        for hit in find(one.card)
        if may_be_compared(one, hit.found, lands)
        and likelihood(hit.bits, among=among) >= SHOWN_FROM
    ]


def _may_be_proposed(pair: Pair) -> bool:
    """Asked at this moment: what stands on a card may be older than a stop that left it there."""
    return all(may(side.subject, Purpose.TRACE) for side in (pair.first, pair.second))
