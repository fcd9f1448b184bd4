"""45 societies of very different sizes, founded by the real actions: members, keys, boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from bench.size.searches import Office
from kintrace.cases.tests.conftest import build_scene
from kintrace.network.access import Role
from kintrace.network.actions import add_desk
from kintrace.network.lookups import desks
from kintrace.network.models import Member
from kintrace.protection.models import NoticeText
from kintrace.vault import matching_pair
from kintrace.vault.actions import let_network_read, open_file
from kintrace.vault.lookups import match_key
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

SOCIETIES = 45
STAFF = 1500
PAST_THE_FIRST = 1.5  # how steeply they fall off: the largest has a fifth of all cases
ROLES = {
    Role.CASEWORKER: 0.55,
    Role.VOLUNTEER: 0.25,
    Role.OFFICER: 0.1,
    Role.CHILD_PROTECTION: 0.05,
    Role.DATA_PROTECTION: 0.03,
    Role.SOCIETY_ADMIN: 0.02,
}


@dataclass(frozen=True)
class Founded:
    """An office, and how many of the network's cases are its own."""

    office: Office
    cases: int


def shares(number: int = SOCIETIES) -> list[float]:
    """Of all cases, the largest society first."""
    weights = [1 / (rank + PAST_THE_FIRST) for rank in range(number)]
    return [one / sum(weights) for one in weights]


def code_of(rank: int) -> str:
    """Two letters that no real society has as its own here: XA, XB … YS."""
    return f"{chr(88 + rank // 26)}{chr(65 + rank % 26)}"


def found(cases: int) -> list[Founded]:
    """Found them all. What each asks of others goes to the largest oftener."""
    if not settings.MATCHING_PUBLIC.is_file():
        matching_pair.make(settings.MATCHING_PUBLIC.parent)
    parts = shares()
    societies = [_society(rank, part) for rank, part in enumerate(parts)]
    return [
        Founded(_office(society, code_of(rank), societies), round(cases * parts[rank]))
        for rank, society in enumerate(societies)
    ]


def _society(rank: int, part: float) -> UUID:
    """A scene has two caseworkers and two officers already."""
    more = {
        f"{role.value.replace('_', '-')}{number}": role
        for role, share in ROLES.items()
        for number in range(max(1, round(STAFF * part * share)))
    }
    society = build_scene(code_of(rank), **more).society
    for number in range(max(1, round(40 * part))):
        add_desk(society, name=f"Point {number}")
    return society.pk


def _office(society: UUID, code: str, everybody: list[UUID]) -> Office:
    with reading_as(society):
        let_network_read(open_file(society))
        opened = match_key(society)
        if opened is None:
            raise LookupError("the society has no match key")
        others = [one for one in everybody if one != society]
        return Office(
            society=society,
            code=code,
            workers=_members(society, Role.CASEWORKER),
            officers=_members(society, Role.OFFICER),
            desks=[one.pk for one in desks(society)],
            notice=NoticeText.objects.filter(society_id=society, kind="notice")[0].pk,
            others=[one for rank, one in enumerate(others) for _ in range(1 + 45 // (rank + 1))],
            match_file=opened.file,
        )


def _members(society: UUID, role: Role) -> list[UUID]:
    found = Member.objects.filter(society_id=society, role=role)
    return list(found.order_by("sign_in").values_list("pk", flat=True))
