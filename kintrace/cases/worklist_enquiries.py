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

    from kintrace.cases.models import Enquiry, Incoming
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def places_waited_for(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    if not has(member, Right.CHANGE_CASES):
        return
    theirs = lookups.looks_after(member, else_=Right.APPROVE_FACES, of=of)
    for one in lookups.enquiries_waiting(member):
        if one.incoming is not None and _is_theirs(one.incoming, member, of):
            yield _waited_for(one)
        elif one.sought is not None:
            case = one.sought.case
            if theirs(case) and threads.sees(member, case):
                yield _waited_for(one, case.reference)


def _is_theirs(incoming: Incoming, member: Member, of: WorkOf) -> bool:
    """In the search for another society: of who took it on, and of who decides where that is
    nobody who works here."""
    if incoming.handler_id == member.pk or not has(member, Right.RELEASE_CONTACT):
        return of.holds(None) and incoming.handler_id == member.pk
    works = {one.pk for one in lookups.who_works_on_cases(member)}
    return of.holds(None) and (not of.is_mine or incoming.handler_id not in works)


def _waited_for(one: Enquiry, code: str = "") -> Work:
    url = reverse("cases:enquiry", args=[one.pk])
    if one.due <= timezone.localdate():
        words = _("A place that you asked has not answered. Ask again.")
        return Work(words, url, "phone", one.due, code)
    words = _("A place was asked, and has not answered yet.")
    return Work(words, url, "phone", one.due, code, group=Group.WAITING)


OF_CASES = (places_waited_for,)
