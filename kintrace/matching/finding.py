"""Who of the cards may be the person described: few cards by their tags, each weighed in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.matching.cards import description_of
from kintrace.matching.scoring import Reason, weigh_many
from kintrace.people.lookups import found_by

if TYPE_CHECKING:
    from kintrace.people.cards import Card
    from kintrace.people.lookups import Found

LOOKED_AT = 150  # cards that are opened for one search


@dataclass(frozen=True, slots=True, repr=False)
class Hit:
    """A card and how much speaks for it: bits, and why."""

    found: Found
    bits: float
    reasons: tuple[Reason, ...]


def find(card: Card, *, most: int = LOOKED_AT) -> list[Hit]:
    """The cards of the reader's society that may be this person, the likeliest first."""
    found = found_by(card, most=most)
    weighed = weigh_many(description_of(card), [description_of(one.card) for one in found])
    hits = [Hit(one, each.bits, each.reasons) for one, each in zip(found, weighed, strict=True)]
    return sorted(hits, key=lambda hit: (-hit.bits, hit.found.id))
