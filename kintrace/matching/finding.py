"""Who of the cards may be the person described: few cards by their tags, each weighed in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kintrace.matching.cards import description_of
from kintrace.matching.scoring import Reason, likeliest
from kintrace.people.lookups import found_by

if TYPE_CHECKING:
    from kintrace.matching.description import Description
    from kintrace.people.cards import Card
    from kintrace.people.lookups import Found

LOOKED_AT = 120  # cards that are opened for one search


@dataclass(frozen=True, slots=True, repr=False)
class Hit:
    """A card and how much speaks for it: bits, and why."""

    found: Found
    bits: float
    reasons: tuple[Reason, ...]


def find(card: Card, *, most: int = LOOKED_AT) -> list[Hit]:
    """The cards of the reader's society that may be this person, the likeliest first; of equals
    those that share the rarer keys."""
    asked, found = description_of(card), found_by(card, most=LOOKED_AT)
    told = [_as_far_as(asked, one.card) for one in found]
    best = likeliest(asked, told, most=most)
    return [Hit(found[place], each.bits, each.reasons) for place, each in best]


def _as_far_as(asked: Description, card: Card) -> Description:
    """What stands on a card, without what the other side does not tell: it would say nothing, and
    places and dates take their time."""
    told = description_of(card)
    return replace(
        told,
        births=told.births if asked.births else (),
        born_in=told.born_in if asked.born_in else (),
        last_seen=told.last_seen if asked.last_seen else (),
        mothers=told.mothers if asked.mothers else (),
    )
