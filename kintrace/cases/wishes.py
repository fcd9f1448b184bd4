"""What the work list says of wishes to take a photo down without its code."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.neighbours import Work
from kintrace.network import lookups as network
from kintrace.network.access import Right, has
from kintrace.visitors.lookups import days_with
from kintrace.wall import lookups as wall
from kintrace.wall.actions import REST_REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from kintrace.wall.models import Removal


def wishes_waiting(member: Member) -> Iterator[Work]:
    """One line for each photo that somebody wants down; who is in danger stands first."""
    rests = wall.resting(timezone.localdate())
    for wish in wall.wishes(member) if has(member, Right.TAKE_DOWN_FACES) else ():
        notice = wall.notice_of_face(member, wish.face)
        case = lookups.case_of_subject(member, notice.subject) if notice else None
        url = reverse("cases:case", args=[case.pk]) if case else reverse("cases:inbox")
        reference = case.reference if case else ""
        yield Work(
            _said(wish, rests=wish.face in rests), url, "down", wish.day, reference, urgent=True
        )


def _said(wish: Removal, *, rests: bool) -> str:
    if wish.kind != wish.Kind.DANGER and rests:
        return _(
            "Several people ask to take a photo down. It is hidden until tomorrow; decide now."
        )
    if wish.kind != wish.Kind.DANGER:
        return _("Somebody asks to take a photo down. Look at it today.")
    if wish.may_rest:
        return _("Somebody says: I am in danger. The photo is hidden until tomorrow; decide now.")
    return _("Somebody says: I am in danger. The photo is STILL on the wall; decide now.")


def many_rest(member: Member) -> Iterator[Work]:
    """For the network's desk: so many photos rest that no more are hidden by themselves."""
    may = [right for right in (Right.MANAGE_SOCIETIES, Right.TAKE_DOWN_FACES) if has(member, right)]
    if not may or member.society_id not in {one.pk for one in network.network_desk()}:
        return
    today = timezone.localdate()
    days = days_with(REST_REFUSED, today - timedelta(days=1), today)
    if days:
        words = _("More than one in twenty photos is hidden. No more are hidden by themselves.")
        there = "network:societies" if Right.MANAGE_SOCIETIES in may else "cases:inbox"
        yield Work(words, reverse(there), "alert", min(days), urgent=True)


SOURCES = (wishes_waiting, many_rest)  # of the work list
