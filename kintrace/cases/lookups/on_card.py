"""What members typed onto the index cards of people in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.models import OnCard

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case


def mothers_on_cards(case: Case) -> dict[UUID, str]:
    """The mothers' names that were typed onto cards, by whose card it is."""
    return {row.subject: row.mother for row in OnCard.objects.filter(case=case)}
