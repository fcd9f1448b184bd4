"""On which ground something may be done, and who must not learn of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from kintrace.protection.circles import NotWith
from kintrace.protection.lookups.rows import ours
from kintrace.protection.models import Basis
from kintrace.protection.purposes import Purpose, Scope

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet


def every_basis(subject: UUID) -> QuerySet[Basis]:
    """All bases of a subject, oldest first."""
    return ours(Basis).filter(subject=subject).order_by("given", "pk")


def bases_in_force(
    subject: UUID, purpose: Purpose, *, today: date | None = None
) -> QuerySet[Basis]:
    """The bases that carry a purpose today: not withdrawn, the last day not over."""
    return every_basis(subject).filter(_carries(purpose, today or timezone.localdate()))


def agreed_to(purpose: Purpose) -> QuerySet[Basis, UUID]:
    """Of which subjects of the reader's society a basis carries a purpose today."""
    bases = ours(Basis).filter(_carries(purpose, timezone.localdate()))
    return bases.values_list("subject", flat=True)


def _carries(purpose: Purpose, today: date) -> Q:
    not_over = Q(until=None) | Q(until__gte=today)
    return Q(purpose=purpose, withdrawn_at=None) & not_over


def file_of(subject: UUID) -> UUID | None:
    """The file in which what stands about a subject is kept, for what is added to it."""
    return every_basis(subject).values_list("file", flat=True).last()


def agreed_until(subject: UUID, scope: Scope) -> date | None:
    """The last day on which a photo may stand in this place; None where nobody agreed to it.

    What was agreed for another place counts for nothing, however long it lasts.
    """
    bases = bases_in_force(subject, Purpose.PUBLISH)
    days = [basis.until for basis in bases if basis.until and scope in basis.scope]
    return max(days, default=None)


def bases_over(today: date) -> QuerySet[Basis]:
    """Bases of the reader's society whose last day is over, and nobody stopped anything yet."""
    return ours(Basis).filter(until__lt=today, withdrawn_at=None, ended_at=None)


def behind(subject: UUID) -> list[UUID]:
    """The subject, and whoever told us of them: a person sought is as safe as who seeks them."""
    told = every_basis(subject).exclude(told_by=None).order_by()
    tellers = told.values_list("told_by", flat=True).distinct()
    return [subject, *(teller for teller in tellers if teller)]


def told_of_by(subject: UUID) -> list[UUID]:
    """Whom a person told us of: they stand and fall with them."""
    rows = ours(Basis).filter(told_by=subject).order_by("subject")
    return list(rows.values_list("subject", flat=True).distinct())


def not_with(*subjects: UUID) -> NotWith:
    """Who must not learn of a subject, or of any of several: as they said, and as said whoever told
    us of them. What was said with a basis since withdrawn counts, too."""
    own = ours(Basis).filter(subject__in=subjects)
    tellers = own.exclude(told_by=None).values("told_by")
    return _circle(ours(Basis).filter(Q(subject__in=subjects) | Q(subject__in=tellers)))


def own_not_with(subject: UUID) -> NotWith:
    """What was said of this person alone: what who told us of them said is changed there, and a
    copy here would outlive the change."""
    return _circle(every_basis(subject))


def _circle(bases: QuerySet[Basis]) -> NotWith:
    circle = NotWith()
    for basis in bases.order_by("given", "pk"):
        circle |= NotWith.from_json(basis.not_with)
    return circle
