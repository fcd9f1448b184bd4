"""Planned days on which a family is asked how it is."""

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


def to_ask_after_contact(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """The next day of each plan."""
    if not has(member, Right.CHANGE_CASES):
        return
    looks_after = lookups.looks_after(member, else_=Right.RELEASE_CONTACT, of=of)
    for plan in lookups.plans_going_on(member):
        whom = plan.finding.sought
        own = whom.incoming if isinstance(whom, lookups.Afar) else whom.case
        if plan.waiting and threads.sees_whom(member, whom) and looks_after(own):
            words = _("Ask a family how it is, as it was agreed.")
            url = reverse("cases:plan", args=[whom.pk])
            code = "" if plan.finding.is_afar else plan.finding.case.reference
            yield Work(words, url, "talk", plan.waiting[0].day, code)
