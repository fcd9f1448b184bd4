"""What became of a person sought: how sure it is, who says so, and what may be told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kintrace.cases.outcomes import Result

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Standing(TextChoices):
    """How sure it is that somebody died. Sealed: no plain column says it (decision 038)."""

    # Visitors read this.
    ALLEGED = "alleged", _("Somebody says that the person has died")
    # Visitors read this.
    CORROBORATED = "corroborated", _("Somebody else says the same")
    # Visitors read this.
    CONFIRMED = "confirmed", _("An authority confirms that the person has died")
    # Visitors read this.
    NOT_SO = "not_so", _("It is not so")


class SaidBy(TextChoices):
    """Who says so: what they are, never who."""

    FAMILY = "family", pgettext_lazy("who says so", "Family or friends")
    WITNESS = "witness", pgettext_lazy("who says so", "Somebody who was there")
    COMPANION = "companion", pgettext_lazy("who says so", "A companion of the person")
    COMMUNITY = "community", pgettext_lazy("who says so", "People of the community")
    SOCIETY = "society", pgettext_lazy("who says so", "Another society, or the ICRC")
    HOSPITAL = "hospital", pgettext_lazy("who says so", "A hospital")
    LIST = "list", pgettext_lazy("who says so", "A list or register")
    AUTHORITY = "authority", pgettext_lazy("who says so", "An authority")
    PRESS = "press", pgettext_lazy("who says so", "Newspapers, radio or the internet")
    OTHER = "other", pgettext_lazy("who says so", "Somebody else")


class Authority(TextChoices):
    """What kind of authority confirmed it."""

    REGISTRY = "registry", _("A civil registry")
    COURT = "court", _("A court or prosecutor")
    POLICE = "police", _("The police")
    FORENSIC = "forensic", _("A forensic service or morgue")
    HEALTH = "health", _("A hospital or health authority")
    MISSING = "missing", _("A commission for missing people")
    FOREIGN = "foreign", _("An embassy or consulate")
    OTHER = "other", _("Another authority")


# What may be written down next. An authority may speak first, or after others.
AFTER: dict[Standing | None, frozenset[Standing]] = {
    None: frozenset({Standing.ALLEGED}),
    Standing.NOT_SO: frozenset({Standing.ALLEGED}),
    Standing.ALLEGED: frozenset({Standing.CORROBORATED, Standing.CONFIRMED, Standing.NOT_SO}),
    Standing.CORROBORATED: frozenset({Standing.CONFIRMED, Standing.NOT_SO}),
    Standing.CONFIRMED: frozenset({Standing.NOT_SO}),
}
# What the family may hear, and nothing else of a death: this is the gate in front of the outcome.
MAY_BE_TOLD = {
    Standing.CORROBORATED: Result.PRESUMED_DEAD,
    Standing.CONFIRMED: Result.DEAD,
}
# The family is spoken with again at the latest so long after it was told.
AGAIN_WITHIN = timedelta(days=60)


@dataclass(frozen=True, repr=False)
class Word:
    """One thing that was said of somebody's fate: who says so, of which day, and the words."""

    by: str
    day: date
    said: str
    authority: str = ""
    reference: str = ""

    @property
    def step(self) -> dict[str, Any]:
        """What members read without the box."""
        return {"by": self.by, "authority": self.authority, "day": self.day.isoformat()}

    @property
    def words(self) -> dict[str, str]:
        return {"said": self.said, "reference": self.reference}

    def is_as_the(self, step: Mapping[str, Any]) -> bool:
        """The same kind of voice, heard on the same day, as what was kept before."""
        return all(self.step[name] == step[name] for name in ("by", "day"))


@dataclass(frozen=True, repr=False)
class Sure:
    """How sure a society is of a death of which it tells another one, and which authority says so.

    Of the asking society it is no more than a first word.
    """

    standing: str = Standing.ALLEGED.value
    authority: str = ""
    reference: str = ""

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Sure:
        told = {name: said[name] for name in ("standing", "authority", "reference") if name in said}
        return cls(**told)

    def to_json(self) -> dict[str, str]:
        return {
            "standing": Standing(self.standing).value,
            "authority": self.authority and Authority(self.authority).value,
            "reference": self.reference.strip(),
        }

    @property
    def lines(self) -> list[str]:
        """For a page, in the language in force."""
        named = [str(Authority(self.authority).label)] if self.authority else []
        return [str(Standing(self.standing).label), *named, *filter(None, [self.reference])]


# What is told of a death. That it is not so is no result of a search.
TOLD_AFAR = (Standing.ALLEGED, Standing.CORROBORATED, Standing.CONFIRMED)


@dataclass(frozen=True, repr=False)
class Plan:
    """How a family is told, before anybody speaks with them."""

    day: date
    again: date
    language: str
    interpreter: bool
    words: dict[str, str]  # who tells, who else is there, where, what supports them

    @property
    def planned(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "again": self.again.isoformat(),
            "language": self.language,
            "interpreter": self.interpreter,
            "told": "",
            "followed": "",
        }
