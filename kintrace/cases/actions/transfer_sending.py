"""Sending what was prepared for another society, and taking it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import transfer_parts
from kintrace.cases.actions import moves
from kintrace.cases.actions.opening import require_open
from kintrace.cases.actions.transfer_ends import end, forget
from kintrace.cases.actions.transfers import (
    NotSo,
    locked,
    locked_draft,
    require_can_be_asked,
    require_way,
)
from kintrace.cases.models import Incoming, Transfer, TransferText
from kintrace.cases.states import State
from kintrace.cases.transfers import INBOX, Stand, WhyBack
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.protection.turns import write_about
from kintrace.vault.actions import share_file
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kintrace.network.models import Member


@transaction.atomic
def send(transfer: Transfer, *, by: Member) -> Transfer:
    """Lay the card before the other society, and all that was chosen ready for when it accepts.

    Asked at this moment: may this society be told of both. Raises NotSo, CaseIsClosed,
    CannotBeAsked, what protection refuses, and BoxIsShut where sealed words were chosen.
    """
    transfer = to_be_sent(transfer)
    require_open(transfer.of_case)
    lay_before(transfer, seal=partial(_seal_boxed, transfer, by), by=by)
    if transfer.of_case.state == State.OPEN:
        moves.move(transfer.of_case, to=State.TRACING, by=by)
    return transfer


def to_be_sent(transfer: Transfer) -> Transfer:
    """The row, locked, whole, and on its ground; erasures of both wait. For actions."""
    for subject in (transfer.searcher, transfer.subject):
        write_about(subject)
    transfer = locked_draft(transfer)
    if transfer.state != Stand.CHECKED or not transfer.parts:
        raise NotSo(_("Choose what is sent, and write down the ground, before you send it."))
    return transfer


def lay_before(transfer: Transfer, *, seal: Callable[[], None], by: Member) -> None:
    """Asked of both at this moment, it lies before the other society; `seal` keeps the words for
    its box. For actions, on a locked row."""
    require_way(transfer, Stand.SENT, by=by)
    require_can_be_asked(transfer.search, transfer.subject, transfer.chosen)
    for subject in (transfer.searcher, transfer.subject):
        require(subject, Purpose.SHARE, with_=transfer.chosen_id)
    seal()
    _lay_out(transfer, by)
    # Both chains are taken in one call, before the step of the case takes our own.
    record(Deed.SENT_TRANSFER, about=transfer.pk, by=by, also=[transfer.chosen_id])


def _lay_out(transfer: Transfer, by: Member) -> None:
    """The row and the card are the other society's to see; the copy itself stays shut to it."""
    receiver = transfer.chosen_id
    share_file(transfer.card.file, with_=receiver)
    transfer.state, transfer.sent, transfer.sent_by = Stand.SENT, timezone.now(), by
    transfer.receiver_id = transfer.turn_id = receiver
    transfer.save(update_fields=["state", "sent", "sent_by", "receiver", "turn"])
    transfer.card.receiver_id = receiver
    transfer.card.save(update_fields=["receiver"])
    with reading_as(receiver):
        Incoming.objects.create(
            society_id=receiver,
            sender_id=transfer.society_id,
            transfer=transfer.pk,
            matter=transfer.matter,
        )


def _seal_boxed(transfer: Transfer, by: Member) -> None:
    """What lies in our box, sealed anew to both boxes; theirs is ours to keep until they accept."""
    for kind, said in transfer_parts.boxed(transfer).items():
        for society in (transfer.society_id, transfer.chosen_id):
            keep_words(transfer, kind=kind, said=said, society=society, by=by)


def keep_words(
    transfer: Transfer, *, kind: str, said: dict[str, Any], society: UUID, by: Member
) -> None:
    """Words of ours, sealed to the box of one of the two. For actions."""
    row = TransferText(
        society_id=society,
        holder_id=transfer.society_id,
        owner_id=transfer.society_id,
        transfer=transfer.pk,
        kind=kind,
        by=by,
        box=transfer.home_box if society == transfer.society_id else INBOX,
    )
    row.said = said
    row.save(force_insert=True)


@transaction.atomic
def recall(transfer: Transfer, *, by: Member, why: str = "") -> None:
    """Take it back at any time: the other society opens nothing of it any more. Safe to repeat.

    why: `WhyBack`. What was never sent is thrown away, and nobody asks why. Raises NoReason,
    NoRight.
    """
    transfer = locked(transfer)
    if transfer.is_draft:
        forget(transfer)
        record(Deed.RECALLED_TRANSFER, about=transfer.pk, by=by)
    elif transfer.is_out:
        require_way(transfer, Stand.RECALLED, by=by, why=why)
        end(transfer, stand=Stand.RECALLED, why=WhyBack(why))
        record(Deed.RECALLED_TRANSFER, about=transfer.pk, by=by, also=[transfer.chosen_id])


@transaction.atomic
def note_seen(transfer: Transfer, *, by: Member) -> None:
    """What came from the other society was read, and asks no answer. Safe to repeat."""
    rows = Transfer.objects.filter(pk=transfer.pk, turn=by.society_id)
    if rows.exclude(state=Stand.SENT).update(turn=None):
        record(Deed.READ_TRANSFER, about=transfer.pk, by=by)
