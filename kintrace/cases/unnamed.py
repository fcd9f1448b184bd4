"""The card of a body or grave that nobody could name: plain values, and whom it may be about."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kintrace.people.told import Sex

if TYPE_CHECKING:
    from kintrace.people.told import Told

# Who sees a body guesses its age badly.
AGE_GIVES = 5


class Found(TextChoices):
    """What it is."""

    BODY = "body", _("A body")
    GRAVE = "grave", _("A grave without a name")
    REMAINS = "remains", _("Remains")


class HeldBy(TextChoices):
    """Who has it in their care."""

    MORGUE = "morgue", pgettext_lazy("who looks after a body", "A morgue or forensic service")
    HOSPITAL = "hospital", pgettext_lazy("who looks after a body", "A hospital")
    POLICE = "police", pgettext_lazy("who looks after a body", "Police or a prosecutor")
    CEMETERY = "cemetery", pgettext_lazy("who looks after a body", "A cemetery or town")
    COMMUNITY = "community", pgettext_lazy("who looks after a body", "People of the community")
    OTHER = "other", pgettext_lazy("who looks after a body", "Somebody else")


class Ended(TextChoices):
    """What ends a card."""

    NAMED = "named", _("An authority gave the person a name")
    MISTAKE = "mistake", _("It should not have been written down")
    TWICE = "twice", _("There are two cards about it")


_SAYS_NOTHING = frozenset({Sex.UNKNOWN.value, Sex.OTHER.value, ""})


@dataclass(frozen=True, repr=False)
class Card:
    """What a search can be held beside. Ages are years, `day` is when it was found."""

    kind: str
    sex: str
    youngest: int | None
    oldest: int | None
    place: str
    country: str
    at_sea: bool  # in the sea or on a coast: the current carries people into other countries
    day: date
    held_by: str

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"day": self.day.isoformat()}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Card:
        return cls(**(told | {"day": date.fromisoformat(told["day"])}))

    def may_be(self, told: Told, news: dict[str, Any] | None) -> bool:
        """Whether a person sought fits. What nobody told speaks neither for nor against."""
        return self._sex_fits(told) and self._age_fits(told) and self._news_fit(news)

    def _sex_fits(self, told: Told) -> bool:
        return bool({self.sex, told.sex} & _SAYS_NOTHING) or self.sex == told.sex

    def _age_fits(self, told: Told) -> bool:
        birth = told.birth
        if birth is None:
            return True
        too_young = self.youngest is not None and birth.oldest(self.day) < self.youngest - AGE_GIVES
        too_old = self.oldest is not None and birth.youngest(self.day) > self.oldest + AGE_GIVES
        return not (too_young or too_old)

    def _news_fit(self, news: dict[str, Any] | None) -> bool:
        """Nobody who was heard from later; and not in another country, unless the sea was there."""
        if not news:
            return True
        if news.get("window") and date.fromisoformat(news["window"][0]) > self.day:
            return False
        anywhere = self.at_sea or not (self.country and news.get("country"))
        return bool(anywhere or self.country == news["country"])
