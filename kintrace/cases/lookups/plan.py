"""How families are asked after contact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Max

from kintrace.cases.contact_plan import Side
from kintrace.cases.lookups.found import Finding, sought_behind
from kintrace.cases.models import ContactPlan, PlannedTalk
from kintrace.vault.reader import BoxIsShut, reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.models import Located
    from kintrace.network.models import Member


@dataclass(frozen=True, repr=False)
class Plan:
    """A plan with the finding that it hangs on."""

    finding: Finding
    row: ContactPlan

    @property
    def side(self) -> Side:
        return Side(self.row.said_yes["side"])

    @property
    def subject(self) -> UUID:
        """Who is asked."""
        located = self.finding.located
        if self.side is Side.FOUND and located is not None:
            return located.subject
        return self.finding.case.subject

    @cached_property
    def talks(self) -> list[PlannedTalk]:
        return list(self.row.talks.select_related("by"))

    @property
    def waiting(self) -> list[PlannedTalk]:
        """The days of which nobody wrote down what came of them."""
        return [one for one in self.talks if one.settled is None]


def plans_of(finding: Finding) -> list[Plan]:
    """Of both sides, the oldest first."""
    rows = plans_beside(finding.located) if finding.located else []
    return [Plan(finding, row) for row in rows]


def plans_beside(located: Located) -> list[ContactPlan]:
    """The rows alone; needs no key."""
    return list(ContactPlan.objects.filter(located=located))


def plans_going_on(member: Member) -> list[Plan]:
    rows = ContactPlan.objects.filter(society_id=member.society_id, ended=None)
    every = list(rows.select_related("located"))
    reader_in_force().take({one.file for one in every})
    pairs = [(sought_behind(one.located), one) for one in every]
    return [Plan(Finding(sought, one.located), one) for sought, one in pairs if sought is not None]


def plans_over(before: date) -> QuerySet[ContactPlan]:
    """Of the reader's society, those whose last day lies before."""
    own = ContactPlan.objects.filter(society_id=reader_in_force().society)
    return own.annotate(last=Max("talks__day")).filter(last__lt=before).select_related("located")


def last_day_in(plan: ContactPlan) -> date | None:
    last: date | None = plan.talks.aggregate(last=Max("day"))["last"]
    return last


def read_sentence(plan: ContactPlan) -> str | None:
    """What is safe to say; None while the box is shut."""
    try:
        return str(plan.sentence)
    except BoxIsShut:
        return None


def note_of_talk(talk: PlannedTalk) -> str | None:
    """What was said, "" without a note; None while the box is shut."""
    try:
        return talk.note or ""
    except BoxIsShut:
        return None
