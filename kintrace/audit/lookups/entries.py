"""Reading the entries of a chain: what was done, by whom, to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import TruncDate

from kintrace.audit import chain
from kintrace.audit.deeds import Deed
from kintrace.audit.models import Beginning, Entry, Head


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


def first_mark(society: UUID) -> Mark:
    """Before the first entry that still stands: where a walk over all of them begins."""
    return mark_of(beginning(society))


def mark_of(begins: Beginning | None) -> Mark:
    return Mark(begins.seq, bytes(begins.mac)) if begins else Mark()
