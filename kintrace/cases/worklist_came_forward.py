"""Who came forward and waits: to be searched, or for somebody who looks at who is likely.

Counted, not told one by one: a line says nothing of whom a hold is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.neighbours import Group, Work
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member


def came_forward_waiting(member: Member) -> Iterator[Work]:
    """Two lines at most, each since the day of the oldest."""
    if not has(member, Right.CHANGE_CASES):
        return
    rows = lookups.forward_list(member).values_list("made", "searched", "looked_on")
    to_search = [made for made, searched, _looked in rows if searched is None]
    to_look = [searched for _made, searched, looked in rows if searched and looked is None]
    to = reverse("cases:forward_list")
    if to_search:
        words = ngettext(
            "%(number)d person came forward. Ask whether it is safe, then search.",
            "%(number)d people came forward. Ask whether it is safe, then search.",
            len(to_search),
        )
        since = timezone.localdate(min(to_search))
        yield Work(words % {"number": len(to_search)}, to, "person", since, group=Group.MESSAGES)
    if to_look:
        words = ngettext(
            "%(number)d person who came forward was searched: see who is likely.",
            "%(number)d people who came forward were searched: see who is likely.",
            len(to_look),
        )
        since = timezone.localdate(min(to_look))
        yield Work(words % {"number": len(to_look)}, to, "match", since, group=Group.MESSAGES)
