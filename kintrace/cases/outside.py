"""Who may hear on a page of a case that somebody looks at it first (decision 024)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.cases.circumstances import Outcome
from kintrace.network.access import Right, has
from kintrace.protection.lookups import has_set_hold

if TYPE_CHECKING:
    from kintrace.cases.models import CameForward, Case, Contact
    from kintrace.network.models import Member


def decides(member: Member) -> bool:
    """Whether the member is of the protection team."""
    return has(member, Right.LIFT_HOLD)


def works_on(case: Case, member: Member) -> bool:
    """Whether the member works the case, or set the hold: told that it waits, and not why."""
    theirs = lookups.looks_after(member, else_=Right.KEEP_LONGER)
    return theirs(case) or has_set_hold(case.subject, by=member)


def works_on_lead(lead: CameForward, member: Member) -> bool:
    """The same of who came forward: who wrote it down; where they are gone, each officer."""
    is_here = lead.by is not None and lead.by.is_active
    theirs = lead.by == member if is_here else has(member, Right.KEEP_LONGER)
    return theirs or decides(member) or has_set_hold(lead.subject, by=member)


def talks_shown(case: Case, *, by: Member) -> list[Contact]:
    """What was spoken about, without a fear that would say that there is a hold."""
    every = lookups.contacts_of(case)
    if decides(by) or works_on(case, by):
        return every
    return [one for one in every if one.outcome != Outcome.AFRAID or one.logged_by_id == by.pk]
