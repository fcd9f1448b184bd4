"""Index cards as descriptions to compare, and rows of a file as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.matching.description import Description, described
from kintrace.names.parts import Part, Role
from kintrace.people.cards import Card, CardRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SEXES = {"female": "f", "male": "m"}
_SEX_OF = {short: sex for sex, short in SEXES.items()}
BORN_IN, LAST = ("birth", "origin"), ("last",)


def description_of(card: Card) -> Description:
    """What stands on a card, for `scoring.weigh`."""
    return Description(
        names=tuple(
            tuple(Part(text, Role(role)) for role, text in name) for name in card.names if name
        ),
        sex=SEXES.get(card.sex, ""),
        births=card.births,
        born_in=_places(card, BORN_IN),
        last_seen=_places(card, LAST),
        fathers=(*card.fathers, *_fathers(card)),
        mothers=card.mothers,
        event=card.event,
        home=next((land for kind, _said, land in card.places if kind in BORN_IN and land), ""),
    )


def card_of_row(row: Mapping[str, str], *, role: CardRole = CardRole.ASKED) -> Card:
    """The card of a row of `description.COLUMNS`; its `rec_id` is the reference."""
    told = described(row)
    born = [("birth", place, "") for place in told.born_in]
    return Card(
        role=role.value,
        names=tuple(tuple((part.role.value, part.text) for part in name) for name in told.names),
        sex=_SEX_OF.get(told.sex, ""),
        births=told.births,
        places=(*born, *(("last", place, "") for place in told.last_seen)),
        fathers=told.fathers,
        mothers=told.mothers,
        event=told.event,
        reference=row.get("rec_id") or "",
    )


def _places(card: Card, kinds: Iterable[str]) -> tuple[str, ...]:
    """In words; a country that was chosen from the list stands for itself."""
    return tuple(said or land for kind, said, land in card.places if kind in kinds)


def _fathers(card: Card) -> list[str]:
    parts = (part for name in card.names for part in name)
    return list(dict.fromkeys(text for role, text in parts if role == Role.FATHER))
