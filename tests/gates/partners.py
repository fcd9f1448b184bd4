"""A partner society's second eye, by an agreement that may end on any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from hypothesis.stateful import precondition

from kintrace.network import actions as network
from kintrace.network.access import Right
from kintrace.network.lookups import agreements_of
from kintrace.network.words import SharingPurpose
from kintrace.protection.purposes import Scope
from kintrace.protection.risk import Answer
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of, reviews_for
from kintrace.wall.terms import Declined
from tests.gates.counted import step
from tests.gates.drawn import ANYBODY, HOUSES, MOSTLY, WHICH
from tests.gates.way import Way

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from tests.gates.world import Known


class Partners(Way):
    @step(which=WHICH, number=ANYBODY, partner=HOUSES)
    def ask_partner(self, which: int, number: int, partner: int) -> None:
        """The photo is laid before an officer of another society."""
        person, asked = self.one(which), self.houses[partner].society

        def ask(by: Member) -> None:
            notice = notice_of(person.seeker)
            if notice is None:
                raise Http404
            wall.ask_partner(notice, partner=asked.pk, by=by)

        if self.done(person, number, Right.CHANGE_CASES, ask):
            self.may_be_laid_before(partner, person)
            person.asked_of = partner

    @precondition(lambda self: len(self.people) < 5)
    @step(home=HOUSES, partner=HOUSES)
    def come_as_far_as_a_partner(self, home: int, partner: int) -> None:
        """By chance alone few would come so far, either."""
        self.open_a_case(home, 0, 30, worried=False)
        which, person = len(self.people) - 1, self.people[-1]
        if person.state == "submitted":
            self.taken_on(person)
        self.consent(which, 0, (Scope.WALL,), 2, Answer.NO)
        self.photograph(which, 0)
        self.propose(which, 0)
        self.ask_partner(which, 0, partner)
        if person.asked_of == partner:
            self.note_done()

    def laid_before_another(self, which: int) -> Known:
        asked = [one for one in self.people if one.asked_of is not None]
        person = asked[which % len(asked)]
        self.touched.add(person)
        return person

    @precondition(lambda self: any(one.asked_of is not None for one in self.people))
    @step(which=WHICH, number=ANYBODY, agreed=MOSTLY)
    def partner_decides(self, which: int, number: int, *, agreed: bool) -> None:
        person = self.laid_before_another(which)
        partner = person.asked_of or 0
        own, declined = self.notices_of(person), None if agreed else Declined.PICTURE

        def decide(by: Member) -> None:
            papers = [one for one in reviews_for(by) if one.notice in own]
            if not papers:
                raise Http404
            self.may_be_laid_before(partner, person)
            wall.answer_review(papers[0], declined=declined, by=by)

        self.did(self.member(partner, number, Right.APPROVE_FACES), decide)

    @precondition(lambda self: any(one.asked_of is not None for one in self.people))
    @step(which=WHICH, number=ANYBODY)
    def recall(self, which: int, number: int) -> None:
        person = self.laid_before_another(which)

        def take_back(by: Member) -> None:
            notice = notice_of(person.seeker)
            if notice is None or person.asked_of is None:
                raise Http404
            wall.recall_review(notice, by=by)

        if self.done(person, number, Right.CHANGE_CASES, take_back):
            person.asked_of = None

    @step(home=HOUSES, partner=HOUSES, number=ANYBODY)
    def agree_or_end(self, home: int, partner: int, number: int) -> None:
        """An agreement stands, and ends; or there is none, and is one."""
        giver, taker = (self.houses[one].society for one in (home, partner))
        stood = (home, partner) in self.may_look

        def settle(by: Member) -> None:
            if stood:
                [now] = [
                    one for one in agreements_of(by) if (one.giver, one.taker) == (giver, taker)
                ]
                network.end_agreement(now, by=by)
            else:
                purposes = [SharingPurpose.SECOND_EYE]
                network.sign_agreement(giver, taker=taker, purposes=purposes, by=by)

        if self.did(self.member(home, number, Right.SIGN_AGREEMENTS), settle):
            self.may_look ^= {(home, partner)}
