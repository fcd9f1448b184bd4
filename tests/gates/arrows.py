"""A case along its arrows: handed in, accepted or not, searched for, resting, closed, reopened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import accepting, moves, opening
from kintrace.cases.circumstances import Closing
from kintrace.cases.criteria import NotOurs
from kintrace.cases.states import Clue, State, Why
from kintrace.network.access import Right
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reading_as
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, WHICH
from tests.gates.promises import Promises
from tests.gates.world import ENDS, SEARCHED_FOR, WAYS, Known

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

ANYBODY_ELSE = 3  # of three times once a step is tried with whoever comes
TO = st.sampled_from([one.value for one in State])
REASONS = st.sampled_from(["", *Why.values, *Clue.values])


def stands(*states: str) -> Callable[[Promises], bool]:
    """Somebody's case stands there."""

    def somebody(machine: Promises) -> bool:
        return any(one.state in states and not one.erased for one in machine.people)

    return somebody


class Arrows(Promises):
    def standing_at(self, which: int, *states: str) -> Known:
        """One whose case stands there, while any does; twice of three times, else anybody."""
        there = [one for one in self.people if one.state in states and not one.erased]
        if not there or which % ANYBODY_ELSE == ANYBODY_ELSE - 1:
            return self.one(which)
        person = there[which % len(there)]
        self.touched.add(person)
        return person

    def case(self, person: Known, by: Member) -> Case:
        """As it stands now, or 404."""
        return cases.case_for(by, person.case.pk)

    def goes(self, person: Known, to: str) -> None:
        """It went there: the test's own table must know the way, and the search its grounds."""
        assert to in WAYS[person.state], (person.state, to)
        if to in SEARCHED_FOR and person.state != "submitted":
            assert person.allows(Purpose.TRACE, today=self.today)
            assert person.may_be_sought(today=self.today)
        person.state = to
        person.closed = self.today if to in ENDS else None

    def taken_on(self, person: Known) -> None:
        """Accepted and taken up by whoever does that, for who came to a volunteer."""
        officer = self.member(person.home, 0, Right.REVIEW_REFUSALS)
        self.did(officer, lambda by: accepting.accept(self.case(person, by), by=by))
        self.goes(person, "accepted")
        self.did(officer, lambda by: accepting.take_up(self.case(person, by), by=by))
        self.goes(person, "open")

    @precondition(stands("submitted"))
    @step(which=WHICH, number=ANYBODY)
    def accept(self, which: int, number: int) -> None:
        person = self.standing_at(which, "submitted")
        right = Right.ACCEPT_CASES
        if self.done(
            person, number, right, lambda by: accepting.accept(self.case(person, by), by=by)
        ):
            self.goes(person, "accepted")

    @precondition(stands("accepted"))
    @step(which=WHICH, number=ANYBODY)
    def take_up(self, which: int, number: int) -> None:
        person = self.standing_at(which, "accepted")

        def take(by: Member) -> None:
            accepting.take_up(self.case(person, by), by=by)

        if self.done(person, number, Right.CHANGE_CASES, take):
            self.goes(person, "open")

    @precondition(stands("submitted"))
    @step(which=WHICH, number=ANYBODY)
    def refuse(self, which: int, number: int) -> None:
        person = self.standing_at(which, "submitted")

        def no(by: Member) -> None:
            accepting.refuse(self.case(person, by), criterion=NotOurs.FRIENDS, by=by)
            person.refused_by = by.pk

        if self.done(person, number, Right.ACCEPT_CASES, no):
            self.goes(person, "refused")

    @precondition(stands("refused"))
    @step(which=WHICH, number=ANYBODY, agreed=st.booleans())
    def look_at_refusal(self, which: int, number: int, *, agreed: bool) -> None:
        person = self.standing_at(which, "refused")

        def look(by: Member) -> None:
            refusal = cases.refusal_of(self.case(person, by))
            accepting.review(refusal, agreed=agreed, by=by)
            assert by.pk != person.refused_by

        if self.done(person, number, Right.REVIEW_REFUSALS, look) and not agreed:
            self.goes(person, "submitted")

    @step(which=WHICH, number=ANYBODY, to=TO, why=REASONS)
    def go_on(self, which: int, number: int, to: str, why: str) -> None:
        """Where somebody wants to go: mostly to where a way leads."""
        person = self.one(which)
        ways = sorted(WAYS[person.state])
        to = ways[number % len(ways)] if ways and number % 2 else to

        def press(by: Member) -> None:
            moves.move(self.case(person, by), to=State(to), why=why, by=by)

        if self.done(person, number, Right.CHANGE_CASES, press):
            self.goes(person, to)

    @step(which=WHICH, number=ANYBODY)
    def close(self, which: int, number: int) -> None:
        person = self.one(which)

        def end(by: Member) -> None:
            opening.close_case(self.case(person, by), closing=Closing.SELF_SOLVED, by=by)

        if self.done(person, number, Right.CHANGE_CASES, end):
            self.goes(person, "closed")

    @precondition(stands("closed"))
    @step(which=WHICH, number=ANYBODY)
    def reopen(self, which: int, number: int) -> None:
        person = self.standing_at(which, "closed")

        def again(by: Member) -> None:
            accepting.reopen(self.case(person, by), fact="A letter came.", by=by)

        if self.done(person, number, Right.REOPEN_CASES, again):
            self.goes(person, "open")

    @invariant()
    def a_case_stands_where_its_arrows_led(self) -> None:
        for person in self.touched:
            with reading_as(self.houses[person.home].society.pk):
                case = cases.case_known_as(person.seeker)
                assert (case.state if case else None) == (None if person.erased else person.state)
