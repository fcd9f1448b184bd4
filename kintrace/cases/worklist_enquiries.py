"""Places that were asked and did not answer yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.neighbours import Group, Work
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member


def places_waited_for(member: Member) -> Iterator[Work]:
    if not has(member, Right.CHANGE_CASES):
        return
    theirs = lookups.looks_after(member, else_=Right.APPROVE_FACES)
    today = timezone.localdate()
    for one in lookups.enquiries_waiting(member):
        if not theirs(one.sought.case):
            continue
        url, code = reverse("cases:enquiry", args=[one.pk]), one.sought.case.reference
        if one.due <= today:
            words = _("A place that you asked has not answered. Ask again.")
            yield Work(words, url, "phone", one.due, code)
        else:
            words = _("A place was asked, and has not answered yet.")
            yield Work(words, url, "phone", one.due, code, group=Group.WAITING)


SOURCES = (places_waited_for,)
