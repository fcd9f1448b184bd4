"""What officers sign, and when a signature counts."""

import hmac
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal
from kintrace.vault import ciphers
from kintrace.vault.pins import pinned

SIGNATURES_NEEDED = 2
Signatures = Sequence[Sequence[str]]  # pairs of public key and signature, in hexadecimal


class BoxNotTrusted(Refusal):
    """Two officers of the pinned list did not sign this box: nothing is sealed to it.

    `reason` names ids only; the sentence is what a page shows.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            _(
                "The keys of this box are not confirmed, so nothing is sealed to it. Tell those "
                "who run this program."
            )
        )
        self.reason = reason


class Box(NamedTuple):
    """One version of one box of one society."""

    society: UUID
    name: str
    version: int


def list_body(society: UUID, number: int, officers: Iterable[bytes]) -> bytes:
    """Write a signing list: society, number and the officers' public keys, one way only."""
    keys = sorted(public.hex() for public in officers)
    return "\n".join(["kintrace signing list", str(society), str(number), *keys]).encode()


def fingerprint(body: bytes) -> str:
    """Give the SHA-256 of a signing list in hexadecimal: this is what is pinned."""
    return sha256(body).hexdigest()


def box_statement(box: Box, public: bytes, body: bytes) -> bytes:
    """Say what officers sign for the key of a box."""
    key = sha256(public).hexdigest()
    where = f"{box.society}|{box.name}|{box.version}"
    return f"kintrace box key|{where}|{key}|{fingerprint(body)}".encode()


def grant_statement(box: Box, member: UUID, member_public: bytes, body: bytes) -> bytes:
    """Say what officers sign for a grant: this box to this member with this key."""
    key = sha256(member_public).hexdigest()
    where = f"{box.society}|{box.name}|{box.version}"
    return f"kintrace box grant|{where}|{member}|{key}|{fingerprint(body)}".encode()


def is_signed_by_two(body: bytes, signatures: Signatures, statement: bytes) -> bool:
    """Say whether two different officers of the list signed the statement."""
    listed = set(body.decode().split("\n")[3:])
    try:
        signers = {
            public
            for public, signature in signatures
            if public in listed
            and ciphers.is_signed(bytes.fromhex(public), bytes.fromhex(signature), statement)
        }
    except (TypeError, ValueError):  # the column holds what no ceremony ever wrote
        return False
    return len(signers) >= SIGNATURES_NEEDED


def trusted_lists(society: UUID, lists: Iterable[tuple[bytes, Signatures]]) -> list[bytes]:
    """Give the pinned list, and those that two officers of a trusted one signed after it.

    lists: body and signatures, the oldest first. Before anything is pinned all of them count:
    nothing is sealed to a box yet.
    """
    pin, trusted = pinned(society), list[bytes]()
    for body, signatures in lists:
        is_pinned = pin is None or hmac.compare_digest(pin, fingerprint(body))
        if is_pinned or any(is_signed_by_two(known, signatures, body) for known in trusted):
            trusted.append(body)
    return trusted


def require_trusted(box: Box, *, public: bytes, body: bytes, signatures: Signatures) -> None:
    """Check list, pin and signatures of a box key. Raises BoxNotTrusted."""
    pin = pinned(box.society)
    if pin is None or not hmac.compare_digest(pin, fingerprint(body)):
        raise BoxNotTrusted(f"the signing list of society {box.society} is not the pinned one")
    if body.decode().split("\n")[1] != str(box.society):
        raise BoxNotTrusted(f"the signing list is not of society {box.society}")
    if not is_signed_by_two(body, signatures, box_statement(box, public, body)):
        raise BoxNotTrusted(f"box {box.name} of society {box.society} lacks two signatures")
