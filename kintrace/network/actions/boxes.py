"""Members' own keys, the key ceremony, and who may open which box."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network import lookups
from kintrace.network.access import Right, has
from kintrace.network.models import Member, Society
from kintrace.ui.refusals import Refusal
from kintrace.vault import actions as vault
from kintrace.vault.members import Signer
from kintrace.vault.pins import pin
from kintrace.vault.refusals import WrongOpeningPassword

if TYPE_CHECKING:
    from kintrace.vault.boxes import OpenBoxes


class NoSuchOfficer(Refusal):
    """Unknown, not an officer, the same person, or the wrong password: one answer for all."""

    def __init__(self) -> None:
        super().__init__(_("This name and opening password are not those of a second officer."))


class NobodyHasTheBox(Refusal):
    """To grant a box, somebody present must be able to open it."""

    def __init__(self) -> None:
        super().__init__(
            _("None of you can open this box. Ask a member who can to write their name, too.")
        )


class NobodyElseOpensIt(Refusal):
    """What is sealed must stay readable for somebody."""

    def __init__(self) -> None:
        super().__init__(
            _("Nobody else can open this box. Grant it to another member first, then take it back.")
        )


class Hand(NamedTuple):
    """Somebody present, who types sign-in name and opening password."""

    sign_in: str
    opening_password: str

    def __repr__(self) -> str:
        return "<hand>"


@transaction.atomic
def set_opening_password(member: Member, *, password: str) -> str:
    """Make a member's keys; gives the recovery code, to be shown once."""
    code = vault.make_member_keys(member.pk, society=member.society_id, opening_password=password)
    record(Deed.SET_OPENING_PASSWORD, about=member.pk, by=member)
    return code


@transaction.atomic
def recover_keys(member: Member, *, code: str, password: str) -> str:
    """Set a new opening password by recovery code; gives the next code. WrongRecoveryCode."""
    fresh = vault.recover_member_keys(member.pk, society=member.society_id, code=code, new=password)
    record(Deed.SET_OPENING_PASSWORD, about=member.pk, by=member)
    return fresh


def note_opened(member: Member) -> None:
    """The member opened their boxes for this session."""
    record(Deed.OPENED_BOX, about=member.pk, by=member)


def note_failed_opening(member: Member) -> None:
    """Somebody in the member's session did not know the opening password."""
    record(Deed.OPENING_FAILED, about=member.pk, by=member)


@transaction.atomic
def hold_ceremony(*, own: str, second: Hand, by: Member) -> vault.Ceremony:
    """Two officers make the society's signing list and its boxes.

    own: the opening password of `by`. Raises NoSuchOfficer, CeremonyRefused, NoKeyYet.
    """
    ceremony = vault.hold_ceremony(
        by.society_id,
        officers=[Signer(by.pk, own), second_officer(second, by)],
        entitled=lookups.entitled(by.society_id),
    )
    if settings.DEMO or settings.TESTING:
        # There the operator is the one who started the program; elsewhere he pins it by hand.
        pin(by.society_id, ceremony.fingerprint)
    record(Deed.HELD_CEREMONY, about=by.society_id, by=by)
    return ceremony


@transaction.atomic
def grant(
    member: Member, *, box: str, own: str, second: Hand, holder: Hand | None = None, by: Member
) -> None:
    """Let one more member open a box: two officers sign, and somebody present has it open.

    Raises NoSuchOfficer, NobodyHasTheBox, WrongOpeningPassword, NoKeyYet.
    """
    officers = [Signer(by.pk, own), second_officer(second, by)]
    present = [officers[0], *_of_house([second, holder], by)]
    with ExitStack() as opened:
        boxes = _first_open(present, box, by, opened)
        vault.grant_box(by.society_id, box=box, to=member.pk, signers=officers, opened=boxes)
    record(Deed.GRANTED_BOX, about=member.pk, by=by)


def second_officer(hand: Hand, by: Member) -> Signer:
    """The second officer: of this society, or lent by the network's office.

    Raises NoSuchOfficer.
    """
    member = lookups.member_named(hand.sign_in)
    if member is None or member.pk == by.pk or not has(member, Right.HOLD_KEY_CEREMONY):
        raise NoSuchOfficer
    lent = member.society.kind == Society.Kind.NETWORK_OFFICE
    if member.society_id != by.society_id and not lent:
        raise NoSuchOfficer
    try:
        vault.opened(
            member.pk, society=member.society_id, opening_password=hand.opening_password
        ).forget()
    except Refusal:
        raise NoSuchOfficer from None
    return Signer(member.pk, hand.opening_password, member.society_id)


def _of_house(hands: "list[Hand | None]", by: Member) -> list[Signer]:
    known = []
    for hand in filter(None, hands):
        member = lookups.member_named(hand.sign_in)
        if member is not None and member.is_active and member.society_id == by.society_id:
            known.append(Signer(member.pk, hand.opening_password))
    return known


def _first_open(present: list[Signer], box: str, by: Member, opened: ExitStack) -> "OpenBoxes":
    for one in present:
        try:
            boxes = vault.opened(
                one.member, society=by.society_id, opening_password=one.opening_password
            )
        except WrongOpeningPassword:
            continue
        opened.callback(boxes.forget)
        if box in boxes:
            return boxes
    raise NobodyHasTheBox
