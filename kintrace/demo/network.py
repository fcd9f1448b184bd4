"""The demo's society, its members, its boxes and its wall; made once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings

from kintrace.cases.actions import faces
from kintrace.demo import playing
from kintrace.demo.invented import MEMBERS, PASSWORD, PEOPLE
from kintrace.network import actions, lookups
from kintrace.network.access import BOXES, Role
from kintrace.network.signin import open_factor, seal_factor
from kintrace.protection.actions import approve_notice, draft_default_notices
from kintrace.vault import pins, root
from kintrace.vault.actions import hold_ceremony, make_member_keys
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import showing

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.network.models import Member, Society

CODE = "NM"
ON_THE_WALL = 24


class NotTheDemosKey(Exception):
    """The demo was pointed at an installation's keys."""


def prepare(say: Callable[[str], None]) -> None:
    """Make what is missing; with kept data this is one query."""
    _require_own_key()
    if any(society.code == CODE for society in lookups.every_society()):
        return
    society = found()
    members = enlist(society)
    hold(society, members)
    approve_notices(society, by=members["lena"])
    say(f"{society.name} stands with {len(members)} members. The wall is being filled.")
    fill_the_wall(members)
    write_a_message()


def _require_own_key() -> None:
    """Make the demo's root key; a key somebody else made guards real people and is refused."""
    ours = Path(settings.ROOT_KEYS) / "made-by-the-demo"
    if root.versions() and not ours.exists():
        raise NotTheDemosKey("This folder holds a root key that the demo did not make.")
    if not root.versions():
        root.make()
        ours.touch()


def found() -> Society:
    society = actions.found_society(
        CODE,
        name="Society of Northmark",
        country="XN",
        languages=("en", "ar"),
        phone="+00 010 555 0142",
    )
    actions.add_desk(
        society,
        name="Harbour Street",
        address="Harbour Street 4, Eastport",
        hours="Every day 9:00 to 17:00",
        phone="+00 010 555 0142",
        languages=("en", "ar"),
    )
    return society


def enlist(society: Society) -> dict[str, Member]:
    members = {}
    for sign_in, role, name in MEMBERS:
        member = actions.enlist(
            society,
            sign_in=sign_in,
            role=Role(role),
            password=PASSWORD,
            name=name,
            email=f"{sign_in}@example.invalid",
            languages=("en", "ar"),
        )
        with reading_as(society.pk, member=member.pk):
            if any(member.role in roles for roles in BOXES.values()):
                make_member_keys(member.pk, society=society.pk, opening_password=PASSWORD)
            _second_factor(member)
        members[sign_in] = member
    return members


def _second_factor(member: Member) -> None:
    secret = seal_factor(member, generate_totp_secret())
    Authenticator.objects.create(user=member, type=Authenticator.Type.TOTP, data={"secret": secret})


def hold(society: Society, members: dict[str, Member]) -> None:
    """The key ceremony: two officers, the boxes, and the pin the public side trusts."""
    officers = [(members[name].pk, PASSWORD) for name in ("omar", "lena")]
    entitled = {
        box: [member.pk for member in members.values() if Role(member.role) in roles]
        for box, roles in BOXES.items()
    }
    with reading_as(society.pk):
        ceremony = hold_ceremony(society.pk, officers=officers, entitled=entitled)
    pins.pin(society.pk, ceremony.fingerprint)


def approve_notices(society: Society, *, by: Member) -> None:
    with reading_as(society.pk, member=by.pk):
        for text in draft_default_notices(society, by=by):
            approve_notice(text, by=by)


def fill_the_wall(members: dict[str, Member]) -> None:
    """Alma opens the cases and proposes, Omar looks, Alma puts up; the last one waits for him."""
    with playing.acting(members["alma"]) as alma:
        cases = [playing.open_a_case(person, by=alma) for person in PEOPLE]
        for seed, (case, person) in enumerate(zip(cases, PEOPLE, strict=True)):
            playing.propose(case, person, seed=seed, by=alma)
    with playing.acting(members["omar"]) as omar:
        for case in cases[:ON_THE_WALL]:
            playing.approve(case, by=omar)
    with playing.acting(members["alma"]) as alma:
        for case in cases[:ON_THE_WALL]:
            faces.put_on_wall(case, by=alma)


def write_a_message() -> None:
    """One visitor has written, so that the inbox is not empty."""
    face = showing()[0]
    said = "I think I know this person from school. Please call me in the evening."
    body = {"kind": "message", "writer": "news", "ways": {"phone": "+00 010 555 0199"}}
    wall.leave_message(
        face, body={**body, "safe": ["evening"], "country": "", "text": said}, word="school"
    )


@dataclass(frozen=True)
class Played:
    """One member of the demo as its page shows them, with the code of this half minute."""

    sign_in: str
    role: str
    password: str
    code: str


def played() -> list[Played]:
    """The demo's members; their second factors are opened for the page and forgotten."""
    society = lookups.society_coded(CODE)
    with reading_as(society.pk):
        members = [lookups.member_named(name) for name, *_rest in MEMBERS]
        return [
            Played(member.sign_in, str(Role(member.role).label), PASSWORD, _code_now(member))
            for member in members
            if member is not None
        ]


def _code_now(member: Member) -> str:
    factor = Authenticator.objects.get(user=member, type=Authenticator.Type.TOTP)
    secret = open_factor(member, factor.data["secret"])
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))
