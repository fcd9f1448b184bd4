"""An open case is looked at again, and the family told; what was tried is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.contacts import WRITTEN_WITHIN, NoSuchContact
from kintrace.cases.actions.opening import (
    BASIS_LASTS,
    GIVEN_AT_OPENING,
    require_going_on,
    require_open,
)
from kintrace.cases.models import CaseReview, Tried
from kintrace.cases.review_words import Reach
from kintrace.protection.actions import extend_weighed, require_notice
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.protection.retention import FIRST_REVIEWS, Kind, default
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.models import Member

NOT_AGAIN_FOR = timedelta(days=30)  # a review done early or late takes the next one along


class NotDoneYet(Refusal):
    """What is written down as done lies in the days to come."""


@dataclass(frozen=True, repr=False)
class Reviewed:
    """When and how the family was told, or that nobody was reached; what was said, what comes."""

    day: date
    way: str
    said: str = ""
    comes: str = ""


@dataclass(frozen=True, repr=False)
class Attempt:
    """Something tried in the search: when, where or in what, and what came of it."""

    day: date
    place: str
    words: str


def next_review(opened: date, *, after: date) -> date:
    """The review that follows a day: 3, 6 and 12 months after the beginning, then every year."""
    first = [opened + timedelta(days=days) for days in FIRST_REVIEWS]
    due = [day for day in first if day > after]
    if due:
        return due[0]
    yearly = default(Kind.OPEN_CASE)
    years = (after - first[-1]) // yearly + 1
    return first[-1] + years * yearly


@transaction.atomic
def note_review(case: Case, *, review: Reviewed, by: Member) -> Case:
    """Somebody looked at an open case and told the family, or tried to: the search goes on, and so
    does the ground on which it stands.

    Raises CaseIsClosed, NoSuchContact, and NotAllowed where the ground is gone.
    """
    write_about(case.subject)
    require_notice(case.subject)
    case = moves.locked(case)
    require_going_on(case)
    require(case.subject, Purpose.TRACE, despite_hold=True)
    _require_recent(review.day)
    _keep(case, review, by=by)
    soon = timezone.localdate() + NOT_AGAIN_FOR
    case.next_review = next_review(timezone.localdate(case.opened), after=soon)
    case.save(update_fields=["next_review"])
    until = timezone.localdate() + BASIS_LASTS
    for subject in (case.subject, *(sought.subject for sought in lookups.still_sought(case))):
        for purpose in GIVEN_AT_OPENING:
            extend_weighed(subject, purpose=purpose, until=until, by=by)
    record(Deed.REVIEWED_CASE, about=case.pk, by=by)
    return case


def _require_recent(day: date) -> None:
    today = timezone.localdate()
    if not today - WRITTEN_WITHIN <= day <= today:
        raise NoSuchContact(_("Write the day of the talk: today, or one of the last 30 days."))


def _keep(case: Case, review: Reviewed, *, by: Member) -> None:
    row = CaseReview(file=case.file, case=case, society_id=case.society_id, by=by)
    row.day, row.way = review.day, Reach(review.way)
    told = {"said": review.said.strip(), "comes": review.comes.strip()}
    row.told = told if any(told.values()) else None
    row.save(force_insert=True)


@transaction.atomic
def write_tried(case: Case, *, attempt: Attempt, by: Member) -> Tried:
    """Seal onto the case what was tried for it. It is searching, and asked like a lead.

    Raises CaseIsClosed, NotAcceptedYet, SearchRests, NotDoneYet, and what protection refuses.
    """
    write_about(case.subject)
    require_notice(case.subject)
    case = moves.locked(case)
    require_open(case)
    for subject in lookups.subjects_in(case):
        require(subject, Purpose.TRACE)
    if attempt.day > timezone.localdate():
        raise NotDoneYet(_("This day is still to come. Write down when it was."))
    row = Tried(file=case.file, case=case, society_id=case.society_id, day=attempt.day, by=by)
    row.told = {"place": attempt.place.strip(), "words": attempt.words.strip()}
    row.save(force_insert=True)
    record(Deed.NOTED_TRY, about=case.pk, by=by)
    return row
