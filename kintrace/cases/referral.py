"""Passing a person on to somebody else who helps: to whom, with what, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.cases.referral_words import Helper, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(TextChoices):
    """What may be told to who helps. Nothing else is, and nothing goes by itself."""

    NAME = "name", _("What they are called")
    AGE = "age", _("How old they are")
    LANGUAGE = "language", _("Which languages they speak")
    WAYS = "ways", _("How they are reached safely")
    NEED = "need", _("What they need")
    FAMILY = "family", _("That family is with them, and who")


# Where a referral may go from where it stands; what was told cannot be called back.
ARROWS: dict[Standing, tuple[Standing, ...]] = {
    Standing.REFERRED: (Standing.ACCEPTED, Standing.DECLINED, Standing.TOOK_BACK),
    Standing.ACCEPTED: (Standing.DONE, Standing.NOT_DONE, Standing.TOOK_BACK),
}
GOING_ON = frozenset(ARROWS)
ASK_AFTER = timedelta(days=14)
CONSENT_LASTS = timedelta(days=365)


@dataclass(frozen=True, repr=False)
class Helped:
    """Who helps with what, by which name we know them, and what they are told."""

    helper: str
    name: str
    parts: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        parts = [Part(one).value for one in self.parts]
        return {"helper": Helper(self.helper).value, "name": self.name.strip(), "parts": parts}

    @classmethod
    def from_json(cls, told: Mapping[str, object]) -> Helped:
        parts = told["parts"]
        known = tuple(map(str, parts)) if isinstance(parts, list) else ()
        return cls(str(told["helper"]), str(told["name"]), known)


@dataclass(frozen=True, repr=False)
class CameOfIt:
    """Where a referral stands now, what came of it, and when we ask again."""

    standing: str
    result: str = ""
    ask_on: date | None = None
