"""People who were passed on to somebody else, of whom we ask what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from kintrace.cases import lookups, threads
from kintrace.cases.neighbours import Work
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def referrals_to_follow(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Each that goes on, on the day on which we ask."""
    if not has(member, Right.CHANGE_CASES):
        return
    looks_after = lookups.looks_after(member, else_=Right.RELEASE_CONTACT, of=of)
    for one, whose in lookups.whose_each(lookups.referrals_going_on(member)):
        if not looks_after(whose.case):
            continue
        if whose.found is None or threads.sees(member, whose.case):
            words = _("Ask what came of the help that somebody was passed on to.")
            url = reverse("cases:referral", args=[one.pk])
            yield Work(words, url, "send", one.ask_on, whose.case.reference)
