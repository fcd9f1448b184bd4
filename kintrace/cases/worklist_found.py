"""What waits around somebody who was found, for who works on the search and who is the second."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups, threads
from kintrace.cases.card import Wish
from kintrace.cases.finding import Verdict
from kintrace.cases.neighbours import Work
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.lookups import Finding
    from kintrace.network.models import Member

ASK_AGAIN = timedelta(days=14)


def found_waiting(member: Member) -> Iterator[Work]:
    """Found persons of whom something is still to be asked, decided or told."""
    if not has(member, Right.CHANGE_CASES):
        return
    for finding in lookups.findings_waiting(member):
        if threads.sees_whom(member, finding.sought):
            yield from _lines(finding, member)


def _lines(finding: Finding, member: Member) -> Iterator[Work]:
    what, due = _next(finding, member)
    if what:
        where = reverse("cases:found", args=[finding.sought.pk])
        code = "" if finding.is_afar else finding.case.reference
        yield Work(what, where, "person", due, code)


def _next(finding: Finding, member: Member) -> tuple[str, date | None]:
    """Who may decide hears of what is to be decided; who works on the search of everything else."""
    own, today = lookups.handler_of(finding.sought) == member.pk, timezone.localdate()
    if _waits_for_a_second(finding, member):
        return _("Look at it as the second member before contact is passed on."), today
    if not own:
        return "", None
    if finding.choice is None:
        return _("Somebody was found. Ask them what may be passed on."), today
    if finding.wish == Wish.LATER:
        again = timezone.localdate(finding.choice.at) + ASK_AGAIN
        return _("A found person wants to be asked again."), again
    if finding.outcome is not None:
        return _("Tell the family what came of the search."), today
    return _("Go on with somebody who was found."), today


def _waits_for_a_second(finding: Finding, member: Member) -> bool:
    """Verified for contact, signed by nobody, and this member may be the second."""
    if finding.wish != Wish.CONTACT or finding.release or finding.seconded:
        return False
    verdict, choice = finding.verdict, finding.choice
    if verdict is None or choice is None or verdict.judged["says"] != Verdict.VERIFIED:
        return False
    others = member.pk not in {verdict.by_id, choice.by_id}
    return others and has(member, Right.RELEASE_CONTACT)


SOURCES = (found_waiting,)
