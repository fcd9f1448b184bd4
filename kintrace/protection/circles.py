"""Who must not learn of a person: societies, countries, persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, repr=False)
class NotWith:
    """Asked aloud. Countries are two letters; persons are in the words of whoever said it."""

    societies: frozenset[UUID] = frozenset()
    countries: frozenset[str] = frozenset()
    persons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.societies or self.countries or self.persons)

    def __or__(self, other: NotWith) -> NotWith:
        return NotWith(
            self.societies | other.societies,
            self.countries | other.countries,
            tuple(dict.fromkeys((*self.persons, *other.persons))),
        )

    def widens(self, before: NotWith) -> bool:
        """Whether somebody is named here who was not named before."""
        return before | self != before

    def forbids(self, *, society: UUID, country: str) -> bool:
        """Whether this society, or any society of its country, must not learn."""
        return society in self.societies or country.upper() in self.countries

    def to_json(self) -> dict[str, Any]:
        return {
            "societies": sorted(str(society) for society in self.societies),
            "countries": sorted(country.upper() for country in self.countries),
            "persons": list(self.persons),
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> NotWith:
        return cls(
            frozenset(UUID(society) for society in kept["societies"]),
            frozenset(kept["countries"]),
            tuple(kept["persons"]),
        )
