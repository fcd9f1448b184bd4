"""Writing down what was done. Nothing here is ever changed or taken back."""

from collections.abc import Iterable
from contextlib import nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from kintrace.audit import chain
from kintrace.audit.actors import Actor, Machine, Visitor
from kintrace.audit.deeds import Deed
from kintrace.audit.deeds_points import AnyDeed
from kintrace.audit.models import Beginning, Entry, Head
from kintrace.vault import ciphers, keyring
from kintrace.vault.reader import KeyNotAtHand, Reader, reader_in_force, reading_as

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

__all__ = [
    "Actor",
    "ChainBroken",
    "Machine",
    "Visitor",
    "end_entries",
    "forget_reads",
    "reads_noted",
    "record",
    "record_read",
    "record_rotation",
    "refused",
    "write_reads",
]


# Never a day less, however the leap years fall. The table of protection/retention.py says the
# same; a test compares them.
KEPT = timedelta(days=3653)


class ChainBroken(Exception):
    """The head is not the one we left: nothing may be done until someone has looked."""


@dataclass(frozen=True)
class _Done:
    society: UUID
    deed: AnyDeed
    about: UUID
    actor: UUID


# What a page read, with the outermost reader it was read by: it is forgotten with that reader.
_reads: ContextVar[tuple[Reader | None, dict[_Done, None]]] = ContextVar("reads")


@transaction.atomic
def record(deed: AnyDeed, *, about: UUID, by: Actor, also: Iterable[UUID] = ()) -> None:
    """Write a deed into the chain of the actor's society; the last line of every action.

    `also` names further societies in whose chains the same deed stands (a transfer, say); give
    them in one call, for the chains are locked in the order of the society's id.
    Raises ChainBroken when a head was tampered with, KeyNotAtHand without a record key.
    """
    _write(_Done(society, deed, about, by.pk) for society in {by.society_id, *also})


@transaction.atomic
def record_rotation(society: UUID) -> None:
    """Write the last entry under the old record key; from here on the chain stands on the new one.

    In the transaction that made the new key: who verifies changes keys at this entry.
    """
    record(Deed.ROTATED_KEYS, about=society, by=Machine(society))
    with _seeing(society), keyring.borrowed(society, keyring.AUDIT) as newest:
        _seal(_locked_head(society), newest)
        for begins in Beginning.objects.filter(society=society):
            begins.seal = chain.beginning_seal(newest, **begins.sealed())
            begins.save(update_fields=["seal"])


def record_read(deed: AnyDeed, *, about: UUID, by: Actor) -> None:
    """Remember that something was read; `write_reads` writes it down once the page is made.

    What nobody got to see, because the request failed, is forgotten with its reader.
    """
    reads = _reads_so_far()
    reads[_Done(by.society_id, deed, about, by.pk)] = None
    _reads.set((_outermost_reader(), reads))


def write_reads() -> None:
    """Write down what was read since the last call, each thing once."""
    reads = _reads_so_far()
    _reads.set((None, {}))
    if reads:
        with transaction.atomic():
            _write(reads)


def reads_noted() -> set[tuple[str, UUID]]:
    """What was read since the last call of `write_reads`: deed and record."""
    return {(one.deed.value, one.about) for one in _reads_so_far()}


def forget_reads() -> None:
    """Forget what was noted: the page was never shown."""
    _reads.set((None, {}))


def _reads_so_far() -> dict[_Done, None]:
    reader, reads = _reads.get((None, {}))
    return reads if reader is _outermost_reader() else {}


def _outermost_reader() -> Reader | None:
    reader = _reader()
    while reader is not None and reader.outer is not None:
        reader = reader.outer
    return reader


def _reader() -> Reader | None:
    try:
        return reader_in_force()
    except KeyNotAtHand:
        return None


def refused(*, about: UUID, by: Actor, deed: Deed = Deed.REFUSED) -> None:
    """Write down a refusal or a failed opening, after the transaction it ended was rolled back."""
    with reading_as(by.society_id, member=by.pk):
        record(deed, about=about, by=by)


@transaction.atomic
def end_entries(society: UUID) -> int:
    """Delete what is older than ten years, up to the first that is not; how many went.

    Safe to repeat. What says so stands in the chain before anything goes. The last entry that went
    is remembered under a seal (Beginning), and a walk begins there.
    """
    moment = timezone.now() - KEPT
    with reading_as(society):
        chained = Entry.objects.filter(society=society).order_by("seq")
        oldest = chained.first()
        if oldest is None or oldest.at >= moment:
            return 0
        record(Deed.ENDED_ENTRIES, about=society, by=Machine(society))
        young = chained.filter(at__gte=moment).values_list("seq", flat=True)[:1]
        old = chained.filter(seq__lt=young.get())
        _begin_after(old.reverse()[:1].get())
        gone, _of_each = old.delete()
    return gone


def _begin_after(last: Entry) -> None:
    before = Beginning.objects.filter(society=last.society).first()
    gone = Entry.objects.filter(society=last.society, seq__lte=last.seq)
    changes = gone.filter(deed=Deed.ROTATED_KEYS).count() + (before.changes if before else 0)
    begins = Beginning(
        society=last.society, seq=last.seq, mac=bytes(last.mac), at=last.at, changes=changes
    )
    with keyring.borrowed(last.society, keyring.AUDIT) as key:
        begins.seal = chain.beginning_seal(key, **begins.sealed())
    begins.save()


def _write(done: Iterable[_Done]) -> None:
    in_order = sorted(done, key=lambda one: one.society)
    for society, deeds in groupby(in_order, key=lambda one: one.society):
        with _seeing(society):
            _append(society, list(deeds))


def _seeing(society: UUID) -> "AbstractContextManager[object]":
    reader = _reader()
    at_hand = reader is not None and reader.society == society
    return nullcontext() if at_hand else reading_as(society)


def _append(society: UUID, deeds: list[_Done]) -> None:
    head = _locked_head(society)
    key = _key_of(head)
    for one in deeds:
        entry = _entry_after(head, one, key)
        entry.save(force_insert=True)
        head.seq, head.mac = entry.seq, entry.mac
    _seal(head, key)
    ciphers.wipe(key)


def _seal(head: Head, key: bytearray) -> None:
    head.seal = chain.head_seal(key, society=head.society, seq=head.seq, mac=bytes(head.mac))
    head.save(update_fields=["seq", "mac", "seal"])


def _entry_after(head: Head, one: _Done, key: bytearray) -> Entry:
    row, seq, at, prev = uuid4(), head.seq + 1, timezone.now(), bytes(head.mac)
    sealed = chain.Deeded(
        row.bytes, seq, at, one.actor.bytes, one.deed.value, one.about.bytes, prev
    )
    mac = chain.entry_mac(key, one.society, sealed)
    return Entry(
        id=row,
        society=one.society,
        seq=seq,
        at=at,
        actor=one.actor,
        deed=one.deed.value,
        about=one.about,
        prev=prev,
        mac=mac,
    )


def _locked_head(society: UUID) -> Head:
    """The head row, locked until the transaction ends; the first deed of a society makes it."""
    heads = Head.objects.select_for_update().filter(society=society)
    head = heads.first()
    if head is None:
        with keyring.borrowed(society, keyring.AUDIT) as key:
            seal = chain.head_seal(key, society=society, seq=0, mac=chain.START)
        new = Head(society=society, seq=0, mac=chain.START, seal=seal)
        Head.objects.bulk_create([new], ignore_conflicts=True)  # another may be quicker
        head = heads.get()
    return head


def _key_of(head: Head) -> bytearray:
    """The key that sealed the head: the newest, unless a rotation is just beginning."""

    def fits(key: bytearray) -> bytearray:
        seal = chain.head_seal(key, society=head.society, seq=head.seq, mac=bytes(head.mac))
        if not chain.same(seal, bytes(head.seal)):
            raise ciphers.Altered
        return bytearray(key)

    try:
        return keyring.opened(head.society, keyring.AUDIT, fits)
    except ciphers.Altered:
        reason = f"The audit chain of society {head.society} does not end where it did."
        raise ChainBroken(reason) from None
