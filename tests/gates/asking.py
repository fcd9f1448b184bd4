"""What people ask by right: a copy, an objection, deletion. Perhaps an offender asks."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import precondition
from pypdf import PdfReader

from kintrace.demo.invented import PEOPLE
from kintrace.network.access import Right
from kintrace.protection import copies
from kintrace.protection.actions import copies as making
from kintrace.protection.actions import rights
from kintrace.protection.lookups.rights import request_for
from kintrace.protection.purposes import Purpose
from kintrace.protection.rights import Came, Kind
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, WHICH
from tests.gates.promises import Promises
from tests.gates.world import Asked, Known

if TYPE_CHECKING:
    from kintrace.network.models import Member

SOUGHT = PEOPLE[0].sought_given
KINDS = st.sampled_from(Kind)


def somebody_asked(machine: Promises) -> bool:
    return any(not one.answered for person in machine.people for one in person.asked)


def somebody_wants_a_copy(machine: Promises) -> bool:
    wanted = (one for person in machine.people for one in person.asked if not one.answered)
    return any(one.kind is Kind.ACCESS for one in wanted)


class Asking(Promises):
    papers = 0  # copies made in this run

    @step(which=WHICH, number=ANYBODY, kind=KINDS, of_sought=st.booleans())
    def ask_by_right(self, which: int, number: int, kind: Kind, *, of_sought: bool) -> None:
        person = self.one(which)
        if of_sought and kind is Kind.ERASURE:
            return

        def write(by: Member) -> None:
            made = rights.write_request(
                person.sought if of_sought else person.seeker,
                kind=kind,
                came=Came.DESK,
                received=self.today,
                identity="By her code.",
                by=by,
            )
            person.asked.append(Asked(made.pk, kind, of_sought))

        assert self.done(person, number, Right.HOLD, write) != person.erased

    def first_asked(self, which: int, *kinds: Kind) -> tuple[Known, Asked]:
        waiting = [
            (person, one)
            for person in self.people
            for one in person.asked
            if not one.answered and one.kind in (kinds or Kind)
        ]
        person, asked = waiting[which % len(waiting)]
        self.touched.add(person)
        return person, asked

    @precondition(somebody_asked)
    @step(which=WHICH, number=ANYBODY)
    def suspect(self, which: int, number: int) -> None:
        """From now on nobody but the data-protection officer knows of it."""
        person, asked = self.first_asked(which)

        def doubt(by: Member) -> None:
            rights.suspect(request_for(by, asked.pk), by=by)

        if self.done(person, number, Right.HOLD, doubt):
            asked.suspicious = True

    @precondition(somebody_asked)
    @step(which=WHICH, number=ANYBODY, purpose=st.sampled_from(Purpose))
    def answer_by_right(self, which: int, number: int, purpose: Purpose) -> None:
        person, asked = self.first_asked(which)
        taken = Purpose.TRACE if asked.of_sought else purpose

        def answer(by: Member) -> None:
            request = request_for(by, asked.pk)
            if asked.kind is Kind.OBJECTION:
                rights.answer_objection(request, by=by)
            elif asked.kind is Kind.WITHDRAWAL:
                rights.answer_withdrawal(request, purposes=[taken], by=by)
            elif asked.kind is Kind.ERASURE:
                rights.answer_erasure(request, by=by)
            else:
                rights.answer(request, outcome="It is done.", by=by)

        if self.done(person, number, Right.ANSWER_RIGHTS, answer):
            asked.answered = True
            self.came_of_it(person, asked, taken)

    def came_of_it(self, person: Known, asked: Asked, taken: Purpose) -> None:
        if asked.kind is Kind.ERASURE:
            person.erase()
        elif asked.kind is Kind.OBJECTION and asked.of_sought:
            person.object_of_sought()
        elif asked.kind is Kind.WITHDRAWAL and asked.of_sought:
            person.take_back_of_sought(taken)
        elif asked.kind is Kind.OBJECTION:
            person.object(self.today)
        elif asked.kind is Kind.WITHDRAWAL:
            person.take_back(taken)

    @precondition(somebody_wants_a_copy)
    @step(which=WHICH)
    def copy(self, which: int) -> None:
        """It names neither who is sought nor what others told; the sought gets none."""
        person, asked = self.first_asked(which, Kind.ACCESS)
        alma = self.houses[person.home].alma
        said: list[str] = []

        def add(by: Member) -> None:
            making.add_boxed(request_for(by, asked.pk), by=by)

        def make(by: Member) -> None:
            request = request_for(by, asked.pk)
            whole = copies.whole(request)
            if asked.of_sought or person.erased:
                making.make_copy(request, seen=whole.digest, covered=(), by=by)  # is refused
            said.extend(line.value for line in whole.lines)
            if not self.papers:  # one in each run: a paper takes its time
                made = making.make_copy(request, seen=whole.digest, covered=(), by=by)
                said.append(_text_of(made))
            self.papers += 1

        self.did(alma, add)
        if self.done(person, 0, Right.GUARD_RIGHTS, make):
            assert not person.erased
            assert not asked.of_sought
            answers = [each for one in person.written for each in one.answers]
            for words in (SOUGHT, *person.leads, *answers):
                assert words.casefold() not in "\n".join(said).casefold()


def _text_of(paper: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
