"""What is told of one person, as far as it helps to find the same person told of elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from re import findall
from typing import TYPE_CHECKING, TypeAlias

from kintrace.names.dates import Window, born_between_ages, window_of
from kintrace.names.dates.written import plain_numbers
from kintrace.names.parts import Part, Role, core, split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Name: TypeAlias = tuple[Part, ...]
"""One way in which a person is called: parts as typed, each with its role."""

_OF_NAMES = ("given", "middle", "family", "full_name", "father_name", "mother_name")
_OF_BIRTH = ("dob", "age_band", "gender", "birth_place")
_OF_LOSS = ("last_seen", "phone", "event_year")
COLUMNS = ("rec_id", "society", "script", *_OF_NAMES, *_OF_BIRTH, *_OF_LOSS)
"""The columns of a row, all text, empty where nothing is told."""
_ROLES = {"given": Role.GIVEN, "middle": Role.UNKNOWN, "family": Role.FAMILY}
SEXES = {"m": "m", "f": "f", "w": "f", "male": "m", "female": "f", "man": "m", "woman": "f"}
SEXES |= {"boy": "m", "girl": "f"}
OLDEST = 100  # years: "60+" is up to here


@dataclass(frozen=True, slots=True, repr=False)
class Description:
    """One person as told. Every field may be empty, and what is empty says nothing.

    `names`: ways in which the person is called, each a tuple of parts. `sex`: "m", "f" or "".
    `births`: windows of days in which the birth lies, one for each telling. `born_in`,
    `last_seen`: places as told. `fathers`, `mothers`: spellings of their names. `event`: what
    parted the family, an id or a year. `phone`: any writing. `home`: ISO 3166 alpha-2 country by
    whose calendar births may have been told, "" where that is not known.
    """

    names: tuple[Name, ...] = ()
    sex: str = ""
    births: tuple[Window, ...] = ()
    born_in: tuple[str, ...] = ()
    last_seen: tuple[str, ...] = ()
    fathers: tuple[str, ...] = ()
    mothers: tuple[str, ...] = ()
    event: str = ""
    phone: str = ""
    home: str = ""

    def __repr__(self) -> str:
        """Never what is told: a person in a traceback is a person in a log."""
        return f"<description of {len(self.names)} names>"


def described(row: Mapping[str, str]) -> Description:
    """The description that a row of `COLUMNS` holds; a column that is not there is empty.

    Never raises for a text: what is no date, age or sex is as good as not told.
    """
    told = {name: (row.get(name) or "").strip() for name in COLUMNS}
    birth = window_of(told["dob"]) or birth_by_band(told["age_band"], told["event_year"])
    return Description(
        names=names_of(told),
        sex=SEXES.get(told["gender"].casefold(), ""),
        births=(birth,) if birth else (),
        born_in=some(told["birth_place"]),
        last_seen=some(told["last_seen"]),
        fathers=some(told["father_name"]),
        mothers=some(told["mother_name"]),
        event=told["event_year"],
        phone=told["phone"],
    )


def names_of(told: Mapping[str, str]) -> tuple[Name, ...]:
    """The name in its columns, and the full name where it holds other words than those."""
    parts = tuple(Part(told[column], role) for column, role in _ROLES.items() if told[column])
    whole = name(told["full_name"])
    if not whole or (parts and _same_words(parts, told["full_name"])):
        return (parts,) if parts else ()
    return (parts, whole) if parts else (whole,)


def _same_words(parts: Name, full_name: str) -> bool:
    """Whether the full name says no more than its parts, in whatever order."""
    words = " ".join(part.text for part in parts).casefold().split()
    return sorted(words) == sorted(full_name.casefold().split()) or {
        word.text for part in parts for word in core(part.text)
    } == {word.text for word in core(full_name)}


def name(told: str | Sequence[Part]) -> Name:
    """A name as one text is cut into parts; parts stay what they are. "" is ()."""
    return split(told) if isinstance(told, str) else tuple(told)


def some(text: str) -> tuple[str, ...]:
    """One text, or none where it is empty."""
    return (text,) if text else ()


def birth_by_band(band: str, event_year: str) -> Window | None:
    """When somebody was born who was of this age at the event: "18-25" in 2015 is 1989 to 1997.

    "60+" is up to a hundred; None where the band or the year is not told in numbers.
    """
    ages = [int(number) for number in findall(r"\d{1,3}", plain_numbers(band[:20]))[:2]]
    event = window_of(event_year)
    if not ages or event is None or max(ages) > OLDEST:
        return None
    is_open = len(ages) == 1 and any(sign in band for sign in "+>≥")
    youngest, oldest = min(ages), OLDEST if is_open else max(ages)
    first = born_between_ages(youngest, oldest, date(event.start.year, 1, 1))
    last = born_between_ages(youngest, oldest, date(event.end.year, 12, 31))
    return Window(first.start, last.end, last.precision)
