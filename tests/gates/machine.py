"""Members of four societies do whatever they are allowed to, in any order.

After every step the house must agree with what the test knows (world.py): who stands on the wall,
what `may` answers, and that what belongs to one society does not exist for another.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import hypothesis.strategies as st
from django.db import transaction
from hypothesis.stateful import initialize, precondition, rule

from kintrace.cases import lookups as cases
from kintrace.cases.actions import faces
from kintrace.demo import playing
from kintrace.network.access import Right, Role, has
from kintrace.protection import actions as protection
from kintrace.protection import jobs
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import entries_about, entry, hold, holds_in_force
from kintrace.protection.purposes import BasisKind, Purpose, Scope, WhyErased
from kintrace.protection.risk import Answer
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of, printable
from kintrace.wall.terms import Declined
from tests.gates.promises import OF_AGE, Promises
from tests.gates.world import Ground, Known

if TYPE_CHECKING:
    from kintrace.network.models import Member

ANYBODY = st.integers(0, 7)  # a member of the society, by number
WHICH = st.integers(0, 5)  # a person, by number
HOUSES = st.integers(0, 3)
MONTHS = st.sampled_from([2, 6, 11])
ANSWERS = st.sampled_from([Answer.NO, Answer.NO, Answer.YES])
NOT_THE_WALL = [Purpose.TRACE, Purpose.SHARE, Purpose.CONTACT]
PLACES = st.sampled_from([(Scope.WALL,), (Scope.POSTERS,), (Scope.WALL, Scope.POSTERS)])


class Gates(Promises):
    """Steps are real actions by a member who holds the right; a refusal changes nothing."""

    # --- opening ---

    @initialize(home=HOUSES, age=st.sampled_from([16, 30]), places=PLACES)
    def begin(self, home: int, age: int, places: tuple[Scope, ...]) -> None:
        """Somebody on the wall, or as far as that goes: what follows tries to pass the gates."""
        self.open_a_case(home, age, worried=False)
        self.all_the_way(0, places, 2)

    @precondition(lambda self: len(self.people) < 5)
    @rule(home=HOUSES, age=st.sampled_from([14, 16, 30, 30]), worried=st.booleans())
    def open_a_case(self, home: int, age: int, worried: bool) -> None:
        alma = self.houses[home].alma
        with playing.seated(alma):
            told = self.houses[home].somebody(age, today=self.today)
            case = playing.open_a_case(told, worries=["sent"] if worried else [], by=alma)
            sought = cases.sought_in(case)[0].subject
            person = Known(home, case, case.subject, sought, age)
            person.holds = {one.pk for one in holds_in_force(case.subject)}
        person.grounds.append(Ground(Purpose.TRACE, None))
        self.people.append(person)
        self.touched.add(person)

    # --- the way to the wall ---

    @rule(which=WHICH, number=ANYBODY, places=PLACES, months=MONTHS, answer=ANSWERS)
    def consent(
        self, which: int, number: int, places: tuple[Scope, ...], months: int, answer: Answer
    ) -> None:
        person = self.one(which)
        until = self.today + timedelta(days=30 * months)

        def agree(by: Member) -> None:
            seen = faces.Recognised("Friends from school.", answer)
            said: dict[str, Any] = {"scope": places, "how": "spoken", "until": until}
            faces.consent(person.case, recognised=seen, by=by, **said)

        if self.done(person, number, Right.CHANGE_CASES, agree):
            person.grounds.append(Ground(Purpose.PUBLISH, until, frozenset(places)))
            self.note_holds(person)

    def note_holds(self, person: Known) -> None:
        with reading_as(self.houses[person.home].society.pk):
            person.holds = {one.pk for one in holds_in_force(person.seeker)}

    @rule(which=WHICH, number=ANYBODY)
    def photograph(self, which: int, number: int) -> None:
        person, photo = self.one(which), self.houses[0].photo

        def take(by: Member) -> None:
            faces.keep_photo(person.case, photo=photo, by=by)

        self.done(person, number, Right.CHANGE_CASES, take)

    @rule(which=WHICH, number=ANYBODY)
    def propose(self, which: int, number: int) -> None:
        person = self.one(which)
        band = "15" if person.age < OF_AGE else "25"
        said: dict[str, Any] = {"relations": ["brother"], "sex": "woman", "age_band": band}

        def suggest(by: Member) -> None:
            faces.propose(person.case, frame="whole", by=by, **said)

        self.done(person, number, Right.CHANGE_CASES, suggest)

    @rule(which=WHICH, number=ANYBODY, agreed=st.sampled_from([True, True, True, False]))
    def decide(self, which: int, number: int, agreed: bool) -> None:
        person = self.one(which)
        said: dict[str, Any] = {"because": "It helps her.", "declined": Declined.PICTURE.value}

        def look(by: Member) -> None:
            if (notice := notice_of(person.seeker)) is not None:
                faces.decide(notice, agreed=agreed, by=by, **said)

        self.done(person, number, Right.APPROVE_FACES, look)

    @rule(which=WHICH, number=ANYBODY)
    def put_up(self, which: int, number: int) -> None:
        person = self.one(which)
        self.done(
            person, number, Right.CHANGE_CASES, lambda by: faces.put_on_wall(person.case, by=by)
        )

    @rule(which=WHICH, places=PLACES, months=MONTHS)
    def all_the_way(self, which: int, places: tuple[Scope, ...], months: int) -> None:
        """By chance alone few would ever come so far."""
        caseworker, officer, child_protection = (
            list(Role).index(role)
            for role in (Role.CASEWORKER, Role.OFFICER, Role.CHILD_PROTECTION)
        )
        self.consent(which, caseworker, places, months, Answer.NO)
        self.photograph(which, caseworker)
        self.propose(which, caseworker)
        self.decide(which, officer, agreed=True)
        self.decide(which, child_protection, agreed=True)
        self.put_up(which, caseworker)

    @rule(which=WHICH, number=ANYBODY)
    def take_down(self, which: int, number: int) -> None:
        person = self.one(which)

        def take(by: Member) -> None:
            if (notice := notice_of(person.seeker)) is not None:
                wall.take_down(notice, why="taken_down", by=by)

        self.done(person, number, Right.TAKE_DOWN_FACES, take)

    @rule(home=HOUSES, number=ANYBODY)
    def make_a_poster(self, home: int, number: int) -> None:
        member = self.member(home, number)
        if not has(member, Right.MAKE_POSTERS):
            return
        with playing.seated(member), suppress(Refusal), transaction.atomic():
            found = printable(self.region, self.today + timedelta(days=31), by=member)
            chosen = [face.pk for face in found]
            plan: dict[str, Any] = {"languages": ["en"], "size": "a4", "month": self.today}
            wall.make_poster(self.region, faces=chosen, by=member, **plan)

    # --- what stops, and what lets go on ---

    @rule(which=WHICH, number=ANYBODY)
    def put_on_hold(self, which: int, number: int) -> None:
        person = self.one(which)
        reason = "A worry."

        def hold_back(by: Member) -> None:
            protection.put_on_hold(person.seeker, reason=reason, by=by)

        if self.done(person, number, Right.HOLD, hold_back):
            self.note_holds(person)

    @rule(which=WHICH, number=ANYBODY)
    def lift(self, which: int, number: int) -> None:
        person = self.one(which)

        def let_go(by: Member) -> None:
            for pk in sorted(person.holds)[:1]:
                protection.lift_hold(hold(pk), because="It is safe.", by=by)

        if self.done(person, number, Right.LIFT_HOLD, let_go):
            person.holds = set(sorted(person.holds)[1:])

    @rule(which=WHICH, number=ANYBODY, purpose=st.sampled_from(Purpose))
    def withdraw(self, which: int, number: int, purpose: Purpose) -> None:
        person = self.one(which)

        def take_back(by: Member) -> None:
            protection.withdraw(person.seeker, purpose=purpose, by=by)

        if self.done(person, number, Right.HOLD, take_back):
            with_it = [Purpose.PUBLISH, Purpose.SHARE] if purpose is Purpose.TRACE else []
            person.take_back(purpose, *with_it)

    @rule(which=WHICH, number=ANYBODY, purpose=st.sampled_from(NOT_THE_WALL))
    def record_basis(self, which: int, number: int, purpose: Purpose) -> None:
        person = self.one(which)
        until = self.today + timedelta(days=400)
        terms: dict[str, Any] = {"purpose": purpose, "until": until}

        def write(by: Member) -> None:
            file, kind = open_file(by.society_id), BasisKind.PUBLIC_INTEREST
            protection.record_basis(person.seeker, kind=kind, file=file, by=by, **terms)

        if self.done(person, number, Right.HOLD, write):
            person.grounds.append(Ground(purpose, until))

    @rule(which=WHICH, number=ANYBODY, whom=st.sets(HOUSES, max_size=2))
    def keep_from(self, which: int, number: int, whom: set[int]) -> None:
        person = self.one(which)
        named = NotWith(frozenset(self.houses[one].society.pk for one in whom))

        def say(by: Member) -> None:
            protection.change_not_with(person.seeker, not_with=named, by=by)

        if self.done(person, number, Right.HOLD, say):
            person.secret_from = set(whom)

    @rule(which=WHICH, number=ANYBODY)
    def wish_not_to_be_found(self, which: int, number: int) -> None:
        person = self.one(which)
        told = {"names": "Somebody", "by_whom": "an uncle"}

        def wish(by: Member) -> None:
            protection.register_do_not_find(person.seeker, told=told, by=by)

        if self.done(person, number, Right.OPEN_CASES, wish):
            with reading_as(self.houses[person.home].society.pk):
                person.wishes = {one.pk for one in entries_about(person.seeker)}

    @rule(which=WHICH, other=WHICH, number=ANYBODY)
    def keep_apart(self, which: int, other: int, number: int) -> None:
        person, hidden = self.one(which), self.one(other)
        if person.home != hidden.home or not hidden.wishes:
            return
        [first, *_more] = sorted(hidden.wishes)

        def part(by: Member) -> None:
            protection.keep_apart(entry(first), sought=person.sought, by=by)

        if self.done(person, number, Right.KEEP_APART, part):
            person.stopped_by = person.stopped_by | {first}

    @rule(which=WHICH, number=ANYBODY)
    def end_a_wish(self, which: int, number: int) -> None:
        person = self.one(which)
        if not person.wishes:
            return
        [first, *_more] = sorted(person.wishes)

        def end(by: Member) -> None:
            protection.end_do_not_find(entry(first), because="She told me alone.", by=by)

        if self.done(person, number, Right.SEE_REGISTER, end):
            self.touched.update(self.people)
            for one in self.people:
                one.wishes = one.wishes - {first}
                one.stopped_by = one.stopped_by - {first}

    @rule(which=WHICH, number=ANYBODY)
    def erase(self, which: int, number: int) -> None:
        person = self.one(which)

        def delete(by: Member) -> None:
            protection.erase(person.seeker, why=WhyErased.ASKED, by=by)

        person.erased = self.done(person, number, Right.ERASE, delete) or person.erased

    @rule(days=st.sampled_from([1, 30, 91, 200]))
    def days_pass(self, days: int) -> None:
        self.clock.tick(timedelta(days=days))
        jobs.expire.call()
        self.touched.update(self.people)
