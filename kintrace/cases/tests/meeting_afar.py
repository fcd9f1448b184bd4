"""Somebody is found for another society: by the real actions, at both of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import outcomes, passing
from kintrace.cases.tests.handing import accepted, sent
from kintrace.cases.tests.meeting import Found, sentences_approved
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from tests.remembered import remembered

if TYPE_CHECKING:
    from kintrace.cases.models import Incoming, Transfer
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member


@dataclass(frozen=True)
class FoundAfar(Found):
    """`scene` is the society that searches, `home` the one that asked; `case` is of that one."""

    home: Any
    transfer: Transfer

    @property
    def incoming(self) -> Incoming:
        asked: Incoming = self.sought.incoming
        return asked

    @property
    def at_home(self) -> Found:
        """The same search as the society that asked has it; inside its reader."""
        [one] = lookups.sought_in(self.case)
        return Found(self.home, self.case, lookups.sought_for(self.home.alma, one.pk))

    def send_questions(self, *, by: Member) -> None:
        passing.ask_family(self.sought, by=by)

    def answer_at_home(self, *, by: Member) -> None:
        asked = lookups.asked_of_family(self.transfer)
        passing.answer(self.transfer, answers=dict.fromkeys(map(UUID, asked), "A word"), by=by)

    def vouch(self, verdict: str = "verified", *, by: Member) -> None:
        because = "facts_differ" if verdict == "failed" else ""
        passing.vouch(self.transfer, verdict=verdict, because=because, by=by)

    def release(self, *, by: Member, told: str = "") -> None:
        del told
        passing.pass_over(self.sought, ways=["phone"], by=by)

    def give_result(self, result: str = "located", *, by: Member) -> None:
        said = answering.Outcome(result, "What may be said.")
        answering.return_result(self.incoming, outcome=said, by=by)

    def told_at_home(self, result: str, how: str = "by_phone", *, by: Member) -> None:
        [one] = lookups.sought_in(self.case)
        sought = lookups.sought_for(by, one.pk)
        outcomes.settle(sought, result=result, by=by)
        outcomes.tell(sought, day=timezone.localdate(), how=how, by=by)

    def as_far_as_the_questions(self) -> None:
        self.as_far_as_the_choice()
        with self.scene.acting(self.scene.alma) as alba:
            self.ask_found(by=alba)
            self.send_questions(by=alba)

    def as_far_as_the_answers(self) -> None:
        self.as_far_as_the_questions()
        with self.home.acting(self.home.alma) as alma:
            self.answer_at_home(by=alma)

    def as_far_as_the_verdict(self) -> None:
        self.as_far_as_the_answers()
        with self.home.acting(self.home.omar) as omar:
            self.vouch(by=omar)
        with self.scene.acting(self.scene.omar) as orel:
            self.compare(by=orel)
            self.verify(by=orel)

    def as_far_as_the_contact(self) -> None:
        self.as_far_as_the_signature()
        with self.scene.acting(self.scene.lena) as lena:
            self.release(by=lena)


@remembered
def taken_on(home: Scene, there: Scene) -> FoundAfar:
    """Selam's search for her brother, of whose age nothing was told, is with the other society."""
    for one in (home, there):
        with one.acting(one.alma):
            sentences_approved(one)
    with home.acting(home.alma):
        case = playing.open_a_case(PEOPLE[0], by=home.alma)
        transfer = sent(case, there.society, by=home.alma)
    incoming = accepted(there.alma)
    with there.acting(there.alma):
        whom = lookups.afar_for(there.alma, incoming.pk)
    with home.acting(home.alma):
        transfer = lookups.transfer_for(home.alma, transfer.pk)
    return FoundAfar(there, case, whom, home, transfer)
