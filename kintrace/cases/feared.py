"""Who must not learn of a search, for the pages from which something is said to somebody.

A warning and never a lock: who asks may give another name than the one that was feared. Where a
visitor may see the screen it is not shown, for it would tell that there is a case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.protection.kept_from import kept_from

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Case, RedCrossMessage
    from kintrace.network.models import Member


def in_case(case: Case | None, *, by: Member) -> list[str]:
    """Whom the person who searches named, for themselves or for somebody sought."""
    if case is None:
        return []
    return kept_from(case.subject, *(one.subject for one in lookups.sought_in(case)), by=by)


def in_finding(finding: Finding, *, by: Member) -> list[str]:
    """The same with whom the found person named. Of another society's search only these: whom its
    family fears was not sent along."""
    return kept_from(*finding.people, by=by)


def in_message(message: RedCrossMessage, *, by: Member) -> list[str]:
    """At home, of a grown-up's: whom a child fears stands in the box of its team."""
    if message.is_childs or message.society_id != by.society_id:
        return []
    return kept_from(message.subject, message.addressee, by=by)
