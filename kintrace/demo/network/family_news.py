"""Red Cross Messages on every part of their way.

Nobody here sends more than one, so it is found again by the sender's case.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_messages as red_cross
from kintrace.cases.red_cross import Cancelled, Returned, SentBack, State
from kintrace.demo.network.people import at
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import TOLD_SEX, named, seated
from kintrace.demo.steps import Step, made
from kintrace.demo.told import DOORS, NEWS_HOME, NEWS_OTHERWISE, REPLIES_HOME
from kintrace.network.access import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Case, RedCrossMessage
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot
    from kintrace.network.models import Member

    Act = Callable[["Sheet"], None]


class Way(Enum):
    """How far a Red Cross Message has come when the demo is whole."""

    WRITING = "half written"
    SENT_BACK = "the second member gave it back"
    COLLECTED = "waits for the second member"
    CHECKED = "checked; to be handed over"
    SENT = "handed over to who delivers it"
    IN_DELIVERY = "somebody brings it"
    DELIVERED = "delivered"
    REPLIED = "an answer waits for the sender"
    GIVEN = "the sender has the answer"
    RETURNED = "came back"
    CALLED_OFF = "called off"


@dataclass(frozen=True)
class Sheet:
    """One message: whose, who delivers it (None: the own society), how far it comes."""

    lot: Lot
    by: House | None
    way: Way

    @property
    def deliverer(self) -> House:
        return self.by or self.lot.house


W = Way
# Where the faces of the first society are that nothing else is told of.
FIRST_OF, ALONE_OF, ELSEWHERE_OF = 18, 14, 9
# The first society's own, before another one stands; those that the second delivers; and those
# that it delivers for the second.
ALONE = (W.COLLECTED, W.IN_DELIVERY, W.CHECKED, W.WRITING)
THERE = (W.REPLIED, W.SENT, W.DELIVERED, W.GIVEN, W.RETURNED, W.CALLED_OFF)
HERE = (W.SENT, W.IN_DELIVERY, W.SENT_BACK)


def alone(house: House) -> tuple[Step, ...]:
    """What a society needs nobody else for."""
    lots = _live(house)[ALONE_OF:]
    return _steps([Sheet(lot, None, way) for lot, way in zip(lots, ALONE, strict=False)])


def together(first: House, second: House) -> tuple[Step, ...]:
    """What two societies do for each other's families."""
    there = zip(_live(first)[FIRST_OF:], THERE, strict=False)
    here = zip(_live(second)[ELSEWHERE_OF:], HERE, strict=False)
    return _steps(
        [
            *(Sheet(lot, second, way) for lot, way in there),
            *(Sheet(lot, first, way) for lot, way in here),
        ]
    )


def _live(house: House) -> list[Lot]:
    return [lot for lot in at(house) if lot.fate is Fate.LIVE]


def _steps(sheets: list[Sheet]) -> tuple[Step, ...]:
    return tuple(
        Step(f"{sheet.lot.house.code} family news {sheet.lot.number}", partial(play, sheet))
        for sheet in sheets
    )


def play(sheet: Sheet) -> None:
    for act in ACTS[sheet.way]:
        act(sheet)


# --- at home ---


def _case(lot: Lot, by: Member) -> Case:
    return lookups.case_for(by, UUID(made()[lot.case_key]))


def _message(sheet: Sheet, by: Member) -> RedCrossMessage | None:
    return next(iter(lookups.red_cross_in(_case(sheet.lot, by))), None)


def _is_at(sheet: Sheet, by: Member, state: State) -> RedCrossMessage | None:
    """The message, while it stands there and at the home of this member."""
    found = _message(sheet, by)
    return found if found is not None and found.state == state else None


def _begin(sheet: Sheet) -> None:
    with seated(actor(sheet.lot, Role.CASEWORKER)) as by:
        if _message(sheet, by) is None:
            case = _case(sheet.lot, by)
            red_cross.begin(case, to=lookups.still_sought(case)[0], how="spoken", by=by)
        _write(sheet, "sender", _sender(sheet.lot), by)


def _fill_in(sheet: Sheet) -> None:
    with seated(actor(sheet.lot, Role.CASEWORKER)) as by:
        _write(sheet, "addressee", _addressee(sheet.lot), by)
        own, otherwise = NEWS_HOME.get(sheet.lot.person.language), NEWS_OTHERWISE
        text = own or otherwise[sheet.lot.number % len(otherwise)]
        _write(sheet, "text", {"text": text}, by)


def _write(sheet: Sheet, kind: str, said: dict[str, Any], by: Member) -> None:
    message = _is_at(sheet, by, State.WRITING)
    if message is not None and not lookups.part_version(message, kind):
        red_cross.keep(message, kind=kind, said=said, seen=0, by=by)


def _collect(sheet: Sheet) -> None:
    with seated(actor(sheet.lot, Role.CASEWORKER)) as by:
        message = _is_at(sheet, by, State.WRITING)
        if message is not None and not message.why:
            red_cross.collect(message, by=by)


def _check(why: str, sheet: Sheet) -> None:
    with seated(actor(sheet.lot, Role.OFFICER)) as by:
        message = _is_at(sheet, by, State.COLLECTED)
        if message is not None:
            red_cross.check(message, why=why, by=by)


def _send(sheet: Sheet) -> None:
    partner = named(sheet.by.members[0].sign_in).society_id if sheet.by else None
    with seated(actor(sheet.lot, Role.CASEWORKER)) as by:
        message = _is_at(sheet, by, State.CHECKED)
        if message is not None:
            red_cross.send(message, partner=partner, by=by)


def _call_off(sheet: Sheet) -> None:
    with seated(actor(sheet.lot, Role.CASEWORKER)) as by:
        message = _is_at(sheet, by, State.SENT)
        if message is not None:
            red_cross.call_off(message, why=Cancelled.OTHERWISE, by=by)


def _give(sheet: Sheet) -> None:
    with seated(actor(sheet.lot, Role.CASEWORKER)) as by:
        message = _is_at(sheet, by, State.REPLIED)
        if message is not None and message.reply_given is None:
            delivery.give_reply(message, by=by)


def _sender(lot: Lot) -> dict[str, Any]:
    person = lot.person
    return {
        "name": f"{person.given} {person.father} {person.grandfather}",
        "name_own": f"{person.given_own} {person.father_own}",
        "sex": TOLD_SEX[person.sex],
        "birth": person.born[0],
        "language": _of_the_sheet(person.language),
        "reply_to": "society",
        "shown": ["sex", "birth"],
    }


def _addressee(lot: Lot) -> dict[str, Any]:
    person = lot.person
    return {
        "name": person.sought_given,
        "name_own": person.sought_given_own,
        "sex": TOLD_SEX[person.sought_sex],
        "relation": person.seeks,
        "address": DOORS[lot.number % len(DOORS)],
        "language": _of_the_sheet(person.language),
    }


def _of_the_sheet(language: str) -> str:
    """The language in which a sheet speaks: English where it has no other."""
    return language if language in dict(settings.LANGUAGES) else "en"


# --- where it is delivered ---


def _at_the_door(sheet: Sheet, by: Member, state: State) -> RedCrossMessage | None:
    """The message as the society that delivers it reads it, while it stands there."""
    with seated(actor(sheet.lot, Role.CASEWORKER)) as home:
        message = _message(sheet, home)
    if message is None or message.state != state:
        return None
    return lookups.red_cross_for(by, message.pk)


def _courier(sheet: Sheet) -> Member:
    names = sheet.deliverer.of(Role.CASEWORKER)
    return named(names[sheet.lot.number % len(names)])


def _take(sheet: Sheet) -> None:
    courier = _courier(sheet)
    with seated(courier) as by:
        message = _at_the_door(sheet, by, State.SENT)
        if message is not None:
            delivery.take(message, by=by)


def _hand_over(sheet: Sheet) -> None:
    with seated(_courier(sheet)) as by:
        message = _at_the_door(sheet, by, State.IN_DELIVERY)
        if message is not None:
            delivery.deliver(message, day=timezone.localdate(), by=by)


def _reply(sheet: Sheet) -> None:
    own, language = REPLIES_HOME, sheet.lot.person.language
    with seated(_courier(sheet)) as by:
        message = _at_the_door(sheet, by, State.DELIVERED)
        if message is not None:
            delivery.write_reply(message, text=own.get(language, own["en"]), by=by)


def _return(sheet: Sheet) -> None:
    with seated(_courier(sheet)) as by:
        message = _at_the_door(sheet, by, State.IN_DELIVERY)
        if message is not None:
            delivery.return_(message, why=Returned.MOVED, by=by)


_WRITTEN = (_begin, _fill_in, _collect)
_CHECKED = (*_WRITTEN, partial(_check, ""))
_SENT = (*_CHECKED, _send)
_TAKEN = (*_SENT, _take)
_ANSWERED = (*_TAKEN, _hand_over, _reply)
ACTS: dict[Way, tuple[Act, ...]] = {
    W.WRITING: (_begin,),
    W.SENT_BACK: (*_WRITTEN, partial(_check, SentBack.ADDRESS)),
    W.COLLECTED: _WRITTEN,
    W.CHECKED: _CHECKED,
    W.SENT: _SENT,
    W.IN_DELIVERY: _TAKEN,
    W.DELIVERED: (*_TAKEN, _hand_over),
    W.REPLIED: _ANSWERED,
    W.GIVEN: (*_ANSWERED, _give),
    W.RETURNED: (*_TAKEN, _return),
    W.CALLED_OFF: (*_SENT, _call_off),
}
