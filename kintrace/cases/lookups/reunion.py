"""Dossiers of families that come together, and what a society settled for after contact.

Where another society found the person, the one that asked has the dossier (docs/decisions/055).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kintrace.cases.lookups.found import Finding
from kintrace.cases.lookups.many import beside, lay_out
from kintrace.cases.lookups.plan import contact_day, plans_marked, whoms_of
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import AfterContact, Reunion, Sought
from kintrace.cases.outcomes import Result
from kintrace.cases.reunion import AfterContact as Settled
from kintrace.cases.reunion import Sheet
from kintrace.cases.reunion_words import Step
from kintrace.network.lookups import desks
from kintrace.vault.reader import reader_in_force
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Located, ReunionSheet, ReunionStep
    from kintrace.network.models import Desk, Member

MARKED = "reunion"


def after_contact(society: UUID) -> Settled:
    """What a society settled, or what is usual."""
    row = AfterContact.objects.filter(society_id=society).first()
    return Settled.from_json(row.settled) if row else Settled()  # type: ignore[arg-type]


def confidential_places(society: UUID) -> list[Desk]:
    """The society's places where a family is spoken with: none of them a service point."""
    settled = after_contact(society)
    return [one for one in desks(society) if settled.is_confidential(one.pk)]


@dataclass(frozen=True, repr=False)
class Dossier:
    """A family that comes together: the row, with the search and the finding that it hangs on."""

    finding: Finding
    reunion: Reunion

    @property
    def is_afar(self) -> bool:
        """Whether another society found the person, and tells us what they say."""
        return self.reunion.located_id is None

    @property
    def about(self) -> UUID:
        """Its number in the audit: of who was found, or its own where they are another's."""
        return self.reunion.located_id or self.reunion.pk

    @cached_property
    def steps(self) -> list[ReunionStep]:
        return beside(self.reunion, "steps", who="by")

    @property
    def step(self) -> Step:
        """Where it stands."""
        return Step(self.steps[-1].step["after"])

    @cached_property
    def sheets(self) -> list[tuple[ReunionSheet, Sheet]]:
        rows = self.reunion.sheets.all()
        return [(row, Sheet.from_json(row.told)) for row in rows]

    @property
    def place(self) -> str:
        """The name of the place where talks are held; "" for one that is not there any more."""
        here = {str(one.pk): one.name for one in desks(self.reunion.society_id)}
        return here.get(self.reunion.said_yes["place"], "")

    def running_out(self, today: date) -> list[Sheet]:
        """What is there and not good for long."""
        return [sheet for _row, sheet in self.sheets if sheet.runs_out(today)]


def reunion_mark(sought: Sought) -> UUID:
    """Where the dossier stands of our own family, whose relative another society found; only who
    can open the case's file knows."""
    return mark_of(sought.pk, file=sought.file, purpose=MARKED)


def reunions_beside(located: Located) -> list[Reunion]:
    """The rows alone; needs no key."""
    return list(Reunion.objects.filter(located=located))


def reunions_marked(sought: Sought) -> list[Reunion]:
    """Where another society found the person. Raises KeyNotAtHand."""
    return list(Reunion.objects.filter(mark=reunion_mark(sought)))


def reunions_of(finding: Finding) -> list[Reunion]:
    """Of this society, the oldest first."""
    rows = reunions_beside(finding.located) if finding.located else []
    marked = reunions_marked(finding.sought) if isinstance(finding.sought, Sought) else []
    return sorted([*marked, *rows], key=lambda one: one.at)


def dossier_of(finding: Finding) -> Dossier | None:
    """The newest: the one that goes on, or the last that ended."""
    rows = reunions_of(finding)
    return Dossier(finding, rows[-1]) if rows else None


def is_coming_together(finding: Finding) -> bool:
    """Whether a dossier of theirs goes on."""
    return any(one.ended is None for one in reunions_of(finding))


def in_touch_since(finding: Finding) -> date | None:
    """As `contact_day`; also when the search at the society that found the person is over, as long
    as it is written here how the family was asked or helped since."""
    day, sought, outcome = contact_day(finding), finding.sought, finding.outcome
    if day or finding.located or outcome is None or not isinstance(sought, Sought):
        return day
    known = plans_marked(sought) or reunions_marked(sought)
    return outcome.told_on if known and finding.result == Result.CONTACT else None


def may_come_together(finding: Finding) -> bool:
    """Whether a dossier of theirs is this society's to open or to read."""
    own = not finding.is_afar
    return own and (in_touch_since(finding) is not None or dossier_of(finding) is not None)


def together_since(finding: Finding) -> date | None:
    """The day on which a family came together, the last of several; None before."""
    steps = (row.step for one in reunions_of(finding) for row in one.steps.all())
    days = (date.fromisoformat(step["day"]) for step in steps if step["after"] == Step.TRAVELLED)
    return max(days, default=None)


def dossiers_going_on(member: Member) -> list[Dossier]:
    """Of the society, the oldest first."""
    going_on = Reunion.objects.filter(society_id=member.society_id, ended=None)
    every = list(going_on.select_related("located"))
    reader_in_force().take({one.file for one in every})
    whom = whoms_of(every)
    lay_out(every, steps="by", sheets="")
    return [Dossier(Finding(whom[one.pk], one.located), one) for one in every if one.pk in whom]


def read_looked(reunion: Reunion) -> str | None:
    """What was looked at for safety; None while the box is shut."""
    return unless_shut(lambda: str(reunion.looked))
