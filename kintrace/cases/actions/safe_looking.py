"""Whether who is safe and well, and searches for nobody, may be found by a search.

A part of the actions in `safe`, which write the deed. The yes is a consent like that of a lead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases.actions.came_forward import OF_AGE, AChild
from kintrace.cases.safe_words import Look
from kintrace.names.dates import window_of
from kintrace.names.dates.readings import reading_of
from kintrace.protection.actions import record_basis, withdraw
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import BasisKind, How, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import SafeAndWell
    from kintrace.network.models import Member

OLDEST = 1900  # nobody who is born earlier comes to a desk
AGREED = {
    Look.NO: (),
    Look.HERE: (Purpose.TRACE,),
    Look.ACROSS: (Purpose.TRACE, Purpose.COMPARE),
}


def require_no_child(year: str, *, how: str) -> None:
    """Raises AChild for who may be one, also where a guardian says yes. Who may be a child without
    saying a year is on hold by the questions about safety."""
    this = timezone.localdate().year
    born = max((one for one in _years(year) if one <= this), default=0)
    if this - born <= OF_AGE or how == How.GUARDIAN:
        raise AChild(
            _("Whoever is younger than 18 is looked after by a team. Choose no, or ask the team.")
        )


def _years(year: str) -> Iterator[int]:
    """The year of birth, and what one before 1900 is in the calendars in which it was left. One of
    the Ethiopian calendar looks like ours."""
    born = window_of(year)
    if born is None:
        return
    yield born.end.year
    if born.end.year < OLDEST:
        yield from (left.end.year for left in reading_of(born).left.values())


def let_look(entry: SafeAndWell, look: Look, *, how: str, basis_in: UUID, by: Member) -> None:
    """Keep what the person said; what they agreed to before and not now is taken back."""
    agreed = AGREED[look]
    for purpose in (Purpose.TRACE, Purpose.COMPARE):
        if purpose not in agreed:
            _take_back(entry.subject, purpose, by=by)
    for purpose in agreed:
        record_basis(
            entry.subject,
            purpose=purpose,
            kind=BasisKind.CONSENT,
            how=How(how),
            until=entry.until,
            file=basis_in,
            by=by,
        )


def look_no_more(entry: SafeAndWell, *, by: Actor) -> None:
    """The entry is over. In a case what was agreed is of the case's own search, and stays."""
    if entry.case is None:
        _take_back(entry.subject, Purpose.TRACE, by=by)


def _take_back(subject: UUID, purpose: Purpose, *, by: Actor) -> None:
    if bases_in_force(subject, purpose).exists():
        withdraw(subject, purpose=purpose, by=by)
