"""Every way in which a thief could open a box with the keys that lie on a server."""

from __future__ import annotations

import base64
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.models import Session

from kintrace.network import kept, sessions
from kintrace.network import lookups as network
from kintrace.operations.steal.columns import Column, columns, rows_of
from kintrace.vault import ciphers, keyring, lookups, root
from kintrace.vault.actions import boxes_from
from kintrace.vault.actions.members import info_of_grant
from kintrace.vault.fields import SealedField
from kintrace.vault.members import PASSWORD, RECOVERY, aad_of_halves
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.trust import Box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.vault.models import BoxGrant, MemberKey


class Attempts:
    """Tries, and counts what was tried and what gave way."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.opened: Counter[str] = Counter()

    def note(self, way: str, *, opened: bool) -> None:
        self.tried[way] += 1
        self.opened[way] += opened

    def all(self) -> None:
        """Every society, with every key that lies on this machine."""
        for society in network.every_society():
            keys = list(server_keys(society.pk))
            self._by_reading(society.pk)
            self._by_unwrapping(society.pk, keys)
            self._by_sessions(keys)

    def _by_reading(self, society: UUID) -> None:
        """As the program reads: for the society, and for each of its members."""
        members: list[Member | None] = [None, *members_of(society)]
        for member in members:
            with reading_as(society, member=member.pk if member else None):
                for column in box_columns():
                    for row in rows_of(column, society):
                        self.note("reading", opened=_reads(row, column[1]))

    def _by_unwrapping(self, society: UUID, keys: list[bytes]) -> None:
        """Members' private halves and granted boxes, with each key as if it were the one."""
        for member in members_of(society):
            with reading_as(society):
                row = lookups.member_key(member.pk, society)
                grants = list(lookups.grants(member.pk, society))
            for key in keys:
                if row is not None:
                    self.note("members' keys", opened=_unwraps(row, key, keys))
                for grant in grants:
                    self.note("granted boxes", opened=_opens(grant, key))

    def _by_sessions(self, keys: list[bytes]) -> None:
        """What sessions hold: the half of an open box, and words that came too late."""
        for session in Session.objects.all():
            data = session.get_decoded()
            for key in keys if sessions.BOX in data else ():
                cookie = base64.urlsafe_b64encode(key).decode()
                opened = boxes_from(data[sessions.BOX], cookie)
                self.note("sessions", opened=bool(opened.names()))
            for key in keys if kept.SESSION in data else ():
                self.note("words that came too late", opened=_tells(data[kept.SESSION], key))


def server_keys(society: UUID) -> Iterator[bytes]:
    """Every key a server of this society has: root, what is derived from it, files' keys."""
    yield str(settings.SECRET_KEY).encode()[:32]
    for version, file in root.versions().items():
        yield file.read_bytes()
        for purpose in ("record keys", "ledger"):
            with root.derived(version, purpose) as key:
                yield bytes(key)
    with reading_as(society):
        yield bytes(keyring.unwrap_record_key(society))
        for purpose in keyring.PURPOSES:
            yield bytes(keyring.copy(society, purpose))
    yield from file_keys(society, most=20)


def file_keys(society: UUID, most: int) -> Iterator[bytes]:
    """The keys of that many files of the society."""
    with reading_as(society) as reader:
        for file in list(files_of(society))[:most]:
            with suppress(KeyNotAtHand):
                yield bytes(reader.file_key(file))


def files_of(society: UUID) -> Iterator[UUID]:
    """The files of the society's cases."""
    (column,) = (one for one in columns() if one[0]._meta.label == "cases.Case")
    for row in rows_of(column, society):
        yield row.file  # type: ignore[attr-defined]


def members_of(society: UUID) -> list[Member]:
    every = ("caseworker", "officer", "child_protection", "data_protection")
    return network.holding(society, roles=every)


def box_columns() -> list[Column]:
    """The sealed columns of class box."""
    found = ((model, name, model._meta.get_field(name)) for model, name in columns())
    return [
        (model, name)
        for model, name, field in found
        if isinstance(field, SealedField) and field.data_class == "box"
    ]


def _reads(row: object, name: str) -> bool:
    try:
        return getattr(row, name) is not None
    except KeyNotAtHand:
        return False


def _unwraps(row: MemberKey, key: bytes, keys: list[bytes]) -> bool:
    """Whether this key, and any of the keys after it, come through to the private halves."""
    for way, sealed in ((PASSWORD, row.wrapped), (RECOVERY, row.recovery_wrapped)):
        aad = aad_of_halves(row.member_id, row.society_id, way)
        inner = _unsealed(bytes(sealed), key, aad)
        layers = [inner, *(_unsealed(inner, another, aad) for another in keys)]
        if any(len(layer) == ciphers.PRIVATE + ciphers.SIGNING for layer in layers):
            return True
    return False


def _unsealed(sealed: bytes, key: bytes, aad: bytes) -> bytes:
    """What a key opens; nothing when it is not the one."""
    try:
        return ciphers.unseal(key, sealed, aad=aad)
    except ciphers.Altered:
        return b""


def _tells(value: str, key: bytes) -> bool:
    """Whether what a session keeps of a late form can be read, as it lies or with a key."""
    if kept.unseal(value) is not None:
        return True
    sealed = base64.b64decode(value)
    return any(_unsealed(sealed, key, aad) for aad in (b"", kept.AAD))


def _opens(grant: BoxGrant, key: bytes) -> bool:
    place = Box(grant.society_id, grant.box, grant.version)
    private = (key * 3)[: ciphers.PRIVATE].ljust(ciphers.PRIVATE, b"\0")
    with suppress(ciphers.Altered, ValueError):
        ciphers.open_with(private, bytes(grant.sealed), info=info_of_grant(place, grant.member_id))
        return True
    return False
