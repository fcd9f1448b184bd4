"""What boxes ask of a member: a new key, a grant, an opening password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has
from kintrace.network.lookups import keyholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.lookups import Standing
    from kintrace.network.models import Member


def boxes(member: Member) -> Iterator[Work]:
    """All that boxes ask of a member, what is urgent first."""
    signs, may = has(member, Right.HOLD_KEY_CEREMONY), has(member, Right.OPEN_BOXES)
    waiting = keyholders.waiting(member.society_id) if signs or may else []
    if signs:
        yield from _to_renew(member)
        yield from _to_grant(member, waiting)
    if may:
        yield from _wanted(member, waiting)


def _to_renew(member: Member) -> Iterator[Work]:
    """Who could open a box left: until two officers made a new key it may still be copied."""
    for due in keyholders.renewals(member.society_id):
        since = timezone.localtime(due.since)
        words = (
            _("Make a new key for “%(box)s”: a member left on %(day)s (%(role)s).")
            if due.left
            else _("Make a new key for “%(box)s”: a member lost it on %(day)s (%(role)s).")
        )
        said = {"box": due.title, "day": date_format(since, "j F"), "role": due.role}
        yield Work(words % said, reverse("network:renew_box", args=[due.box]), "key", since.date())


def _to_grant(member: Member, waiting: list[Standing]) -> Iterator[Work]:
    """Who joined or set a new password waits for two officers."""
    others = {one.member.pk for one in waiting if one.member.pk != member.pk}
    if others:
        words = ngettext(
            "%(number)d member waits to be granted a box.",
            "%(number)d members wait to be granted a box.",
            len(others),
        )
        yield Work(words % {"number": len(others)}, reverse("network:keys"), "key")


def _wanted(member: Member, waiting: list[Standing]) -> Iterator[Work]:
    """What a member has to ask for before they can open a box."""
    for one in waiting:
        if one.member.pk == member.pk:
            words = _("You cannot open “%(box)s” yet: two officers grant it. See how.")
            yield Work(words % {"box": one.title}, reverse("network:how_boxes"), "key")
