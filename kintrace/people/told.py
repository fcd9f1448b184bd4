"""A person as told to us: plain values, nothing of the database, JSON in and out.

None of these prints what it holds: a name in a traceback is a name in a log.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kintrace.names.scripts import OTHER, script_of
from kintrace.people.calendars import Calendar, Precision, Said, window
from kintrace.ui.refusals import Refusal

LONGEST = 200  # letters in one answer; a name of a tribe and six fathers fits


def tidy(text: str) -> str:
    """Composed letters, single spaces, no controls: what was typed, written one way.

    The two joiners stay: Persian and Bengali names are misspelt without them.
    """
    kept = "".join(
        sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or sign in "\u200c\u200d" or unicodedata.category(sign)[0] != "C"
    )
    return " ".join(kept.split())


class NotToldWell(Refusal):
    """An answer that cannot be kept as it is; the sentence says what to do."""


class Role(TextChoices):
    """What a part of a name is. Never "first" or "last": most of our names have neither."""

    GIVEN = "given", gettext_lazy("Given name")
    FATHER = "father", gettext_lazy("Father’s name")
    GRANDFATHER = "grandfather", gettext_lazy("Grandfather’s name")
    FAMILY = "family", gettext_lazy("Family or clan name")
    ORIGIN = "origin", gettext_lazy("Name of a place or people")
    KUNYA = "kunya", gettext_lazy("Called after a child (Abu …, Umm …)")
    NICKNAME = "nickname", gettext_lazy("Nickname")
    HONORIFIC = "honorific", pgettext_lazy("part of a name", "Title")
    UNKNOWN = "unknown", pgettext_lazy("part of a name", "Not known which")


class Source(TextChoices):
    SAYS = "says", gettext_lazy("The person says so")
    PAPER = "paper", gettext_lazy("Read from a paper")
    ROUTE_ALIAS = "route_alias", gettext_lazy("Used on the way")


class Sex(TextChoices):
    FEMALE = "female", gettext_lazy("Female")
    MALE = "male", gettext_lazy("Male")
    OTHER = "other", pgettext_lazy("sex of a person", "Another")
    UNKNOWN = "unknown", pgettext_lazy("sex of a person", "Not known")


class PlaceKind(TextChoices):
    BIRTH = "birth", gettext_lazy("Born in")
    ORIGIN = "origin", gettext_lazy("Comes from")
    LIVES = "lives", gettext_lazy("Lives in")
    LAST = "last", gettext_lazy("Was last in")


class Unknown(TextChoices):
    """What somebody said on purpose that it is not known."""

    GIVEN = "given", gettext_lazy("Given name")
    FATHER = "father", gettext_lazy("Father’s name")
    BIRTH = "birth", gettext_lazy("Born")
    ORIGIN = "origin", gettext_lazy("Comes from")


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One word or more of a name that have one role, in one script."""

    role: str
    text: str
    script: str = ""
    source: str = Source.SAYS.value

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", tidy(self.text))
        object.__setattr__(self, "script", self.script or script_of(self.text))
        _one_of(Role, self.role)
        _one_of(Source, self.source)
        if self.script == OTHER and not any(sign.isalpha() for sign in self.text):
            raise NotToldWell(_("A name needs at least one letter."))
        _short_enough(self.text)

    @property
    def label(self) -> str:
        """What it is, for a page; of a name that was taken for a while, that it was."""
        is_taken = self.source == Source.ROUTE_ALIAS
        return str(Source.ROUTE_ALIAS.label if is_taken else Role(self.role).label)

    def __repr__(self) -> str:
        return f"<part {self.role}>"


Name = tuple[Part, ...]
"""One way in which a name is told: parts in the order in which they are said."""


@dataclass(frozen=True, slots=True, repr=False)
class Birth:
    """When someone was born: as said, in which calendar, how precisely, and the days it means."""

    said: str
    calendar: str
    precision: str
    start: date
    end: date

    def __post_init__(self) -> None:
        object.__setattr__(self, "said", tidy(self.said))
        _one_of(Calendar, self.calendar)
        _one_of(Precision, self.precision)
        _short_enough(self.said)
        if self.start > self.end:
            raise NotToldWell(_("The birth ends before it begins: write it again."))

    @classmethod
    def told(cls, words: str, numbers: Said, *, calendar: Calendar, precision: Precision) -> Birth:
        """From the words and the numbers in them; DateNotUnderstood when they are no date."""
        start, end = window(numbers, calendar=calendar, precision=precision)
        return cls(words, calendar.value, precision.value, start, end)

    def youngest(self, today: date) -> int:
        """The least age in full years that the window allows: what an age rule must go by."""
        return _full_years(self.end, today)

    def oldest(self, today: date) -> int:
        return _full_years(self.start, today)

    def __repr__(self) -> str:
        return f"<birth {self.precision}>"


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """A place in the person's words, and the country's two letters where one is known."""

    kind: str
    said: str
    country: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "said", tidy(self.said))
        object.__setattr__(self, "country", self.country.upper())
        _one_of(PlaceKind, self.kind)
        _short_enough(self.said)
        if self.country and not (len(self.country) == 2 and self.country.isascii()):
            raise NotToldWell(_("Choose the country from the list."))

    def __repr__(self) -> str:
        return f"<place {self.kind}>"


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """What is known of a person. The first name and the first birth are the ones in force."""

    names: tuple[Name, ...]
    sex: str = Sex.UNKNOWN.value
    births: tuple[Birth, ...] = ()
    places: tuple[Place, ...] = ()
    languages: tuple[str, ...] = ()
    marks: str = ""
    unknown: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _one_of(Sex, self.sex)
        for one in self.unknown:
            _one_of(Unknown, one)
        if not any(self.names):
            raise NotToldWell(_("Write at least one name, as the person says it."))
        if len(self.marks) > 10 * LONGEST:
            raise NotToldWell(_("This is too long: keep to what helps to recognise the person."))

    @property
    def birth(self) -> Birth | None:
        return self.births[0] if self.births else None

    @property
    def not_known(self) -> list[Unknown]:
        """What nobody knew when they were asked, and nobody told since."""
        told = {part.role for name in self.names for part in name}
        if self.births:
            told.add(Unknown.BIRTH.value)
        return [Unknown(one) for one in self.unknown if one not in told]

    @property
    def called(self) -> str:
        """The name in force on one line, nickname and title left out unless nothing else is."""
        aside = {Role.NICKNAME.value, Role.HONORIFIC.value}
        name = self.names[0]
        plain = [part.text for part in name if part.role not in aside]
        return " ".join(plain or [part.text for part in name])

    def corrected(self, by: Told) -> Told:
        """The newer telling, with every older name and birth kept behind it as a variant."""
        return replace(
            by,
            names=tuple(dict.fromkeys((*by.names, *self.names))),
            births=tuple(dict.fromkeys((*by.births, *self.births))),
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "v": 1,
            "names": [[_part_json(part) for part in name] for name in self.names],
            "sex": self.sex,
            "births": [_birth_json(birth) for birth in self.births],
            "places": [[place.kind, place.said, place.country] for place in self.places],
            "languages": list(self.languages),
            "marks": self.marks,
            "unknown": list(self.unknown),
        }

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Told:
        """The inverse of to_json; NotToldWell when a value breaks a rule of its class."""
        return cls(
            names=tuple(tuple(Part(*part) for part in name) for name in told["names"]),
            sex=told["sex"],
            births=tuple(_birth(birth) for birth in told["births"]),
            places=tuple(Place(*place) for place in told["places"]),
            languages=tuple(told["languages"]),
            marks=told["marks"],
            unknown=tuple(told.get("unknown", ())),  # what was told before does not say it
        )

    def __repr__(self) -> str:
        return "<told>"


def _part_json(part: Part) -> list[str]:
    return [part.role, part.text, part.script, part.source]


def _birth_json(birth: Birth) -> list[str]:
    days = (birth.start.isoformat(), birth.end.isoformat())
    return [birth.said, birth.calendar, birth.precision, *days]


def _birth(told: list[str]) -> Birth:
    said, calendar, precision, start, end = told
    days = (date.fromisoformat(start), date.fromisoformat(end))
    return Birth(said, calendar, precision, *days)


def _one_of(choices: type[TextChoices], value: str) -> None:
    if value not in _values(choices):
        raise NotToldWell(_("Choose one of the answers in the list."))


@cache
def _values(choices: type[TextChoices]) -> frozenset[str]:
    """Read for every part of every name on a page; the class makes its list anew each time."""
    return frozenset(choices.values)


def _short_enough(text: str) -> None:
    if len(text) > LONGEST:
        raise NotToldWell(
            _("This answer is too long: at most %(longest)d letters.") % {"longest": LONGEST}
        )


def _full_years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
