"""What the family hears: approved sentences, and one for several things that must look alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups
from kintrace.cases.actions import moves, opening, red_cross_moves
from kintrace.cases.actions import red_cross_messages as red_cross
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.moves import NoSuchWay
from kintrace.cases.actions.outcomes import NotToBeToldSo
from kintrace.cases.card import Wish
from kintrace.cases.circumstances import Closing
from kintrace.cases.outcomes import SAID, Result
from kintrace.cases.replies import Topic
from kintrace.cases.states import Clue, State
from kintrace.protection import actions as protection
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from kintrace.cases.tests.meeting import Found


def test_say_nothing_and_not_found_are_told_in_one_sentence() -> None:
    alike = {Result.SAY_NOTHING, Result.NOT_FOUND, Result.SAFEGUARDING}
    assert {SAID[one] for one in alike} == {Topic.NOTHING}
    others = [topic for result, topic in SAID.items() if result not in alike]
    assert Topic.NOTHING not in others
    assert len(set(others)) == len(others)
    assert set(Result) - set(SAID) == {Result.ENQUIRER_LOST}


def test_of_a_found_person_only_that_is_said_which_they_chose(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_choice(Wish.ALIVE)
    with scene.acting(scene.alma) as alma:
        for other in (Result.CONTACT, Result.SAY_NOTHING, Result.NOT_FOUND):
            with pytest.raises(NotAsExpected):
                search.settle(other, by=alma)
        search.settle(Result.ALIVE, by=alma)
        search.choose(Wish.NOTHING, by=alma)  # and changes their mind before it is told
        with pytest.raises(NotAsExpected):
            search.tell(by=alma)
        search.settle(Result.SAY_NOTHING, by=alma)
        search.tell("letter", by=alma)
        outcome = search.now.outcome
        assert outcome is not None
        assert outcome.told_words == "There is nothing that we may pass on to you."


@pytest.mark.parametrize("found_first", [True, False])
def test_the_case_goes_the_same_way_whether_or_not_somebody_was_found(
    search: Found, found_first: bool
) -> None:
    """Its state and steps are plain columns: only that the family heard something stands there."""
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        moves.move(search.case, to=State.TRACING, by=alma)
    if found_first:
        search.as_far_as_the_choice(Wish.NOTHING)
    with scene.acting(scene.alma) as alma:
        search.settle(Result.SAY_NOTHING if found_first else Result.NOT_FOUND, by=alma)
        search.tell(by=alma)
        steps = [one.after for one in lookups.moves_of(search.case)]
        assert steps[-2:] == [State.TRACING, State.ANSWERED]


@pytest.mark.parametrize(
    ("steps", "stands"),
    [
        ((State.TRACING, State.LEAD), State.ANSWERED),
        ((), State.OPEN),  # no search began: it is closed from here
    ],
)
def test_a_family_may_be_told_while_a_lead_is_followed_and_a_case_without_a_search_stays(
    search: Found, steps: tuple[State, ...], stands: State
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        for to in steps:
            why = Clue.MESSAGE if to == State.LEAD else ""
            moves.move(search.case, to=to, why=why, by=alma)
        search.settle(Result.NOT_FOUND, by=alma)
        search.tell(by=alma)
        case = lookups.case_for(alma, search.case.pk)
        assert case.state == stands
        with pytest.raises(NoSuchWay):
            moves.move(case, to=State.ANSWERED, by=alma)
        opening.close_case(case, closing=Closing.TOLD, by=alma)


def test_a_red_cross_message_goes_to_who_chose_one_and_to_nobody_else_who_was_found(
    search: Found,
) -> None:
    scene = search.scene
    begun = partial(red_cross.begin, search.case, to=search.sought, how="spoken")
    with scene.acting(scene.alma) as alma:
        search.locate(by=alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            begun(by=alma)  # nobody asked yet
        search.asked_about_safety(by=alma)
        search.choose(Wish.MESSAGE, by=alma)
        message = begun(by=alma)
        search.choose(Wish.NOTHING, by=alma)
        with pytest.raises(NotAllowed):
            red_cross_moves.require_wanted(message, with_=None)
        assert not red_cross_moves.is_wanted(message)


def test_contact_is_not_told_before_it_was_released(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    with scene.acting(scene.alma) as alma:
        search.settle(Result.CONTACT, by=alma)
        with pytest.raises(NotToBeToldSo):
            search.tell(by=alma)
    with scene.acting(scene.lena) as lena:
        search.release(by=lena)
        search.tell(by=lena)
        assert not lookups.findings_waiting(lena)


def test_less_may_be_said_at_any_time_and_more_only_while_nobody_looks_first(
    search: Found,
) -> None:
    scene = search.scene
    search.as_far_as_the_choice(Wish.LATER)
    with scene.acting(scene.omar):
        protection.put_on_hold(search.case.subject, reason="A worry.", by=scene.omar)
    with scene.acting(scene.alma) as alma:
        with pytest.raises(NotAllowed):
            search.choose(Wish.CONTACT, by=alma)
        search.choose(Wish.NOTHING, by=alma)
        assert search.now.wish == Wish.NOTHING
        search.settle(Result.SAY_NOTHING, by=alma)
        with pytest.raises(NotAllowed):  # nothing at all is told to who is on hold
            search.tell(by=alma)
        assert not bases_in_force(search.subject, Purpose.CONTACT).exists()
