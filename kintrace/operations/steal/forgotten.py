"""Which keys a member's session used, and whether a process still holds one of them."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.operations.steal.attempts import file_keys
from kintrace.operations.steal.memory import family, memory
from kintrace.operations.steal.needles import ARABIC_MARK, LATIN_MARK, PHONE_MARK, TAIL
from kintrace.vault import keyring, lookups
from kintrace.vault.actions import boxes_from, open_boxes
from kintrace.vault.members import unlocked, wrapping_key
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from kintrace.operations.steal.servers import Server
    from kintrace.operations.steal.wire import Desk

WIDTHS = ("utf-8", "utf-16-le")  # how Python keeps Latin and other letters
PIECE = 32  # a longer key is sought piece by piece: a part of it is bad enough
MANY_FILES = 1000
Keys = dict[str, list[bytes]]  # what it is, and the bytes that give it away


class Unreadable(Exception):
    """The search of a memory would prove nothing."""


def keys_used(desk: Desk) -> Keys:
    """What has to be gone once this member signed out; call it before."""
    member = desk.member
    cookie = desk.cookie(settings.BOX_COOKIE_NAME)
    found: Keys = {
        "opening password": [desk.password.encode()],
        "box cookie": [cookie.encode(), base64.urlsafe_b64decode(cookie)],
    }
    found |= _own_halves(member, desk.password) | _boxes(member, desk.password)
    with reading_as(member.society_id):
        found["record key"] = [bytes(keyring.unwrap_record_key(member.society_id))]
    files = enumerate(file_keys(member.society_id, most=MANY_FILES))
    return found | {f"file key {place}": [key] for place, key in files}


def _own_halves(member: Member, password: str) -> Keys:
    with reading_as(member.society_id):
        row = lookups.member_key(member.pk, member.society_id)
    if row is None:
        raise LookupError("the member has no keys")
    with unlocked(member.pk, society=member.society_id, opening_password=password) as halves:
        own = {"own box key": _cut(halves.box), "own signing key": _cut(halves.signing)}
    return own | {"stretched password": [bytes(wrapping_key(password, salt=bytes(row.salt)))]}


def _boxes(member: Member, password: str) -> Keys:
    halves = open_boxes(member.pk, society=member.society_id, opening_password=password)
    opened = boxes_from(*halves)
    return {
        f"box {name} {version}": _cut(private)
        for name in opened.names()
        for version, private in opened.versions(name).items()
    }


def _cut(key: bytearray) -> list[bytes]:
    return [bytes(key[at : at + PIECE]) for at in range(0, len(key), PIECE)]


def still_held(keys: Keys, servers: list[Server]) -> Iterator[tuple[str, str]]:
    """Each key that the memory of a server still holds, with the server's name."""
    for server in servers:
        held = memory_of(server)
        for name, pieces in keys.items():
            if any(piece in held for piece in pieces):
                yield name, server.name


def words_in(server: Server) -> Iterator[str]:
    """Every planted word that the memory of a server holds."""
    held = memory_of(server)
    for mark in (LATIN_MARK, ARABIC_MARK, PHONE_MARK):
        for width in WIDTHS:
            sought = mark.encode(width)
            whole = len(sought) * (len(mark) + TAIL) // len(mark)
            for found in re.finditer(re.escape(sought), held):
                yield held[found.start() : found.start() + whole].decode(width, "replace")


def memory_of(server: Server) -> bytes:
    """All that the processes of a server hold. Raises Unreadable when that cannot be right."""
    held = b"\0".join(region for pid in family(server.process.pid) for region in memory(pid))
    if server.sign.encode() not in held:
        raise Unreadable(f"the memory of {server.name} lacks what must be in it")
    return held
