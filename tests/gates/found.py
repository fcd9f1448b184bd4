"""Who is sought is found: informed, asked what they want, and whether somebody threatens them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import hypothesis.strategies as st
from django.db.models import Q
from hypothesis.stateful import invariant, precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import found
from kintrace.cases.models import Located, Release, Whereabouts
from kintrace.cases.tests.meeting import Found
from kintrace.network.access import Right
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import looked_at
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.vault.reader import reading_as
from tests.gates.arrows import Arrows
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, WHICH
from tests.gates.met import Met
from tests.gates.stops import Stops

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member
    from tests.gates.promises import Promises
    from tests.gates.stage import House
    from tests.gates.world import Known

WISHES = st.sampled_from(
    ["contact", "contact", "contact", "message", "alive", "nothing", "later", "taken_back"]
)
STOPS = ("hold", "name us", "hide", "withdraw", "erase")
PLACES = {"phone": "+00 010 555 014{}", "where": "House {} of Rowan Street"}


def where_of(home: int) -> dict[str, str]:
    """How somebody found is reached in one of the houses: no other one ever reads it."""
    return {name: words.format(home) for name, words in PLACES.items()}


def somebody_was_found(machine: Promises) -> bool:
    return any(one.met for one in machine.people)


class Meetings(Arrows, Stops):
    found_before = False  # in this run

    def search(self, person: Known, by: Member) -> Found:
        """The search for this person, or 404."""
        sought = cases.sought_for(by, person.row)
        return Found(None, sought.case, sought)

    def one_met(self, which: int) -> tuple[Known, Met]:
        met = [(one, one.met) for one in self.people if one.met]
        person, found_person = met[which % len(met)]
        self.touched.add(person)
        return person, found_person

    # --- found, informed, asked ---

    def to_meet(self, which: int) -> Known:
        """Somebody who is sought still, while anybody is."""
        new = [one for one in self.people if one.met is None and one.is_worked_on]
        person = new[which % len(new)] if new else self.one(which)
        self.touched.add(person)
        return person

    @step(which=WHICH, number=ANYBODY, wish=WISHES)
    def meet(self, which: int, number: int, wish: str) -> None:
        self.visit(self.to_meet(which), number, wish)

    def visit(self, person: Known, number: int, wish: str) -> None:
        """All of it at once: informed, asked about safety, where they are, the card."""
        self.locate(person, number)
        if person.met is not None:
            self.keep_where(person, person.met, number)
            self.choose(person, person.met, number, wish)
            self.note_done()

    @part
    def locate(self, person: Known, number: int) -> None:
        member = self.member(person.home, number, Right.CHANGE_CASES)
        may_be = person.met is None and person.is_worked_on
        may_be = may_be and person.may_be_sought(today=self.today)
        met: list[Met] = []

        def meet(by: Member) -> None:
            search = self.search(person, by)
            search.locate(by=by)
            search.asked_about_safety(by=by)
            met.append(Met(search.subject, person.home))

        assert self.did(member, meet) == may_be
        if person.is_worked_on and (person.holds or person.holds_of_sought) and not person.met:
            assert self.refused == str(looked_at())
        if may_be:
            person.met = met[-1]

    @part
    def keep_where(self, person: Known, met: Met, number: int) -> None:
        member = self.member(person.home, number, Right.CHANGE_CASES)
        may_be, where = met.may_be_kept(person, self.today), where_of(person.home)

        def keep(by: Member) -> None:
            found.keep_where(self.search(person, by).sought, where=where, how="spoken", by=by)

        assert self.did(member, keep) == may_be
        if may_be:
            met.where_was_kept(self.today)

    @part
    def choose(self, person: Known, met: Met, number: int, wish: str) -> None:
        """The newest answer counts; back it is taken at any hour."""
        member = self.member(person.home, number, Right.CHANGE_CASES)
        may_be = met.may_choose(wish, person, self.today)

        def ask(by: Member) -> None:
            search = self.search(person, by)
            if wish == "taken_back":
                search.take_back(by=by)
            else:
                search.choose(wish, by=by)

        assert self.did(member, ask) == may_be
        if may_be:
            met.chose(wish, member.pk, self.today)

    @precondition(somebody_was_found)
    @step(which=WHICH, number=ANYBODY, wish=WISHES, where=st.booleans())
    def ask_again(self, which: int, number: int, wish: str, *, where: bool) -> None:
        person, met = self.one_met(which)
        self.choose(person, met, number, wish)
        if where:
            self.keep_where(person, met, number)
        self.note_done()

    # --- what is said for their safety, and their end ---

    @precondition(somebody_was_found)
    @step(which=WHICH, number=ANYBODY, what=st.sampled_from(STOPS))
    def stop_for_found(self, which: int, number: int, what: str) -> None:
        person, met = self.one_met(which)
        self.say_of_found(person, met, number, what)
        self.note_done()

    @part
    def say_of_found(self, person: Known, met: Met, number: int, what: str) -> None:
        subject, us = met.subject, self.houses[person.home].society.pk
        right = Right.ERASE if what == "erase" else Right.HOLD
        right = Right.OPEN_CASES if what == "hide" else right

        def say(by: Member) -> None:
            if what == "hold":
                protection.put_on_hold(subject, reason="A worry.", by=by)
            elif what == "name us":
                circle = NotWith(societies=frozenset({us}))
                protection.change_not_with(subject, not_with=circle, by=by)
            elif what == "hide":
                told = {"names": "He", "by_whom": "His uncle"}
                protection.register_do_not_find(subject, told=told, by=by)
            elif what == "withdraw":
                protection.withdraw(subject, purpose=Purpose.CONTACT, by=by)
            else:
                protection.erase(subject, why=WhyErased.ASKED, by=by)

        if self.done(person, number, right, say):
            self.note_of_found(person, met, what)

    def note_of_found(self, person: Known, met: Met, what: str) -> None:
        if what == "hold":
            self.note_holds(person, more=True)
        elif what == "name us":
            met.secret_from, met.circle = {person.home}, "us"
        elif what == "hide":
            met.hides = True
            met.feared.add(f"hides since {self.now}")
        elif what == "withdraw":
            met.not_reachable()
        else:
            person.met = None

    # --- what must be so ---

    @invariant()
    def nothing_of_who_was_found_stays_or_leaves_but_as_they_chose(self) -> None:
        """To the row: who was found, of whom we know where they are, what was passed on, once."""
        for person in self.people:
            person.settle(self.today)
        self.found_before = self.found_before or any(map(self.met_by, self.houses))
        for house in self.looked_into() if self.found_before else ():
            met = self.met_by(house)
            with reading_as(house.society.pk):
                own = Q(society=house.society)
                assert _subjects(Located.objects.filter(own)) == {one.subject for one in met}
                kept = Whereabouts.objects.filter(own)
                assert _subjects(kept, "located__") == {one.subject for one in met if one.kept}
                passed = list(Release.objects.filter(own).select_related("located"))
                decided = {one.subject: one.decided for one in met if one.passed}
                assert len(passed) == len(decided)
                for one in passed:
                    by = (one.chosen_by_id, one.verified_by_id, one.signed_by_id)
                    assert by == decided[one.located.subject]
                    assert None not in by[:2]
                    assert by[2] not in by[:2], "a second member is another than either"

    def met_by(self, house: House) -> list[Met]:
        """Who was found by this society: in its own searches, and in those of others."""
        own = (one.met for one in self.people if one.home == house.number)
        handed = [one for person in self.people for one in person.handed]
        others = (one.found for one in handed if one.to == house.number)
        return [one for one in (*own, *others) if one is not None]

    def at_the_end(self) -> None:
        self.nothing_of_who_was_found_stays_or_leaves_but_as_they_chose()
        super().at_the_end()


def _subjects(rows: QuerySet[Any], to: str = "") -> set[UUID]:
    return set(rows.values_list(f"{to}subject", flat=True))
