"""Of whom this folder keeps something, and since when; for what runs out by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Max

from kintrace.protection.lookups.rights import every_request
from kintrace.protection.lookups.rows import ours
from kintrace.protection.lookups.unfound import wants_not_to_be_found
from kintrace.protection.models import (
    DoNotFind,
    Erasure,
    Hold,
    NoticeGiven,
    RightsRequest,
    RiskAnswers,
)

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from django.db.models import QuerySet

TOLD: tuple[type[Any], ...] = (NoticeGiven, RiskAnswers, Hold)
# What was kept, and when its last word was said.
LAST: tuple[tuple[type[Any], str], ...] = (
    (NoticeGiven, "at"),
    (RiskAnswers, "at"),
    (Hold, "since"),
    (Hold, "lifted_at"),
    (DoNotFind, "ended_at"),
    (RightsRequest, "answered"),  # 30 days to ask once more, beside what it was answered with
)


def everybody_with_rows() -> frozenset[UUID]:
    """All of the reader's society who were informed, asked about safety or put on hold."""
    rows = (ours(model).values_list("subject", flat=True) for model in TOLD)
    return frozenset(subject for found in rows for subject in found)


def last_word(subject: UUID) -> datetime | None:
    """When something was last said of a person; None of whom no row is left."""
    said = (
        ours(model).filter(subject=subject).aggregate(last=Max(column))["last"]
        for model, column in LAST
    )
    return max(filter(None, said), default=None)


def is_wanted_still(subject: UUID) -> bool:
    """Whether a wish not to be found stands, or a request waits to be answered."""
    asks = every_request(subject).filter(state=RightsRequest.State.OPEN)
    return wants_not_to_be_found(subject) or asks.exists()


def erasures_finished_before(day: date) -> QuerySet[Erasure]:
    return ours(Erasure).filter(finished__date__lt=day)
