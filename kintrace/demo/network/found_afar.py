"""Somebody who is found for another society, from the question to the days after contact.

What is done stands by society: each asks its own side, and neither speaks with the other's people.
Every act looks first whether it was done.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import enquiries, moves, passing, plans
from kintrace.cases.card import Wish
from kintrace.cases.contact_plan import Side
from kintrace.cases.enquiries import Ask as Question
from kintrace.cases.enquiries import Part, Result, SourceKind
from kintrace.cases.finding import Verdict
from kintrace.cases.outcomes import OF_A_WISH
from kintrace.cases.plan_words import Way
from kintrace.cases.states import State
from kintrace.cases.transfers import Result as Answer
from kintrace.demo.network import meetings, transfers
from kintrace.demo.network.asks import found_for
from kintrace.demo.network.states import actor
from kintrace.demo.network.transfers import answerer_of, asker_of, incoming_of, transfer_of
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step, made
from kintrace.demo.told import FAMILY_FACTS, WHERE
from kintrace.network.access import Role
from kintrace.protection.purposes import BasisKind
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.lookups import Afar, Whom
    from kintrace.cases.models import Case, Source, Transfer
    from kintrace.demo.network.asks import Ask
    from kintrace.demo.network.houses import House
    from kintrace.network.models import Member

    Act = Callable[[Ask], None]

A_FORTNIGHT = timedelta(days=14)
PLACE = ("Hospital on the hill", "By phone, the desk for families, before noon")
SAID = "Somebody like this was treated in the spring, and asked for the language class by the quay."
RESULT = "Alive and well. How to reach them is passed on; please tell it by a voice."
SAFE_THERE, SAFE_HERE = "The baker has your order.", "The choir sings on Sunday."


def steps(first: House, second: House) -> tuple[Step, ...]:
    """Once both societies stand, and what they say to families is approved."""
    ask = found_for(first, second)
    return tuple(
        Step(f"{first.code} found afar, {name}", partial(_play, ask, acts))
        for name, acts in ACTS.items()
    )


def _play(ask: Ask, acts: tuple[Act, ...]) -> None:
    for act in acts:
        act(ask)


# --- the society that asked ---


def _case(ask: Ask, by: Member) -> Case:
    return lookups.case_for(by, UUID(made()[ask.lot.case_key]))


def _asked(ask: Ask, by: Member) -> Transfer:
    transfer = transfer_of(ask, by)
    if transfer is None:
        raise LookupError("the demo asked no other society for this person")
    return transfer


def _search(ask: Ask) -> None:
    with seated(asker_of(ask)) as by:
        case = _case(ask, by)
        if case.state == State.OPEN:
            moves.move(case, to=State.TRACING, by=by)


def _answer(ask: Ask) -> None:
    """The family is asked by its own society, which sees the questions alone."""
    answers = {question: seeker for question, seeker, _found in FAMILY_FACTS}
    with seated(asker_of(ask)) as by:
        transfer = _asked(ask, by)
        waiting = lookups.asked_of_family(transfer)
        if waiting:
            said = {UUID(pk): answers[question] for pk, question in waiting.items()}
            passing.answer(transfer, answers=said, by=by)


def _vouch(ask: Ask) -> None:
    with seated(answerer_of(ask)) as there:
        is_vouched = lookups.finding_of(_whom(ask, there)).is_vouched
    with seated(actor(ask.lot, Role.OFFICER)) as by:
        if not is_vouched:
            passing.vouch(_asked(ask, by), verdict=Verdict.VERIFIED, by=by)


def _tell(ask: Ask) -> None:
    """By a voice; then the face comes down, for nobody has to look for them any more."""
    with seated(asker_of(ask)) as by:
        case = _case(ask, by)
        for sought in lookups.still_sought(case):
            meetings.tell(sought, OF_A_WISH[Wish.CONTACT], "by_phone", by=by)
        notice = notice_of(case.subject)
        if notice is not None:
            wall.take_down(notice, why="matched", by=by)


def _plan_here(ask: Ask) -> None:
    with seated(asker_of(ask)) as by:
        for sought in lookups.still_sought(_case(ask, by)):
            _plan(sought, Side.SEEKER, Way.CALL, SAFE_HERE, by=by)


# --- the society that searches ---


def _whom(ask: Ask, by: Member) -> Afar:
    whom = lookups.afar_of(incoming_of(ask, by))
    if whom is None:
        raise LookupError("this search of the demo was taken back")
    return whom


def _officers(ask: Ask) -> list[Member]:
    return [named(name) for name in ask.taker.of(Role.OFFICER)]


def _place(ask: Ask) -> Source:
    """A hospital, with its country: of a place without one nobody is asked for another society."""
    with seated(_officers(ask)[0]) as by:
        known = lookups.sources_of(by).filter(kind=SourceKind.HOSPITAL).first()
        told = {"kind": SourceKind.HOSPITAL, "country": ask.taker.country}
        name, how = PLACE
        return known or enquiries.keep_source(None, **told, name=name, how=how, by=by)


def _ask_place(ask: Ask) -> None:
    """Whether it has somebody like this; nobody is named. It answers on the same day."""
    today, place = timezone.localdate(), _place(ask)
    parts, ground = (Part.SEX.value, Part.NEWS.value), BasisKind.PUBLIC_INTEREST.value
    question = Question(str(place.pk), ground, parts, today, today + A_FORTNIGHT)
    with seated(answerer_of(ask)) as by:
        whom = _whom(ask, by)
        if not lookups.enquiries_of(whom.incoming):
            enquiries.ask(whom, ask=question, by=by)
        for row in lookups.waited_for(whom):
            enquiries.note_answer(row, day=today, result=Result.PERHAPS, said=SAID, by=by)


def _find(ask: Ask) -> None:
    """Informed first; then they say how they are reached, and want contact."""
    with seated(answerer_of(ask)) as by:
        whom = _whom(ask, by)
        meetings.inform(whom, by=by)
        meetings.ask_about_safety(whom, by=by)
        meetings.keep_where(whom, WHERE[0], by=by)
        meetings.choose(whom, Wish.CONTACT, by=by)


def _ask_apart(ask: Ask) -> None:
    """What only family knows; the questions go to the society that asked, and no answer does."""
    with seated(answerer_of(ask)) as by:
        whom = _whom(ask, by)
        meetings.ask_the_found(whom, by=by)
        if lookups.passage_of(whom.transfer) is None:
            passing.ask_family(whom, by=by)


def _verify(ask: Ask) -> None:
    decides, agrees = _officers(ask)[:2]
    with seated(decides) as by:
        meetings.verify(_whom(ask, by), by=by)
    with seated(agrees) as by:
        meetings.sign(_whom(ask, by), by=by)


def _pass_over(ask: Ask) -> None:
    with seated(_officers(ask)[1]) as by:
        whom = _whom(ask, by)
        if lookups.finding_of(whom).release is None:
            passing.pass_over(whom, ways=["phone", "through"], by=by)


def _plan_there(ask: Ask) -> None:
    with seated(answerer_of(ask)) as by:
        _plan(_whom(ask, by), Side.FOUND, Way.MESSAGE, SAFE_THERE, by=by)


def _plan(whom: Whom, side: Side, way: Way, sentence: str, *, by: Member) -> None:
    if not lookups.plans_of(lookups.finding_of(whom)):
        plans.plan(whom, side=side, way=way, how="spoken", sentence=sentence, by=by)


ACTS: dict[str, tuple[Act, ...]] = {
    "asked": (_search, transfers.play),
    "place": (_ask_place,),
    "met": (_find,),
    "apart": (_ask_apart, _answer),
    "verified": (_vouch, _verify),
    "passed over": (
        _pass_over,
        partial(transfers.give_result, Answer.LOCATED, RESULT),
        transfers.note_seen,
    ),
    "told": (_tell,),
    "after contact": (_plan_there, _plan_here),
}
