"""What the rules ask of a field of a model that was only told of, and never drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import NOT_PROVIDED, Value

from tests.releases.released import POSTGRESQL

if TYPE_CHECKING:
    from django.db.models import Field


def column_name(name: str, field: Field[object, object]) -> str:
    return field.db_column or (f"{name}_id" if field.remote_field else name)


def has_default(field: Field[object, object]) -> bool:
    return field.db_default is not NOT_PROVIDED


def is_constant(field: Field[object, object]) -> bool:
    return not hasattr(field.db_default, "resolve_expression") or isinstance(
        field.db_default, Value
    )


def kind_of(field: Field[object, object]) -> str:
    """The type of its column; of a relation, what it leads to."""
    if field.remote_field:
        return f"a relation to {field.remote_field.model}".lower()
    return str(field.db_type(POSTGRESQL))
