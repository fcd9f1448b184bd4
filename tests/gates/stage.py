"""Four societies with a member of every role, and the people who come to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kintrace.demo.invented import PASSWORD, PEOPLE, Invented
from kintrace.network.access import BOXES, Role
from kintrace.network.tests.cast import enlist, found, let_in
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
    from uuid import UUID

    from django.test import Client

    from kintrace.network.models import Member, Society
    from tests.gates.world import Known


@dataclass(frozen=True)
class House:
    """A society: `members` one of each role, in the order of Role; a second officer beside."""

    society: Society
    members: list[Member]
    photo: bytes

    @property
    def alma(self) -> Member:
        return self.members[list(Role).index(Role.CASEWORKER)]

    def somebody(self, age: int, *, today: date) -> Invented:
        """Somebody of this age all year round, who looks for a brother."""
        return replace(PEOPLE[0], born=(str(today.year - age - 1), "gregorian"))

    def is_shown(self, people: Iterable[Known], own: set[UUID], client: Client) -> None:
        """By the pages: the list, the case, its photo; what is not one's own is not there."""
        let_in(client, self.alma)
        listed = client.get("/desk/cases/").content.decode()
        for person in people:
            there = person.case.pk in own
            page = client.get(f"/desk/cases/{person.case.pk}/")
            photo = client.get(f"/desk/cases/{person.case.pk}/photo/whole.jpg")
            assert (person.case.reference in listed) == there
            assert page.status_code == (200 if there else 404)
            assert photo.status_code == 404 or there


def a_house(code: str) -> House:
    society = found(code)
    members = [enlist(society, role, password=PASSWORD) for role in Role]
    lena = enlist(society, Role.OFFICER, password=PASSWORD)
    entitled = {
        box: [member.pk for member in (*members, lena) if Role(member.role) in roles]
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
    return House(society, members, photo())
