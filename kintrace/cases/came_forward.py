"""Words about somebody who told us who they are, and whom we search the family for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    OPEN = "open", pgettext_lazy("state of who came forward", "Open")
    CLOSED = "closed", pgettext_lazy("state of who came forward", "Ended")


class Ended(TextChoices):
    """Why it ended."""

    RELATED = "related", _("It is the family: a case goes on with it")
    NOT_RELATED = "not_related", _("It belongs to none of our searches")
    UNTRUE = "untrue", _("It is not what it says to be")
    WITHDRAWN = "withdrawn", _("The person took it back")
    MISTAKE = "mistake", _("It should not have been written down")

    @classmethod
    def asked(cls) -> list[tuple[str, str]]:
        """What a member chooses; what a person takes back is done where everything of theirs is."""
        return [(one.value, str(one.label)) for one in cls if one is not cls.WITHDRAWN]


@dataclass(frozen=True, repr=False)
class Beside:
    """What is told beside a description: whom the person misses, as they say it."""

    mother: str = ""
    kin: tuple[str, ...] = ()  # codes of wall.relations.Who
    kin_names: str = ""
    together: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "mother": self.mother,
            "kin": list(self.kin),
            "kin_names": self.kin_names,
            "together": self.together,
        }

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Beside:
        return cls(told["mother"], tuple(told["kin"]), told["kin_names"], told["together"])
