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
    from kintrace.people.lookups import Description

NEWEST = 500  # cases that are compared: what one page may cost before a search by tags stands
MOST = 10  # shown on a page


@dataclass(frozen=True)
class Likely:
    """One case that may be about the same person, and what that person is in it."""

    case: Case
    name: str
    what: str


def duplicates_of(subjects: Sequence[UUID]) -> Sequence[UUID]:
    """Subjects of other cases of the reader's society who may be one of these, the newest first."""
    rows = lookups.subjects_of_newest(NEWEST)
    known = people_of({*subjects, *rows})
    return [
        other
        for one in subjects
        if one in known
        for other, case in rows.items()
        if case != rows.get(one) and other in known and alike(known[one].told, known[other].told)
    ]


def shown(case: Case, *, by: Member) -> list[Likely]:
    """The cases beside this one, for its page; each once."""
    people = lookups.subjects_in(case)
    found = list(dict.fromkeys(other for ask in neighbours.duplicates for other in ask(people)))
    around, known = lookups.cases_around(by, found), people_of(found)
    lines = (_line(other, around[other], known[other]) for other in found if other in around)
    return list({one.case.pk: one for one in lines}.values())[:MOST]


def compared_only(member: Member) -> int | None:
    """How many of the newest cases were compared, where there are older ones; else None."""
    return NEWEST if lookups.open_cases_of(member).count() > NEWEST else None


def _line(subject: UUID, case: Case, person: Description) -> Likely:
    searches = case.subject == subject
    return Likely(case, person.told.called, _("searches") if searches else _("is sought"))
