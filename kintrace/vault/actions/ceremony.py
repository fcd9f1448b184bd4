"""The key ceremony: a society's signing list, its boxes, and who may open them.

Every box key and every grant carries the signatures of two officers of the list.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.vault import ciphers, codes, lookups
from kintrace.vault.actions.leaving import holds_again
from kintrace.vault.actions.members import info_of_grant, make_holder
from kintrace.vault.boxes import OpenBoxes
from kintrace.vault.members import RECOVERY_GROUPS, Signer, member_key, safe_of, unlocked
from kintrace.vault.models import BoxGrant, BoxKey, MemberKey, SigningList
from kintrace.vault.reader import BoxIsShut, reading_as
from kintrace.vault.refusals import CeremonyRefused
from kintrace.vault.trust import (
    SIGNATURES_NEEDED,
    Box,
    BoxNotTrusted,
    box_statement,
    fingerprint,
    grant_statement,
    list_body,
    require_trusted,
)

INBOX, PROTECTION = "inbox", "protection"
Someone = Signer | tuple[UUID, str] | tuple[UUID, str, UUID | None]
Entitled = Mapping[str, Sequence[UUID]]


@dataclass(frozen=True, repr=False)
class Ceremony:
    """What a ceremony leaves behind: the operator pins the one, the safe keeps the other."""

    fingerprint: str
    recovery_code: str


class Pens:
    """The signing keys of officers, in their hands for the length of one action."""

    def __init__(self, pens: dict[bytes, bytearray]) -> None:
        self._pens = pens

    @property
    def publics(self) -> list[bytes]:
        """Give the officers' public keys."""
        return list(self._pens)

    def sign(self, statement: bytes) -> list[list[str]]:
        """Sign with every pen: pairs of public key and signature."""
        return [
            [public.hex(), ciphers.sign(private, statement).hex()]
            for public, private in self._pens.items()
        ]


@transaction.atomic
def hold_ceremony(
    society: UUID,
    *,
    officers: Iterable[Someone],
    entitled: Entitled,
    boxes: Sequence[str] = (INBOX, PROTECTION),
) -> Ceremony:
    """Make a society's first signing list and its boxes, sealed to each entitled member.

    officers: two or more, each with the opening password (and the society, if borrowed).
    Nothing is sealed to the boxes until the fingerprint is pinned. Raises CeremonyRefused,
    WrongOpeningPassword, NoKeyYet.
    """
    with reading_as(society), _pens(society, officers) as pens:
        if lookups.signing_lists(society).exists():
            raise CeremonyRefused(_("This society has held its key ceremony already."))
        body = list_body(society, 1, pens.publics)
        _write_list(society, 1, body, pens.sign(body))
        code = _fill_safe(society)
        for name in boxes:
            _new_version(Box(society, name, 1), body, pens, entitled.get(name, ()))
    return Ceremony(fingerprint(body), code)


@transaction.atomic
def repeat_ceremony(
    society: UUID,
    *,
    officers: Iterable[Someone],
    opened: OpenBoxes,
    entitled: Entitled,
    old_officers: Iterable[Someone] = (),
) -> Ceremony:
    """Make the next signing list; the boxes stay, their keys and grants are signed anew.

    Two officers of the old list sign the new one; only who opened the boxes with the code
    from the safe may go without them. The old code is used up. Raises CeremonyRefused,
    BoxNotTrusted for a box key that was not trusted until now.
    """
    with reading_as(society), _pens(society, officers) as pens:
        old = _newest_list(society)
        body = list_body(society, old.number + 1, pens.publics)
        signatures = pens.sign(body)
        if opened.member != safe_of(society):
            with _listed_pens(society, old_officers) as old_pens:
                signatures += old_pens.sign(body)
        _write_list(society, old.number + 1, body, signatures)
        code = _fill_safe(society)
        BoxGrant.objects.filter(society_id=society).delete()
        for key in lookups.box_keys(society):
            _sign_again(key, body, pens, opened, entitled.get(key.box, ()))
    return Ceremony(fingerprint(body), code)


@transaction.atomic
def grant_box(
    society: UUID, *, box: str, to: UUID, signers: Iterable[Someone], opened: OpenBoxes
) -> None:
    """Let one more member open a box, with every version of its key.

    opened: of a member who has the box open; signers: two officers of the list.
    Raises BoxIsShut, BoxNotTrusted, CeremonyRefused, WrongOpeningPassword, NoKeyYet.
    """
    with reading_as(society), _listed_pens(society, signers) as pens:
        holder, body = member_key(to, society), bytes(_newest_list(society).body)
        lookups.grants(to, society).filter(box=box).delete()
        keys = {key.version: key for key in lookups.box_keys(society).filter(box=box)}
        for version, private in _of(opened, society).versions(box).items():
            _require_fit(keys.get(version), private)
            _grant(Box(society, box, version), private, holder, body, pens)
        holds_again(to, society=society, box=box)


@transaction.atomic
def renew_box(
    society: UUID, *, box: str, signers: Iterable[Someone], entitled: Sequence[UUID]
) -> None:
    """Make a new version of a box (or a new box) for these members and the safe.

    What comes from now on opens for them alone; older versions stay with who has them.
    Raises CeremonyRefused, WrongOpeningPassword, NoKeyYet.
    """
    with reading_as(society), _listed_pens(society, signers) as pens:
        newest, body = lookups.newest_box_key(society, box), bytes(_newest_list(society).body)
        version = newest.version + 1 if newest else 1
        _new_version(Box(society, box, version), body, pens, entitled)


# --- pens ---


@contextmanager
def _pens(society: UUID, officers: Iterable[Someone]) -> Iterator[Pens]:
    signers = [Signer(*officer) for officer in officers]
    if len({signer.member for signer in signers}) < SIGNATURES_NEEDED:
        raise CeremonyRefused(_("Two different officers must sign."))
    with ExitStack() as hands:
        pens = {}
        for signer in signers:
            home = signer.society or society
            public = bytes(member_key(signer.member, home).signing_public)
            lent = unlocked(signer.member, society=home, opening_password=signer.opening_password)
            pens[public] = hands.enter_context(lent).signing
        yield Pens(pens)


@contextmanager
def _listed_pens(society: UUID, officers: Iterable[Someone]) -> Iterator[Pens]:
    listed = bytes(_newest_list(society).body).decode().split("\n")[3:]
    with _pens(society, officers) as pens:
        if not {public.hex() for public in pens.publics} <= set(listed):
            raise CeremonyRefused(_("Only officers on the signing list of the society may sign."))
        yield pens


# --- rows ---


def _newest_list(society: UUID) -> SigningList:
    newest = lookups.signing_lists(society).first()
    if newest is None:
        raise CeremonyRefused(_("This society has not held its key ceremony yet."))
    return newest


def _write_list(society: UUID, number: int, body: bytes, signatures: list[list[str]]) -> None:
    SigningList.objects.create(
        society_id=society,
        number=number,
        body=body,
        fingerprint=fingerprint(body),
        signatures=signatures,
    )


def _fill_safe(society: UUID) -> str:
    """Make the safe's keys under a new code, which is all that opens them."""
    MemberKey.objects.filter(member_id=safe_of(society)).delete()
    code = codes.new_code(RECOVERY_GROUPS)
    unused = codes.new_code(RECOVERY_GROUPS)
    make_holder(safe_of(society), society=society, secret=codes.normalise(code), recovery=unused)
    return code


def _new_version(box: Box, body: bytes, pens: Pens, entitled: Iterable[UUID]) -> None:
    pair = ciphers.new_box_pair()
    BoxKey.objects.create(
        society_id=box.society,
        box=box.name,
        version=box.version,
        public=pair.public,
        signing_list=body,
        signatures=pens.sign(box_statement(box, pair.public, body)),
    )
    _grant_all(box, pair.private, body, pens, entitled)
    ciphers.wipe(pair.private)


def _sign_again(
    key: BoxKey, body: bytes, pens: Pens, opened: OpenBoxes, entitled: Iterable[UUID]
) -> None:
    box = Box(key.society_id, key.box, key.version)
    private = _of(opened, box.society).versions(box.name).get(box.version)
    if private is None:
        raise BoxIsShut(f"version {box.version} of box {box.name} is shut")
    _require_fit(key, private)
    key.signing_list = body
    key.signatures = pens.sign(box_statement(box, bytes(key.public), body))
    key.save(update_fields=["signing_list", "signatures"])
    _grant_all(box, private, body, pens, entitled)


def _require_fit(key: BoxKey | None, private: bytearray) -> None:
    """Let nobody sign or pass on what was slipped into the database. Raises BoxNotTrusted."""
    if key is None:
        raise BoxNotTrusted("a box was opened that has no key")
    box, public = Box(key.society_id, key.box, key.version), bytes(key.public)
    body = bytes(key.signing_list)
    require_trusted(box, public=public, body=body, signatures=key.signatures)
    if ciphers.public_half(private) != public:
        raise BoxNotTrusted(f"box {box.name} of society {box.society} has another private half")


def _grant_all(
    box: Box, private: bytearray, body: bytes, pens: Pens, entitled: Iterable[UUID]
) -> None:
    for member in {*entitled, safe_of(box.society)}:
        _grant(box, private, member_key(member, box.society), body, pens)


def _grant(box: Box, private: bytearray, holder: MemberKey, body: bytes, pens: Pens) -> None:
    member, public = holder.member_id, bytes(holder.box_public)
    BoxGrant.objects.create(
        society_id=box.society,
        member_id=member,
        box=box.name,
        version=box.version,
        sealed=ciphers.seal_to(public, private, info=info_of_grant(box, member)),
        signatures=pens.sign(grant_statement(box, member, public, body)),
    )


def _of(opened: OpenBoxes, society: UUID) -> OpenBoxes:
    if opened.society != society:
        raise BoxIsShut(f"these boxes are not of society {society}")
    return opened
