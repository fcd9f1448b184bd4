"""The words of verifying and passing on: what proves it, who decided what.

Nothing is summed up to a score: which proofs are enough stands here, and a person decides.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.cases.contact_plan import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Rung(TextChoices):
    """A rung of the ladder. Papers are on none of them."""

    FACT = "fact", _("A fact that only family knows")
    LINE_UP = "line_up", _("Recognised among several photos")
    WITNESS = "witness", _("Somebody else who knows both")


class Compared(TextChoices):
    SAME = "same", _("The same")
    DIFFERENT = "different", _("Different")
    UNSURE = "unsure", _("Not sure")


class Verdict(TextChoices):
    VERIFIED = "verified", _("It is the person, and this is their family")
    FAILED = "failed", _("It is not, or we cannot believe it")
    NOT_YET = "not_yet", _("We do not know yet")


class WhyFailed(TextChoices):
    OTHER_PERSON = "other_person", _("It is another person")
    UNKNOWN_TO_THEM = "unknown", _("The found person does not know who searches")
    FACTS_DIFFER = "facts_differ", _("The answers do not fit")
    PRESSED = "pressed", _("Somebody seems to be pressed or afraid")
    PRETENDS = "pretends", _("Somebody seems to pretend")


class FirstTold(TextChoices):
    """How the way to reach somebody is passed on; never by letter or SMS first."""

    IN_PERSON = "in_person", _("In person")
    BY_PHONE = "by_phone", _("By phone")


# What of a found person's ways may be passed on; where they are now never is.
WAYS = ("phone", "email", "app", "address", "through")
FACTS, FACTS_WITH_ANOTHER = 3, 2
FEWEST_OTHERS = 3  # among fewer a photo is guessed


@dataclass(frozen=True)
class Proof:
    """One rung as it was compared; `apart`: two members asked, each one side."""

    rung: str
    compared: str
    apart: bool = True


class Photo(TextChoices):
    """Which photo was among the others. We keep the face of nobody who is sought or was found."""

    SEARCHERS = "searchers", _("The photo with which the person searches, to the found person")
    FAMILYS = "familys", _("A photo that the family brought, to the found person; it is not kept")
    FOUNDS = (
        "founds",
        _("A photo of the found person, with their yes, to the family; it is not kept"),
    )


@dataclass(frozen=True, repr=False)
class LineUp:
    """How photos were shown: which one, among how many others, and by whom.

    shows: a print of the photo with which the person searches, where it lay here on that day.
    """

    photo: str
    others: int
    held_by: UUID
    shows: str = ""

    @property
    def shown_to(self) -> Side:
        return Side.SEEKER if self.photo == Photo.FOUNDS else Side.FOUND

    def to_json(self) -> dict[str, Any]:
        photo = Photo(self.photo).value
        told = {"photo": photo, "others": self.others, "held_by": str(self.held_by)}
        return told | ({"shows": self.shows} if self.shows else {})

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> LineUp:
        held_by, shows = UUID(told["held_by"]), told.get("shows", "")
        return cls(told["photo"], told["others"], held_by, shows)


def is_enough(proofs: Iterable[Proof], *, careful: bool) -> bool:
    """Three facts that agree; or two, and a photo recognised or a witness. Where somebody may be a
    child or in danger, a fact counts only if the two sides were asked by two members."""
    agree = [one for one in proofs if one.compared == Compared.SAME]
    count = Counter(one.rung for one in agree if one.rung != Rung.FACT or one.apart or not careful)
    if count[Rung.FACT] >= FACTS:
        return True
    another = count[Rung.LINE_UP] + count[Rung.WITNESS]
    return count[Rung.FACT] >= FACTS_WITH_ANOTHER and another > 0
