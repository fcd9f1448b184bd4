"""Another society is asked to search: it gets a card, then a copy, and loses both in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
from django.http import Http404
from hypothesis.stateful import precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.tests.handing import ALL, FOUND, prepared
from kintrace.network.access import Right
from kintrace.protection.purposes import Purpose
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, HOUSES, MOSTLY, WHICH
from tests.gates.papers import GOES_ON_FOR, OPENED, OUT, Handed
from tests.gates.stops import Stops
from tests.gates.world import A_SEARCH, Ground

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.cases.models import Incoming
    from kintrace.network.models import Member
    from tests.gates.promises import Promises
    from tests.gates.world import Known

ALIVE = {"drafted", *OUT}
BETWEEN = st.sampled_from(["", "", "", "held", "sought held", "withdrawn", "kept from", "hidden"])


def some(machine: Promises, states: Collection[str]) -> list[tuple[Known, Handed]]:
    every = [(one, handed) for one in machine.people for handed in one.handed]
    return [(one, handed) for one, handed in every if handed.state in states]


class Transfers(Stops):
    def one_handed(self, which: int, *states: str) -> tuple[Known, Handed]:
        person, handed = (found := some(self, states))[which % len(found)]
        self.touched.add(person)
        return person, handed

    def worked_on(self, which: int) -> Known:
        """Somebody for whom something may be done, while there is anybody."""
        found = [one for one in self.people if one.is_worked_on and not one.every_hold]
        person = found[which % len(found)] if found else self.one(which)
        self.touched.add(person)
        return person

    # --- by who asks ---

    @step(which=WHICH, number=ANYBODY, to=HOUSES, sent=MOSTLY)
    def ask_a_society(self, which: int, number: int, to: int, *, sent: bool) -> None:
        person = self.worked_on(which)
        handed = self.ready_for(person, number, to)
        if handed is not None and sent:
            self.send_over(person, handed, number)
            self.note_done()

    def ready_for(self, person: Known, number: int, to: int) -> Handed | None:
        before = len(person.handed)
        self.prepare(person, number, to)
        return person.handed[-1] if len(person.handed) > before else None

    @part
    def prepare(self, person: Known, number: int, to: int) -> None:
        """Whom, what, on which ground: everything that can be sent is chosen. Nothing leaves."""
        there = to != person.home and to not in person.secret_from
        twice = any(one.to == to and one.is_alive for one in person.handed)
        may_be = person.is_worked_on and there and not twice
        made: list[Handed] = []

        def write(by: Member) -> None:
            case, society = cases.case_for(by, person.case.pk), self.houses[to].society
            row = prepared(case, society, parts=ALL, by=by)
            made.append(Handed(row.pk, to, row.file, row.card.file, row.answer_by))

        assert self.done(person, number, Right.CHANGE_CASES, write) == may_be
        if may_be:
            person.handed += made[-1:]
            self.note_ground(person)

    def note_ground(self, person: Known) -> None:
        """Of who searches as they gave it, of who is sought weighed; what is in force stands."""
        until = self.today + A_SEARCH
        for grounds, agreed in ((person.grounds, True), (person.grounds_of_sought, False)):
            if not any(one.carries(Purpose.SHARE, None, self.today) for one in grounds):
                grounds.append(Ground(Purpose.SHARE, until, agreed=agreed))

    @part
    def send_over(self, person: Known, handed: Handed, number: int) -> None:
        may_be = handed.may_be_sent(person, self.today)

        def lay_out(by: Member) -> None:
            sending.send(cases.transfer_for(by, handed.pk), by=by)

        assert self.done(person, number, Right.CHANGE_CASES, lay_out) == may_be
        if may_be:
            handed.state = "sent"
            person.state = "tracing" if person.state == "open" else person.state

    @precondition(lambda self: bool(some(self, ["drafted"])))
    @step(which=WHICH, number=ANYBODY)
    def send_what_is_ready(self, which: int, number: int) -> None:
        person, handed = self.one_handed(which, "drafted")
        self.send_over(person, handed, number)
        self.note_done()

    @precondition(lambda self: bool(some(self, ALIVE)))
    @step(which=WHICH, number=ANYBODY)
    def take_transfer_back(self, which: int, number: int) -> None:
        person, handed = self.one_handed(which, *ALIVE)

        def take(by: Member) -> None:
            sending.recall(cases.transfer_for(by, handed.pk), why="not_needed", by=by)

        assert self.done(person, number, Right.CHANGE_CASES, take)
        handed.state = "over"

    # --- by who is asked ---

    def incoming(self, handed: Handed, by: Member) -> Incoming:
        """That somebody asked, as the own society wrote it down; or 404."""
        found = [one for one in cases.incoming_of(by) if one.transfer == handed.pk]
        if not found:
            raise Http404
        return found[0]

    @precondition(lambda self: bool(some(self, ["sent"])))
    @step(which=WHICH, number=ANYBODY, takes=st.booleans())
    def answer_a_society(self, which: int, number: int, *, takes: bool) -> None:
        person, handed = self.one_handed(which, "sent")
        if takes:
            self.take_on(person, handed, number)
        else:
            self.decline(person, handed, number)
        self.note_done()

    @part
    def take_on(self, person: Known, handed: Handed, number: int) -> None:
        member = self.member(handed.to, number, Right.CHANGE_CASES)
        person.settle(self.today)
        may_be = handed.state == "sent"

        def accept(by: Member) -> None:
            answering.accept(self.incoming(handed, by), by=by)

        assert self.did(member, accept) == may_be
        assert not self.refused  # why it ended is not told: it is not there
        if may_be:
            assert handed.may_go(person, self.today)
            handed.state, handed.last_day = "accepted", self.today + GOES_ON_FOR

    @part
    def decline(self, person: Known, handed: Handed, number: int) -> None:
        member = self.member(handed.to, number, Right.CHANGE_CASES)
        person.settle(self.today)

        def say_no(by: Member) -> None:
            answering.decline(self.incoming(handed, by), why="full", by=by)

        passed = handed.found is not None and handed.found.passed
        may_be = handed.state in {"sent", "accepted"} and not passed
        assert self.did(member, say_no) == may_be
        if may_be:
            handed.state = "over"

    @precondition(lambda self: bool(some(self, OPENED)))
    @step(which=WHICH, number=ANYBODY, what=st.sampled_from(["say", "ask", "note", "result"]))
    def work_for_a_society(self, which: int, number: int, what: str) -> None:
        """Questions and answers from either side, notes for oneself, the result."""
        person, handed = self.one_handed(which, *OPENED)
        home = self.houses[person.home].society.pk
        house = person.home if what == "ask" else handed.to
        again = what == "result" and not self.nobody_may_be_named(handed)

        def work(by: Member) -> None:
            if what in {"say", "ask"}:
                answering.say(handed.pk, sender=home, words="Which port?", by=by)
            elif what == "note":
                answering.write_note(self.incoming(handed, by), words="At the port.", by=by)
            else:
                answering.return_result(self.incoming(handed, by), outcome=FOUND, by=by)

        may_be = person.closed is None and not again
        assert self.did(self.member(house, number, Right.CHANGE_CASES), work) == may_be
        if may_be:
            assert handed.may_go(person, self.today)
            if what == "result":
                handed.state, handed.returned = "returned", self.today
            elif what == "ask":
                handed.last_day = self.today + GOES_ON_FOR

    def nobody_may_be_named(self, handed: Handed) -> bool:
        """Whether the result may still be that there is nothing to pass on."""
        wish = handed.found.wish if handed.found else "nothing"
        return handed.state == "accepted" and wish in {"nothing", "taken_back"}

    @step(which=WHICH, to=HOUSES, between=BETWEEN, late=st.booleans())
    def go_to_a_society(self, which: int, to: int, between: str, *, late: bool) -> None:
        """The straight way, perhaps with something in between: before or after it was sent."""
        person = self.worked_on(which)
        handed = self.ready_for(person, 0, to)
        if handed is None:
            return
        if not late:
            self.comes_before(person, to, between)
        self.send_over(person, handed, 0)
        if late:
            self.comes_before(person, to, between)
        if handed.state == "sent":
            self.take_on(person, handed, 0)
        self.note_done()

    def comes_before(self, person: Known, to: int, what: str) -> None:
        who = self.people.index(person)
        if what in {"held", "sought held"}:
            self.put_on_hold(who, 0, of_sought=what != "held")
        elif what == "withdrawn":
            self.withdraw(who, 0, Purpose.SHARE)
        elif what == "kept from":
            self.keep_from(who, 0, {to}, set())
        elif what == "hidden":
            self.wish_not_to_be_found(who, 0)
