"""What the work list says of Red Cross Messages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.neighbours import Group, Work
from kintrace.cases.red_cross import State
from kintrace.cases.transfers import INBOX
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.models import Member

LATE_AFTER = timedelta(days=30)


def red_cross_messages(member: Member) -> Iterator[Work]:
    """To check, to send, to deliver, and answers to give; what waits too long stands first."""
    if has(member, Right.CHANGE_CASES):
        yield from _to_check(member)
        yield from _to_send(member)
        yield from _to_deliver(member)
        yield from _replies(member)


def _to_check(member: Member) -> Iterator[Work]:
    """Those that somebody else wrote."""
    waiting = lookups.in_state(member, State.COLLECTED).exclude(written_by=member)
    if not has(member, Right.PROTECT_CHILDREN):  # who checks a child's protects children
        waiting = waiting.filter(box=INBOX)
    number, since = _counted(waiting)
    words = ngettext(
        "%(number)d Red Cross Message waits to be checked.",
        "%(number)d Red Cross Messages wait to be checked.",
        number,
    )
    yield from _line(words, number, "eye", "check", since)


def _to_send(member: Member) -> Iterator[Work]:
    waiting = lookups.in_state(member, State.CHECKED).filter(written_by=member)
    number, since = _counted(waiting)
    words = ngettext(
        "%(number)d Red Cross Message of yours is checked. Send it.",
        "%(number)d Red Cross Messages of yours are checked. Send them.",
        number,
    )
    yield from _line(words, number, "send", "send", since)


def _to_deliver(member: Member) -> Iterator[Work]:
    """Those of thirty days and more have a line of their own."""
    before = timezone.localdate() - LATE_AFTER
    late = lookups.still_to_deliver(member).filter(sent__lt=before)
    new = lookups.still_to_deliver(member).filter(sent__gte=before)
    number, since = _counted(late)
    words = ngettext(
        "%(number)d Red Cross Message waits for more than 30 days. Deliver it or return it.",
        "%(number)d Red Cross Messages wait for more than 30 days. Deliver or return them.",
        number,
    )
    yield from _line(words, number, "alert", "deliver", since)
    number, since = _counted(new)
    words = ngettext(
        "%(number)d Red Cross Message is to be delivered.",
        "%(number)d Red Cross Messages are to be delivered.",
        number,
    )
    yield from _line(words, number, "mail", "deliver", since)


def _replies(member: Member) -> Iterator[Work]:
    waiting = lookups.replies_to_give(member)
    number, since = _counted(waiting)
    words = ngettext(
        "%(number)d answer to a Red Cross Message is to be given to who sent it.",
        "%(number)d answers to Red Cross Messages are to be given to who sent them.",
        number,
    )
    yield from _line(words, number, "chat", "replies", since)


def _counted(waiting: QuerySet[RedCrossMessage]) -> tuple[int, date | None]:
    """How many there are, and since when the first one waits."""
    found = waiting.order_by().aggregate(number=Count("pk"), first=Min("changed"))
    return found["number"], timezone.localdate(found["first"]) if found["first"] else None


def _line(words: str, number: int, icon: str, tab: str, since: date | None) -> Iterator[Work]:
    if number:
        url = f"{reverse('cases:red_cross_list')}?which={tab}"
        group = None if icon == "alert" else Group.MESSAGES
        yield Work(words % {"number": number}, url, icon, since, group=group)


SOURCES = (red_cross_messages,)
