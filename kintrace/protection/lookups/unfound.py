"""The register of who does not want to be found. Read by the protection team, and by `may`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Model

from kintrace.protection.lookups.rows import or_404, ours
from kintrace.protection.models import Compared, DoNotFind, Erasure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

Row = TypeVar("Row", bound=Model)


def entries() -> QuerySet[DoNotFind]:
    """What is in force, the newest first."""
    return ours(DoNotFind).filter(ended_at=None).order_by("-at", "pk")


def entry(entry_id: UUID) -> DoNotFind:
    """An entry in force of the reader's society, or 404."""
    return or_404(entries().filter(pk=entry_id).first())


def entries_about(subject: UUID) -> QuerySet[DoNotFind]:
    return entries().filter(subject=subject)


def every_entry_about(subject: UUID) -> QuerySet[DoNotFind]:
    """Those that were ended, too."""
    return ours(DoNotFind).filter(subject=subject)


def has_words(subject: UUID) -> bool:
    """Whether the register says who this person is: with an erasure that goes."""
    return entries_about(subject).filter(told__isnull=False).exists()


def wants_not_to_be_found(subject: UUID) -> bool:
    return entries_about(subject).exists()


def apart_from(entry: DoNotFind) -> list[UUID]:
    """The persons sought whose search an entry stops."""
    rows = ours(Compared).filter(apart=entry).order_by("at")
    return list(rows.values_list("subject", flat=True))


def is_kept_apart(subject: UUID) -> bool:
    """Whether the search for a person is stopped in silence."""
    stops = ours(Compared).filter(apart__isnull=False, apart__ended_at=None)
    return stops.filter(subject=subject).exists()


def to_compare(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of the persons sought whom nobody held beside the newest entry of the register.

    Of who was erased nothing is left that could be compared, on either side.
    """
    newest = _newest_told()
    if newest is None:
        return frozenset()
    wanted = list(subjects)
    left_out = (rows.filter(subject__in=wanted) for rows in _done_or_gone(newest))
    return frozenset(wanted).difference(*left_out)


def not_compared(sought: QuerySet[Row]) -> QuerySet[Row]:
    """The same for rows of persons sought, for the database to choose: each has a `subject`."""
    newest = _newest_told()
    if newest is None:
        return sought.none()
    for rows in _done_or_gone(newest):
        sought = sought.exclude(subject__in=rows)
    return sought


def _newest_told() -> datetime | None:
    return entries().filter(told__isnull=False).values_list("at", flat=True).first()


def _done_or_gone(newest: datetime) -> tuple[QuerySet[Any, UUID], ...]:
    done = ours(Compared).filter(at__gte=newest)
    return done.values_list("subject", flat=True), ours(Erasure).values_list("subject", flat=True)
