"""Reading the chains, and finding what was done to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone

from kintrace.audit import chain, walked
from kintrace.audit.actions import KEPT
from kintrace.audit.anchors import Anchor, lost_with_a_restore
from kintrace.audit.deeds import Deed
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


@dataclass(frozen=True)
class Mark:
    """An entry up to which a chain was found whole: its number and its MAC."""

    seq: int = 0
    mac: bytes = chain.START


@dataclass(frozen=True)
class Done:
    """One deed of an actor."""

    at: datetime
    deed: str
    about: UUID


def entries(
    society: UUID, *, about: UUID | None = None, before: int | None = None, limit: int = 50
) -> list[Entry]:
    """The newest entries of a society, newest first; `before` is a number to go on from."""
    rows = Entry.objects.filter(society=society)
    if about is not None:
        rows = rows.filter(about=about)
    if before is not None:
        rows = rows.filter(seq__lt=before)
    return list(rows.order_by("-seq")[:limit])


def times_done(deed: Deed, *, society: UUID, about: UUID) -> list[tuple[datetime, UUID]]:
    """When this was done to a record of the society and by which member, the last time first."""
    rows = Entry.objects.filter(society=society, about=about, deed=deed.value).order_by("-seq")
    return list(rows.values_list("at", "actor"))


def all_about(society: UUID, ids: Iterable[UUID]) -> list[Entry]:
    """Everything that was done with these records, the oldest first."""
    return list(Entry.objects.filter(society=society, about__in=list(ids)).order_by("seq"))


def entries_after(society: UUID, seq: int, *, limit: int) -> list[Entry]:
    """The entries that follow a number, in their order."""
    rows = Entry.objects.filter(society=society, seq__gt=seq)
    return list(rows.order_by("seq")[:limit])


def last_before(society: UUID, moment: datetime) -> int:
    """The number of the newest entry that was written before a moment; 0 when there is none."""
    rows = Entry.objects.filter(society=society, at__lt=moment).order_by("-seq")
    return rows.values_list("seq", flat=True).first() or 0


def done_by(
    society: UUID, actor: UUID, *, since: datetime, deeds: Iterable[str] | None = None
) -> list[Done]:
    """What an actor did since a moment, the oldest first; `deeds` names those that count."""
    rows = Entry.objects.filter(society=society, actor=actor, at__gte=since)
    if deeds is not None:
        rows = rows.filter(deed__in=list(deeds))
    return [Done(*row) for row in rows.order_by("at", "seq").values_list("at", "deed", "about")]


def actors(society: UUID, *, deeds: Iterable[str], since: datetime) -> set[UUID]:
    """Who did one of these deeds since a moment."""
    rows = Entry.objects.filter(society=society, at__gte=since, deed__in=list(deeds))
    return set(rows.values_list("actor", flat=True).distinct())


def counted_by_day(
    society: UUID, *, deeds: Iterable[str], since: datetime
) -> list[tuple[date, UUID, int]]:
    """How many different records each actor did these deeds to, by day."""
    rows = Entry.objects.filter(society=society, at__gte=since, deed__in=list(deeds))
    days = rows.annotate(day=TruncDate("at")).values("day", "actor").order_by("day", "actor")
    counted = days.annotate(number=Count("about", distinct=True))
    return list(counted.values_list("day", "actor", "number"))


def head(society: UUID) -> Head | None:
    """Where the chain of a society ends; None when it has not begun."""
    return Head.objects.filter(society=society).first()


def beginning(society: UUID) -> Beginning | None:
    """The newest entry that ended after its ten years; None while none has."""
    return Beginning.objects.filter(society=society).first()


def mark_at(society: UUID, seq: int) -> Mark:
    """An entry to go on from; the beginning of the chain where it is not there any more."""
    rows = Entry.objects.filter(society=society, seq=seq).values_list("mac", flat=True)
    mac = rows.first()
    return Mark() if mac is None else Mark(seq, bytes(mac))


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
        mark = max(after or Mark(), _mark(begins), key=lambda one: one.seq)
        theirs = _from(society, keys, mark, begins)
        last = _last(end, to, mark)
        breaks += _walk(society, theirs, last, mark)
        breaks += _look_at_end(society, keys[-1], end)
    finally:
        for key in keys:
            ciphers.wipe(key)
    return breaks + _look_at_anchors(society, anchors, _mark(begins))


def _last(end: Head | None, to: int | None, mark: Mark) -> int:
    """Up to which number to walk; what ended by its age is not walked."""
    last = end.seq if end else 0
    return last if to is None else max(min(to, last), mark.seq)


def first_mark(society: UUID) -> Mark:
    """Before the first entry that still stands: where a walk over all of them begins."""
    return _mark(beginning(society))


def _mark(begins: Beginning | None) -> Mark:
    return Mark(begins.seq, bytes(begins.mac)) if begins else Mark()


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
