"""Whom of its family a child seeks, and what of them is copied for another society.

Nothing is copied of the child: not its name, not where it is. A copy holds what was told and codes,
as `transfer_parts` reads them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups, transfer_parts
from kintrace.cases.children_told import FAMILY, FAMILY_ROWS, PARTED
from kintrace.cases.children_words import Alive
from kintrace.cases.circumstances import Heard
from kintrace.cases.transfers import Age, Part
from kintrace.people.likely import folded
from kintrace.people.told import PlaceKind, Role, Sex
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kintrace.cases.models import Child
    from kintrace.people.told import Told

# What may be sent of them; nothing else is known of one of the family alone.
OFFERED = (Part.NAMES, Part.PLACES, Part.NEWS, Part.REASON, Part.MORE)
_OF = "relation", "name", "alive", "address", "landmark", "phone"
_WOMEN = {Relation.MOTHER, Relation.SISTER, Relation.DAUGHTER, Relation.AUNT, Relation.NIECE}
_MEN = {Relation.FATHER, Relation.BROTHER, Relation.SON, Relation.UNCLE, Relation.NEPHEW}
# By what the child itself is called; the other parts may be its father’s names, or all a family’s.
_ITS_OWN = {Role.GIVEN, Role.NICKNAME, Role.KUNYA}
_WORDS = re.compile(r"\w+")
PARTICLE = 2  # letters at most; of a name of several words these are “al” or “de”, and say nothing


@dataclass(frozen=True, repr=False)
class Kin:
    """One row of the page about the family."""

    row: int
    relation: str
    name: str
    alive: str
    address: str
    landmark: str
    phone: str

    @property
    def pk(self) -> int:
        """By what a form names it."""
        return self.row

    @property
    def may_be_sought(self) -> bool:
        return bool(self.name and self.relation) and self.alive != Alive.DEAD


def kin_of(child: Child) -> list[Kin]:
    """Who may be looked for: with a name, and not dead as the child knows. Raises BoxIsShut."""
    said = lookups.answers_of(child, FAMILY)
    rows = [
        Kin(row, *(_one(said, f"{name}_{row}") for name in _OF))
        for row in range(1, FAMILY_ROWS + 1)
    ]
    return [one for one in rows if one.may_be_sought]


def _one(answers: dict[str, list[str]], name: str) -> str:
    return next(iter(answers.get(name, [])), "").strip()


def card_of(kin: Kin, *, wish: str, region: str) -> dict[str, str]:
    """All that is known before somebody accepts: that a child searches, and whom."""
    return {
        "sex": _sex(kin.relation),
        "age": Age.UNKNOWN.value,
        "relation": kin.relation,
        "wish": wish,
        "region": region,
        "searcher": transfer_parts.CHILD,
    }


def _sex(relation: str) -> str:
    if relation in _WOMEN:
        return Sex.FEMALE.value
    return Sex.MALE.value if relation in _MEN else Sex.UNKNOWN.value


def copied(child: Child, kin: Kin, *, parts: Collection[str]) -> dict[str, Any]:
    """The chosen parts as they are told now; a part of which nothing is known is left out."""
    parted = lookups.answers_of(child, PARTED)
    copies: dict[Part, Callable[[], Any]] = {
        Part.NAMES: lambda: [[Role.UNKNOWN.value, kin.name]],
        Part.PLACES: lambda: [[PlaceKind.LAST.value, kin.address, ""]] if kin.address else [],
        Part.NEWS: lambda: _news(parted),
        Part.REASON: lambda: _one(parted, "cause"),
    }
    told = {part.value: copy() for part, copy in copies.items() if part in parts}
    more = [["address", kin.landmark], ["reached", kin.phone]]
    return {
        "parts": {part: value for part, value in told.items() if value},
        "rows": [row for row in more if row[1]] if Part.MORE in parts else [],
    }


def _news(parted: dict[str, list[str]]) -> dict[str, str]:
    when, where = _one(parted, "when"), _one(parted, "where")
    if not (when or where):
        return {}
    return {"said": when, "place": where, "country": "", "heard": Heard.TOGETHER.value}


def names_the_child(told: Told | None, *sentences: str, but: str) -> bool:
    """Whether a word by which the child is called stands in what would be sent; a word of `but`,
    the name of who is sought, is no sign of it."""
    parts = [part for name in (told.names if told else ()) for part in name]
    own = {word for part in parts if part.role in _ITS_OWN for word in _telling(part.text)}
    return bool((own - _folded(but)) & _folded(" ".join(sentences)))


def _telling(name: str) -> set[str]:
    """The words of a name that lead to somebody; a name of one word does, however short."""
    words = _folded(name)
    return words if len(words) == 1 else {one for one in words if len(one) > PARTICLE}


def _folded(said: str) -> set[str]:
    return set(_WORDS.findall(folded(said)))
