"""Asking a family how it is, after contact: in one of three ways, on planned days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.cases.plan_words import Outcome, Way

if TYPE_CHECKING:
    from collections.abc import Iterable


class Side(TextChoices):
    """Whom we ask: each of the two has a plan of their own, which is kept from the other."""

    SEEKER = "seeker", _("The one who searched")
    FOUND = "found", _("The one who was found")


# From the least to the most: who agreed to one agreed to those before it, and to no other.
GRADES = (Way.SENTENCE, Way.MESSAGE, Way.CALL)


# How a member says what came of a day; the person reads it in words of their own (plan_words.py).
CAME = {
    Outcome.DONE: _("We spoke"),
    Outcome.MISSED: _("Nobody was reached"),
    Outcome.DECLINED: _("The person does not want it any more"),
}


def within(way: str, agreed: str) -> bool:
    """Whether somebody who agreed to one way may be asked in another."""
    return GRADES.index(Way(way)) <= GRADES.index(Way(agreed))


def days_after(start: date, numbers: Iterable[int], *, today: date) -> list[date]:
    """The days of a plan, counted from contact; those that are over already are left out, and
    the last of them is asked for a week from now when no other is left."""
    ahead = [start + timedelta(days=number) for number in numbers]
    return [one for one in ahead if one > today] or [today + timedelta(days=7)]


@dataclass(frozen=True, repr=False)
class Talked:
    """What came of a planned day. worry: what was told that may be a danger."""

    outcome: str
    way: str = ""
    note: str = ""
    worry: str = ""

    def to_json(self) -> dict[str, str]:
        way = Way(self.way).value if self.way else ""
        return {"outcome": Outcome(self.outcome).value, "way": way}
