"""How families are asked after contact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Max
from django.db.models.functions import Coalesce, TruncDate

from kintrace.cases.contact_plan import Side
from kintrace.cases.lookups.reunion import with_findings
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import ContactPlan, PlannedTalk
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.cases.lookups.found import Finding
    from kintrace.cases.models import Located
    from kintrace.network.models import Member

# The last planned day; of a plan that ended before anybody was asked, the day of its end.
_LAST = Coalesce(Max("talks__day"), TruncDate("ended"))


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
    return [Plan(finding, one) for one, finding in with_findings(rows.select_related("located"))]


def people_around(plan: ContactPlan) -> tuple[UUID, ...]:
    """Everybody of the two sides."""
    sides = [finding.people for _plan, finding in with_findings([plan])]
    return sides[0] if sides else (plan.located.subject,)


def plans_over(before: date) -> QuerySet[ContactPlan]:
    """Of the reader's society, those whose last day lies before."""
    own = ContactPlan.objects.filter(society_id=reader_in_force().society)
    return own.annotate(last=_LAST).filter(last__lt=before).select_related("located")


def last_day_in(plan: ContactPlan) -> date | None:
    rows = ContactPlan.objects.annotate(last=_LAST).values_list("last", flat=True)
    last: date | None = rows.get(pk=plan.pk)
    return last


def read_sentence(plan: ContactPlan) -> str | None:
    """What is safe to say; None while the box is shut."""
    return unless_shut(lambda: str(plan.sentence))


def note_of_talk(talk: PlannedTalk) -> str | None:
    """What was said, "" without a note; None while the box is shut."""
    return unless_shut(lambda: talk.note or "")
