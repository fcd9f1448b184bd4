"""Where people are received, country by country: of every society in the network, whichever.

Nothing is searched, nobody is located, no map is asked of anyone: a visitor opens a country.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from kintrace.network import lookups as network
from kintrace.ui import countries, tongues

if TYPE_CHECKING:
    from datetime import date

    from kintrace.network.models import Desk

MOST_COUNTRIES = 30  # of one way, on one page


@dataclass(frozen=True)
class Place:
    """A desk as everybody may read it; a society without desks has its phone at least."""

    name: str
    address: str = ""
    hours: str = ""
    phone: str = ""
    languages: list[str] = field(default_factory=list)  # by their own names
    checked: "date | None" = None


@dataclass(frozen=True)
class Host:
    """A society with its places in one country."""

    name: str
    places: list[Place]


@dataclass(frozen=True)
class Country:
    """Two letters, the name in the reader's language, and who is there."""

    code: str
    name: str
    hosts: list[Host]


def everywhere() -> list[Country]:
    """Every country where somebody is received, by its name."""
    named = dict(countries.countries())
    found = [_country(code, rows, named) for code, rows in groupby(_rows(), lambda row: row[0])]
    return sorted(found, key=lambda country: country.name.casefold())


def along(codes: Iterable[str]) -> tuple[list[Country], list[Country]]:
    """These countries in this order, each once, and all the others.

    What is no country of ours is passed over.
    """
    known = {country.code: country for country in everywhere()}
    way = [known[code] for code in dict.fromkeys(codes) if code in known][:MOST_COUNTRIES]
    return way, [country for country in known.values() if country not in way]


def _rows() -> list[tuple[str, str, Place]]:
    """(country, society, place), in the order of country and society."""
    desks = network.every_desk()
    rows = [(one.country or one.society.country, one.society.name, _desk(one)) for one in desks]
    with_desk = {one.society_id for one in desks}
    rows += [
        (one.country, one.name, Place("", phone=one.phone, languages=_named(one.languages)))
        for one in network.every_society()
        if one.pk not in with_desk and one.phone
    ]
    return sorted(rows, key=lambda row: row[:2])


def _desk(row: "Desk") -> Place:
    phone = row.phone or row.society.phone
    return Place(row.name, row.address, row.hours, phone, _named(row.languages), row.checked)


def _named(languages: list[str]) -> list[str]:
    return [tongues.own_name(code) for code in languages]


def _country(code: str, rows: Iterable[tuple[str, str, Place]], named: dict[str, str]) -> Country:
    hosts = [
        Host(society, [place for _code, _society, place in own])
        for society, own in groupby(rows, lambda row: row[1])
    ]
    # Countries of a training system are invented: there the society's name says where.
    return Country(code, named.get(code, hosts[0].name), hosts)
