"""A column of tags: numbers of 64 bits, `bigint[]` on PostgreSQL, packed bytes elsewhere."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.backends.base.base import BaseDatabaseWrapper

    class _Column(models.Field[Sequence[int], list[int]]):
        """Django's fields are generic for the type checker only."""

else:
    _Column = models.Field


class TagsField(_Column):
    """A list of signed 64-bit numbers."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "bigint[]" if connection.vendor == "postgresql" else "blob"

    def get_db_prep_value(
        self,
        value: Any,
        connection: BaseDatabaseWrapper,
        prepared: bool = False,  # noqa: FBT001, FBT002 - Django's signature
    ) -> Any:
        if value is None:
            return None
        return list(value) if connection.vendor == "postgresql" else array("q", value).tobytes()

    def from_db_value(self, value: Any, *_: Any) -> list[int] | None:
        if value is None or isinstance(value, list):
            return value
        packed = array("q")
        packed.frombytes(value)
        return packed.tolist()
