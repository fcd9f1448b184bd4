"""The same of what a service point writes of a person; part of the table in uninformed.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.protection.purposes import How
from kintrace.servicepoints.actions import Sent, following, handing_over
from kintrace.servicepoints.models import Registration
from kintrace.servicepoints.people_words import Came
from kintrace.servicepoints.telling import Again

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.uninformed import Uninformed


def _met(who: Uninformed) -> object:
    said: dict[str, Any] = {"came": Came.SEEN, "again": Again(), "sent": Sent()}
    row = Registration(subject=who.subject)
    return following.note_meeting(row, **said, by=who.by)


AT_POINTS: dict[str, Callable[[Uninformed], object]] = {
    "servicepoints.actions.following._say_when": _met,
    "servicepoints.actions.handing_over.hand_over": lambda who: handing_over.hand_over(
        Registration(subject=who.subject), word="almond", how=How.SPOKEN, by=who.by
    ),
}
