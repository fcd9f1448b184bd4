"""Everything of a society that still opens, as text: what a thief with every key would read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import QuerySet

from kintrace.vault.fields import SealedField
from kintrace.vault.reader import BoxIsShut, KeyNotAtHand

if TYPE_CHECKING:
    from django.db.models import Model


def all_that_opens() -> str:
    """Under the reader in force, with the boxes that are open."""
    rows = (row for model in apps.get_models() for row in _sealed_rows(model))
    return "\n".join(said for row in rows for said in words_in(row))


def _sealed_rows(model: type[Model]) -> QuerySet[Model]:
    sealed = any(isinstance(field, SealedField) for field in model._meta.fields)
    return QuerySet(model).all() if sealed else QuerySet(model).none()


def words_in(row: Model) -> list[str]:
    """What the reader in force can open of one row."""
    found = []
    for field in row._meta.fields:
        if isinstance(field, SealedField):
            try:
                found.append(str(field.read(row)))
            except (BoxIsShut, KeyNotAtHand):
                continue
    return found
