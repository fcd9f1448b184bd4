"""Red Cross Messages: written, checked by another, handed over, brought, answered, called off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_messages as writing
from kintrace.cases.actions.red_cross_moves import Waits
from kintrace.cases.tests.red_cross_ways import REPLY, collected
from kintrace.network.access import Right
from kintrace.protection.lookups import looked_at
from kintrace.protection.purposes import Purpose
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, HOUSES, WHICH
from tests.gates.papers import UNDER_WAY, Letter
from tests.gates.transfers import BETWEEN, Transfers
from tests.gates.world import Ground

if TYPE_CHECKING:
    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.models import Member
    from tests.gates.promises import Promises
    from tests.gates.world import Known

AGREED_FOR = timedelta(days=366)
# What is done next with a message, by where it stands.
NEXT = {
    "collected": "check",
    "checked": "hand over",
    "sent": "take",
    "in_delivery": "deliver",
    "delivered": "reply",
    "replied": "give",
}
MAY_RETURN = {"sent", "in_delivery"}
INSTEAD = st.sampled_from(["", "", "", "", "return", "call off"])


def under_way(machine: Promises) -> list[tuple[Known, Letter]]:
    every = [(one, letter) for one in machine.people for letter in one.letters]
    return [(one, letter) for one, letter in every if letter.state in NEXT and not letter.gone]


class Messages(Transfers):
    def message(self, letter: Letter, by: Member) -> RedCrossMessage:
        return cases.red_cross_for(by, letter.pk)

    def brings(self, person: Known, letter: Letter, number: int) -> Member:
        """A member of the society that delivers it."""
        house = person.home if letter.to is None else letter.to
        return self.member(house, number, Right.CHANGE_CASES)

    # --- at home ---

    def write_one(self, person: Known, number: int) -> Letter | None:
        before = len(person.letters)
        self.write_message(person, number)
        return person.letters[-1] if len(person.letters) > before else None

    @part
    def write_message(self, person: Known, number: int) -> None:
        """The sender agrees and says it; the addressee, who cannot be asked, is weighed."""
        member = self.member(person.home, number, Right.CHANGE_CASES)
        stops = person.holds or person.holds_of_sought or person.wishes or person.stopped_by
        may_be = person.is_worked_on and not stops and not person.refuses_letters(self.today)
        made: list[Letter] = []

        def write(by: Member) -> None:
            message = collected(cases.case_for(by, person.case.pk), by=by)
            made.append(Letter(message.pk, message.paper.file, by.pk))

        assert self.did(member, write) == may_be
        if person.is_worked_on and (person.holds or person.holds_of_sought or person.wishes):
            assert self.refused == str(looked_at())  # nobody learns which of them it was
        if may_be:
            ground = (Purpose.MESSAGE, self.today + AGREED_FOR)
            person.grounds.append(Ground(*ground, agreed=True))
            person.grounds_of_sought.append(Ground(*ground))
            person.letters += made[-1:]

    @part
    def check_message(self, person: Known, letter: Letter, number: int) -> None:
        member = self.member(person.home, number, Right.CHANGE_CASES)
        may_be = letter.state == "collected" and member.pk != letter.writer

        def look(by: Member) -> None:
            writing.check(cases.own_red_cross_for(by, letter.pk), by=by)

        assert self.did(member, look) == may_be
        if may_be:
            letter.state = "checked"

    @part
    def hand_over(self, person: Known, letter: Letter, number: int, to: int) -> None:
        """To another society, or to nobody: then its home delivers it."""
        there = None if to == person.home else to
        partner = None if there is None else self.houses[there].society.pk
        may_be = letter.state == "checked" and letter.may_go(person, self.today, to=there)

        def send(by: Member) -> None:
            message = cases.own_red_cross_for(by, letter.pk)
            writing.send(message, partner=partner, by=by)

        assert self.done(person, number, Right.CHANGE_CASES, send) == may_be
        if may_be:
            letter.went(there)

    @part
    def give_answer(self, person: Known, letter: Letter, number: int) -> None:
        waits = letter.state == "replied" and letter.given is None
        member = self.member(person.home, number, Right.CHANGE_CASES)
        may_be = waits and person.allows(Purpose.MESSAGE, today=self.today)
        may_be = may_be and member.pk != letter.typist

        def give(by: Member) -> None:
            delivery.give_reply(self.message(letter, by), by=by)

        assert self.did(member, give) == may_be
        if may_be:
            letter.given = self.today

    @part
    def call_off(self, person: Known, letter: Letter, number: int) -> None:
        may_be = letter.state in UNDER_WAY

        def stop(by: Member) -> None:
            message = cases.own_red_cross_for(by, letter.pk)
            writing.call_off(message, why="withdrawn", by=by)

        assert self.done(person, number, Right.CHANGE_CASES, stop) == may_be
        if may_be:
            letter.state = "cancelled"
            letter.ends_there()

    # --- by who delivers ---

    @part
    def take_message(self, person: Known, letter: Letter, number: int) -> None:
        may_be = letter.state == "sent" and letter.may_go(person, self.today, to=letter.to)

        def take(by: Member) -> None:
            delivery.take(self.message(letter, by), by=by)

        asked_there = letter.state == "sent" and letter.to is not None
        assert self.did(self.brings(person, letter, number), take) == may_be
        if may_be:
            letter.state = "in_delivery"
        elif asked_there:
            assert self.refused == str(Waits())  # whatever the reason

    @part
    def deliver_message(self, person: Known, letter: Letter, number: int) -> None:
        """What was done is written down whatever holds, since it happened."""

        def deliver(by: Member) -> None:
            delivery.deliver(self.message(letter, by), day=self.today, by=by)

        may_be = letter.state == "in_delivery"
        assert self.did(self.brings(person, letter, number), deliver) == may_be
        if may_be:
            letter.state, letter.delivered = "delivered", self.today

    @part
    def return_message(self, person: Known, letter: Letter, number: int) -> None:
        def bring_back(by: Member) -> None:
            delivery.return_(self.message(letter, by), why="moved", by=by)

        may_be = letter.state in MAY_RETURN
        assert self.did(self.brings(person, letter, number), bring_back) == may_be
        if may_be:
            letter.state = "returned"
            letter.ends_there()

    @part
    def answer_message(self, person: Known, letter: Letter, number: int) -> None:
        def write(by: Member) -> None:
            delivery.write_reply(self.message(letter, by), text=REPLY, by=by)

        may_be, member = letter.state == "delivered", self.brings(person, letter, number)
        assert self.did(member, write) == may_be
        if may_be:
            letter.typist = member.pk
            letter.was_answered(person, self.today)

    # --- steps ---

    @step(
        which=WHICH,
        number=ANYBODY,
        to=HOUSES,
        between=BETWEEN,
        far=st.integers(1, 6),
        instead=INSTEAD,
    )
    def send_a_message(
        self, which: int, number: int, to: int, between: str, far: int, instead: str
    ) -> None:
        """Begun, and as far on its way as it comes; perhaps something is said in between, and it
        comes back from there."""
        person = self.worked_on(which)
        letter = self.write_one(person, number)
        if letter is None:
            return
        for place in range(far):
            if place == far - 1:
                self.comes_before(person, to, between)
            self.take_the_next(person, letter, number + (place == 0), to)
        if instead:
            self.end_otherwise(person, letter, number, instead)
        self.note_done()

    @precondition(lambda self: bool(under_way(self)))
    @step(which=WHICH, number=ANYBODY, to=HOUSES, instead=INSTEAD)
    def go_on_with_message(self, which: int, number: int, to: int, instead: str) -> None:
        person, letter = (found := under_way(self))[which % len(found)]
        self.touched.add(person)
        if instead:
            self.end_otherwise(person, letter, number, instead)
        else:
            self.take_the_next(person, letter, number, to)
        self.note_done()

    def end_otherwise(self, person: Known, letter: Letter, number: int, instead: str) -> None:
        if instead == "return":
            self.return_message(person, letter, number)
        else:
            self.call_off(person, letter, number)

    def take_the_next(self, person: Known, letter: Letter, number: int, to: int) -> None:
        person.settle(self.today)
        what = NEXT.get(letter.state)
        if what == "check":
            self.check_message(person, letter, number)
        elif what == "hand over":
            self.hand_over(person, letter, number, to)
        elif what == "take":
            self.take_message(person, letter, number)
        elif what == "deliver":
            self.deliver_message(person, letter, number)
        elif what == "reply":
            self.answer_message(person, letter, number)
        elif what == "give":
            self.give_answer(person, letter, number + 1)  # as a rule not who typed it
