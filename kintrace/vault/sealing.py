"""The machinery of a sealed field: where values are sealed, opened and refused.

The attribute that carries the field's name opens on reading and takes plaintext; what
the row really holds lies beside it in `<name>_sealed`, and that is all Django handles.
"""

from typing import TYPE_CHECKING, Any, Never, TypeVar

from django.core import checks
from django.db import models
from django.db.models.expressions import Col
from django.db.models.lookups import IsNull

from kintrace.vault import ciphers
from kintrace.vault.held import Ciphertext, ForTheColumn, Given, Opaque, Read
from kintrace.vault.reader import KeyNotAtHand
from kintrace.vault.tiers import Tier

_ST_contra = TypeVar("_ST_contra", contravariant=True)
_GT_co = TypeVar("_GT_co", covariant=True)

# Django's fields are generic for the type checker only.
if TYPE_CHECKING:

    class _Column(models.Field[_ST_contra, _GT_co]):
        """A column of bytes."""

else:

    class _Column(models.BinaryField):
        """A column of bytes."""

        __class_getitem__ = classmethod(lambda cls, _: cls)


class _SealedCol(Col):
    """A column that is shown as ciphertext, and neither sorted by nor copied."""

    def resolve_expression(self, *_args: Any, **_kwargs: Any) -> Never:
        raise TypeError("a sealed field gives no order and is not copied to another column")


class _IsNull(IsNull):
    """Asks whether something was said at all: the one question a sealed column answers."""

    def __init__(self, lhs: Col, rhs: bool) -> None:  # noqa: FBT001 - Django's signature
        super().__init__(Col(lhs.alias, lhs.target), rhs)


class _Opener:
    """The attribute with the field's name: opens on reading, takes plaintext on setting."""

    def __init__(self, field: "SealedField[Any, Any]") -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        return self if row is None else self.field.read(row)

    def __set__(self, row: models.Model, value: Any) -> None:
        # None stays None, so that "nothing was said" can be told without a key.
        held = value if value is None or isinstance(value, Opaque) else Given(value)
        row.__dict__[self.field.attname] = held


class SealedField(_Column[_ST_contra, _GT_co]):
    """Common ground of the sealed fields: where values are sealed, opened and refused."""

    mutable = False
    _refused = frozenset({"primary_key", "unique", "db_index", "choices", "db_default"})

    def __init__(self, *args: Any, tier: Tier, **kwargs: Any) -> None:
        if wrong := self._refused & kwargs.keys():
            raise TypeError(f"a sealed field takes no {', '.join(sorted(wrong))}")
        self.tier = tier
        super().__init__(*args, **kwargs)

    @property
    def data_class(self) -> str:
        """Give the class of data of this column: personal, staff or box."""
        return self.tier.data_class

    # --- what a subclass says ---

    def encode(self, value: Any) -> bytes:
        """Turn a value into bytes. Raises TypeError for another type."""
        raise NotImplementedError

    def decode(self, plaintext: bytes) -> Any:
        """Undo `encode`."""
        raise NotImplementedError

    def nothing_said(self) -> Given | None:
        """Give what a new row holds without a default."""
        return None

    # --- reading and sealing ---

    def place(self, row: models.Model) -> str:
        """Name the one place where a ciphertext opens."""
        if row.pk is None:
            raise TypeError("a row needs its key before a value is sealed")
        version = ciphers.SCHEME[0]
        return f"{self.model._meta.db_table}|{self.column}|{row.pk}|{version}"

    def read(self, row: models.Model) -> Any:
        """Open the value of a row. Raises KeyNotAtHand, BoxIsShut."""
        held = getattr(row, self.attname)
        if held is None or isinstance(held, Given):
            return held and held.value
        known = held if isinstance(held, Read) else None
        ciphertext = known.ciphertext if known else held
        plaintext = self._open(row, ciphertext)
        if known and known.plaintext == plaintext:
            return known.value
        value = self.decode(plaintext)
        if self.mutable:
            row.__dict__[self.attname] = Read(ciphertext, plaintext, value)
        return value

    def lying(self, row: models.Model) -> bytes:
        """Give what lies in the column, as the row was read or saved; it changes with each sealing
        and needs no key."""
        held = getattr(row, self.attname)
        return b"" if held is None else bytes(held.ciphertext if isinstance(held, Read) else held)

    def _open(self, row: models.Model, ciphertext: Ciphertext) -> bytes:
        try:
            return self.tier.open(row, bytes(ciphertext), self.place(row))
        except ciphers.Altered:
            raise KeyNotAtHand(f"{self.column} of {row} does not open: altered or moved") from None

    def _seal(self, row: models.Model, plaintext: bytes) -> Ciphertext:
        return Ciphertext(self.tier.seal(row, plaintext, self.place(row)), row.pk)

    # --- Django's side ---

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:  # noqa: FBT001, FBT002
        """Put the opener beside Django's own attribute."""
        super().contribute_to_class(cls, name, private_only=private_only)
        setattr(cls, self.name, _Opener(self))

    def get_attname(self) -> str:
        """Name the attribute that holds ciphertext."""
        return f"{self.name}_sealed"

    def get_attname_column(self) -> tuple[str, str]:
        """Keep the plain name for the column."""
        return self.get_attname(), self.db_column or self.name

    def deconstruct(self) -> Any:
        """Leave out what no column knows: a default cannot be sealed by a migration."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, path, args, kwargs

    def get_default(self) -> Any:
        """Treat a default as given plaintext."""
        if not self.has_default():
            return self.nothing_said()
        value = self.default() if callable(self.default) else self.default
        return None if value is None else Given(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> ForTheColumn | None:  # noqa: FBT001
        """Seal for this row. Raises KeyNotAtHand; TypeError for another row's ciphertext."""
        row, held = model_instance, getattr(model_instance, self.attname)
        if held is None:
            return None
        ciphertext, kept = self._for_saving(row, held)
        if not ciphertext.may_go_into(row, add=add):
            raise TypeError(f"{self.column} of {row}: a sealed value stays with its row")
        row.__dict__[self.attname] = kept
        return ForTheColumn(bytes(ciphertext))

    def _for_saving(self, row: models.Model, held: Any) -> tuple[Ciphertext, Any]:
        if isinstance(held, Ciphertext):
            return held, held
        plaintext = self.encode(held.value)
        if isinstance(held, Read) and held.plaintext == plaintext:
            return held.ciphertext, held
        ciphertext = self._seal(row, plaintext)
        kept = Read(ciphertext, plaintext, held.value) if self.mutable else ciphertext
        return ciphertext, kept

    def get_prep_value(self, value: Any) -> Any:
        """Let through only what pre_save sealed: update() and bulk_update() end here."""
        if value is None or isinstance(value, ForTheColumn):
            return value
        raise TypeError("a sealed field is written by saving its row, one at a time")

    def from_db_value(self, value: Any, *_: Any) -> Ciphertext | None:
        """Show ciphertext only."""
        return None if value is None else Ciphertext(bytes(value))

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse to search; whether something was said at all may be asked."""
        if lookup_name == "isnull":
            return _IsNull
        raise TypeError("a sealed field cannot be searched: use an index card")

    def get_transform(self, lookup_name: str) -> Never:
        """Refuse transforms as well."""
        raise TypeError("a sealed field cannot be searched: use an index card")

    def get_col(self, alias: Any, output_field: Any = None) -> Col:
        """Give a column that cannot be ordered by."""
        if output_field is None or output_field is self:
            return _SealedCol(alias, self, output_field)
        return super().get_col(alias, output_field)

    def formfield(self, *_args: Any, **_kwargs: Any) -> None:
        """No form shows a sealed field by itself."""

    def to_python(self, value: Any) -> Any:
        """Leave values alone: full_clean() sees what is held, not what it says."""
        return value

    def value_to_string(self, obj: models.Model) -> str:
        """Keep serialisers out."""
        return "sealed"

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Ask the model for what the key is found by."""
        found = super().check(**kwargs)
        names = {name for f in self.model._meta.fields for name in (f.name, f.attname)}
        if self.tier.needs not in names:
            hint = f"Give the model a field {self.tier.needs}."
            found.append(checks.Error("A sealed field lacks its key.", hint=hint, obj=self))
        return found
