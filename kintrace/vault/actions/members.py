"""Members' own keys, and opening boxes with them."""

import secrets
from uuid import UUID

from django.db import transaction

from kintrace.vault import ciphers, codes, lookups
from kintrace.vault.boxes import OpenBoxes
from kintrace.vault.members import (
    PASSWORD,
    RECOVERY,
    RECOVERY_GROUPS,
    Halves,
    aad_of_halves,
    member_key,
    recovered,
    safe_of,
    shut,
    unlocked,
    wrapping_key,
)
from kintrace.vault.models import BoxGrant, MemberKey
from kintrace.vault.reader import reading_as
from kintrace.vault.trust import (
    Box,
    BoxNotTrusted,
    grant_statement,
    is_signed_by_two,
    trusted_lists,
)


@transaction.atomic
def make_member_keys(member: UUID, *, society: UUID, opening_password: str) -> str:
    """Make a member's pairs, the private halves under the opening password.

    Returns the recovery code, to be shown once. IntegrityError when the member has keys.
    """
    code = codes.new_code(RECOVERY_GROUPS)
    make_holder(member, society=society, secret=opening_password, recovery=codes.normalise(code))
    return code


def make_holder(member: UUID, *, society: UUID, secret: str, recovery: str) -> MemberKey:
    """Make the pairs of a member or of the safe, under two secrets."""
    box, signing = ciphers.new_box_pair(), ciphers.new_signing_pair()
    row = MemberKey(member_id=member, society_id=society)
    row.box_public, row.signing_public = box.public, signing.public
    halves = Halves(box.private, signing.private)
    _wrap(row, halves, secret, way=PASSWORD)
    _wrap(row, halves, recovery, way=RECOVERY)
    for half in halves:
        ciphers.wipe(half)
    with reading_as(society):
        row.save(force_insert=True)
    return row


@transaction.atomic
def rewrap_member_keys(member: UUID, *, society: UUID, old: str, new: str) -> None:
    """Put a member's keys under a new opening password. Raises WrongOpeningPassword."""
    with unlocked(member, society=society, opening_password=old) as halves:
        row = member_key(member, society)
        _wrap(row, halves, new, way=PASSWORD)
    with reading_as(society):
        row.save(update_fields=["salt", "wrapped"])


@transaction.atomic
def recover_member_keys(member: UUID, *, society: UUID, code: str, new: str) -> str:
    """Set a new opening password by recovery code; returns a new code, the old one is used up.

    Raises WrongRecoveryCode.
    """
    fresh = codes.new_code(RECOVERY_GROUPS)
    with recovered(member, society=society, code=code) as halves:
        row = member_key(member, society)
        _wrap(row, halves, new, way=PASSWORD)
        _wrap(row, halves, codes.normalise(fresh), way=RECOVERY)
    with reading_as(society):
        row.save(update_fields=["salt", "wrapped", "recovery_salt", "recovery_wrapped"])
    return fresh


def open_boxes(member: UUID, *, society: UUID, opening_password: str) -> tuple[str, str]:
    """Open every box granted to a member: one part for the session row, one for the cookie.

    Raises WrongOpeningPassword, NoKeyYet; BoxNotTrusted for a grant that officers did not sign.
    """
    boxes = opened(member, society=society, opening_password=opening_password)
    try:
        return boxes.wrapped()
    finally:
        boxes.forget()


def open_safe(society: UUID, *, recovery_code: str) -> OpenBoxes:
    """Open the boxes with the code from the society's safe; the caller forgets them.

    Raises WrongOpeningPassword, NoKeyYet.
    """
    secret = codes.normalise(recovery_code)
    return opened(safe_of(society), society=society, opening_password=secret)


def opened(member: UUID, *, society: UUID, opening_password: str) -> OpenBoxes:
    """Open every box granted to a member; the caller forgets them. Raises as open_boxes."""
    row = member_key(member, society)
    with unlocked(member, society=society, opening_password=opening_password) as halves:
        with reading_as(society):
            granted = list(lookups.grants(member, society))
            lists = [
                (bytes(known.body), known.signatures) for known in lookups.signing_lists(society)
            ]
        bodies = trusted_lists(society, reversed(lists))
        privates = {
            (grant.box, grant.version): _private(grant, row, halves, bodies) for grant in granted
        }
    return OpenBoxes(society=society, member=member, privates=privates)


def _private(grant: BoxGrant, row: MemberKey, halves: Halves, bodies: list[bytes]) -> bytearray:
    box = Box(grant.society_id, grant.box, grant.version)
    public = bytes(row.box_public)
    if not any(
        is_signed_by_two(
            body, grant.signatures, grant_statement(box, grant.member_id, public, body)
        )
        for body in bodies
    ):
        raise BoxNotTrusted(f"grant {grant.pk} lacks two signatures")
    try:
        private = ciphers.open_with(
            halves.box, bytes(grant.sealed), info=info_of_grant(box, grant.member_id)
        )
    except ciphers.Altered:
        raise BoxNotTrusted(f"grant {grant.pk} does not open") from None
    lent = bytearray(private)
    ciphers.wipe(private)
    return lent


def info_of_grant(box: Box, member: UUID) -> bytes:
    """Bind a sealed private half to its box and its holder."""
    return f"grant|{box.society}|{box.name}|{box.version}|{member}".encode()


def _wrap(row: MemberKey, halves: Halves, secret: str, *, way: str) -> None:
    both = bytearray(ciphers.PRIVATE + ciphers.SIGNING)
    both[: ciphers.PRIVATE], both[ciphers.PRIVATE :] = halves
    salt = secrets.token_bytes(ciphers.SALT)
    key = wrapping_key(secret, salt=salt)
    sealed = ciphers.seal(key, both, aad=aad_of_halves(row.member_id, row.society_id, way))
    ciphers.wipe(key)
    ciphers.wipe(both)
    sealed = shut(row, sealed, way=way)
    if way == PASSWORD:
        row.salt, row.wrapped = salt, sealed
    else:
        row.recovery_salt, row.recovery_wrapped = salt, sealed
