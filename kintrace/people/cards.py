"""What stands on an index card: what may be compared of one person, and nothing else.

Plain values, without Django: whoever links whole files reads them, too. None prints what it holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kintrace.names.dates import Window
from kintrace.names.parts import split

if TYPE_CHECKING:
    from kintrace.people.told import Told

Words = tuple[tuple[str, str], ...]
"""One way in which a name is told: (role, text) of each part, in order."""

# Parts that nobody looks for: a title is no name.
NO_NAME = frozenset({"honorific"})
NO_COMPARING = frozenset({"lives"})  # where who searches lives now tells nothing of who is sought


class CardRole(StrEnum):
    """What the person is in the matter the card was laid for."""

    ENQUIRER = "enquirer"
    SOUGHT = "sought"
    SAFE = "safe"  # said that they are safe and well, and searches for nobody
    LEAD = "lead"
    LISTED = "listed"  # a row of a file that somebody loaded
    ASKED = "asked"  # a description that a member types, never laid


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """A person for comparing. sex: female, male or "". births: windows of Gregorian days. places:
    (kind as in `told.PlaceKind`, words, country). event: the id of what parted the family.

    relation: who a person sought is to the enquirer. kin: subjects of the same case with what they
    are in it. reference: what staff call the matter.
    """

    role: str
    names: tuple[Words, ...]
    sex: str = ""
    births: tuple[Window, ...] = ()
    places: tuple[tuple[str, str, str], ...] = ()
    fathers: tuple[str, ...] = ()
    mothers: tuple[str, ...] = ()
    event: str = ""
    relation: str = ""
    kin: tuple[tuple[str, str], ...] = ()
    reference: str = ""
    not_with: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Told, *, role: CardRole, **more: Any) -> Card:
        """What was told of a person, without marks, languages and what is said on purpose."""
        return cls(
            role=role.value,
            names=tuple(filter(None, map(_words, told.names))),
            sex=told.sex if told.sex in ("female", "male") else "",
            births=tuple(
                dict.fromkeys(Window(one.start, one.end, one.precision) for one in told.births)
            ),
            places=tuple(
                (one.kind, one.said, one.country)
                for one in told.places
                if one.kind not in NO_COMPARING
            ),
            **more,
        )

    @property
    def called(self) -> str:
        """The name in force on one line."""
        return " ".join(text for _role, text in self.names[0]) if self.names else ""

    def kept_from(self, not_with: dict[str, Any]) -> Card:
        return replace(self, not_with=not_with)

    def to_json(self) -> dict[str, Any]:
        said = {
            "role": self.role,
            "names": self.names,
            "sex": self.sex,
            "births": [
                [one.start.isoformat(), one.end.isoformat(), one.precision] for one in self.births
            ],
            "places": self.places,
            "fathers": self.fathers,
            "mothers": self.mothers,
            "event": self.event,
            "relation": self.relation,
            "kin": self.kin,
            "reference": self.reference,
            "not_with": self.not_with,
        }
        return {"v": 1} | {name: value for name, value in said.items() if value}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Card:
        return cls(
            role=said["role"],
            names=tuple(tuple((role, text) for role, text in one) for one in said.get("names", ())),
            sex=said.get("sex", ""),
            births=tuple(
                Window(date.fromisoformat(start), date.fromisoformat(end), precision)
                for start, end, precision in said.get("births", ())
            ),
            places=tuple((kind, place, land) for kind, place, land in said.get("places", ())),
            fathers=tuple(said.get("fathers", ())),
            mothers=tuple(said.get("mothers", ())),
            event=said.get("event", ""),
            relation=said.get("relation", ""),
            kin=tuple((one, what) for one, what in said.get("kin", ())),
            reference=said.get("reference", ""),
            not_with=said.get("not_with", {}),
        )

    def __repr__(self) -> str:
        return f"<card of somebody {self.role}>"


def parted(name: str) -> Words:
    """A name that is kept as one text, in its likeliest parts."""
    return _words(split(name))


def _words(name: Any) -> Words:
    return tuple((str(part.role), part.text) for part in name if part.role not in NO_NAME)
