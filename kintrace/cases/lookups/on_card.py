"""What members typed onto the index cards of people in a case."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Q

from kintrace.cases.came_forward import State
from kintrace.cases.models import CameForward, Case, OnCard, SafeAndWell
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


def mothers_on_cards(case: Case) -> dict[UUID, str]:
    """The mothers' names that were typed onto cards, by whose card it is."""
    return {row.subject: row.mother for row in OnCard.objects.filter(case=case)}


def with_a_matter(states: Iterable[str]) -> Q:
    """Of anything with a subject in the reader's society: of who searches in a case in one of these
    states, told us who they are, or is safe and well. For the database to choose by."""
    society = reader_in_force().society
    cases = Case.objects.filter(society_id=society, state__in=list(states))
    leads = CameForward.objects.filter(society_id=society, state=State.OPEN)
    safe = SafeAndWell.objects.filter(society_id=society, case=None)
    every = (rows.values("subject") for rows in (cases, leads, safe))
    return reduce(or_, (Q(subject__in=subjects) for subjects in every))
