"""The class of data of every column: what the register says and what a theft would give."""

from django.db import models

from kintrace.vault.sealing import SealedField

CLASSES = frozenset({"public", "routing", "personal", "box", "staff", "blind", "key"})
# Columns that say something about our own handling, and nothing about a person.
_ROUTING = (
    models.UUIDField,
    models.ForeignKey,
    models.DateField,
    models.BooleanField,
)


class ColumnWithoutClass(Exception):
    """A column is neither sealed nor named in its model's DATA."""


def classes_of(model: type[models.Model]) -> dict[str, str]:
    """Map every column of a model to its class of data. Raises ColumnWithoutClass."""
    said: dict[str, str] = getattr(model, "DATA", {})
    fields = model._meta.concrete_fields
    if unknown := said.keys() - {f.name for f in fields} - {f.column for f in fields}:
        raise ColumnWithoutClass(f"{model._meta.label}.DATA names no column: {sorted(unknown)}")
    return {str(field.column): _class_of(field, said) for field in fields}


def _class_of(field: "models.Field[object, object]", said: dict[str, str]) -> str:
    if isinstance(field, SealedField):
        return field.data_class
    named = said.get(field.name) or said.get(str(field.column))
    if named is None and (isinstance(field, _ROUTING) or field.choices):
        return "routing"
    if named not in CLASSES:
        raise ColumnWithoutClass(f"{field.model._meta.label}.{field.name}")
    return named
