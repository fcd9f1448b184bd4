"""What somebody tells a point of themself: plain values, wherever they were typed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from kintrace.people.told import tidy
from kintrace.servicepoints.people_words import GUARDED, OF_CHILDREN, Need
from kintrace.ui import tongues

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

LONGEST = {"called": 60, "sign": 120, "language": 12, "words": 300, "hour": 20, "place": 120}


@dataclass(frozen=True, repr=False)
class Told:
    """How they want to be called, what they need, the sign by which we know each other again.

    hour, place: when on the day and where, in words, if it is at no point of ours.
    """

    called: str
    needs: tuple[str, ...]
    sign: str
    language: str
    words: str = ""
    hour: str = ""
    place: str = ""

    @classmethod
    def of(cls, said: dict[str, Any]) -> Told:
        """From what a form or a sealed row holds; cut to what the form would have let in."""
        plain = {name: tidy(str(said.get(name, "")))[:most] for name, most in LONGEST.items()}
        return cls(needs=tuple(Need(one).value for one in said.get("needs", ())), **plain)

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"needs": list(self.needs)}

    @property
    def is_guarded(self) -> bool:
        """Whether the protection team alone may read it."""
        return bool(GUARDED & {Need(one) for one in self.needs})

    @property
    def is_of_a_child(self) -> bool:
        return bool(OF_CHILDREN & {Need(one) for one in self.needs})

    @property
    def is_forced(self) -> bool:
        return Need.TRAFFICKING in self.needs

    @property
    def tongue(self) -> str:
        """Their language by its own name."""
        return tongues.own_name(self.language)

    @property
    def needed(self) -> list[str]:
        """The needs in the words of who reads."""
        return [str(Need(one).label) for one in self.needs]


@dataclass(frozen=True)
class Again:
    """On which day somebody is expected, and at which of our points. Neither need be known."""

    on: date | None = None
    at: UUID | None = None
