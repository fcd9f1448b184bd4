"""Which kinds of records a tablet may bring, and what takes each.

A kind is a word in the sealed record and a function that does the deed of it. The number of the
record is the number of the deed: whoever writes one must be content to hear it twice.

A form of the tablet's page is sent as a record by `<form data-kind="…" autocomplete="off">` alone;
its fields arrive as lists of words, and whoever takes them trusts none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ServicePoint


@dataclass(frozen=True, repr=False)
class Arrived:
    """A record as it was opened: what was done, when, where, and by whom it was typed.

    by: the member who sends, and answers for it. maker: the number of who was signed in on the
    tablet when it was made, as the tablet tells it; another member may send it.
    """

    number: UUID
    at: datetime
    point: ServicePoint
    fields: dict[str, Any]
    by: Member
    maker: UUID | None


Take = Callable[[Arrived], object]
_kinds: dict[str, Take] = {}


def register(kind: str, take: Take) -> None:
    """Say what takes records of a kind, from AppConfig.ready. Saying it twice changes nothing."""
    _kinds[kind] = take


def taker(kind: str) -> Take | None:
    """What takes records of this kind, if anything does."""
    return _kinds.get(kind)
