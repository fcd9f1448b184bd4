"""Places that were asked and did not answer yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups, threads
from kintrace.cases.neighbours import Group, Work
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def places_waited_for(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    if not has(member, Right.CHANGE_CASES):
        return
    theirs = lookups.looks_after(member, else_=Right.APPROVE_FACES, of=of)
    today = timezone.localdate()
    for one in lookups.enquiries_waiting(member):
        case = one.sought.case
        if not (theirs(case) and threads.sees(member, case)):
            continue
        url, code = reverse("cases:enquiry", args=[one.pk]), case.reference
        if one.due <= today:
            words = _("A place that you asked has not answered. Ask again.")
            yield Work(words, url, "phone", one.due, code)
        else:
            words = _("A place was asked, and has not answered yet.")
            yield Work(words, url, "phone", one.due, code, group=Group.WAITING)


OF_CASES = (places_waited_for,)
