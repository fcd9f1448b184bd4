"""The end of a transfer: whatever brings it about, nothing of it stays with the other society.

Everything here runs inside the reader of the society that asked.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.models import (
    Case,
    Enquiry,
    Incoming,
    Passage,
    Transfer,
    TransferCard,
    TransferText,
)
from kintrace.cases.models.transfers import TO_STOP
from kintrace.cases.transfers import AT_WORK, BEFORE, OUT, Stand, WhyBack
from kintrace.network.lookups import is_in_network
from kintrace.protection import keeping
from kintrace.protection.actions import erase, erase_keys, forget_rows
from kintrace.protection.purposes import WhyErased
from kintrace.protection.retention import Kind
from kintrace.vault.lookups import slots
from kintrace.vault.reader import reader_in_force, reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Child


@transaction.atomic
def end(transfer: Transfer, *, stand: Stand, why: str = "") -> None:
    """Delete both keys with all their slots, the copy, the card, and every row sealed to the other
    society's box. The bare row stays with the case: who was asked, what was sent, when.

    The ledger has both keys, so that no copy of the database brings the other society's slot back.
    """
    receiver = transfer.receiver_id
    _forget_found(transfer)
    erase_keys(files_of(transfer))
    TransferCard.objects.filter(transfer=transfer).delete()
    _take_texts(transfer, receiver)
    _forget_asked(transfer, receiver)
    transfer.question = transfer.told = None
    transfer.state, transfer.declined, transfer.ended = stand, why, timezone.now()
    transfer.receiver, transfer.turn_id = None, _to_be_read_by(transfer, stand)
    transfer.save()
    if receiver is not None:
        _tell(transfer.pk, receiver, stand)


def _forget_found(transfer: Transfer) -> None:
    """Who was found for this search goes with it, there, and what was passed on of them, here:
    while the key of the copy still leads to both."""
    if transfer.state not in AT_WORK or _came_back_with_a_backup(transfer):
        return
    Passage.objects.filter(mark=lookups.mark_in(transfer, lookups.PASSAGE)).delete()
    located = lookups.found_afar(transfer)
    if located is not None:
        with reading_as(transfer.chosen_id):
            erase(located.subject, why=WhyErased.RETENTION, by=Machine(transfer.chosen_id))


def _to_be_read_by(transfer: Transfer, stand: Stand) -> UUID | None:
    """What the other society did is to be read at home; what we did is known there."""
    news = stand in {Stand.DECLINED, Stand.EXPIRED}
    unread = stand == Stand.DELETED and transfer.turn_id == transfer.society_id
    return transfer.society_id if news or unread else None


def files_of(transfer: Transfer) -> list[UUID]:
    """The keys of the copy and of the card."""
    cards = TransferCard.objects.filter(transfer=transfer)
    return [transfer.file, *cards.values_list("file", flat=True)]


def _take_texts(transfer: Transfer, receiver: UUID | None) -> None:
    """Rows sealed to the other society's box, whoever keeps them: theirs are theirs to see."""
    texts = TransferText.objects.filter(transfer=transfer.pk)
    texts.exclude(society=transfer.society_id).delete()
    if receiver is not None:
        with reading_as(receiver):
            TransferText.objects.filter(transfer=transfer.pk, holder=receiver).delete()


def _forget_asked(transfer: Transfer, receiver: UUID | None) -> None:
    """Whom the other society asked for us, and what came: its own files, gone with their keys."""
    if receiver is not None:
        with reading_as(receiver):
            asked = Enquiry.objects.filter(incoming__transfer=transfer.pk)
            erase_keys(list(asked.values_list("file", flat=True)))
            asked.delete()


def _tell(transfer: UUID, receiver: UUID, stand: Stand) -> None:
    """The other society's own record says that it ended, and for nothing of ours why."""
    with reading_as(receiver):
        rows = Incoming.objects.filter(transfer=transfer)
        rows.update(state=stand, ended=timezone.now())


@transaction.atomic
def forget(transfer: Transfer) -> list[UUID]:
    """Delete a transfer with everything said in it; gives the keys that went."""
    files = files_of(transfer)
    if transfer.is_out:
        end(transfer, stand=Stand.RECALLED)
    else:
        erase_keys(files)
    TransferText.objects.filter(transfer=transfer.pk).delete()
    Transfer.objects.filter(pk=transfer.pk).delete()  # the caller goes on to name it
    return files


@transaction.atomic
def end_with(search: Case | Child, *, by: Actor) -> None:
    """The search is about to end: what others still search for it is taken back."""
    for one in _sent_for(search):
        if one.is_draft or one.state in {Stand.SENT, Stand.ACCEPTED}:
            take_back(one, by)


def _sent_for(search: Case | Child) -> list[Transfer]:
    if isinstance(search, Case):
        return lookups.transfers_of(search)
    return lookups.transfers_of_child(search)


@transaction.atomic
def end_all(subject: UUID, *, by: Actor, but: frozenset[UUID] = frozenset()) -> list[Transfer]:
    """Take back whatever another society has of this person. `but`: those that stay."""
    out = [one for one in lookups.transfers_about(subject) if one.is_out and one.pk not in but]
    for one in out:
        take_back(one, by)
    return out


def take_back(transfer: Transfer, by: Actor) -> None:
    """What was never sent is thrown away. For actions."""
    if transfer.is_draft:
        forget(transfer)
        return
    end(transfer, stand=Stand.RECALLED, why=WhyBack.STOPPED)
    record(Deed.RECALLED_TRANSFER, about=transfer.pk, by=by, also=[transfer.chosen_id])


# --- by the clock ---


def expire(today: date, *, by: Machine) -> int:
    """What is over today at the reader's society, asked and asking; how many."""
    every = lookups.every_transfer(*BEFORE, *OUT)
    ended = [one for one in every if _end_what_is_over(one, today, by)]
    _forget_what_leads_nowhere()
    return len(ended) + _forget_incoming(today)


def _forget_what_leads_nowhere() -> None:
    """What a backup brought back of somebody found elsewhere: its search is over."""
    out = [one for one in lookups.every_transfer(*AT_WORK) if not _came_back_with_a_backup(one)]
    marks = [lookups.mark_in(one, lookups.PASSAGE) for one in out]
    society = reader_in_force().society
    Passage.objects.filter(society_id=society).exclude(mark__in=marks).delete()


@transaction.atomic
def _end_what_is_over(transfer: Transfer, today: date, by: Machine) -> bool:
    transfer = Transfer.objects.select_for_update().get(pk=transfer.pk)
    stand = _over(transfer, today)
    if stand is None:
        return False
    receiver = transfer.receiver_id
    if transfer.is_draft:
        forget(transfer)
    else:
        end(transfer, stand=stand)
    also = [receiver] if receiver else []
    record(Deed.EXPIRED, about=transfer.pk, by=by, also=also)
    return True


def _over(transfer: Transfer, today: date) -> Stand | None:
    """How a transfer ends today; None when it goes on."""
    waits = transfer.state in {*BEFORE, Stand.SENT, Stand.ACCEPTED}
    if waits and transfer.last_day < today:
        return Stand.EXPIRED
    if transfer.returned and _last_day(transfer) < today:
        return Stand.DELETED
    left = not is_in_network(transfer.chosen_id)
    over = left or _is_of_no_search(transfer) or _came_back_with_a_backup(transfer)
    return Stand.RECALLED if over else None


def _is_of_no_search(transfer: Transfer) -> bool:
    """The search ended. Where the result came the copy has its thirty days all the same."""
    return transfer.is_over and transfer.state != Stand.RETURNED


def _last_day(transfer: Transfer) -> date:
    return keeping.last_day(Kind.TRANSFER, timezone.localdate(transfer.returned))


def _came_back_with_a_backup(transfer: Transfer) -> bool:
    """Its key was erased, and the ledger kept it so; only the rows are here again."""
    return not slots(transfer.society_id, [transfer.file]).exists()


def _forget_incoming(today: date) -> int:
    """That another society asked us is forgotten as long after it ended as its copy was kept; but
    not before somebody said that the search stopped here."""
    before = today - keeping.term(Kind.TRANSFER, on=today) - timedelta(days=1)
    ours = Incoming.objects.filter(society_id=reader_in_force().society, ended__isnull=False)
    over = ours.filter(ended__date__lte=before).exclude(TO_STOP)
    for number in over.values_list("transfer", flat=True):
        forget_rows(number)  # that it was held beside the register
    deleted, _each = over.delete()
    return deleted


# --- a society leaves ---


def part_from(society: UUID) -> None:
    """A society left the network: whatever it has of others' searches ends. Safe to repeat.

    What others have of its own people stops with them. Inside the reader of that society.
    """
    for one in lookups.every_incoming(*OUT):
        with reading_as(one.sender_id):
            _take_from(one.transfer, society)


@transaction.atomic
def _take_from(transfer_id: UUID, society: UUID) -> None:
    found = Transfer.objects.filter(pk=transfer_id, receiver=society)
    transfer = found.select_for_update().first()
    if transfer is not None:
        take_back(transfer, Machine(transfer.society_id))
