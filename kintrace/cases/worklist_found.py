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
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Judgement
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member

ASK_AGAIN = timedelta(days=14)


def found_waiting(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Found persons of whom something is still to be asked, decided or told."""
    if not has(member, Right.CHANGE_CASES):
        return
    waiting = lookups.findings_waiting(member)
    if not waiting:
        return
    theirs = lookups.falls_to(member, else_=Right.RELEASE_CONTACT, of=of)
    for finding in waiting:
        case = None if finding.is_afar else finding.case
        if of.holds(case) and threads.sees_whom(member, finding.sought):
            yield from _lines(finding, member, own=theirs(lookups.handler_of(finding.sought)))


def _lines(finding: Finding, member: Member, *, own: bool) -> Iterator[Work]:
    what, due = _next(finding, member, own=own)
    if what:
        where = reverse("cases:found", args=[finding.sought.pk])
        code = "" if finding.is_afar else finding.case.reference
        yield Work(what, where, "person", due, code)


def _next(finding: Finding, member: Member, *, own: bool) -> tuple[str, date | None]:
    """Who may decide hears of what is to be decided; who works on the search of everything else,
    and in a wider list, or where nobody who works here does, whoever sees how far it has come."""
    today = timezone.localdate()
    decision = _to_decide(finding, member) if has(member, Right.RELEASE_CONTACT) else ""
    if decision:
        return decision, today
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


def _to_decide(finding: Finding, member: Member) -> str:
    """What lies between both sides' answers and the contact, for every member who may decide it.

    It asks for no hold and for nothing told for safety: the line would tell of it (decision 024).
    """
    if finding.wish != Wish.CONTACT or finding.release:
        return ""
    verdict, choice = finding.verdict, finding.choice
    if verdict is None or choice is None or verdict.judged["says"] != Verdict.VERIFIED:
        return _to_judge(finding, verdict)
    if finding.seconded is None:
        others = member.pk not in {verdict.by_id, choice.by_id}
        words = _("Look at it as the second member before contact is passed on.")
        return words if others else ""
    if finding.is_afar and not finding.is_vouched:
        return ""  # the society that asked has not decided for its side
    return _("A second member agreed. Pass on how the found person is reached.")


def _to_judge(finding: Finding, verdict: Judgement | None) -> str:
    """Answers of both sides that nobody held together, or proofs on which nobody decided yet."""
    both = [one for one in finding.proofs if one.seeker_by_id and one.found_by_id]
    if any(not one.rung["compared"] for one in both):
        return _("A found person and the one who searches were asked. Compare what they said.")
    decided = [one for one in finding.proofs if one.rung["compared"]]
    if any(verdict is None or one.at > verdict.at for one in decided):
        return _("Decide whether the one who searches is the family of a found person.")
    return ""


OF_CASES = (found_waiting,)
