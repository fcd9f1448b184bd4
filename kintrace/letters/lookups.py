"""Reading the outbox as a whole: how much waits, and since when; never to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Min

from kintrace.letters.models import Outgoing

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

STATES = tuple(Outgoing.State.values)


@dataclass(frozen=True)
class Outbox:
    """How many letters of a society are in which state, and when the oldest that waits was made."""

    by_state: dict[str, int]
    oldest: datetime | None


def outbox(society: UUID) -> Outbox:
    """The outbox of one society; needs `reading_as(society)`."""
    rows = Outgoing.objects.filter(society=society).order_by().values("state")
    found = {row["state"]: row for row in rows.annotate(number=Count("pk"), first=Min("made_at"))}
    waiting = found.get(Outgoing.State.WAITING)
    return Outbox(
        {state: row["number"] for state, row in found.items()},
        waiting["first"] if waiting else None,
    )
