"""Somebody is found for another society: asked there, vouched for at home, passed on one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import found
from kintrace.cases.tests.meeting_afar import FoundAfar
from kintrace.network.access import Right
from kintrace.protection.purposes import Purpose
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, HOUSES, WHICH
from tests.gates.family import Families
from tests.gates.found import where_of
from tests.gates.messages import Messages
from tests.gates.met import Met
from tests.gates.papers import GOES_ON_FOR, OPENED
from tests.gates.transfers import some

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.network.models import Member
    from tests.gates.papers import Handed
    from tests.gates.world import Known

    Work = Callable[[FoundAfar, Member], object]

# The straight way to the family over a border, who goes it, and what may come between.
STRAIGHT = (
    *("find", "where", "contact", "ask", "questions", "answer", "vouch"),
    *("same", "verify", "second", "pass over", "result"),
)
ANOTHER = {"second": 1, "pass over": 1}
NO_GAP = len(STRAIGHT)
SAYS_LESS = ("taken_back", "message")
DOUBTS = ("different", "not ours")
AT_HOME = ("held", "sought held", "withdrawn", "kept from", "hidden")
BETWEEN = st.sampled_from(["", "", "", "", *AT_HOME, *SAYS_LESS, *DOUBTS])
ANYTHING = st.sampled_from([*STRAIGHT, *SAYS_LESS, *DOUBTS, "alive", "later", "nothing"])
WISHES = {"contact", "message", "alive", "later", "nothing", "taken_back"}


class Abroad(Families, Messages):
    """What is allowed must be so of both people, and of what was decided at both societies."""

    # --- who acts, and where ---

    def did_there(
        self, person: Known, handed: Handed, who: tuple[int, Right], work: Work
    ) -> Member | None:
        """Who did it, of the society that was asked; None where it was refused."""

        def act(by: Member) -> None:
            whom = cases.afar_for(by, self.incoming(handed, by).pk)
            work(FoundAfar(None, whom.case, whom, None, whom.transfer), by)

        return self.did_while_shared(person, handed, self.member(handed.to, *who), act)

    def did_at_home(
        self, person: Known, handed: Handed, who: tuple[int, Right], work: Work
    ) -> Member | None:
        """The same of the society that asked, whose word lets the search go on for a year."""

        def act(by: Member) -> None:
            transfer = cases.transfer_for(by, handed.pk)
            work(FoundAfar(None, transfer.of_case, None, None, transfer), by)

        member = self.did_while_shared(person, handed, self.member(person.home, *who), act)
        if member is not None:
            handed.last_day = self.today + GOES_ON_FOR
        return member

    def did_while_shared(
        self, person: Known, handed: Handed, member: Member, act: Callable[[Member], None]
    ) -> Member | None:
        person.settle(self.today)
        if not self.did(member, act):
            return None
        assert handed.state in OPENED
        assert handed.may_go(person, self.today)
        assert person.closed is None
        return member

    def wanted(self, handed: Handed) -> Met:
        """Who was found there; nothing goes on towards the family but for who wants contact."""
        met = handed.found
        assert met is not None
        assert met.wish == "contact"
        assert met.agrees(self.today)
        assert not met.passed
        return met

    # --- there: found, reached, asked what they want ---

    @part
    def find_there(self, person: Known, handed: Handed, number: int) -> None:
        before, met = handed.found, list[Met]()

        def find(search: FoundAfar, by: Member) -> None:
            search.locate(by=by)
            search.asked_about_safety(by=by)
            met.append(Met(search.subject, handed.to))

        if self.did_there(person, handed, (number, Right.CHANGE_CASES), find):
            assert before is None
            handed.met = met[-1]

    @part
    def keep_where_there(self, person: Known, handed: Handed, number: int) -> None:
        def keep(search: FoundAfar, by: Member) -> None:
            found.keep_where(search.sought, where=where_of(handed.to), how="spoken", by=by)

        if self.did_there(person, handed, (number, Right.CHANGE_CASES), keep):
            met = handed.found
            assert met is not None
            assert not met.passed
            assert met.wish in {"", "contact", "message", "later"}
            met.where_was_kept(self.today)

    @part
    def choose_there(self, person: Known, handed: Handed, number: int, wish: str) -> None:
        def ask(search: FoundAfar, by: Member) -> None:
            if wish == "taken_back":
                search.take_back(by=by)
            else:
                search.choose(wish, by=by)

        member = self.did_there(person, handed, (number, Right.CHANGE_CASES), ask)
        if member is not None:
            met = handed.found
            assert met is not None
            assert not met.passed
            met.chose(wish, member.pk, self.today)

    # --- on both sides: asked apart, judged ---

    @part
    def ask_there(self, person: Known, handed: Handed, number: int) -> None:
        who = number, Right.CHANGE_CASES
        member = self.did_there(person, handed, who, lambda one, by: one.ask_found(by=by))
        if member is not None:
            assert handed.found is not None
            handed.found.sides.setdefault("found", member.pk)

    @part
    def send_questions(self, person: Known, handed: Handed, number: int) -> None:
        who = number, Right.CHANGE_CASES
        if self.did_there(person, handed, who, lambda one, by: one.send_questions(by=by)):
            self.wanted(handed)

    @part
    def answer_for_family(self, person: Known, handed: Handed, number: int) -> None:
        who = number, Right.CHANGE_CASES
        asked = bool(handed.found and handed.found.sides)
        member = self.did_at_home(person, handed, who, lambda one, by: one.answer_at_home(by=by))
        if member is not None:
            assert asked
            self.wanted(handed).sides.setdefault("seeker", member.pk)

    @part
    def vouch_for_family(self, person: Known, handed: Handed, number: int, what: str) -> None:
        verdict = "verified" if what == "vouch" else "failed"
        who = number, Right.RELEASE_CONTACT
        if self.did_at_home(person, handed, who, lambda one, by: one.vouch(verdict, by=by)):
            self.wanted(handed)
            handed.vouched = verdict == "verified"

    @part
    def compare_there(self, person: Known, handed: Handed, number: int, judged: str) -> None:
        who = number, Right.RELEASE_CONTACT
        if self.did_there(person, handed, who, lambda one, by: one.compare(judged, by=by)):
            met = handed.found
            assert met is not None
            met.same = judged == "same" if len(met.sides) > 1 else met.same

    @part
    def verify_there(self, person: Known, handed: Handed, number: int) -> None:
        who = number, Right.RELEASE_CONTACT
        member = self.did_there(person, handed, who, lambda one, by: one.verify(by=by))
        if member is not None:
            met = handed.found
            assert met is not None
            assert met.is_proved(person, self.today)
            met.verified_by, met.signed_by = member.pk, None

    @part
    def sign_there(self, person: Known, handed: Handed, number: int) -> None:
        who = number, Right.RELEASE_CONTACT
        member = self.did_there(person, handed, who, lambda one, by: one.sign(by=by))
        if member is not None:
            met = self.wanted(handed)
            assert met.is_verified(person, self.today)
            assert member.pk not in {met.asked_by, met.verified_by}
            met.signed_by, met.knowing = member.pk, person.worries_of_search

    # --- the one moment in which a way to reach somebody goes over ---

    @part
    def pass_over(self, person: Known, handed: Handed, number: int) -> None:
        """Choice, consent, a verdict at each society, and where one is careful a second member who
        knew every worry."""
        who = number, Right.RELEASE_CONTACT
        if self.did_there(person, handed, who, lambda one, by: one.release(by=by)):
            met = self.wanted(handed)
            assert met.is_verified(person, self.today)
            assert handed.vouched
            second = met.second(person.worries_of_search)
            assert second is not None or not met.is_careful(person, self.today)
            assert met.kept
            assert person.allows(Purpose.CONTACT, today=self.today)
            met.passed += 1
            met.decided = (met.asked_by, met.verified_by, second)

    @part
    def give_result_there(self, person: Known, handed: Handed, number: int) -> None:
        """That somebody was found: what they want said, and contact once it was passed on."""
        who = number, Right.CHANGE_CASES
        accepted = handed.state == "accepted"
        if self.did_there(person, handed, who, lambda one, by: one.give_result(by=by)):
            assert accepted
            assert handed.found is not None
            assert handed.found.said in {"contact", "message", "alive"}
            handed.state, handed.returned = "returned", self.today

    # --- steps ---

    @precondition(lambda self: bool(some(self, OPENED)))
    @step(which=WHICH, number=ANYBODY, what=ANYTHING)
    def go_on_over_a_border(self, which: int, number: int, what: str) -> None:
        """One step, by anybody, in any order."""
        person, handed = self.one_handed(which, *OPENED)
        self.step_over(person, handed, number, what)

    def step_over(self, person: Known, handed: Handed, number: int, what: str) -> None:
        if what in WISHES:
            self.choose_there(person, handed, number, what)
        elif what in {"same", "different"}:
            self.compare_there(person, handed, number, what)
        elif what in {"vouch", "not ours"}:
            self.vouch_for_family(person, handed, number, what)
        else:
            deeds = {
                "find": self.find_there,
                "where": self.keep_where_there,
                "ask": self.ask_there,
                "questions": self.send_questions,
                "answer": self.answer_for_family,
                "verify": self.verify_there,
                "second": self.sign_there,
                "pass over": self.pass_over,
                "result": self.give_result_there,
            }
            deeds[what](person, handed, number)
        self.note_done()

    @step(
        which=WHICH,
        to=HOUSES,
        gap=st.integers(0, 2 * NO_GAP),
        between=BETWEEN,
        at=st.integers(1, 11),
    )
    def reunite_over_a_border(self, which: int, to: int, gap: int, between: str, at: int) -> None:
        """The straight way, perhaps with a gap, perhaps with something in between: by chance alone
        hardly anybody would come so far."""
        person = self.worked_on(which)
        handed = self.taken_on_by(person, to)
        for place, what in enumerate(STRAIGHT if handed else ()):
            assert handed is not None
            if place == at:
                self.comes_over(person, handed, between)
            if place != gap:
                self.step_over(person, handed, ANOTHER.get(what, 0), what)

    def taken_on_by(self, person: Known, to: int) -> Handed | None:
        """The search, as soon as the other society searches for it."""
        there = [one for one in person.handed if one.to == to and one.state == "accepted"]
        handed = there[-1] if there else self.ready_for(person, 0, to)
        if handed is not None and handed.state == "drafted":
            self.send_over(person, handed, 0)
        if handed is not None and handed.state == "sent":
            self.take_on(person, handed, 0)
        return handed if handed is not None and handed.state == "accepted" else None

    def comes_over(self, person: Known, handed: Handed, what: str) -> None:
        if what in {*SAYS_LESS, *DOUBTS}:
            self.step_over(person, handed, 0, what)
        else:
            self.comes_before(person, handed.to, what)
