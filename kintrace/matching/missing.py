"""What would tell more about a pair: facts that one side does not tell, and who asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kintrace.matching.cards import BORN_IN, LAST
from kintrace.people.cards import CardRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.utils.functional import Promise

    from kintrace.people.cards import Card


@dataclass(frozen=True)
class Fact:
    """is_compared: whether a reason's code speaks of it. is_told: whether a card tells it."""

    is_compared: Callable[[str], bool]
    is_told: Callable[[Card], bool]
    ask_ours: Promise
    ask_theirs: Promise


def _parts(card: Card) -> int:
    return max((len(name) for name in card.names), default=0) + len(card.fathers)


FACTS = (
    Fact(
        lambda code: code in {"names_same", "names_differ"},
        lambda card: _parts(card) > 1,
        _("Ask the family for the father’s name and other parts of the name."),
        _("The other side tells too few parts of the name. It may ask its family."),
    ),
    Fact(
        lambda code: code.startswith("born_") and not code.startswith("born_in_"),
        lambda card: bool(card.births),
        _("Ask the family for the day or the year of birth, or the age."),
        _("The other side tells no birth. It may ask its family."),
    ),
    Fact(
        lambda code: code.startswith("mother_"),
        lambda card: bool(card.mothers),
        _("Ask the family for the mother’s name, and write it onto the card."),
        _("The other side tells no mother’s name. It may ask its family."),
    ),
    Fact(
        lambda code: code.startswith("born_in_"),
        lambda card: any(kind in BORN_IN for kind, _said, _land in card.places),
        _("Ask the family where the person was born and comes from."),
        _("The other side does not tell where the person comes from. It may ask its family."),
    ),
    Fact(
        lambda code: code.startswith("seen_"),
        lambda card: any(kind in LAST for kind, _said, _land in card.places),
        _("Ask the family where the person was when they were parted."),
        _("The other side does not tell where the person was last. It may ask its family."),
    ),
    Fact(
        lambda code: code.startswith("sex_"),
        lambda card: bool(card.sex),
        _("Ask the family whether it is a man or a woman."),
        _("The other side does not tell the sex. It may ask its family."),
    ),
)


def what_to_ask(ours: Iterable[Card], codes: Iterable[str], theirs: str) -> Iterator[Promise]:
    """A sentence for each fact that was not held beside the other side's. theirs: what the other
    side's person is. Who only said that they are safe and well is asked nothing more."""
    cards, said = list(ours), list(codes)
    safe = [card for card in cards if card.role == CardRole.SAFE]
    for fact in FACTS:
        if any(map(fact.is_compared, said)) or not all(map(fact.is_told, safe)):
            continue
        if not all(map(fact.is_told, cards)):
            yield fact.ask_ours
        elif theirs != CardRole.SAFE:
            yield fact.ask_theirs
