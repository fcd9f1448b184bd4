"""Cases of the own society that may be about the same people, shown before one is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.cases import lookups, neighbours
from kintrace.people.likely import alike
from kintrace.people.lookups import people_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

NEWEST = 500  # cases that are compared: what one page may cost before a search by tags stands
MOST = 10  # shown on a page


@dataclass(frozen=True)
class Likely:
    """One case that may be about the same person, and what that person is in it."""

    case: Case
    name: str
    what: str


def duplicates_of(subject: UUID) -> Sequence[UUID]:
    """Subjects of other cases of the reader's society who may be this person, the newest first."""
    rows = lookups.subjects_of_newest(NEWEST)
    own = rows.get(subject)
    known = people_of({subject, *rows})
    if subject not in known:
        return []
    told = known[subject].told
    return [
        other
        for other, case in rows.items()
        if case != own and other in known and alike(told, known[other].told)
    ]


def shown(case: Case, *, by: Member) -> list[Likely]:
    """The cases beside this one, for its page; each once."""
    people = lookups.subjects_in(case)
    found = [other for one in people for ask in neighbours.duplicates for other in ask(one)]
    lines = (_line(other, by) for other in dict.fromkeys(found))
    return list({one.case.pk: one for one in lines if one}.values())[:MOST]


def compared_only(member: Member) -> int | None:
    """How many of the newest cases were compared, where there are older ones; else None."""
    return NEWEST if lookups.open_cases_of(member).count() > NEWEST else None


def _line(subject: UUID, by: Member) -> Likely | None:
    case = lookups.case_about(by, subject)
    if case is None:
        return None
    searches = case.subject == subject
    name = lookups.told_of(subject).called
    return Likely(case, name, _("searches") if searches else _("is sought"))
