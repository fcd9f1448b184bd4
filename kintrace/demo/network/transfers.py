"""Forty searches of which one society asked another: in every state that can be reached today.

A copy that was deleted thirty days after the result is none of them, for time is not moved. Who
has until tomorrow to answer is asked the day after, as the worker will ask.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.audit.actions import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import incoming, transfer_ends, transfer_sending, transfers
from kintrace.cases.card import Wish as CardWish
from kintrace.cases.transfers import USUAL, Part, Result, Stand, Text, WhyBack, WhyNot, Wish
from kintrace.demo.network import meetings
from kintrace.demo.network.asks import Ask, End, asks
from kintrace.demo.network.people import desks
from kintrace.demo.network.states import actor
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step, made
from kintrace.demo.told import BETWEEN, REGIONS
from kintrace.network.access import Role
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Incoming, Transfer
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member

    Act = Callable[["Ask"], None]


def steps(house: House) -> tuple[Step, ...]:
    """What can be asked as soon as this society stands: by it, and of it."""
    standing = desks()[: desks().index(house) + 1]
    both = [ask for ask in asks() if house in (ask.lot.house, ask.taker)]
    return tuple(
        Step(ask.key, partial(play, ask))
        for ask in both
        if ask.lot.house in standing and ask.taker in standing
    )


def play(ask: Ask) -> None:
    for act in ACTS[ask.end]:
        act(ask)


# --- the society that asks ---


def asker_of(ask: Ask) -> Member:
    return actor(ask.lot, Role.CASEWORKER)


def transfer_of(ask: Ask, by: Member) -> Transfer | None:
    """What was asked of this society for this person, however it stands."""
    case = lookups.case_for(by, UUID(made()[ask.lot.case_key]))
    asked = _society(ask.taker)
    return next((one for one in lookups.transfers_of(case) if one.chosen_id == asked), None)


def _society(house: House) -> UUID:
    return named(house.members[0].sign_in).society_id


def _prepare(ask: Ask, *, days: int = 14) -> None:
    with seated(asker_of(ask)) as by:
        if transfer_of(ask, by) is None:
            case = lookups.case_for(by, UUID(made()[ask.lot.case_key]))
            plan = transfers.Asking(
                sought=lookups.still_sought(case)[0],
                society=named(ask.taker.members[0].sign_in).society,
                wish=Wish.values[ask.number % len(Wish.values)],
                question=BETWEEN[ask.number % len(BETWEEN)].asked,
                region=REGIONS[ask.number % len(REGIONS)],
                answer_by=timezone.localdate() + timedelta(days=days),
            )
            transfers.begin(case, asking=plan, by=by)
        transfer = transfer_of(ask, by)
        if transfer is not None and transfer.state == Stand.DRAFTED:
            transfers.choose_parts(transfer, parts=[*USUAL, Part.STORY], by=by)


def _check(ask: Ask) -> None:
    with seated(asker_of(ask)) as by:
        transfer = transfer_of(ask, by)
        if transfer is not None and transfer.state == Stand.DRAFTED:
            ground = transfers.Ground(kind="consent", how="spoken", sought="public_interest")
            transfers.check_ground(transfer, ground=ground, by=by)


def _send(ask: Ask) -> None:
    with seated(asker_of(ask)) as by:
        transfer = transfer_of(ask, by)
        if transfer is not None and transfer.state == Stand.CHECKED:
            transfer_sending.send(transfer, by=by)


def _recall(ask: Ask) -> None:
    with seated(asker_of(ask)) as by:
        transfer = transfer_of(ask, by)
        if transfer is not None and transfer.is_out:
            transfer_sending.recall(transfer, why=WhyBack.NOT_NEEDED, by=by)


def note_seen(ask: Ask) -> None:
    with seated(asker_of(ask)) as by:
        transfer = transfer_of(ask, by)
        if transfer is not None:
            transfer_sending.note_seen(transfer, by=by)


def _answer(ask: Ask) -> None:
    _say(ask, asker_of(ask), BETWEEN[ask.number % len(BETWEEN)].answered)


def _run_out(ask: Ask) -> None:
    """The morning after the last day, as the worker will find it."""
    society = _society(ask.lot.house)
    with reading_as(society):
        transfer_ends.expire(timezone.localdate() + timedelta(days=2), by=Machine(society))


# --- the society that is asked ---


def answerer_of(ask: Ask) -> Member:
    names = ask.taker.of(Role.CASEWORKER)
    return named(names[ask.number % len(names)])


def incoming_of(ask: Ask, by: Member) -> Incoming:
    """As it stands at the society that is asked; `by` is of that one."""
    with seated(asker_of(ask)) as asker:
        transfer = transfer_of(ask, asker)
    every = lookups.incoming_of(by)
    return next(one for one in every if transfer and one.transfer == transfer.pk)


def _accept(ask: Ask) -> None:
    with seated(answerer_of(ask)) as by:
        asked = incoming_of(ask, by)
        if asked.state == Stand.SENT:
            incoming.accept(asked, by=by)


def _note(ask: Ask) -> None:
    with seated(answerer_of(ask)) as by:
        asked = incoming_of(ask, by)
        if asked.state == Stand.ACCEPTED and not lookups.texts_of(asked.transfer, Text.NOTE):
            for words in BETWEEN[ask.number % len(BETWEEN)].tried:
                incoming.write_note(asked, words=words, by=by)


def _question(ask: Ask) -> None:
    _say(ask, answerer_of(ask), BETWEEN[ask.number % len(BETWEEN)].question)


def _decline(ask: Ask) -> None:
    with seated(answerer_of(ask)) as by:
        asked = incoming_of(ask, by)
        if asked.state == Stand.SENT:
            incoming.decline(asked, why=WhyNot.values[ask.number % len(WhyNot.values)], by=by)


def _find(ask: Ask) -> None:
    """The person is found there, informed, and wants the family to know that they live."""
    with seated(answerer_of(ask)) as by:
        whom = lookups.afar_of(incoming_of(ask, by))
        if whom is not None and whom.incoming.state == Stand.ACCEPTED:
            meetings.inform(whom, by=by)
            meetings.ask_about_safety(whom, by=by)
            meetings.choose(whom, CardWish.ALIVE, by=by)


def give_result(result: Result, words: str, ask: Ask) -> None:
    with seated(answerer_of(ask)) as by:
        asked = incoming_of(ask, by)
        if asked.state == Stand.ACCEPTED:
            incoming.return_result(asked, outcome=incoming.Outcome(result, words), by=by)


def _say(ask: Ask, member: Member, words: str) -> None:
    """Write to the other desk, once."""
    with seated(asker_of(ask)) as asker:
        transfer = transfer_of(ask, asker)
    if transfer is None:
        return
    with seated(member) as by:
        said = lookups.texts_of(transfer.pk, Text.MESSAGE)
        if transfer.is_out and not any(one.owner.pk == by.society_id for one in said):
            incoming.say(transfer.pk, sender=transfer.society_id, words=words, by=by)


E = End
_SENT = (_prepare, _check, _send)
_TAKEN_ON = (*_SENT, _accept)
_SEARCHED = (*_TAKEN_ON, _note)
_LIVES = "Alive and well. We are speaking about what may be passed on, and shall write again."
_NO_TRACE = "Nobody knows the name at the school, in the lists or at the church."
ACTS: dict[End, tuple[Act, ...]] = {
    E.DRAFTED: (_prepare,),
    E.CHECKED: (_prepare, _check),
    E.SENT: _SENT,
    E.ACCEPTED: _TAKEN_ON,
    E.NOTED: _SEARCHED,
    E.QUESTION: (*_SEARCHED, _question),
    E.ANSWERED: (*_TAKEN_ON, _question, _answer),
    E.DECLINED: (*_SENT, _decline),
    E.DECLINED_READ: (*_SENT, _decline, note_seen),
    E.RECALLED: (*_SENT, _recall),
    E.CALLED_BACK: (*_TAKEN_ON, _recall),
    E.EXPIRED: (partial(_prepare, days=1), _check, _send, _run_out),
    E.FOUND: (*_SEARCHED, _find, partial(give_result, Result.LOCATED, _LIVES)),
    E.NOT_FOUND: (*_SEARCHED, partial(give_result, Result.NOT_FOUND, _NO_TRACE), note_seen),
}
