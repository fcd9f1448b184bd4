"""What was told of events and nobody read through."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from kintrace.network.models import Member


def accounts_to_read(member: Member) -> Iterator[Work]:
    """One line for each event, since the first account that waits."""
    waiting = list(lookups.accounts_unread(member)) if has(member, Right.CHANGE_CASES) else []
    numbers: Counter[UUID] = Counter()
    since: dict[UUID, date] = {}
    for one in waiting:
        numbers[one.event_id] += 1
        since.setdefault(one.event_id, timezone.localdate(one.at))
    for event, number in numbers.items():
        words = ngettext(
            "%(number)d account of an event was not read through yet.",
            "%(number)d accounts of an event were not read through yet.",
            number,
        )
        url = reverse("cases:event", args=[event])
        yield Work(words % {"number": number}, url, "talk", since[event])


SOURCES = (accounts_to_read,)
