"""Two cards beside each other: whether they may be compared at all, and what each side may read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kintrace.matching.scoring import prior, probability
from kintrace.protection.circles import NotWith

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kintrace.matching.scoring import Weighed
    from kintrace.people.cards import Card
    from kintrace.people.lookups import Found

SHOWN_FROM = 0.2  # how likely it is one person, before anybody is asked to look
LIKELY_FROM, VERY_FROM = 0.5, 0.9  # and from where on the pages call it so (`bands.py`)
OF_ONE_CARD = 5  # pairs of a card with one other society that wait for a word
# Cards of a young society are a part of many more people: few cards make nobody likelier.
SMALLEST_BASE = 10_000
NEVER_PROPOSED = frozenset({"listed", "asked"})
ASKED_WHETHER_SOUGHT = "safe"  # agreed that we look whether a search is for them, and to no more


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """Two cards that may be of one person, the one with the lower subject first."""

    first: Found
    second: Found
    weighed: Weighed

    @classmethod
    def of(cls, one: Found, other: Found, weighed: Weighed) -> Pair:
        first, second = sorted((one, other), key=lambda found: found.subject)
        return cls(first, second, weighed)

    @property
    def is_of_one_society(self) -> bool:
        return self.first.society == self.second.society

    @property
    def newer(self) -> Found:
        """The card that was laid or changed last: for it the other one was found."""
        return max(self.first, self.second, key=lambda one: (one.number, one.subject))

    def beside(self, one: Found) -> Found:
        """The other of the two."""
        return self.second if one.subject == self.first.subject else self.first


def likelihood(bits: float, *, among: int) -> float:
    """How likely it is one person, 0 to 1, among so many cards."""
    return probability(bits, prior(max(among, SMALLEST_BASE)))


def may_be_compared(one: Found, other: Found, lands: Mapping[UUID, str]) -> bool:
    """Not people of one case, and nobody who must not learn of the other. lands: the country of
    each society."""
    if one.subject == other.subject or not _go_together({one.card.role, other.card.role}):
        return False
    if str(other.subject) in {subject for subject, _what in one.card.kin}:
        return False
    return _may_learn(one, other, lands) and _may_learn(other, one, lands)


def _go_together(roles: set[str]) -> bool:
    if ASKED_WHETHER_SOUGHT in roles:
        return "sought" in roles
    return not roles & NEVER_PROPOSED


def _may_learn(one: Found, other: Found, lands: Mapping[UUID, str]) -> bool:
    """Whether the other's society may learn of the one."""
    if one.society == other.society or not one.card.not_with:
        return True
    circle = NotWith.from_json(one.card.not_with)
    return not circle.forbids(society=other.society, country=lands.get(other.society, ""))


def coarse(card: Card) -> dict[str, Any]:
    """What the other society reads at first: nothing that names anybody or finds them."""
    births = [(one.start.year // 5 * 5, one.end.year // 5 * 5 + 4) for one in card.births[:1]]
    return {
        "role": card.role,
        "relation": card.relation,
        "sex": card.sex,
        "born": list(births[0]) if births else [],
        "from": sorted({land for kind, _said, land in card.places if land and kind != "last"}),
    }


def more(card: Card) -> dict[str, Any]:
    """What it reads once both societies agreed: the card, without who else is in the matter, who
    must not learn of it, and what staff call it."""
    told = card.to_json()
    return {
        name: told[name] for name in told if name not in {"kin", "not_with", "reference", "event"}
    }
