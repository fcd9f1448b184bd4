"""Agreements between two societies: signed by an officer of the giver or the network's office."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, has
from kintrace.network.actions.losses import Loss, remember_loss
from kintrace.network.models import SharingAgreement, Society
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member


class NotYourAgreement(NoRight):
    """The member speaks for neither society."""


class AgreementStands(Refusal):
    """One agreement a direction at a time."""


@transaction.atomic
def sign_agreement(
    giver: Society,
    *,
    taker: Society,
    purposes: Sequence[str],
    until: date | None = None,
    by: "Member",
) -> SharingAgreement:
    """Let the taker's officers see what the purposes say of the giver's, from today on.

    Raises NotYourAgreement, AgreementStands.
    """
    _require_voice(by, giver)
    if giver == taker:
        raise AgreementStands(_("An agreement is between two societies. Choose another one."))
    with reading_as(giver.pk):
        standing = SharingAgreement.objects.filter(giver=giver, taker=taker, ended=None)
        if standing.exists():
            raise AgreementStands(_("There is such an agreement already. End it first."))
        agreement = SharingAgreement.objects.create(
            giver=giver,
            taker=taker,
            purposes=[SharingAgreement.Purpose(one).value for one in purposes],
            since=timezone.localdate(),
            until=until,
            signed_by=by.pk,
        )
    record(Deed.AGREED_TO_SHARE, about=agreement.pk, by=by, also=[giver.pk, taker.pk])
    return agreement


@transaction.atomic
def end_agreement(agreement: SharingAgreement, *, by: "Member") -> None:
    """End it at once; either society may, and the office. Doing it again changes nothing."""
    _require_voice(by, agreement.giver, agreement.taker)
    if close_agreement(agreement, by=by):
        remember_loss(Loss.AGREEMENT, of=agreement)


def close_agreement(agreement: SharingAgreement, *, by: "Actor") -> bool:
    """End it, whoever found out that it is over; whether it stood. Part of `end_agreement`."""
    with reading_as(agreement.giver_id):
        standing = SharingAgreement.objects.select_for_update().get(pk=agreement.pk)
        if standing.ended:
            return False
        standing.ended, standing.ended_by = timezone.now(), by.pk
        standing.save(update_fields=["ended", "ended_by"])
    societies = [agreement.giver_id, agreement.taker_id]
    record(Deed.ENDED_AGREEMENT, about=agreement.pk, by=by, also=societies)
    return True


def _require_voice(by: "Member", *societies: Society) -> None:
    own = by.society_id in {society.pk for society in societies}
    if not has(by, Right.SIGN_AGREEMENTS) or not (own or has(by, Right.MANAGE_SOCIETIES)):
        raise NotYourAgreement(
            _("Only an officer of this society or the network’s office can decide about this.")
        )
