"""Four societies with a member of every role, and the people who come to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kintrace.cases.actions import sentences
from kintrace.cases.card import CARD
from kintrace.cases.replies import FIRST, Topic
from kintrace.demo.invented import PASSWORD, PEOPLE, Invented
from kintrace.network.access import BOXES, Role
from kintrace.network.actions import sign_agreement
from kintrace.network.tests.cast import enlist, found
from kintrace.network.words import SharingPurpose
from kintrace.protection import first_words
from kintrace.protection.actions import approve_notice, draft_notice
from kintrace.protection.actions.notices import Words
from kintrace.protection.purposes import TextKind
from kintrace.vault import pins
from kintrace.vault.actions import hold_ceremony, make_member_keys
from kintrace.vault.reader import reading_as
from kintrace.wall.tests.cast import photo

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kintrace.network.models import Member, Society


# How whoever comes to each of the houses is reached: no other society ever reads it.
CONTACTS = tuple(f"me-{number}@example.invalid" for number in range(4))
# Our own words that are read out: on the card, and to the family.
SAID = (
    *(Topic.CARD, *(topic for topic, _drawing in CARD.values())),
    *(Topic.CONTACT, Topic.MESSAGE, Topic.ALIVE, Topic.NOTHING),
)
WAYS = tuple({"email": [one]} for one in CONTACTS)
IN_TEAMS = {Role.CASEWORKER, Role.OFFICER, Role.CHILD_PROTECTION}


@dataclass(frozen=True)
class House:
    """A society: `members` one of each role, in the order of Role; `beside` a second officer, and
    a second member who protects children."""

    number: int
    society: Society
    members: list[Member]
    beside: list[Member]
    photo: bytes

    @property
    def alma(self) -> Member:
        return self.one(Role.CASEWORKER)

    def one(self, role: Role) -> Member:
        return self.members[list(Role).index(role)]

    @property
    def carers(self) -> list[Member]:
        """Who may be in the team of a child."""
        return [one for one in (*self.members, *self.beside) if one.role in IN_TEAMS]

    def somebody(self, age: int, *, today: date) -> Invented:
        """Somebody of this age all year round, who looks for a brother and reads e-mail."""
        born = (str(today.year - age - 1), "gregorian")
        return replace(PEOPLE[0], born=born, turn=self.number)


def a_house(number: int, code: str) -> House:
    society = found(code)
    members = [enlist(society, role, password=PASSWORD) for role in Role]
    seconds = (Role.OFFICER, Role.CHILD_PROTECTION)
    lena, nora = (enlist(society, role, password=PASSWORD) for role in seconds)
    entitled = {
        box: [one.pk for one in (*members, lena, nora) if Role(one.role) in roles]
        for box, roles in BOXES.items()
    }
    with reading_as(society.pk):
        holders = {pk for pks in entitled.values() for pk in pks}
        for pk in holders:
            make_member_keys(pk, society=society.pk, opening_password=PASSWORD)
        officer = members[list(Role).index(Role.OFFICER)]
        officers = [(one.pk, PASSWORD) for one in (officer, lena)]
        ceremony = hold_ceremony(society.pk, officers=officers, entitled=entitled)
        pins.pin(society.pk, ceremony.fingerprint)
        for kind in TextKind:
            words = Words(**first_words.of("en", society=society.name, kind=kind))
            said: dict[str, Any] = {"language": "en", "words": words, "kind": kind}
            approve_notice(draft_notice(society, by=officer, **said), by=lena)
        for topic in SAID:
            sentence = sentences.draft(topic=topic, language="en", text=FIRST["en"][topic], by=lena)
            sentences.approve(sentence, by=officer)
    return House(number, society, members, [lena, nora], photo())


def agree_with_each_other(houses: Iterable[House]) -> None:
    """Each society's officers may look at what every other one proposes."""
    societies = [(house, house.members[list(Role).index(Role.OFFICER)]) for house in houses]
    for house, officer in societies:
        for other, _officer in societies:
            if other is not house:
                with reading_as(house.society.pk, member=officer.pk):
                    purposes = [SharingPurpose.SECOND_EYE]
                    sign_agreement(
                        house.society, taker=other.society, purposes=purposes, by=officer
                    )
