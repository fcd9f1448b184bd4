"""What was answered about safety, and what is on hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.network.access import Right, roles_with
from kintrace.network.lookups import holding
from kintrace.protection.lookups.rows import or_404, ours
from kintrace.protection.models import Hold, RiskAnswers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member


def risk_answers(subject: UUID) -> RiskAnswers | None:
    """The last round of risk questions."""
    return _rounds([subject]).order_by("at").last()


def any_answered_risk(subjects: Collection[UUID]) -> bool:
    """Whether the risk questions were answered by anybody of several."""
    return _rounds(subjects).exists()


def _rounds(subjects: Collection[UUID]) -> QuerySet[RiskAnswers]:
    return ours(RiskAnswers).filter(subject__in=subjects, about=RiskAnswers.About.SEARCH)


def who_recognises(subject: UUID) -> RiskAnswers | None:
    """What the person last said of who may recognise them in a public photo."""
    rounds = ours(RiskAnswers).filter(subject=subject, about=RiskAnswers.About.WALL)
    return rounds.order_by("at").last()


def holds_in_force(subject: UUID) -> QuerySet[Hold]:
    return ours(Hold).filter(subject=subject, lifted_at=None).order_by("since")


def every_hold_in_force() -> QuerySet[Hold]:
    """All of the reader's society, the oldest first."""
    return ours(Hold).filter(lifted_at=None).order_by("since", "pk")


def untold_holds() -> QuerySet[Hold]:
    """Open holds of which nobody had a letter yet."""
    return every_hold_in_force().filter(told_at=None)


def holds_told_before(day: datetime) -> QuerySet[Hold]:
    """Open holds of which a letter went so long ago, and no second one."""
    return every_hold_in_force().filter(told_at__lte=day, reminded_at=None)


def deciders(society: UUID, *, but: UUID | None = None) -> list[Member]:
    """The active members who may lift a hold, without who set it."""
    team = holding(society, roles=roles_with(Right.LIFT_HOLD))
    return [one for one in team if one.pk != but]


def held_since(subject: UUID, moment: datetime, *, by: UUID) -> bool:
    """Whether this actor set a hold since then, in force or not."""
    return ours(Hold).filter(subject=subject, set_by=by, since__gte=moment).exists()


def hold(hold_id: UUID) -> Hold:
    """A hold of the reader's society, or 404."""
    return or_404(ours(Hold).filter(pk=hold_id).first())


def has_set_hold(subject: UUID, *, by: Member) -> bool:
    """Whether a hold in force is this member's own."""
    return holds_in_force(subject).filter(set_by=by.pk).exists()


def is_held(subject: UUID) -> bool:
    return holds_in_force(subject).exists()


def ever_held(subjects: Iterable[UUID]) -> list[UUID]:
    """Every hold of any of them, at any time: a worry was told, also where it was lifted."""
    return list(ours(Hold).filter(subject__in=list(subjects)).values_list("pk", flat=True))


def held(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many subjects who are on hold, in one query."""
    rows = ours(Hold).filter(subject__in=list(subjects), lifted_at=None)
    return frozenset(rows.values_list("subject", flat=True))
