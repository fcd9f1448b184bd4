"""What was told of events and nobody read through. A line names its event, which is of nobody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has
from kintrace.ui.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.models import Event
    from kintrace.network.models import Member


def accounts_to_read(member: Member) -> Iterator[Work]:
    """One line for each event, since the first account that waits."""
    waiting = list(lookups.accounts_unread(member)) if has(member, Right.CHANGE_CASES) else []
    numbers = Counter(one.event for one in waiting)
    since: dict[Event, date] = {}
    for one in waiting:
        since.setdefault(one.event, timezone.localdate(one.at))
    for line in lookups.event_lines(numbers):
        number = numbers[line.event]
        words = ngettext(
            "“%(event)s”: %(number)d account was not read through yet.",
            "“%(event)s”: %(number)d accounts were not read through yet.",
            number,
        )
        said = words % {"event": isolated(line.happened.called), "number": number}
        url = reverse("cases:event", args=[line.event.pk])
        yield Work(said, url, "talk", since[line.event])


SOURCES = (accounts_to_read,)
