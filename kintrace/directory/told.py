"""What somebody says of a service, before it is rows: a member at the desk, or a file.

Each part may bring the number it has in another system; it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import time
    from decimal import Decimal
    from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of one of the small tables."""

    id: UUID | None = field(default=None, compare=False)

    def facts(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name != "id"}

    def is_said_by(self, row: Any) -> bool:
        """Whether this row of the database says the same, under the same number if one came."""
        same = all(getattr(row, name) == value for name, value in self.facts().items())
        return same and self.id in {None, row.pk}


@dataclass(frozen=True, kw_only=True)
class Tongue(Row):
    code: str


@dataclass(frozen=True, kw_only=True)
class Price(Row):
    option: str = ""
    amount: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, kw_only=True)
class Number(Row):
    number: str


@dataclass(frozen=True, kw_only=True)
class Hours(Row):
    """days: "MO,TU"; without times day and night."""

    days: str
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True, kw_only=True)
class Town:
    """names: by language."""

    country: str
    names: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Body:
    """Who helps."""

    name: str
    about: str = ""
    id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What holds of a service wherever it is given. names, about, fees: by language."""

    organisation: Body
    kind: str
    names: Mapping[str, str]
    about: Mapping[str, str]
    fees: Mapping[str, str]
    spoken: Sequence[Tongue] = ()
    costs: Sequence[Price] = ()


@dataclass(frozen=True, kw_only=True)
class Site:
    """What holds at one place. access: by language. location: the number of the house elsewhere."""

    address: str
    access: Mapping[str, str]
    state: str
    phones: Sequence[Number] = ()
    openings: Sequence[Hours] = ()
    location: UUID | None = None
