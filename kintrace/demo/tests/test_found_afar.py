"""One person of the demo is found by another society, and goes the whole way between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups
from kintrace.cases.contact_plan import Side
from kintrace.cases.enquiries import Result
from kintrace.cases.outcomes import Result as Told
from kintrace.cases.states import State
from kintrace.cases.transfers import Stand, Text
from kintrace.demo import steps
from kintrace.demo.network import found_afar, messages, people, plan, settled, transfers
from kintrace.demo.network.asks import found_for
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.states import Fate
from kintrace.demo.playing import seated
from kintrace.demo.tests.conftest import make
from kintrace.demo.tests.test_looked_for import page
from kintrace.demo.told import WHERE
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from kintrace.demo.network.asks import Ask
    from kintrace.demo.network.houses import House

FIRST, SECOND = HOUSES[0], HOUSES[2]


def go(northmark: House) -> Ask:
    """The whole way, every step twice, and all of it again: nothing is added."""
    make(SECOND)
    ask = found_for(northmark, SECOND)
    for step in (*settled.steps(northmark), *settled.steps(SECOND)):
        steps.take(step)
    for step in people.steps(northmark):
        if step.key in {ask.lot.case_key, ask.lot.face_key}:
            steps.take(step)
    for _again in range(2):
        for step in found_afar.steps(northmark, SECOND):
            step.do()
            step.do()
    return ask


def test_one_is_found_for_another_society_and_each_of_the_two_asks_its_own_side(
    northmark: House,
) -> None:
    ask = go(northmark)
    sought = heard_at_home(ask)
    asked, place = written_there(ask)
    alma, ines = transfers.asker_of(ask).sign_in, transfers.answerer_of(ask).sign_in
    for who, name, about in (
        (alma, "plan", sought),
        (ines, "plan", asked),
        (ines, "incoming", asked),
    ):
        assert page(who, name, about)
    assert found_afar.SAID in page(ines, "enquiry", place)


def heard_at_home(ask: Ask) -> UUID:
    """The family heard it by a voice, and its face is down; answers who is sought."""
    with seated(transfers.asker_of(ask)) as alma:
        case = lookups.case_for(alma, UUID(steps.made()[ask.lot.case_key]))
        [sought] = lookups.still_sought(case)
        transfer, here = transfers.transfer_of(ask, alma), lookups.finding_of(sought)
        assert transfer
        assert (case.state, transfer.state) == (State.ANSWERED, Stand.RETURNED)
        assert here.result == Told.CONTACT
        assert [one.told_by for one in lookups.outcomes_told(case)] == [alma]
        passage = lookups.passage_of(transfer)
        assert passage
        passed = {way: WHERE[0][way] for way in ("phone", "through")}
        assert lookups.read_passed_over(passage) == passed
        assert [one.side for one in lookups.plans_of(here)] == [Side.SEEKER]
        notice = notice_of(case.subject)
        assert notice
        assert notice.state == "matched"
        return sought.pk


def written_there(ask: Ask) -> tuple[UUID, UUID]:
    """Two members agreed, and everything was done once; answers the request and the place."""
    with seated(transfers.answerer_of(ask)) as ines:
        asked = transfers.incoming_of(ask, ines)
        whom = lookups.afar_of(asked)
        assert whom
        there = lookups.finding_of(whom)
        assert there.is_vouched
        assert there.verdict
        assert there.signature
        assert there.signature.by != there.verdict.by
        assert [one.side for one in lookups.plans_of(there)] == [Side.FOUND]
        # Questions, answers, verdict and contact each give the other the turn, once.
        assert len(lookups.texts_of(asked.transfer, Text.MESSAGE)) == 4
        [place] = lookups.enquiries_of(asked)
        assert place.result == {"result": Result.PERHAPS.value}
        return asked.pk, place.pk


def test_no_visitor_writes_about_the_face_that_comes_down() -> None:
    live = [lot for lot in people.at(FIRST) if lot.fate is Fate.LIVE]
    assert found_for(FIRST, SECOND).lot in live[len(messages.LETTERS) :]


def test_it_begins_once_both_societies_stand_and_was_told_before_anything_is_made_elsewhere() -> (
    None
):
    keys = [step.key for step in plan()]
    first, *_others, last = [step.key for step in found_afar.steps(FIRST, SECOND)]
    assert keys.index(f"{SECOND.code} sentences") < keys.index(first)
    assert keys.index(last) < keys.index(f"{HOUSES[3].code} society")
    assert keys.index(found_for(FIRST, SECOND).lot.face_key) < keys.index(first)
