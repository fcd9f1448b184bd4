"""Somebody who is sought is found: by the real actions, for the tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import choices, found, outcomes, releasing, sentences, verifying
from kintrace.cases.actions.choices import Asked
from kintrace.cases.actions.found import Meeting
from kintrace.cases.card import CARD, Wish
from kintrace.cases.models import Sentence
from kintrace.cases.outcomes import SAID
from kintrace.cases.replies import FIRST, Topic
from kintrace.people import actions as people
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.lookups import person_of
from kintrace.people.told import Birth
from kintrace.protection.actions import Heard, answer_risk
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel
from kintrace.protection.tests.given import CALM

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

PHONE, EMAIL, TOWN = "+00 010 555 0142", "found@example.invalid", "Rowan Street 9"
WHERE = {"phone": PHONE, "email": EMAIL, "where": TOWN, "safe": "In the morning"}
QUESTIONS = ("What was the goat called?", "Who sang at night?", "What stood at the well?")


def sentences_approved(scene: Scene) -> None:
    """Our own words to families and on the card, in English, with the second eye of another."""
    for topic in (*SAID.values(), Topic.CARD, *(one for one, _drawing in CARD.values())):
        stand = Sentence.objects.filter(society=scene.society, topic=topic, language="en")
        if not stand.exists():
            words = FIRST["en"][topic]
            kept = sentences.draft(topic=topic, language="en", text=words, by=scene.omar)
            sentences.approve(kept, by=scene.lena)


def grown_up(subject: UUID, *, by: Member) -> None:
    """It was told since that the person sought is 40."""
    born = Birth.told(
        "1986", Said(year=1986), calendar=Calendar.GREGORIAN, precision=Precision.YEAR
    )
    told = replace(person_of(subject).told, births=(born,))
    people.correct(subject, told=told, by=by)


@dataclass(frozen=True)
class Found:
    """One search with its finding; each step acts as the member who would do it, box open."""

    scene: Any  # the society and its members
    case: Case
    sought: Any  # of this society, or of another that asked

    @property
    def now(self) -> Finding:
        """As it stands; inside a reader of the society."""
        return lookups.finding_of(self.sought)

    @property
    def subject(self) -> UUID:
        located = self.now.located
        assert located is not None
        return located.subject

    def locate(self, *, by: Member) -> None:
        text = text_in_force(self.sought.society_id, "en")
        assert text is not None
        meeting = Meeting(timezone.localdate(), "visit")
        found.locate(self.sought, meeting=meeting, heard=Heard(text, Channel.READ_ALOUD), by=by)

    def asked_about_safety(self, *, by: Member, **worries: str) -> None:
        answer_risk(self.subject, answers=CALM | worries, by=by)

    def keep_where(self, *, by: Member) -> None:
        found.keep_where(self.sought, where=WHERE, how="spoken", by=by)

    def choose(self, wish: str, *, by: Member) -> None:
        read = str(lookups.card_in(by, "en")[Topic.CARD].pk)
        asked = Asked(wish, "spoken", "en", read)
        choices.choose(self.sought, asked=asked, by=by)

    def take_back(self, *, by: Member) -> None:
        choices.take_back(self.sought, by=by)

    def ask_seeker(self, *, by: Member) -> None:
        self._ask("seeker", by)

    def ask_found(self, *, by: Member) -> None:
        self._ask("found", by)

    def _ask(self, side: str, by: Member) -> None:
        known = {row.pk: f"A {side} word" for row in self.now.proofs}
        verifying.ask(self.sought, side=side, answers=known, by=by)
        for question in QUESTIONS if not known else ():
            answers = {self.sought.pk: f"A {side} word"}
            verifying.ask(self.sought, side=side, new=question, answers=answers, by=by)

    def compare(self, judged: str = "same", *, by: Member) -> None:
        rows = {row.pk: judged for row in self.now.proofs}
        verifying.compare(self.sought, judged=rows, by=by)

    def verify(self, *, by: Member) -> None:
        verifying.decide(self.sought, verdict="verified", by=by)

    def sign(self, *, agreed: bool = True, by: Member) -> None:
        verifying.sign(self.sought, agreed=agreed, by=by)

    def release(self, *, by: Member, told: str = "by_phone") -> None:
        releasing.release(self.sought, ways=["phone"], told=told, by=by)

    def settle(self, result: str, *, by: Member) -> None:
        outcomes.settle(self.sought, result=result, by=by)

    def tell(self, how: str = "by_phone", *, by: Member) -> None:
        outcomes.tell(self.sought, day=timezone.localdate(), how=how, by=by)

    def as_far_as_asked(self, *, by: Member) -> None:
        """Informed, reachable, wants contact, and asked what only family knows; by one member."""
        self.locate(by=by)
        self.asked_about_safety(by=by)
        self.keep_where(by=by)
        self.choose(Wish.CONTACT, by=by)
        self.ask_found(by=by)

    def as_far_as_the_choice(self, wish: str = Wish.CONTACT) -> None:
        with self.scene.acting(self.scene.alma) as alma:
            self.locate(by=alma)
            self.asked_about_safety(by=alma)
            self.keep_where(by=alma)
            self.choose(wish, by=alma)

    def as_far_as_the_verdict(self) -> None:
        self.as_far_as_the_choice()
        with self.scene.acting(self.scene.alma) as alma:
            self.ask_found(by=alma)
        with self.scene.acting(self.scene.omar) as omar:
            self.ask_seeker(by=omar)
            self.compare(by=omar)
            self.verify(by=omar)

    def as_far_as_the_signature(self) -> None:
        self.as_far_as_the_verdict()
        with self.scene.acting(self.scene.lena) as lena:
            self.sign(by=lena)
