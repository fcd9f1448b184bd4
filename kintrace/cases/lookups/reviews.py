"""What was done in a case: reviews, and what was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases.circumstances import Outcome, Partner
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.review_words import SPOKE, Reach
from kintrace.cases.states import State

if TYPE_CHECKING:
    from kintrace.cases.models import Case, CaseReview, Tried


def reviews_of(case: Case) -> list[CaseReview]:
    """The oldest first."""
    return list(case.reviews.select_related("by"))


def tries_of(case: Case) -> list[Tried]:
    """What was tried in the search, the oldest first."""
    return list(case.tries.select_related("by"))


def told_at(row: CaseReview | Tried) -> dict[str, str]:
    """The words written down with it; {} where there are none, or while the box is shut."""
    return unless_shut(lambda: dict(row.told or {})) or {}


def days_in_vain(case: Case) -> int:
    """On how many days nobody was reached, by a review or about the photo, since somebody last
    spoke with the person, or a case that had ended went on."""
    reviews = list(case.reviews.values_list("day", "way"))
    talks = list(case.contacts.values_list("day", "outcome", "partner"))
    spoke = {day for day, way in reviews if way in SPOKE}
    spoke |= {day for day, _came, who in talks if who in {Partner.PERSON, Partner.GUARDIAN}}
    again = case.moves.filter(before=State.CLOSED).values_list("at", flat=True)
    spoke |= {timezone.localdate(at) for at in again}
    vain = {day for day, way in reviews if way == Reach.NOT_REACHED}
    vain |= {day for day, came, _who in talks if came == Outcome.NOT_REACHED}
    return len([day for day in vain if not spoke or day > max(spoke)])
