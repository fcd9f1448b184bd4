"""Dossiers of families that come together, and what a society settled for after contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kintrace.cases.lookups.found import Finding, sought_behind
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.models import AfterContact, Reunion
from kintrace.cases.reunion import AfterContact as Settled
from kintrace.cases.reunion import Sheet
from kintrace.cases.reunion_words import Step
from kintrace.network.lookups import desks
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Located, ReunionSheet, ReunionStep
    from kintrace.network.models import Desk, Member


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

    @cached_property
    def steps(self) -> list[ReunionStep]:
        return list(self.reunion.steps.select_related("by"))

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


def reunions_of(located: Located) -> list[Reunion]:
    return list(located.reunions.all())


def reunion_of(located: Located) -> Reunion | None:
    """The newest: the one that goes on, or the last that ended."""
    return located.reunions.last()


def dossier_of(finding: Finding) -> Dossier | None:
    reunion = reunion_of(finding.located) if finding.located else None
    return Dossier(finding, reunion) if reunion else None


def is_coming_together(finding: Finding) -> bool:
    """Whether a dossier of theirs goes on."""
    reunion = reunion_of(finding.located) if finding.located else None
    return reunion is not None and reunion.ended is None


def together_since(finding: Finding) -> date | None:
    """The day on which a family came together, the last of several; None before."""
    reunions = reunions_of(finding.located) if finding.located else []
    steps = (row.step for one in reunions for row in one.steps.all())
    days = (date.fromisoformat(step["day"]) for step in steps if step["after"] == Step.TRAVELLED)
    return max(days, default=None)


def dossiers_going_on(member: Member) -> list[Dossier]:
    """Of the society, the oldest first."""
    going_on = Reunion.objects.filter(society_id=member.society_id, ended=None)
    every = list(going_on.select_related("located"))
    reader_in_force().take({one.file for one in every})
    pairs = [(one, sought_behind(one.located)) for one in every]
    return [Dossier(Finding(whom, one.located), one) for one, whom in pairs if whom is not None]


def read_looked(reunion: Reunion) -> str | None:
    """What was looked at for safety; None while the box is shut."""
    return unless_shut(lambda: str(reunion.looked))
