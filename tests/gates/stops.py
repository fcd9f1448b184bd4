"""What stops, and what lets go on: holds, withdrawal, circles, the register, erasure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.network.access import Right
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import entries_about, entry, hold
from kintrace.protection.purposes import BasisKind, Purpose, WhyErased
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reading_as
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, HOUSES, NOT_THE_WALL, WHICH
from tests.gates.promises import Promises
from tests.gates.world import Ground

if TYPE_CHECKING:
    from kintrace.network.models import Member

# Two of the societies are in one of these countries, and none in another.
COUNTRIES = st.sets(st.sampled_from(["BG", "DK", "ER"]), max_size=1)


def _somebody_is_held(machine: Promises) -> bool:
    return any(person.every_hold for person in machine.people)


class Stops(Promises):
    @step(which=WHICH, number=ANYBODY, of_sought=st.booleans())
    def put_on_hold(self, which: int, number: int, *, of_sought: bool) -> None:
        person = self.one(which)
        subject = person.sought if of_sought else person.seeker

        def hold_back(by: Member) -> None:
            protection.put_on_hold(subject, reason="A worry.", by=by)

        if self.done(person, number, Right.HOLD, hold_back):
            self.note_holds(person, more=True)

    @precondition(_somebody_is_held)
    @step(which=WHICH, number=ANYBODY)
    def lift(self, which: int, number: int) -> None:
        waits = [one for one in self.people if one.every_hold]
        person = waits[which % len(waits)]
        self.touched.add(person)
        waiting = sorted(person.every_hold, key=self.nth.__getitem__)[:1]

        def let_go(by: Member) -> None:
            protection.lift_hold(hold(waiting[0]), because="It is safe.", by=by)

        if self.done(person, number, Right.LIFT_HOLD, let_go):
            self.note_holds(person, less=True)

    @step(which=WHICH, number=ANYBODY, purpose=st.sampled_from(Purpose))
    def withdraw(self, which: int, number: int, purpose: Purpose) -> None:
        person = self.one(which)

        def take_back(by: Member) -> None:
            protection.withdraw(person.seeker, purpose=purpose, by=by)

        if self.done(person, number, Right.HOLD, take_back):
            person.take_back(purpose)

    @step(which=WHICH, number=ANYBODY, purpose=NOT_THE_WALL)
    def record_basis(self, which: int, number: int, purpose: Purpose) -> None:
        person, until = self.one(which), self.today + timedelta(days=400)
        terms: dict[str, Any] = {"purpose": purpose, "until": until}

        def write(by: Member) -> None:
            file, kind = open_file(by.society_id), BasisKind.PUBLIC_INTEREST
            protection.record_basis(person.seeker, kind=kind, file=file, by=by, **terms)

        if self.done(person, number, Right.HOLD, write):
            person.grounds.append(Ground(purpose, until))

    @step(which=WHICH, number=ANYBODY, whom=st.sets(HOUSES, max_size=2), lands=COUNTRIES)
    def keep_from(self, which: int, number: int, whom: set[int], lands: set[str]) -> None:
        """Societies by name, or every society of a country."""
        person = self.one(which)
        societies = frozenset(self.houses[one].society.pk for one in whom)
        named = NotWith(societies, frozenset(lands))

        def say(by: Member) -> None:
            protection.change_not_with(person.seeker, not_with=named, by=by)

        if self.done(person, number, Right.HOLD, say):
            there = {n for n, one in enumerate(self.houses) if one.society.country in lands}
            person.secret_from, person.is_secret = whom | there, bool(named)
            person.circle = (frozenset(whom), frozenset(lands)) if named else None

    # --- who does not want to be found ---

    @step(which=WHICH, number=ANYBODY)
    def wish_not_to_be_found(self, which: int, number: int) -> None:
        person = self.one(which)
        told = {"names": "Somebody", "by_whom": "an uncle"}

        def wish(by: Member) -> None:
            protection.register_do_not_find(person.seeker, told=told, by=by)

        if self.done(person, number, Right.OPEN_CASES, wish):
            with reading_as(self.houses[person.home].society.pk):
                person.wishes = {one.pk for one in entries_about(person.seeker)}
            assert person.wishes
            for one in person.wishes:  # one at most is new
                self.nth.setdefault(one, len(self.nth))
            person.feared |= person.wishes

    @precondition(lambda self: any(one.wishes for one in self.people))
    @step(which=WHICH, other=WHICH, number=ANYBODY)
    def keep_apart(self, which: int, other: int, number: int) -> None:
        person = self.one(which)
        near = [one for one in self.people if one.wishes and one.home == person.home]
        if not near:
            return
        first = min(near[other % len(near)].wishes, key=self.nth.__getitem__)

        def part(by: Member) -> None:
            protection.keep_apart(entry(first), sought=person.sought, by=by)

        if self.done(person, number, Right.KEEP_APART, part):
            person.stopped_by = person.stopped_by | {first}

    @precondition(lambda self: any(one.wishes for one in self.people))
    @step(which=WHICH, number=ANYBODY)
    def end_a_wish(self, which: int, number: int) -> None:
        wishing = [one for one in self.people if one.wishes]
        person = wishing[which % len(wishing)]
        first = min(person.wishes, key=self.nth.__getitem__)

        def end(by: Member) -> None:
            protection.end_do_not_find(entry(first), because="She told me alone.", by=by)

        if self.done(person, number, Right.SEE_REGISTER, end):
            self.touched.update(self.people)
            for one in self.people:
                one.wishes = one.wishes - {first}
                one.stopped_by = one.stopped_by - {first}

    # --- the end ---

    @step(which=WHICH, number=ANYBODY)
    def erase(self, which: int, number: int) -> None:
        person = self.one(which)

        def delete(by: Member) -> None:
            protection.erase(person.seeker, why=WhyErased.ASKED, by=by)

        if self.done(person, number, Right.ERASE, delete):
            person.erase()

    def time_is_over(self) -> None:
        """What the house did by itself, as the test knows it."""
        for person in self.people:
            person.time_is_over(self.now)
