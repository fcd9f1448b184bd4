"""Rows of the reader's society, which every lookup of this folder begins with."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from kintrace.vault.reader import reader_in_force

Row = TypeVar("Row", bound=Model)


def ours(model: type[Row]) -> QuerySet[Row]:
    """Rows of the reader's society: row security says so on PostgreSQL, this everywhere."""
    return QuerySet(model).filter(society_id=reader_in_force().society)


def or_404(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
