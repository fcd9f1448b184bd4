"""What a file says of a service, read and found usable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from kintrace.directory.told import Offer, Site, Town


class Unusable(Exception):
    """A row that cannot be taken; the sentence says where and what to do. It names no person."""


@dataclass(frozen=True)
class IncomingSite:
    """A place where the service is given."""

    id: UUID
    town: Town
    site: Site
    confirmed: date | None


@dataclass(frozen=True)
class Incoming:
    """A whole service. left_out: the columns of the file for which we have no place."""

    id: UUID
    name: str
    changed: datetime | None
    offer: Offer
    sites: Sequence[IncomingSite]
    left_out: Sequence[str]
