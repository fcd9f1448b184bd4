"""Which cases the list shows, and in which order: words of an address that name no person."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.cases.reference import LETTERS
from kintrace.cases.states import ENDED, State

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGINNING = re.compile(rf"[A-Z0-9]{{2,8}}-[{LETTERS}]{{0,4}}(-[{LETTERS}]{{0,4}})?")


class Whose(TextChoices):
    ALL = "all", _("All cases")
    MINE = "mine", _("My cases")
    NOBODY = "nobody", _("Nobody’s cases")
    DESK = "desk", _("Cases of my place")


class Due(TextChoices):
    """How far the next review is."""

    OVERDUE = "overdue", _("Overdue")
    SOON = "soon", _("Within 7 days")
    LATER = "later", _("Later")


class Waits(TextChoices):
    """For what a case waits, whenever its next review is."""

    SOCIETY = "society", _("For another society")
    MESSAGES = "messages", _("With messages that wait")


class Order(TextChoices):
    REVIEW = "review", _("Next review")
    OPENED = "opened", _("Opened, the newest first")
    CODE = "code", _("Code")
    STATE = "state", _("State")
    HANDLER = "handler", _("Who looks after it")


@dataclass(frozen=True)
class Wanted:
    """What one page of the list is about; what is not one of the words is left out.

    state: "" is every case that is open. code: how the code begins.
    """

    whose: str = Whose.ALL.value
    state: str = ""
    due: str = ""
    waits: str = ""
    handler: str = ""
    code: str = ""
    order: str = Order.REVIEW.value

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Wanted:
        state = _one_of(State, asked.get("state", ""))
        return cls(
            whose=_one_of(Whose, asked.get("whose", "")) or Whose.ALL.value,
            state=state,
            due="" if state in ENDED else _one_of(Due, asked.get("due", "")),
            waits=_one_of(Waits, asked.get("waits", "")),
            handler=_id(asked.get("handler", "")),
            code=asked["code"] if BEGINNING.fullmatch(asked.get("code", "")) else "",
            order=_one_of(Order, asked.get("order", "")) or Order.REVIEW.value,
        )

    @property
    def query(self) -> str:
        """The same in an address; always in the same words, so that two can be held together."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        usual = {one.name: one.default for one in fields(self)}
        return urlencode({name: value for name, value in said.items() if value != usual[name]})

    def with_(self, **other: str) -> Wanted:
        return replace(self, **other)


def _one_of(words: type[TextChoices], said: str) -> str:
    return said if said in words.values else ""


def _id(said: str) -> str:
    try:
        return str(UUID(said))
    except ValueError:
        return ""


def beginnings(said: str, *, society: str) -> list[str]:
    """How the code begins that somebody typed, with its hyphens or without, whole or in part.

    Two answers where it may begin with the society's code or with letters that look like it.
    """
    letters = re.sub(r"[\W_]", "", said).upper()
    parts = {letters.removeprefix(society), letters}
    fits = [one for one in parts if one and len(one) <= 8 and set(one) <= set(LETTERS)]
    return sorted(f"{society}-{one[:4]}-{one[4:]}".removesuffix("-") for one in fits)
