"""Messages of visitors that wait, and those that were given to the member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext

from kintrace.cases.neighbours import Group, Work
from kintrace.network.access import Right, has
from kintrace.wall.lookups import Wanted, chosen, inbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from kintrace.wall.models import Message


def messages_waiting(member: Member) -> Iterator[Work]:
    """What nobody dealt with yet, urgent ones in a line of their own; and the member's own."""
    waiting = inbox(member) if has(member, Right.READ_INBOX) else []
    new = [message for message in waiting if message.waiting_since]
    urgent = [message for message in new if message.is_urgent]
    others = [message for message in new if not message.is_urgent]
    yield from _line(
        urgent,
        ngettext(
            "%(number)d urgent message waits.", "%(number)d urgent messages wait.", len(urgent)
        ),
        icon="alert",
    )
    yield from _line(
        others,
        ngettext(
            "%(number)d message waits to be dealt with.",
            "%(number)d messages wait to be dealt with.",
            len(others),
        ),
        icon="chat",
    )


def _line(messages: list[Message], words: str, *, icon: str) -> Iterator[Work]:
    since = [one.waiting_since.date() for one in messages if one.waiting_since]
    if since:
        said = words % {"number": len(since)}
        yield Work(said, reverse("cases:inbox"), icon, min(since), group=Group.MESSAGES)


def messages_mine(member: Member) -> Iterator[Work]:
    """What was given to the member and is not finished."""
    mine = list(chosen(member, Wanted("mine"))) if has(member, Right.READ_INBOX) else []
    if mine:
        words = ngettext(
            "You look after %(number)d message.", "You look after %(number)d messages.", len(mine)
        )
        url = f"{reverse('cases:inbox')}?whose=mine"
        yield Work(words % {"number": len(mine)}, url, "person", group=Group.MESSAGES)


SOURCES = (messages_waiting, messages_mine)  # of the work list
