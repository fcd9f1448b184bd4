"""A child writes to its mother: by whom, past whose eyes, and while what holds it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from kintrace.cases import lookups as cases
from kintrace.cases.actions import children, children_messages
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_messages as writing
from kintrace.cases.actions.red_cross_moves import Waits
from kintrace.cases.tests.red_cross_ways import NEWS, REPLY
from kintrace.network.access import Right
from tests.gates.childs_abroad import FAMILY, MOTHER, ChildsAbroad
from tests.gates.childs_letter import ChildsLetter
from tests.gates.childs_way import some_child
from tests.gates.counted import part, step
from tests.gates.drawn import ANYBODY, HOUSES, WHICH
from tests.gates.messages import AGREED_FOR, INSTEAD, MAY_RETURN, NEXT
from tests.gates.papers import UNDER_WAY, Letter
from tests.gates.teams import protects

if TYPE_CHECKING:
    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.models import Member
    from tests.gates.promises import Act
    from tests.gates.stage import House
    from tests.gates.ward import Ward

TO_HER = {"name": MOTHER, "relation": "mother", "address": "By the well", "language": "ti"}
ENDED = st.sampled_from(["", "", "return", "call off", "call off"])
FAR = (1, 3, 5)  # steps: checked, taken, answered
CHECK = "collected"


class ChildsLetters(ChildsAbroad):
    def did(self, member: Member, act: Act) -> bool:
        """What was called off by what happened before is so before anybody goes on."""
        self.settle_letters()
        return super().did(member, act)

    def settle_letters(self) -> None:
        for ward in self.wards:
            ward.settle(self.today)

    def on_their_way(self) -> list[tuple[Ward, ChildsLetter]]:
        every = [(ward, letter) for ward in self.wards for letter in ward.letters]
        return [(ward, one) for ward, one in every if one.state in NEXT and not one.gone]

    def brings_it(self, ward: Ward, letter: ChildsLetter, number: int) -> Member:
        """A member of the society that delivers it; at home, one of the team."""
        if letter.to is None:
            return self.somebody(ward.team, number)
        return self.member(letter.to, number, Right.CHANGE_CASES)

    # --- at home ---

    @part
    def write_for_child(self, ward: Ward, member: Member) -> None:
        may_be = ward.is_worked_on(member.pk) and ward.may_reach_mother(self.today)
        words, made = ward.seals(), list[ChildsLetter]()

        def write(by: Member) -> None:
            child = self.child(ward, by)
            seen = getattr(cases.page_of(child, "family"), "version", 0)
            children.keep_page(child, page="family", answers=FAMILY, seen=seen, by=by)
            message = children_messages.begin(child, row=1, how="spoken", by=by)
            self.say_all(message, ward.called, words, by)
            file = message.paper.file
            made.append(ChildsLetter(message.pk, file, by.pk, begun=self.now))

        assert self.did(member, write) == (may_be and not ward.hides)
        if made:
            ward.letters_until = self.today + AGREED_FOR
            ward.letters += made[-1:]

    def say_all(self, message: RedCrossMessage, called: str, words: str, by: Member) -> None:
        sender: dict[str, Any] = {"name": called, "language": "ti", "reply_to": "society"}
        said = {"sender": sender | {"shown": []}, "addressee": TO_HER}
        for kind, told in (said | {"text": {"text": f"{NEWS} {words}"}}).items():
            writing.keep(message, kind=kind, said=told, seen=0, by=by)
        writing.collect(message, by=by)

    @part
    def check_for_child(self, ward: Ward, letter: ChildsLetter, member: Member) -> None:
        inside = member.pk in ward.team.inside and member.pk != letter.writer
        may_be = letter.state == CHECK and inside and protects(member)

        def look(by: Member) -> None:
            writing.check(cases.own_red_cross_for(by, letter.pk), by=by)

        assert self.did(member, look) == may_be
        if may_be:
            letter.state = "checked"

    @part
    def send_for_child(
        self, ward: Ward, letter: ChildsLetter, member: Member, there: House
    ) -> None:
        home = there.number == ward.team.home
        partner = None if home else there.society.pk
        ready = letter.state == "checked" and ward.is_worked_on(member.pk)
        may_be = ready and ward.may_reach_mother(self.today)
        may_be = may_be and letter.may_go(ward, self.today, to=partner)

        def send(by: Member) -> None:
            writing.send(cases.own_red_cross_for(by, letter.pk), partner=partner, by=by)

        assert self.did(member, send) == may_be
        if may_be:
            letter.partner = partner
            letter.went(None if home else there.number)

    @part
    def give_answer_to_child(self, ward: Ward, letter: ChildsLetter, member: Member) -> None:
        inside = member.pk in ward.team.inside
        waits = letter.state == "replied" and letter.given is None and inside
        may_be = waits and letter.may_go(ward, self.today, to=None)
        may_be = may_be and member.pk != letter.typist

        def give(by: Member) -> None:
            delivery.give_reply(cases.own_red_cross_for(by, letter.pk), by=by)

        assert self.did(member, give) == may_be
        if may_be:
            letter.given = self.today

    @part
    def call_off_for_child(self, ward: Ward, letter: ChildsLetter, member: Member) -> None:
        may_be = letter.state in UNDER_WAY and member.pk in ward.team.inside

        def stop(by: Member) -> None:
            message = cases.own_red_cross_for(by, letter.pk)
            writing.call_off(message, why="withdrawn", by=by)

        assert self.did(member, stop) == may_be
        if may_be:
            letter.state = "cancelled"
            letter.ends_there()

    # --- by who delivers ---

    @part
    def take_for_mother(self, ward: Ward, letter: ChildsLetter, member: Member) -> None:
        known = letter.to is not None or member.pk in ward.team.inside
        may_be = known and letter.may_go(ward, self.today, to=letter.partner)

        def take(by: Member) -> None:
            delivery.take(cases.red_cross_for(by, letter.pk), by=by)

        assert self.did(member, take) == may_be
        if may_be:
            letter.state = "in_delivery"
        elif letter.to is not None:
            assert self.refused == str(Waits())  # whatever the reason

    @part
    def deliver_to_mother(self, ward: Ward, letter: ChildsLetter, member: Member) -> None:
        may_be = letter.to is not None or member.pk in ward.team.inside

        def deliver(by: Member) -> None:
            delivery.deliver(cases.red_cross_for(by, letter.pk), day=self.today, by=by)

        assert self.did(member, deliver) == may_be
        if may_be:
            letter.state, letter.delivered = "delivered", self.today

    @part
    def answer_child(self, ward: Ward, letter: ChildsLetter, member: Member) -> None:
        may_be = letter.to is not None or member.pk in ward.team.inside

        def write(by: Member) -> None:
            delivery.write_reply(cases.red_cross_for(by, letter.pk), text=REPLY, by=by)

        assert self.did(member, write) == may_be
        if may_be:
            letter.typist = member.pk
            letter.was_answered(ward, self.today)

    @part
    def return_from_mother(self, ward: Ward, letter: ChildsLetter, member: Member) -> None:
        known = letter.to is not None or member.pk in ward.team.inside
        may_be = known and letter.state in MAY_RETURN

        def bring_back(by: Member) -> None:
            delivery.return_(cases.red_cross_for(by, letter.pk), why="moved", by=by)

        assert self.did(member, bring_back) == may_be
        if may_be:
            letter.state = "returned"
            letter.ends_there()

    # --- steps ---

    @precondition(some_child)
    @step(which=WHICH, number=ANYBODY, to=HOUSES, far=st.integers(0, 6), instead=ENDED)
    def send_a_childs_letter(
        self, which: int, number: int, to: int, far: int, instead: str
    ) -> None:
        """Written, as far on its way as it comes, and perhaps ended there."""
        ward = self.one_ward(which)
        before = len(ward.letters)
        self.write_for_child(ward, self.somebody(ward.team, number))
        for letter in ward.letters[before:]:
            for place in range(far):
                self.childs_letter_goes_on(ward, letter, number + (place == 0), self.houses[to])
            if instead:
                self.end_it(ward, letter, number, back=instead == "return")
        self.note_done()

    @precondition(lambda self: bool(self.on_their_way()))
    @step(which=WHICH, number=ANYBODY, to=HOUSES, instead=INSTEAD)
    def go_on_with_childs_letter(self, which: int, number: int, to: int, instead: str) -> None:
        if instead:
            self.end_a_childs_letter(which, number, back=instead == "return")
        elif found := self.one_letter(which, set(NEXT)):
            self.childs_letter_goes_on(*found, number, self.houses[to])
            self.note_done()

    @part
    def end_a_childs_letter(self, which: int, number: int, *, back: bool) -> None:
        """By who brings it, or by who knows the child."""
        if found := self.one_letter(which, MAY_RETURN if back else UNDER_WAY):
            self.end_it(*found, number, back=back)
            self.note_done()

    def end_it(self, ward: Ward, letter: ChildsLetter, number: int, *, back: bool) -> None:
        self.settle_letters()
        if back:
            self.return_from_mother(ward, letter, self.brings_it(ward, letter, number))
        else:
            self.call_off_for_child(ward, letter, self.somebody(ward.team, number))

    def one_letter(self, which: int, states: set[str]) -> tuple[Ward, ChildsLetter] | None:
        """One that stands so still; what came before may have called it off."""
        self.settle_letters()
        found = [(ward, one) for ward, one in self.on_their_way() if one.state in states]
        if found:
            self.looked_at.add(found[which % len(found)][0])
        return found[which % len(found)] if found else None

    def childs_letter_goes_on(
        self, ward: Ward, letter: ChildsLetter, number: int, there: House
    ) -> None:
        self.settle_letters()
        what, home = NEXT.get(letter.state), self.somebody(ward.team, number)
        if what == "check":
            self.check_for_child(ward, letter, home)
        elif what == "hand over":
            self.send_for_child(ward, letter, home, there)
        elif what == "give":
            other = self.somebody(ward.team, number + 1)
            self.give_answer_to_child(ward, letter, other)
        elif what is not None:
            deeds = {"take": self.take_for_mother, "deliver": self.deliver_to_mother}
            brings = self.brings_it(ward, letter, number)
            deeds.get(what, self.answer_child)(ward, letter, brings)

    def take_for_child(
        self, ward: Ward, member: Member, what: str, number: int = 0, how: str = ""
    ) -> None:
        """On the straight way it goes to the next society: of one child it is taken there, of the
        next it is answered, of the third it is only checked."""
        if what != "letter":
            super().take_for_child(ward, member, what, number, how)
            return
        before = len(ward.letters)
        self.write_for_child(ward, member)
        far = FAR[len(self.wards) % len(FAR)]
        there = self.houses[(ward.team.home + 1) % len(self.houses)]
        for letter in ward.letters[before:]:
            for _step in range(far):
                self.childs_letter_goes_on(ward, letter, 0, there)

    # --- what lies where ---

    def letters_to(self, house: House) -> list[Letter]:
        """Beside those of cases."""
        self.settle_letters()
        own: list[Letter] = super().letters_to(house)  # type: ignore[misc]
        every = (letter for ward in self.wards for letter in ward.letters)
        return [*own, *(one for one in every if one.to == house.number)]
