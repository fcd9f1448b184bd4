"""Whom of ours other societies may seek, as noted when their requests were held beside us."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from kintrace.cases import lookups as cases
from kintrace.cases.transfers import Stand
from kintrace.matching.models import Held, Meant
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Incoming

EACH = timedelta(days=1)  # what may be found changes by the day, without a new card, too


def requests_to_hold(most: int) -> list[Incoming]:
    """Searches that the reader's society took on and that have their turn, the oldest first: new
    ones, all of them after a new card of ours, and each of them once a day."""
    lately = Held.objects.filter(
        society_id=reader_in_force().society, at__gte=timezone.now() - EACH
    )
    waits = ~Q(pk__in=lately.values("incoming_id"))
    return cases.every_incoming(Stand.ACCEPTED, whose=waits, oldest=most)


def maybe_meant() -> dict[UUID, list[UUID]]:
    """Subjects of ours who may be meant and of whom nobody said that it is somebody else, by the
    number of the request."""
    rows = Meant.objects.filter(society_id=reader_in_force().society, is_not=False)
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for request, subject in rows.order_by("found", "pk").values_list("incoming_id", "subject"):
        found[request].append(subject)
    return found


def said_not_meant(request: Incoming) -> dict[UUID, int]:
    """Subjects of whom a member said that it is somebody else, with the number of their card as it
    was held beside the request then."""
    rows = Meant.objects.filter(society_id=reader_in_force().society, incoming=request, is_not=True)
    return dict(rows.values_list("subject", "number"))
