"""Finding what was done to a chain: every entry under its key, its ends, what anchors saw."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Subquery
from django.utils import timezone

from kintrace.audit import chain
from kintrace.audit.actions import KEPT
from kintrace.audit.anchors import Anchor, lost_with_a_restore
from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import walked
from kintrace.audit.lookups.entries import Mark, beginning, head, mark_of
from kintrace.audit.models import Beginning, Entry, Head
from kintrace.vault import ciphers, keyring
from kintrace.vault.reader import reading_as


class Harm(StrEnum):
    """What can be wrong with a chain."""

    EDITED = "edited"  # a row's MAC does not fit what stands in it
    MOVED = "moved"  # a row does not follow the one before it
    MISSING = "missing"  # a number is not there
    CUT = "cut"  # the chain ends before its head
    BEYOND_HEAD = "beyond_head"  # rows that the head does not know
    HEAD_EDITED = "head_edited"
    HEAD_MISSING = "head_missing"
    BEGINNING_EDITED = "beginning_edited"  # what went was not old enough, or its seal is not ours
    ANCHOR_UNMET = "anchor_unmet"  # the row a signed anchor saw is gone or another


@dataclass(frozen=True)
class Break:
    """One place at which a chain is not whole."""

    society: UUID
    seq: int
    harm: Harm


def has_ended(anchor: Anchor) -> bool:
    """Whether all that an anchor saw is older than what is kept."""
    return datetime.fromisoformat(anchor.at) < timezone.now() - KEPT


def verify(
    society: UUID,
    anchors: Iterable[Anchor] = (),
    *,
    after: Mark | None = None,
    to: int | None = None,
) -> list[Break]:
    """Walk the whole chain under its key; an empty list means that it is whole.

    `anchors` are those with a good signature; each must still find the row it saw. `after`: walk
    only what follows a mark, `to`: up to this number; either costs what is walked.
    Each batch is a transaction of its own, so that writers do not wait for long walks.
    """
    with reading_as(society):
        keys, end, begins = keyring.audit_keys(society), head(society), beginning(society)
    try:
        breaks = _look_at_beginning(society, keys[-1], begins)
        begins = None if breaks else begins
        mark = max(after or Mark(), mark_of(begins), key=lambda one: one.seq)
        theirs = _from(society, keys, mark, begins)
        last = _last(end, to, mark)
        breaks += _walk(society, theirs, last, mark)
        breaks += _look_at_end(society, keys[-1], end)
    finally:
        for key in keys:
            ciphers.wipe(key)
    return breaks + _look_at_anchors(society, anchors, mark_of(begins))


def _last(end: Head | None, to: int | None, mark: Mark) -> int:
    """Up to which number to walk; what ended by its age is not walked."""
    last = end.seq if end else 0
    return last if to is None else max(min(to, last), mark.seq)


def _look_at_beginning(society: UUID, key: bytearray, begins: Beginning | None) -> list[Break]:
    """Whether its seal is ours, and what went was old enough to go."""
    if begins is None:
        return []
    sealed = chain.same(chain.beginning_seal(key, **begins.sealed()), bytes(begins.seal))
    if sealed and begins.at <= timezone.now() - KEPT:
        return []
    return [Break(society, begins.seq, Harm.BEGINNING_EDITED)]


def _from(
    society: UUID, keys: list[bytearray], mark: Mark, begins: Beginning | None
) -> list[bytearray]:
    """The keys from the mark on: one less for each change of keys before it."""
    with reading_as(society):
        older = Entry.objects.filter(society=society, seq__lte=mark.seq, deed=Deed.ROTATED_KEYS)
        changes = older.count() if mark.seq else 0
    return keys[changes + (begins.changes if begins else 0) :] or keys[-1:]


def _walk(society: UUID, keys: list[bytearray], last: int, after: Mark) -> Iterator[Break]:
    seq, mac, (key, *later) = after.seq, after.mac, keys
    for number, entry, own in walked.between(society, after.seq, last):
        if number != seq + 1:
            yield Break(society, seq + 1, Harm.MISSING)
        elif entry and entry.prev != mac:
            yield Break(society, number, Harm.MOVED)
        if entry is None or chain.entry_mac(key, society, entry) != own:
            yield Break(society, number, Harm.EDITED)
        elif entry.deed == Deed.ROTATED_KEYS and later:
            key, *later = later
        seq, mac = number, own
    if seq != last:
        yield Break(society, seq + 1, Harm.CUT)


def _look_at_end(society: UUID, key: bytearray, end: Head | None) -> list[Break]:
    with reading_as(society):
        beyond = Entry.objects.filter(society=society)
        if end is not None:
            # One statement: an entry written meanwhile is seen together with its head.
            known = Head.objects.filter(society=society).values("seq")
            beyond = beyond.filter(seq__gt=Subquery(known))
        first = beyond.order_by("seq").values_list("seq", flat=True).first()
        final = Entry.objects.filter(society=society, seq=end.seq).first() if end else None
    breaks = []
    if first is not None:
        breaks.append(Break(society, first, Harm.BEYOND_HEAD if end else Harm.HEAD_MISSING))
    if end is not None and not _is_head(society, key, end, final):
        breaks.append(Break(society, end.seq, Harm.HEAD_EDITED))
    return breaks


def _is_head(society: UUID, key: bytearray, end: Head, final: Entry | None) -> bool:
    mac = bytes(end.mac)
    seal = chain.head_seal(key, society=society, seq=end.seq, mac=mac)
    return seal == bytes(end.seal) and (final is None or bytes(final.mac) == mac)


def _look_at_anchors(society: UUID, anchors: Iterable[Anchor], begins: Mark) -> list[Break]:
    own = [anchor for anchor in anchors if UUID(anchor.society) == society]
    standing = set(own).difference(lost_with_a_restore(society, own))
    young = {(one.seq, one.mac) for one in standing if one.seq > 0 and not has_ended(one)}
    seen = sorted(young - {(begins.seq, begins.mac.hex())})
    breaks = []
    for start in range(0, len(seen), 500):
        some = seen[start : start + 500]
        with reading_as(society):
            rows = Entry.objects.filter(society=society, seq__in={seq for seq, _ in some})
            found = {(seq, bytes(mac).hex()) for seq, mac in rows.values_list("seq", "mac")}
        breaks += [
            Break(society, seq, Harm.ANCHOR_UNMET) for seq, mac in some if (seq, mac) not in found
        ]
    return breaks
