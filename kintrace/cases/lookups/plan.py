"""How families are asked after contact.

Where one society found somebody for another, each asks its own side and reads no plan of the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from kintrace.cases.contact_plan import Side
from kintrace.cases.lookups.afar import Afar
from kintrace.cases.lookups.findings import whoms_behind
from kintrace.cases.lookups.found import Finding, whom_behind
from kintrace.cases.lookups.found_told import was_passed_over
from kintrace.cases.lookups.many import beside, lay_out
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import ContactPlan, PlannedTalk, Sought
from kintrace.cases.outcomes import Result
from kintrace.vault.reader import reader_in_force
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from kintrace.cases.lookups.afar import Whom
    from kintrace.cases.models import Located, Reunion
    from kintrace.network.models import Member

MARKED = "plan"
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

    @property
    def about(self) -> UUID:
        """Its number in the audit: of who was found, or its own where they are another's."""
        return self.row.located_id or self.row.pk

    @cached_property
    def talks(self) -> list[PlannedTalk]:
        return beside(self.row, "talks", who="by")

    @property
    def waiting(self) -> list[PlannedTalk]:
        """The days of which nobody wrote down what came of them."""
        return [one for one in self.talks if one.settled is None]


# --- whom this society asks, and from when ---


def sides_asked(finding: Finding) -> tuple[Side, ...]:
    """Who found somebody for another society asks them; that society asks who searches."""
    if finding.is_afar:
        return (Side.FOUND,)
    return tuple(Side) if finding.located else (Side.SEEKER,)


def contact_day(finding: Finding) -> date | None:
    """Since when the two are in touch, as far as this society can know; None before.

    How a child's family is asked is for the child's team: passing on is no contact there yet.
    """
    sought, release = finding.sought, finding.release
    if release is None:
        return _day_told(finding)
    of_a_child = isinstance(sought, Afar) and sought.is_for_a_child
    return None if of_a_child else timezone.localdate(release.at)


def _day_told(finding: Finding) -> date | None:
    """What another society passed on is contact once the family heard of it: before that nobody
    is asked how they are, for it would tell them."""
    sought, outcome = finding.sought, finding.outcome
    if finding.located or outcome is None or finding.result != Result.CONTACT:
        return None
    passed = isinstance(sought, Sought) and was_passed_over(sought)
    return outcome.told_on if passed else None


def is_after_contact(finding: Finding) -> bool:
    """Whether there is anything to plan or to read. What was planned is asked on when the search
    at the other society is over."""
    return contact_day(finding) is not None or bool(plans_of(finding))


# --- the plans ---


def plan_mark(sought: Sought) -> UUID:
    """Where the plan of our own enquirer stands, of whom another society found somebody; only who
    can open the case's file knows."""
    return mark_of(sought.pk, file=sought.file, purpose=MARKED)


def plans_of(finding: Finding) -> list[Plan]:
    """Of the sides that this society asks, the oldest first."""
    rows = plans_beside(finding.located) if finding.located else []
    marked = plans_marked(finding.sought) if isinstance(finding.sought, Sought) else []
    return [Plan(finding, row) for row in [*marked, *rows]]


def plans_beside(located: Located) -> list[ContactPlan]:
    """The rows alone; needs no key."""
    return list(ContactPlan.objects.filter(located=located))


def plans_marked(sought: Sought) -> list[ContactPlan]:
    """Of our own enquirer, where another society found the person. Raises KeyNotAtHand."""
    return list(ContactPlan.objects.filter(mark=plan_mark(sought)))


def plans_going_on(member: Member) -> list[Plan]:
    rows = ContactPlan.objects.filter(society_id=member.society_id, ended=None)
    return _with_findings(rows.select_related("located"))


def _with_findings(rows: Iterable[ContactPlan]) -> list[Plan]:
    """The keys come in one query."""
    every = list(rows)
    reader_in_force().take({one.file for one in every})
    whom = whoms_of(every)
    lay_out(every, talks="by")
    return [Plan(Finding(whom[one.pk], one.located), one) for one in every if one.pk in whom]


def whoms_of(rows: Sequence[ContactPlan | Reunion]) -> dict[UUID, Whom]:
    """As `whom_of`, by row, for a list."""
    behind = whoms_behind([one.located for one in rows if one.located is not None])
    found = [(one, behind.get(one.located_id) if one.located_id else whom_of(one)) for one in rows]
    return {one.pk: whom for one, whom in found if whom is not None}


def whom_of(row: ContactPlan | Reunion) -> Whom | None:
    """Whose search it is: sealed beside who was found, or in the row that has a mark."""
    if row.located is not None:
        return whom_behind(row.located)
    rows = Sought.objects.filter(society_id=row.society_id).select_related("case")
    return rows.filter(pk=UUID(row.said_yes["sought"])).first()


def people_around(row: ContactPlan) -> tuple[UUID, ...]:
    """Everybody of the two sides whom this society knows."""
    found = (row.located.subject,) if row.located else ()
    return next((plan.finding.people for plan in _with_findings([row])), found)


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
