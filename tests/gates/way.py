"""The way to the wall and down again: a case, consent, photo, second eye, talks, posters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import ages, faces
from kintrace.cases.actions.contacts import Talk, log_contact
from kintrace.cases.circumstances import Outcome
from kintrace.cases.tests.meeting import grown_up
from kintrace.demo import playing
from kintrace.network.access import Right, has
from kintrace.people.told import Birth
from kintrace.protection.lookups import every_basis
from kintrace.protection.purposes import Purpose, Scope
from kintrace.protection.risk import Answer
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall import jobs
from kintrace.wall.lookups import has_room_to_rest, notice_of, printable
from kintrace.wall.posters import hangs_until
from kintrace.wall.terms import Declined
from kintrace.wall.tests.cast import fine_stamp
from tests.gates.arrows import Arrows
from tests.gates.counted import step
from tests.gates.drawn import AGES, ANSWERS, ANYBODY, HOUSES, MONTHS, MOSTLY, PLACES, WHICH
from tests.gates.promises import OF_AGE
from tests.gates.street import visitor
from tests.gates.world import A_SEARCH, Ground, Known

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member

# The houses in which it was told that who is sought is a grown-up: contact takes two there, and
# with any worry three.
OF_GROWN_UPS = {1, 3}
MOST = 9  # people of a run; with nobody on the wall most steps have nothing to do
SAID = st.sampled_from([Outcome.WANTS, Outcome.WANTS, Outcome.NO, Outcome.AFRAID])


class Way(Arrows):
    @precondition(lambda self: len(self.people) < 5)
    @step(home=HOUSES, number=ANYBODY, age=AGES, worried=st.booleans())
    def open_a_case(self, home: int, number: int, age: int, *, worried: bool) -> None:
        member = self.member(home, number, Right.OPEN_CASES)
        with playing.seated(member):
            told = self.houses[home].somebody(age, today=self.today)
            case = playing.open_a_case(told, worries=["sent"] if worried else [], by=member)
            row, grown = cases.sought_in(case)[0], home in OF_GROWN_UPS
            if grown:
                grown_up(row.subject, by=member)
            born = self.today.year - age - 1
            person = Known(home, case, case.subject, row.subject, row.pk, born, grown)
        self.note_holds(person, more=worried)
        person.grounds = self.given_at_opening(home, person.seeker)
        person.grounds_of_sought = self.given_at_opening(home, person.sought)
        for to in ("accepted", "open") if has(member, Right.ACCEPT_CASES) else ():
            self.goes(person, to)
        self.people.append(person)
        self.touched.add(person)
        self.note_done()

    def given_at_opening(self, home: int, subject: UUID) -> list[Ground]:
        """The search, and perhaps that we may get in touch: both weighed, until somebody looks."""
        with reading_as(self.houses[home].society.pk):
            given = {Purpose(one.purpose) for one in every_basis(subject)}
        assert given <= {Purpose.TRACE, Purpose.CONTACT}
        assert Purpose.TRACE in given
        return [Ground(purpose, self.today + A_SEARCH) for purpose in given]

    @precondition(lambda self: len(self.people) < (5 if self.faces() else MOST))
    @step(home=HOUSES, age=st.sampled_from([16, 30, 30]), places=PLACES, months=MONTHS)
    def come_as_far_as_the_wall(
        self, home: int, age: int, places: tuple[Scope, ...], months: int
    ) -> None:
        """By chance alone few would ever come so far."""
        self.open_a_case(home, 0, age, worried=False)
        if self.people[-1].state == "submitted":
            self.taken_on(self.people[-1])
        self.all_the_way(len(self.people) - 1, places, months)
        self.note_done()

    @step(which=WHICH, number=ANYBODY, places=PLACES, months=MONTHS, answer=ANSWERS)
    def consent(
        self, which: int, number: int, places: tuple[Scope, ...], months: int, answer: Answer
    ) -> None:
        person = self.one(which)
        until = self.today + timedelta(days=30 * months)

        def agree(by: Member) -> None:
            seen = faces.Recognised("Friends from school.", answer)
            said: dict[str, Any] = {"scope": places, "how": "spoken", "until": until}
            faces.consent(self.case(person, by), recognised=seen, by=by, **said)

        if self.done(person, number, Right.CHANGE_CASES, agree):
            person.agree(until, frozenset(places))
            self.note_holds(person, more=answer is not Answer.NO)

    @step(which=WHICH, number=ANYBODY)
    def photograph(self, which: int, number: int) -> None:
        person, photo = self.one(which), self.houses[0].photo

        def take(by: Member) -> None:
            faces.keep_photo(self.case(person, by), photo=photo, by=by)

        if self.done(person, number, Right.CHANGE_CASES, take):
            assert person.allows(Purpose.PUBLISH, place=Scope.WALL, today=self.today) or (
                person.wishes
            )
            person.photographed = True

    @step(which=WHICH, number=ANYBODY)
    def propose(self, which: int, number: int) -> None:
        person = self.one(which)
        band = "15" if person.age(self.today) < OF_AGE else "25"
        said: dict[str, Any] = {"relations": ["brother"], "sex": "woman", "age_band": band}

        def suggest(by: Member) -> None:
            faces.propose(self.case(person, by), frame="whole", by=by, **said)

        self.done(person, number, Right.CHANGE_CASES, suggest)

    @step(which=WHICH, number=ANYBODY, agreed=MOSTLY)
    def decide(self, which: int, number: int, *, agreed: bool) -> None:
        person = self.one(which)
        said: dict[str, Any] = {"because": "It helps her.", "declined": Declined.PICTURE.value}

        def look(by: Member) -> None:
            if (notice := notice_of(person.seeker)) is not None:
                faces.decide(notice, agreed=agreed, by=by, **said)

        self.done(person, number, Right.APPROVE_FACES, look)

    @step(which=WHICH, number=ANYBODY)
    def put_up(self, which: int, number: int) -> None:
        person = self.one(which)

        def hang(by: Member) -> None:
            face, person.removal_code = faces.put_on_wall(self.case(person, by), by=by)
            person.face, person.rested = face.pk, None
            person.faces.add(face.pk)

        self.done(person, number, Right.CHANGE_CASES, hang)

    @step(which=WHICH, places=PLACES, months=MONTHS)
    def all_the_way(self, which: int, places: tuple[Scope, ...], months: int) -> None:
        """Whoever is here already, once more."""
        caseworker, officer, child_protection = 0, 0, 1  # of those who hold the right
        self.consent(which, caseworker, places, months, Answer.NO)
        self.photograph(which, caseworker)
        self.propose(which, caseworker)
        self.decide(which, officer, agreed=True)
        self.decide(which, child_protection, agreed=True)
        self.put_up(which, caseworker)
        self.note_done()

    @step(which=WHICH, number=ANYBODY)
    def take_down(self, which: int, number: int) -> None:
        person = self.one(which)

        def take(by: Member) -> None:
            if (notice := notice_of(person.seeker)) is not None:
                wall.take_down(notice, why="taken_down", by=by)

        self.done(person, number, Right.TAKE_DOWN_FACES, take)

    @precondition(lambda self: self.up)
    @step(which=WHICH, number=ANYBODY, outcome=SAID, months=MONTHS)
    def talk(self, which: int, number: int, outcome: Outcome, months: int) -> None:
        """The person is asked whether the photo may go on."""
        person, until = self.on_the_wall(which), self.today + timedelta(days=30 * months)
        said = Talk(self.today, "phone", "person", outcome, until)

        def note(by: Member) -> None:
            log_contact(self.case(person, by), talk=said, by=by)

        if self.done(person, number, Right.CHANGE_CASES, note):
            if outcome is Outcome.WANTS:
                person.renew(until, self.today)
            if outcome is Outcome.NO:
                person.take_back(Purpose.PUBLISH)
            self.note_holds(person, more=outcome is Outcome.AFRAID)

    @step(which=WHICH, number=ANYBODY, age=AGES)
    def birth_is_known_better(self, which: int, number: int, age: int) -> None:
        person, born = self.one(which), self.today.year - age - 1
        window = date(born, 1, 1), date(born, 12, 31)

        def correct(by: Member) -> None:
            told = cases.told_of(self.case(person, by).subject)
            birth = Birth(str(born), "gregorian", "year", *window)
            ages.correct(person.seeker, told=replace(told, births=(birth,)), by=by)

        if self.done(person, number, Right.CHANGE_CASES, correct):
            person.born = born

    # --- by whoever stands before the wall ---

    @precondition(lambda self: self.up)
    @step(which=WHICH)
    def remove_by_code(self, which: int) -> None:
        """It is gone on the next request, and the consent with it when the house has looked."""
        person = self.on_the_wall(which)
        if person.face is None:
            return
        said = {"stamp": fine_stamp(), "what": "code", "code": person.removal_code}
        stood = person.face in self.faces()
        answer = visitor().post("/en/take-down/", said)
        assert answer.status_code == (200 if stood else 422)
        assert visitor().get(f"/en/face/{person.face}/").status_code == 404
        if stood:
            jobs.empty_removals.call()
            person.take_back(Purpose.PUBLISH)
            self.note_done()

    @precondition(lambda self: self.up)
    @step(which=WHICH)
    def say_danger(self, which: int) -> None:
        """The face rests at once, unless too many do."""
        person = self.on_the_wall(which)
        if person.face not in self.faces():
            return
        room = has_room_to_rest(but=person.face)
        said = {"stamp": fine_stamp(), "what": "danger"}
        answer = visitor().post(f"/en/take-down/?face={person.face}", said)
        assert answer.status_code == 200
        person.pressed += 1
        jobs.empty_removals.call()
        if room:
            person.rested = self.today
            self.note_done()

    @precondition(lambda self: self.up)
    @step(home=HOUSES, number=ANYBODY)
    def make_a_poster(self, home: int, number: int) -> None:
        def print_all(by: Member) -> None:
            found = printable(self.region, hangs_until(self.today), by=by)
            chosen = [face.pk for face in found]
            plan: dict[str, Any] = {"languages": ["en"], "size": "a4", "month": self.today}
            wall.make_poster(self.region, faces=chosen, by=by, **plan)

        self.did(self.member(home, number, Right.MAKE_POSTERS), print_all)
