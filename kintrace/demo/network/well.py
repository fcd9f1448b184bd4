"""Who lets family hear that they are well: one may be found, one was, one took it back, and one
searches for nobody."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups
from kintrace.cases.actions import safe
from kintrace.cases.safe_words import Look, Sentence, State
from kintrace.demo.network.people import at
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import asked_about_safety, seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.purposes import Channel

if TYPE_CHECKING:
    from kintrace.cases.models import Case, SafeAndWell
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot
    from kintrace.network.models import Member


SEARCHES_FOR_NOBODY = safe.Known("Senait Ghirmay", "ሰናይት ግርማይ", year="1987", father="Ghirmay")


class Well(Enum):
    """What became of somebody's “safe and well”."""

    ACTIVE = "may be found"
    MATCHED = "the family was told"
    ENDED = "taken back"


def steps(house: House) -> tuple[Step, ...]:
    live = [lot for lot in at(house) if lot.fate is Fate.LIVE]
    searching = (
        Step(f"{house.code} well {number}", partial(_be_well, lot, well))
        for number, (lot, well) in enumerate(zip(live, Well, strict=False), start=1)
    )
    alone = (Step(f"{house.code} well alone", partial(_be_well_alone, lot)) for lot in live[:1])
    return (*searching, *alone)


def _be_well(lot: Lot, well: Well) -> None:
    with seated(actor(lot, Role.CASEWORKER)) as by:
        case = lookups.case_for(by, UUID(made()[lot.case_key]))
        entry = lookups.safe_in(case) or _let_it_be_told(case, lot, by)
        if well is Well.MATCHED and entry.state == State.ACTIVE:
            safe.note_told(entry, by=by)
        if well is Well.ENDED and entry.state != State.EXPIRED:
            safe.end(entry, by=by)


def _let_it_be_told(case: Case, lot: Lot, by: Member) -> SafeAndWell:
    person = lot.person
    known = safe.Known(
        f"{person.given} {person.father}",
        f"{person.given_own} {person.father_own}",
        year=person.born[0],
        father=person.father,
    )
    chosen = [Sentence.WELL, Sentence.FAMILY, Sentence.SEEK]
    return safe.write(case, known=known, sentences=chosen, how="spoken", by=by)


def _be_well_alone(lot: Lot) -> None:
    """At the desk of this lot. Informed and asked about safety, as before any request; we may look
    whether one of our searches is for her."""
    with seated(actor(lot, Role.CASEWORKER)) as by:
        if lookups.safe_known(by, SEARCHES_FOR_NOBODY.tags()).exists():
            return
        subject, text = protection.new_subject(), texts_in_force(by.society_id)[0]
        protection.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=by)
        protection.answer_risk(subject, answers=asked_about_safety(), by=by)
        chosen = [Sentence.ALIVE, Sentence.NO_WORRY]
        known, look = SEARCHES_FOR_NOBODY, Look.HERE
        safe.write_alone(subject, known=known, sentences=chosen, how="spoken", look=look, by=by)
