"""A family comes together: the steps of a dossier, one table of arrows, and what has to be there.

Where a dossier stands is sealed. That there is one says that somebody was found (decision 039).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.audit.deeds import Deed
from kintrace.cases.reunion_words import Held, Needed, Step
from kintrace.network.access import Right
from kintrace.protection.purposes import How

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


class Why(TextChoices):
    """The reasons that an arrow may ask for."""

    SENT_BACK = "sent_back", _("The office sent it back: something was missing")
    NOT_PROVED = "not_proved", _("The office does not believe that they are family")
    NOT_ENOUGH = "not_enough", _("The office says that home or money are not enough")
    LATE = "late", _("It was too late for the office")
    OTHER = "other", _("Another reason, or none was said")
    NEW_FACT = "new_fact", _("There is a new fact")
    TOGETHER = "together", _("They are together and need us no more")
    TOOK_BACK = "took_back", _("One of them does not want it any more")
    RAN_OUT = "ran_out", _("The time that one of them agreed to is over")
    REFUSED_FOR_GOOD = "refused_good", _("There is no way left after the refusal")
    OUT_OF_TOUCH = "out_of_touch", _("One of them cannot be reached any more")
    SAFETY = "safety", _("Somebody may be in danger")


REFUSALS = (Why.NOT_PROVED, Why.NOT_ENOUGH, Why.LATE, Why.OTHER)
ENDS = (Why.TOGETHER, Why.TOOK_BACK, Why.REFUSED_FOR_GOOD, Why.OUT_OF_TOUCH, Why.SAFETY)


@dataclass(frozen=True)
class Arrow:
    """Who may go this way, what the audit calls it, and between which reasons they choose.

    asks: something is done for the family behind it, so both are asked for anew.
    """

    right: Right = Right.CHANGE_CASES
    deed: Deed = Deed.MOVED_REUNION
    whys: tuple[Why, ...] = ()
    asks: bool = True


# What an office decided happened, whatever holds; an end is always possible.
_SAID_NO = Arrow(whys=REFUSALS, asks=False)
_SAID_YES = Arrow(asks=False)
_END = Arrow(deed=Deed.ENDED_REUNION, whys=ENDS, asks=False)
_AGAIN = Arrow(whys=(Why.SENT_BACK, Why.NEW_FACT))

ARROWS: dict[tuple[Step, Step], Arrow] = {
    (Step.ADVICE, Step.DOSSIER): Arrow(),
    (Step.DOSSIER, Step.LODGED): Arrow(),
    (Step.LODGED, Step.GRANTED): _SAID_YES,
    (Step.LODGED, Step.REFUSED): _SAID_NO,
    (Step.LODGED, Step.DOSSIER): _AGAIN,
    (Step.REFUSED, Step.APPEAL): Arrow(),
    (Step.REFUSED, Step.DOSSIER): Arrow(whys=(Why.NEW_FACT,)),
    (Step.APPEAL, Step.GRANTED): _SAID_YES,
    (Step.APPEAL, Step.REFUSED): _SAID_NO,
    (Step.GRANTED, Step.TRAVELLED): Arrow(),
    (Step.TRAVELLED, Step.SUPPORTED): Arrow(),
    **{(step, Step.ENDED): _END for step in Step if step != Step.ENDED},
}


def ways_from(step: Step) -> list[tuple[Step, Arrow]]:
    """Where a dossier may go, in the order of the table."""
    return [(after, arrow) for (before, after), arrow in ARROWS.items() if before == step]


class Whose(TextChoices):
    SEEKER = "seeker", _("Of the one who searched")
    FOUND = "found", _("Of the one who was found")
    BOTH = "both", _("Of both, or of somebody else of the family")


# What runs out so soon stands in the work list by itself.
RUNS_OUT = timedelta(days=60)
# A dossier of which nothing was written down for so long stands there, too.
LOOK_AGAIN = timedelta(days=60)


@dataclass(frozen=True, repr=False)
class Sheet:
    """One line of the list of what is needed. `called` only for something else."""

    what: str
    whose: str
    held: str
    until: date | None = None
    called: str = ""

    def to_json(self) -> dict[str, str]:
        until = self.until.isoformat() if self.until else ""
        kept = {"what": Needed(self.what).value, "whose": Whose(self.whose).value}
        return kept | {"held": Held(self.held).value, "until": until, "called": self.called}

    @classmethod
    def from_json(cls, told: Mapping[str, str]) -> Sheet:
        until = date.fromisoformat(told["until"]) if told["until"] else None
        return cls(told["what"], told["whose"], told["held"], until, told["called"])

    def runs_out(self, today: date) -> bool:
        """Whether it is there and will not be good for long, or is not any more."""
        if self.until is None or self.held != Held.HELD:
            return False
        return self.until <= today + RUNS_OUT

    def is_over(self, today: date) -> bool:
        return self.until is not None and self.until < today


# How a yes came that was said to the society which found the person.
TOLD_THERE = "society"


@dataclass(frozen=True)
class Agreed:
    """That one side wants to come together: on which day, and how they said it."""

    day: date
    how: str

    def to_json(self) -> dict[str, str]:
        how = self.how if self.how == TOLD_THERE else How(self.how).value
        return {"day": self.day.isoformat(), "how": how}


def how_said(how: str) -> str:
    """The words of how somebody said that they want to come together."""
    if how == TOLD_THERE:
        return str(_("As the society that found the person told us"))
    return str(How(how).label)


@dataclass(frozen=True)
class AfterContact:
    """What a society settled for the time after contact.

    places: its places that are no Humanitarian Service Point and have a room where nobody
    listens. days: how long after contact the family is asked how it is.
    """

    places: tuple[str, ...] = ()
    days: tuple[int, ...] = (7, 30, 91)

    def to_json(self) -> dict[str, object]:
        return {"places": list(self.places), "days": list(self.days)}

    @classmethod
    def from_json(cls, settled: Mapping[str, list[object]]) -> AfterContact:
        places = tuple(str(one) for one in settled["places"])
        return cls(places, tuple(int(str(one)) for one in settled["days"]))

    def is_confidential(self, place: UUID | str) -> bool:
        return str(place) in self.places
