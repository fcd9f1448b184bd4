"""The members of two societies: how they join, sign in and open their boxes."""

from __future__ import annotations

import base64
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core import mail
from django_tasks_db.models import DBTaskResult

from kintrace.network import actions, lookups
from kintrace.network.access import BOXES, Role
from kintrace.network.signin import open_factor
from kintrace.operations.beating import Heart
from kintrace.operations.reaper import PATIENCE
from kintrace.operations.steal.browser import PAGE, Browser, Unexpected, code_on, field
from kintrace.operations.steal.needles import Kind
from kintrace.operations.worker import Runner
from kintrace.protection.actions import approve_notice, draft_default_notices
from kintrace.vault import pins
from kintrace.vault.actions import hold_ceremony, make_member_keys
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member, Society
    from kintrace.operations.steal.needles import Planted

_SECRET = re.compile(r'<bdi class="ref" dir="ltr">([A-Z2-7]{32})</bdi>')
_RECOVERY = re.compile(r"\b\d{8}\b")
_LINK = re.compile(r"http://localhost(/sign-in/letter/([\w-]+)/)")


class AtTheDesk(Browser):
    """A member at a screen."""

    def __init__(self, planted: Planted, sign_in: str, password: str) -> None:
        super().__init__(planted)
        self.name, self.password = sign_in, password
        self.recovery: list[str] = []

    @property
    def member(self) -> Member:
        found = lookups.member_named(self.name)
        if found is None:
            raise Unexpected(f"there is no member {self.name}")
        return found

    def arrive(self) -> None:
        """Sign in for the first time and set up the second factor."""
        self.send("/sign-in/", {"login": self.name, "password": self.password})
        secret = self.planted.code(field(self.get("/sign-in/second-factor/set-up/"), _SECRET))
        self.send("/sign-in/second-factor/set-up/", {"code": code_of(secret)})
        page = self.get("/sign-in/recovery-codes/")
        self.recovery = [self.planted.code(one) for one in _RECOVERY.findall(page)]
        if not self.recovery:
            raise Unexpected("no recovery codes were shown")
        self._remember_seed()

    def _remember_seed(self) -> None:
        kept = Authenticator.objects.get(
            user=self.member, type=Authenticator.Type.RECOVERY_CODES
        ).data
        self.planted.code(open_factor(self.member, kept["seed"]))

    def sign_in(self, **more: str) -> str:
        """Sign in again, with a recovery code; gives where that leads."""
        self.send("/sign-in/", {"login": self.name, "password": self.password, **more})
        return self.send("/sign-in/code/", {"code": self.recovery.pop()})

    def sign_out(self) -> None:
        self.send("/sign-in/out/", {})

    def open_box(self, password: str | None = None) -> None:
        """Open the boxes; the browser's half of the key must lie nowhere else."""
        self.send("/desk/open-box/", {"opening_password": password or self.password})
        key = self.planted.code(self.cookie(settings.BOX_COOKIE_NAME))
        self.planted.key(base64.urlsafe_b64decode(key))

    def invite(self, sign_in: str, role: Role) -> AtTheDesk:
        """Invite a colleague, who gets the letter and joins."""
        self.send("/desk/members/invite/", details(self.planted, sign_in) | {"role": role.value})
        return joined(self.planted, sign_in)


def details(planted: Planted, sign_in: str) -> dict[str, str | list[str]]:
    """What is known of a member."""
    return {
        "sign_in": sign_in,
        "name": f"{planted.word(Kind.STAFF)} {planted.own_script(Kind.STAFF)}",
        "email": planted.mailbox(Kind.STAFF),
        "phone": planted.number(Kind.STAFF),
        "languages": ["en"],
    }


def joined(planted: Planted, sign_in: str) -> AtTheDesk:
    """Follow the link of the newest letter, choose a password and come in."""
    path = link_in_letter(planted)
    someone = AtTheDesk(planted, sign_in, planted.password())
    choice = {"password": someone.password, "again": someone.password}
    page = someone.send(path, choice, gives=PAGE)
    if 'class="code"' in page:
        planted.code(code_on(page))
    someone.arrive()
    return someone


def link_in_letter(planted: Planted) -> str:
    """Let the jobs run, and take the link out of the letter that came last."""
    work_off()
    found = _LINK.search(str(mail.outbox[-1].body))
    if found is None:
        raise Unexpected("no letter with a link came")
    planted.code(found[2])
    return found[1]


def work_off() -> None:
    """Run every job that is ready, as the worker does."""
    while DBTaskResult.objects.ready().exists():
        Runner(Heart("steal", PATIENCE.lease, PATIENCE.longest)).run()


def code_of(secret: str) -> str:
    """What an authenticator app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


@dataclass
class House:
    """The society everything happens in, its members by name, and a second society."""

    society: Society
    other: Society
    people: dict[str, AtTheDesk]
    others: list[tuple[Member, str]]  # member and opening password

    def who_opens(self) -> list[tuple[Member, str]]:
        """Members with their opening passwords: together they open every box."""
        own = [(self.people[name].member, self.people[name].password) for name in ("carl", "dana")]
        return own + self.others


def settle(planted: Planted) -> House:
    """Make the network: an office, a society that joins by its pages, one made by actions."""
    nadia = _office(planted)
    society, adam = _joining(planted, nadia)
    people = {"nadia": nadia, "adam": adam}
    roles = {
        "olga": Role.OFFICER,
        "otto": Role.OFFICER,
        "carl": Role.CASEWORKER,
        "dana": Role.DATA_PROTECTION,
    }
    people |= {name: adam.invite(name, role) for name, role in roles.items()}
    _ceremony(people["olga"], people["otto"])
    _notices(people["olga"], people["otto"])
    other, others = _made_by_actions(planted)
    return House(society, other, people, others)


def _office(planted: Planted) -> AtTheDesk:
    office = actions.found_society("OFFICE", name="Office", country="XO", languages=("en",))
    return _enlisted(planted, office, "nadia", Role.NETWORK_ADMIN)


def _enlisted(planted: Planted, society: Society, sign_in: str, role: Role) -> AtTheDesk:
    known = details(planted, sign_in)
    password = planted.password()
    actions.enlist(society, role=role, password=password, **known)  # type: ignore[arg-type]
    someone = AtTheDesk(planted, sign_in, password)
    someone.arrive()
    return someone


def _joining(planted: Planted, nadia: AtTheDesk) -> tuple[Society, AtTheDesk]:
    """A society joins, and its administrator gets the first letter."""
    society = {"code": "NORTH", "name": "Society North", "country": "XN", "languages": ["en"]}
    to = nadia.send("/desk/societies/found/", society | {"kind": "national_society", "phone": ""})
    known = details(planted, "adam")
    nadia.send(to, {name: known[name] for name in ("sign_in", "name", "email")})
    return lookups.society_coded("NORTH"), joined(planted, "adam")


def _ceremony(olga: AtTheDesk, otto: AtTheDesk) -> None:
    hands = {"own": olga.password, "second": otto.name, "second_password": otto.password}
    olga.planted.code(code_on(olga.send("/desk/ceremony/", hands, gives=PAGE)))


def _notices(olga: AtTheDesk, otto: AtTheDesk) -> None:
    """The society's notice texts, one's words approved by another: nothing is planted in them."""
    olga.send("/desk/notices/first-words/", {})
    page = olga.get("/desk/notices/")
    for text in sorted(set(re.findall(r"/desk/notices/([0-9a-f-]{36})/", page))):
        otto.send(f"/desk/notices/{text}/approve/", {})


def _made_by_actions(planted: Planted) -> tuple[Society, list[tuple[Member, str]]]:
    """A second society, whose members never sign in while the thief is about."""
    society = actions.found_society(
        "SOUTH",
        name="Society South",
        country="XS",
        languages=("ar",),
        mailbox=planted.mailbox(Kind.STAFF),
    )
    roles = (Role.OFFICER, Role.OFFICER, Role.CHILD_PROTECTION)
    held = [
        _with_keys(planted, society, f"south-{place}", role) for place, role in enumerate(roles)
    ]
    entitled = {
        box: [m.pk for m, _ in held if Role(m.role) in roles] for box, roles in BOXES.items()
    }
    with reading_as(society.pk):
        officers = [(member.pk, password) for member, password in held[:2]]
        ceremony = hold_ceremony(society.pk, officers=officers, entitled=entitled)
        planted.code(ceremony.recovery_code)
        for text in draft_default_notices(society, by=held[0][0]):
            approve_notice(text, by=held[1][0])
    pins.pin(society.pk, ceremony.fingerprint)
    _team(planted, held)
    return society, held


def _team(planted: Planted, held: list[tuple[Member, str]]) -> None:
    """A child's team with a box of its own."""
    (first, own), (second, word), (protects, _) = held
    hand = actions.Hand(second.sign_in, word)
    name, members = planted.word(Kind.STAFF), [first, protects]
    actions.make_team(name, members=members, own=own, second=hand, by=first)


def _with_keys(planted: Planted, society: Society, name: str, role: Role) -> tuple[Member, str]:
    known, password = details(planted, name), planted.password()
    member = actions.enlist(society, role=role, **known)  # type: ignore[arg-type]
    with reading_as(society.pk, member=member.pk):
        code = make_member_keys(member.pk, society=society.pk, opening_password=password)
    planted.code(code)
    return member, password
