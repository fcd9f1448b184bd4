"""What is written, answered and learned: messages, leads, letters to who searches."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import hypothesis.strategies as st
from django.http import Http404
from hypothesis.stateful import precondition

from kintrace.cases import reminders
from kintrace.cases.actions import contacts, leads
from kintrace.cases.inbox import case_about
from kintrace.network.access import Right, has
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import message_for
from kintrace.wall.lookups.messages import messages_about
from kintrace.wall.screening import CLOSED, State
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, HOUSES, WHICH
from tests.gates.promises import Promises
from tests.gates.street import write_about
from tests.gates.world import Known, Written

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member

SPAM_IS_KEPT = timedelta(days=14)
THEN = st.sampled_from(["", "answered", "answered", "learned from", "learned from", "screened"])
BETWEEN = st.sampled_from(["", "", "held", "withdrawn", "hidden"])
TO = st.sampled_from(
    [State.PLAUSIBLE, State.PLAUSIBLE, State.SPAM, State.CONTACTED, State.NOT_RELATED]
)


def somebody_wrote(machine: Promises) -> bool:
    return any(not one.gone for person in machine.people for one in person.written)


class Words(Promises):
    @precondition(lambda self: self.faces())
    @step(which=WHICH, number=ANYBODY, to=TO, between=BETWEEN, then=THEN)
    def write(self, which: int, number: int, to: State, between: str, then: str) -> None:
        """A visitor, about a face that hangs or rests; one that is down takes nothing more.

        By chance alone hardly any message would be dealt with, and hardly any after a stop."""
        person = self.on_the_wall(which)
        if person.face is None:
            return
        stands = person.face in self.faces()
        before = self.messages_about(person)
        code = write_about(person.face, home=person.home)
        arrived = self.messages_about(person) - before
        assert (code is not None) == stands == bool(arrived)
        if code is not None:
            [pk] = arrived
            person.written.append(Written(pk, code))
            self.note_done()
            self.comes_between(person, number, between)
            mine = self.wrote().index(person)
            if then == "answered":
                self.answer(mine, number)
            elif then == "learned from":
                self.keep_lead(mine, number)
            elif then == "screened":
                self.screen(mine, number, to)

    def comes_between(self, person: Known, number: int, what: str) -> None:
        """Something is said of the person after the message came, and before anybody acts on it."""
        who = self.people.index(person)
        if what == "held":
            self.put_on_hold(who, number, of_sought=False)  # type: ignore[attr-defined]
        elif what == "withdrawn":
            self.withdraw(who, number, Purpose.TRACE)  # type: ignore[attr-defined]
        elif what == "hidden":
            self.wish_not_to_be_found(who, number)  # type: ignore[attr-defined]

    def messages_about(self, person: Known) -> set[UUID]:
        with reading_as(self.houses[person.home].society.pk):
            return {one.pk for one in messages_about([person.face] if person.face else [])}

    def wrote(self) -> list[Known]:
        """About whom a visitor wrote what is there still."""
        return [one for one in self.people if any(not each.gone for each in one.written)]

    def newest(self, which: int) -> tuple[Known, Written]:
        wrote = self.wrote()
        person = wrote[which % len(wrote)]
        self.touched.add(person)
        return person, [one for one in person.written if not one.gone][-1]

    @precondition(somebody_wrote)
    @step(which=WHICH, number=ANYBODY)
    def answer(self, which: int, number: int) -> None:
        """On hold only the protection team answers: who writes may be the one in danger."""
        person, letter = self.newest(which)
        text = f"Answer {len(letter.answers)} to {letter.code}"
        member = self.member(person.home, number, Right.ANSWER_MESSAGES)

        def say(by: Member) -> None:
            wall.answer(message_for(by, letter.pk), text=text, by=by)

        if self.did(member, say):
            guards = has(member, Right.LIFT_HOLD)
            assert person.allows(Purpose.TRACE, today=self.today, despite_hold=guards)
            letter.answers.append(text)

    @precondition(somebody_wrote)
    @step(which=WHICH, home=HOUSES, number=ANYBODY)
    def answer_for_another_society(self, which: int, home: int, number: int) -> None:
        """What is another society's does not exist, neither to be answered nor to be learned."""
        person, letter = self.newest(which)
        if home == person.home:
            return
        member = self.member(home, number, Right.ANSWER_MESSAGES)
        assert not self.did(member, lambda by: message_for(by, letter.pk))
        self.note_done()

    @precondition(somebody_wrote)
    @step(which=WHICH, number=ANYBODY, to=TO)
    def screen(self, which: int, number: int, to: State) -> None:
        person, letter = self.newest(which)

        def judge(by: Member) -> None:
            wall.screen(message_for(by, letter.pk), state=to, by=by)

        if self.done(person, number, Right.ANSWER_MESSAGES, judge):
            letter.closed = self.now if to in CLOSED else None
            letter.term = SPAM_IS_KEPT if to is State.SPAM else Written.term

    @precondition(somebody_wrote)
    @step(which=WHICH, number=ANYBODY)
    def keep_lead(self, which: int, number: int) -> None:
        """What is learned goes onto the case of the face, and nowhere else."""
        person, letter = self.newest(which)
        text = f"Lead {len(person.leads)} of {letter.code}"

        def learn(by: Member) -> None:
            message = message_for(by, letter.pk)
            case = case_about(message, by=by)
            if case is None:
                raise Http404
            assert case.pk == person.case.pk
            leads.keep_lead(case, message=message, told={"what": text}, by=by)

        if self.done(person, number, Right.CHANGE_CASES, learn):
            assert person.may_be_sought(today=self.today)
            assert person.closed is None
            person.leads.append(text)

    def is_written_to(self, person: Known) -> bool:
        return person.allows(Purpose.CONTACT, today=self.today)

    @precondition(lambda self: self.faces())
    @step(which=WHICH, later=st.sampled_from([0, 0, 5]), taken_back=st.booleans())
    def release_letters(self, which: int, later: int, *, taken_back: bool) -> None:
        """At half time letters ask to get in touch: on hold or gone, nobody gets one."""
        standing = self.standing()
        person, notice, _face = standing[which % len(standing)]
        if taken_back:  # the face hangs on, and nobody is to be written to
            who = self.people.index(person)
            self.withdraw(who, which, Purpose.CONTACT)  # type: ignore[attr-defined]
        half = notice.agreed + (notice.live_until - notice.agreed) / 2
        self.days_pass(max(0, (half - self.today).days) + later)  # type: ignore[attr-defined]

        def let_go(by: Member) -> None:
            due = reminders.with_a_safe_letter(reminders.due_for(by))
            asked = {one.case.pk for one in due}
            may = [one for one in self.people if one.case.pk in asked and self.is_written_to(one)]
            sent = contacts.release_letters(due, by=by)
            assert sent == len(may)
            if sent == 0:
                raise Http404

        for member in self.houses[person.home].members:  # each asks whom they look after themselves
            if has(member, Right.CHANGE_CASES):
                self.did(member, let_go)
