"""Both sides are asked apart and compared, members decide, and once the contact is passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.cases.actions import verifying
from kintrace.network.access import Right
from kintrace.protection.purposes import Purpose
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, WHICH
from tests.gates.found import STOPS, Meetings, somebody_was_found
from tests.gates.world import SEARCHED_FOR

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from tests.gates.met import Met
    from tests.gates.world import Known

RESULTS = st.sampled_from(["contact", "contact", "message", "alive", "say_nothing", "not_found"])
# The straight way from the card to the family, who goes it, and what may come between.
STRAIGHT = ("found", "seeker", "same", "verify", "second", "release")
ANOTHER = {"seeker": 1, "second": 1}
BETWEEN = st.sampled_from(["", "", "", "held", "sought held", "take back", "different", *STOPS])
MOST_AGREE = 6  # of the numbers of ANYBODY


class Families(Meetings):
    def decider(self, person: Known, number: int) -> Member:
        return self.member(person.home, number, Right.RELEASE_CONTACT)

    # --- compared, judged ---

    @part
    def ask_side(self, person: Known, met: Met, number: int, side: str) -> None:
        member = self.member(person.home, number, Right.CHANGE_CASES)
        may_be = met.takes_more(person, self.today)

        def ask(by: Member) -> None:
            search = self.search(person, by)
            (search.ask_found if side == "found" else search.ask_seeker)(by=by)

        assert self.did(member, ask) == may_be
        if may_be:
            met.sides.setdefault(side, member.pk)

    @part
    def compare(self, person: Known, met: Met, number: int, judged: str) -> None:
        may_be = met.takes_more(person, self.today)

        def hold_together(by: Member) -> None:
            self.search(person, by).compare(judged, by=by)

        assert self.did(self.decider(person, number), hold_together) == may_be
        if may_be and len(met.sides) > 1:
            met.same = judged == "same"

    @part
    def verify(self, person: Known, met: Met, number: int) -> None:
        member = self.decider(person, number)
        may_be = met.takes_more(person, self.today) and met.is_proved(person, self.today)
        assert self.did(member, lambda by: self.search(person, by).verify(by=by)) == may_be
        if may_be:
            met.verified_by, met.signed_by = member.pk, None

    @part
    def doubt(self, person: Known, met: Met, number: int) -> None:
        may_be = met.takes_more(person, self.today)

        def say(by: Member) -> None:
            verifying.decide(self.search(person, by).sought, verdict="not_yet", by=by)

        assert self.did(self.decider(person, number), say) == may_be
        if may_be:
            met.verified_by = None

    @part
    def be_second(self, person: Known, met: Met, number: int, *, agreed: bool) -> None:
        member = self.decider(person, number)
        may_be = met.may_be_signed(person, member.pk, self.today)

        def sign(by: Member) -> None:
            self.search(person, by).sign(agreed=agreed, by=by)

        assert self.did(member, sign) == may_be
        if may_be:
            met.signed_by = member.pk if agreed else None
            met.knowing = person.worries

    @part
    def release(self, person: Known, met: Met, number: int) -> None:
        """The one moment in which a contact way leaves; once."""
        may_be = met.may_leave(person, self.today)

        def pass_on(by: Member) -> None:
            self.search(person, by).release(by=by)

        assert self.did(self.decider(person, number), pass_on) == may_be
        if may_be:
            met.passed += 1
            met.decided = (met.asked_by, met.verified_by, met.second(person.worries))

    @precondition(somebody_was_found)
    @step(which=WHICH, number=ANYBODY, what=st.sampled_from([*STRAIGHT, "different", "doubt"]))
    def go_towards_family(self, which: int, number: int, what: str) -> None:
        """One step, by anybody, in any order."""
        person, met = self.one_met(which)
        self.take_a_step(person, met, number, what)

    def take_a_step(self, person: Known, met: Met, number: int, what: str) -> None:
        if what in {"found", "seeker"}:
            self.ask_side(person, met, number, what)
        elif what in {"same", "different"}:
            self.compare(person, met, number, what)
        elif what == "verify":
            self.verify(person, met, number)
        elif what == "doubt":
            self.doubt(person, met, number)
        elif what == "second":
            self.be_second(person, met, number, agreed=number < MOST_AGREE)
        else:
            self.release(person, met, number)
        self.note_done()

    @step(which=WHICH, gap=st.integers(0, 20), between=BETWEEN, at=st.integers(1, 6))
    def reunite(self, which: int, gap: int, between: str, at: int) -> None:
        """The straight way, perhaps with a gap, perhaps with something in between: by chance alone
        hardly anybody would come so far."""
        person = self.to_meet(which)
        self.visit(person, 0, "contact")
        met = person.met
        if met is None:
            return
        for place, what in enumerate(STRAIGHT):
            if place == at:
                self.comes_in_between(person, met, between)
            if place != gap and person.met is met:
                self.take_a_step(person, met, ANOTHER.get(what, 0), what)

    def comes_in_between(self, person: Known, met: Met, what: str) -> None:
        if what in {"held", "sought held"}:
            who = self.people.index(person)
            self.put_on_hold(who, 0, of_sought=what != "held")
        elif what == "take back":
            self.choose(person, met, 0, "taken_back")
        elif what == "different":
            self.compare(person, met, 0, what)
        elif what:
            self.say_of_found(person, met, 0, what)

    # --- what the family hears ---

    @step(which=WHICH, number=ANYBODY, result=RESULTS)
    def tell_the_family(self, which: int, number: int, result: str) -> None:
        """Only what the found person wants; that they want contact when it was passed on."""
        found = [one for one in self.people if one.met or one.known_abroad]
        person = found[which % len(found)] if found else self.one(which)
        self.touched.add(person)
        met, fits = person.met, person.may_be_told(result)

        def say(by: Member) -> None:
            search = self.search(person, by)
            search.settle(result, by=by)
            search.tell(by=by)

        if self.done(person, number, Right.CHANGE_CASES, say):
            assert fits
            assert person.allows(Purpose.CONTACT, today=self.today)
            if result in {"contact", "message", "alive"}:
                assert person.may_be_sought(today=self.today)
                assert met is None or met.is_free(person, self.today)
            if person.state in SEARCHED_FOR:
                self.goes(person, "answered")
