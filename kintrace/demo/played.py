"""The members of the demo as its page lists them, and a code to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from kintrace.demo.network import messages, seen_again
from kintrace.demo.network.houses import HOUSES, House
from kintrace.demo.steps import NOTHING, made
from kintrace.network import lookups
from kintrace.network.access import Role
from kintrace.network.signin import open_factor
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member


@dataclass(frozen=True)
class Played:
    """One member, with the code of this half minute."""

    sign_in: str
    role: str
    code: str


@dataclass(frozen=True)
class Company:
    """A society that stands, and who may sign in to it."""

    name: str
    members: list[Played]


@dataclass(frozen=True)
class Try:
    """A visitor's code and word that open an answer."""

    code: str
    word: str


def companies() -> list[Company]:
    """The societies whose members are there. Second factors are opened for the page only."""
    done = made()
    standing = (house for house in HOUSES if f"{house.code} keys" in done)
    return [Company(house.name, _members(house)) for house in standing]


def to_try() -> Try | None:
    """The answered message of the first society; None before it stands."""
    code = made().get(messages.key(HOUSES[0], messages.LETTERS.index(messages.ANSWERED) + 1))
    return Try(code, messages.ANSWERED.word) if code and code != NOTHING else None


def to_carry() -> Try | None:
    """What a person carries from the first society's point; opened at any point."""
    code = made().get(seen_again.key(HOUSES[0]))
    return Try(code, seen_again.WORD) if code and code != NOTHING else None


def _members(house: House) -> list[Played]:
    members = [lookups.member_named(hire.sign_in) for hire in house.members]
    with reading_as(lookups.society_coded(house.code).pk):
        return [_played(member) for member in members if member is not None]


def _played(member: Member) -> Played:
    return Played(member.sign_in, str(Role(member.role).label), _code_now(member))


def _code_now(member: Member) -> str:
    factor = Authenticator.objects.filter(user=member, type=Authenticator.Type.TOTP).first()
    if factor is None:
        return ""
    secret = open_factor(member, factor.data["secret"])
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))
