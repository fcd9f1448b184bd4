"""A box changes hands: taken back, given a new key, opened again with the code from the safe."""

from django.conf import settings
from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.actions.boxes import Hand, NobodyElseOpensIt, second_officer
from kintrace.network.actions.door import clear_sessions
from kintrace.network.actions.losses import Loss, remember_loss
from kintrace.network.actions.members import NotYourself
from kintrace.network.lookups import keyholders
from kintrace.network.models import Member
from kintrace.vault import actions as vault
from kintrace.vault.members import Signer
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as
from kintrace.vault.refusals import WrongOpeningPassword, WrongRecoveryCode


@transaction.atomic
def take_back(member: Member, *, box: str, by: Member) -> None:
    """Take a box from a member who stays. One officer may: shutting out must be quick.

    The member's sessions end. The box needs a new key now, which two officers make.
    Raises NotYourself, NobodyElseOpensIt.
    """
    if member.pk == by.pk:
        raise NotYourself
    with reading_as(member.society_id, member=by.pk):
        if not set(keyholders.keeping(member.society_id, box)) - {member}:
            raise NobodyElseOpensIt
        vault.revoke_grants(member.pk, box=box)
    clear_sessions(member)
    remember_loss(Loss.LESS, of=member)
    record(Deed.REVOKED_GRANTS, about=member.pk, by=by)


@transaction.atomic
def renew_box(box: str, *, own: str, second: Hand, by: Member) -> None:
    """Two officers make a new key for a box, for who holds it now: others open nothing new.

    What was sealed before stays readable to those who hold the box. Raises NoSuchOfficer,
    CeremonyRefused, WrongOpeningPassword, NoKeyYet.
    """
    signers = [Signer(by.pk, own), second_officer(second, by)]
    with reading_as(by.society_id, member=by.pk):
        keep = [one.pk for one in keyholders.keeping(by.society_id, box)]
    vault.renew_box(by.society_id, box=box, signers=signers, entitled=keep)
    record(Deed.RENEWED_BOX, about=by.society_id, by=by)


@transaction.atomic
def use_safe(*, code: str, own: str, second: Hand, by: Member) -> vault.Ceremony:
    """Two officers open the boxes with the code from the safe and hold the ceremony once more.

    Whoever may hold a box and has an opening password is granted it; the code is used up, a new
    one is in the answer. Raises NoSuchOfficer, WrongRecoveryCode, CeremonyRefused, NoKeyYet.
    """
    officers = [Signer(by.pk, own), second_officer(second, by)]
    try:
        opened = vault.open_safe(by.society_id, recovery_code=code)
    except WrongOpeningPassword:
        raise WrongRecoveryCode from None
    try:
        held = vault.repeat_ceremony(
            by.society_id,
            officers=officers,
            opened=opened,
            entitled=keyholders.entitled_again(by.society_id),
        )
    finally:
        opened.forget()
    if settings.DEMO or settings.TESTING:
        # There the operator is the one who started the program; elsewhere he pins it by hand.
        pin(by.society_id, held.fingerprint)
    record(Deed.USED_SAFE, about=by.society_id, by=by)
    return held
