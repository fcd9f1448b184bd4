"""Steps of a Red Cross Message, by the real actions, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.tests.opened import all_that_opens
from kintrace.network.lookups import every_society
from kintrace.protection.actions import change_not_with, erase, put_on_hold, withdraw
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case, RedCrossMessage
    from kintrace.cases.red_cross import State
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

REPLY = "Thank God. Grandmother asks for you every day."
NEWS = "We are all in good health. Your brother goes to school."
ADDRESS = "Behind the blue mosque, ask for the baker"
SENDER = {
    "name": "Selam Habte",
    "name_own": "ሰላም ሃብተ",
    "sex": "female",
    "birth": "1990",
    "language": "ti",
    "reply_to": "society",
    "shown": ["birth", "sex"],
}
ADDRESSEE = {
    "name": "Yonas Habte",
    "name_own": "يونس هبتي",
    "sex": "male",
    "relation": "brother",
    "address": ADDRESS,
    "phone": "+00 010 555 0134",
    "language": "ar",
}


def begun(case: Case, *, by: Member) -> RedCrossMessage:
    return actions.begin(case, to=lookups.sought_in(case)[0], how="spoken", by=by)


def keep(message: RedCrossMessage, kind: str, said: dict[str, Any], *, by: Member) -> None:
    actions.keep(message, kind=kind, said=said, seen=0, by=by)


def collected(case: Case, *, by: Member, text: str = NEWS) -> RedCrossMessage:
    message = begun(case, by=by)
    for kind, said in (("sender", SENDER), ("addressee", ADDRESSEE), ("text", {"text": text})):
        keep(message, kind, said, by=by)
    return actions.collect(message, by=by)


def sent(case: Case, *, by: Member, second: Member, partner: UUID | None) -> RedCrossMessage:
    """Written by one, checked by another, handed over. The reader in force has the box open."""
    message = actions.check(collected(case, by=by), by=second)
    return actions.send(message, partner=partner, by=by)


def taken(message: RedCrossMessage, *, by: Member) -> RedCrossMessage:
    """By who delivers it, as their society reads it."""
    return delivery.take(lookups.red_cross_for(by, message.pk), by=by)


def is_at(message: RedCrossMessage, state: State) -> bool:
    message.refresh_from_db()
    return message.state == state


def delivered(there: Scene, message: RedCrossMessage) -> None:
    with there.acting(there.alma):
        found = taken(message, by=there.alma)
        delivery.deliver(found, day=timezone.localdate(), by=there.alma)


def everything_read(scene: Scene) -> str:
    with scene.acting(scene.alma):
        return all_that_opens()


def is_at_home(scene: Scene, message: RedCrossMessage, state: State) -> bool:
    with reading_as(scene.society.pk):
        return is_at(message, state)


def hold(scene: Scene, case: Case) -> None:
    put_on_hold(case.subject, reason="An uncle asks.", by=scene.alma)


def take_back(scene: Scene, case: Case) -> None:
    withdraw(case.subject, purpose=Purpose.MESSAGE, by=scene.alma)


def fear(scene: Scene, case: Case) -> None:
    others = {one.pk for one in every_society()} - {scene.society.pk}
    feared = NotWith(societies=frozenset(others))
    change_not_with(case.subject, not_with=feared, by=scene.alma)


def erased(scene: Scene, case: Case) -> None:
    erase(case.subject, by=scene.dora, why=WhyErased.ASKED)
