"""The sealed fields, and the abstract model of a row that belongs to a file."""

import json
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

from django.db import models

from kintrace.vault.held import Ciphertext, Given
from kintrace.vault.sealing import SealedField
from kintrace.vault.tiers import BoxTier, FileTier, StaffTier

__all__ = [
    "BoxJSON",
    "BoxText",
    "Ciphertext",
    "Sealed",
    "SealedField",
    "SealedJSON",
    "SealedText",
    "StaffJSON",
    "StaffText",
]

_ST_contra = TypeVar("_ST_contra", contravariant=True)
_GT_co = TypeVar("_GT_co", covariant=True)
NameOfBox = str | Callable[[Any], str]


class _Text(SealedField[_ST_contra, _GT_co]):
    _pyi_private_set_type: str
    _pyi_private_get_type: str

    def nothing_said(self) -> Given | None:
        """Start with an empty text, as Django's own text fields do."""
        return None if self.null else Given("")

    def encode(self, value: Any) -> bytes:
        """UTF-8."""
        if not isinstance(value, str):
            raise TypeError(f"{self.column} takes a text")
        return str(value).encode()

    def decode(self, plaintext: bytes) -> str:
        """UTF-8."""
        return plaintext.decode()


class _JSON(SealedField[_ST_contra, _GT_co]):
    mutable = True
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def encode(self, value: Any) -> bytes:
        """Compact JSON, keys sorted, so that an unchanged value is known."""
        try:
            text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        except (TypeError, ValueError):
            # The original would name the value in its text.
            raise TypeError(f"{self.column} takes what JSON can say") from None
        return text.encode()

    def decode(self, plaintext: bytes) -> Any:
        """Fresh lists and dicts."""
        return json.loads(plaintext)


class SealedText(_Text[_ST_contra, _GT_co]):
    """Text of class personal, under the key of the row's file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, tier=FileTier(), **kwargs)


class SealedJSON(_JSON[_ST_contra, _GT_co]):
    """JSON of class personal, under the key of the row's file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, tier=FileTier(), **kwargs)


class StaffText(_Text[_ST_contra, _GT_co]):
    """Text of class staff, under the record key of the row's society."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, tier=StaffTier(), **kwargs)


class StaffJSON(_JSON[_ST_contra, _GT_co]):
    """JSON of class staff, under the record key of the row's society."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, tier=StaffTier(), **kwargs)


class BoxText(_Text[_ST_contra, _GT_co]):
    """Text of class box, sealed to a box of the row's society."""

    def __init__(self, *args: Any, box: NameOfBox = "inbox", **kwargs: Any) -> None:
        super().__init__(*args, tier=BoxTier(box), **kwargs)


class BoxJSON(_JSON[_ST_contra, _GT_co]):
    """JSON of class box, sealed to a box of the row's society."""

    def __init__(self, *args: Any, box: NameOfBox = "inbox", **kwargs: Any) -> None:
        super().__init__(*args, tier=BoxTier(box), **kwargs)


class Sealed(models.Model):
    """A row of a file: a key made before saving, and the file whose key seals it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    file = models.UUIDField(db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"
