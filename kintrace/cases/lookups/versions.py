"""Which version of something kept a page showed: it changes with each writing, and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.models import AfterContact, Criteria
from kintrace.network.seen import print_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import Model


def version_of(row: Model | None) -> str:
    """A print of what lies sealed in the row now; "" where there is no row."""
    return print_of(row) if row is not None else ""


def version_of_criteria(society: UUID) -> str:
    return _settled(Criteria.objects.filter(society_id=society).first())


def version_of_after_contact(society: UUID) -> str:
    return _settled(AfterContact.objects.filter(society_id=society).first())


def _settled(row: Criteria | AfterContact | None) -> str:
    return row.at.isoformat() if row else ""
