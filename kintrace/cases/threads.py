"""How far it has come with somebody who may have been found: the thread, and what comes next.

Nothing here asks whether somebody is on hold: a page that says so tells it (decision 024).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kintrace.cases import feared, lookups, referral_pages
from kintrace.cases.card import FoundBy, Wish
from kintrace.cases.days import on
from kintrace.cases.finding import FirstTold, Verdict, WhyFailed
from kintrace.cases.forms_found import WhereForm
from kintrace.cases.lookups import Afar
from kintrace.network.access import Right, has
from kintrace.protection.lookups import notice_given, risk_answers
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.lookups import Finding, Whom
    from kintrace.cases.models import Case, Release, Sought, Transfer
    from kintrace.network.models import Member

Knot = tuple[str, str, str]
Rows = list[tuple[str, str]] | None


def sees(member: Member, case: Case) -> bool:
    """Who works the case, and who may be the second member. For everybody else a search that found
    somebody who wants nothing said looks like one that found nobody."""
    return has(member, Right.RELEASE_CONTACT) or case.handler_id == member.pk


def sees_search(member: Member, transfer: Transfer) -> bool:
    """The same of what another society searches for us; a child's whole team sees it."""
    return transfer.case is None or sees(member, transfer.case)


def require(*, seen: bool) -> None:
    """The same refusal whether or not anybody was found."""
    if not seen:
        raise NoRight(_("Only who works on this search sees how far it has come."))


def sees_whom(member: Member, whom: Whom) -> bool:
    """The same of one person sought, here or for another society."""
    return has(member, Right.RELEASE_CONTACT) or lookups.handler_of(whom) == member.pk


def knots(finding: Finding) -> list[Knot]:
    """The thread: (label, state, words after it)."""
    steps = [*_met(finding), *_passing(finding), _heard(finding)]
    done = [bool(is_done) for _label, is_done, _words in steps]
    now = done.index(False) if False in done else -1
    return [
        (label, "done" if is_done else "now" if place == now else "next", words)
        for place, (label, is_done, words) in enumerate(steps)
    ]


def _met(finding: Finding) -> Iterator[tuple[str, object, str]]:
    located, choice = finding.located, finding.choice
    given = notice_given(located.subject) if located else None
    how = FoundBy(located.found["how"]).label if located else ""
    yield _("Found"), located, _on_how(located.day, str(how)) if located else ""
    yield _("Informed"), given, on(given.at) if given else ""
    asked = risk_answers(located.subject) if located else None
    yield _("Asked about safety"), asked, on(asked.at) if asked else ""
    yield _("Has chosen"), choice, str(finding.wish.label) if finding.wish else ""


def _passing(finding: Finding) -> Iterator[tuple[str, object, str]]:
    """What lies between a choice for contact and the contact."""
    if finding.wish not in {None, Wish.CONTACT}:
        return
    verdict, signed, release = finding.verdict, finding.seconded, finding.release
    says = Verdict(verdict.judged["says"]) if verdict else None
    if finding.is_afar:
        yield _("Verified by the society that asked"), finding.is_vouched, _vouched(finding)
    yield _("Verified"), says == Verdict.VERIFIED, str(says.label) if says else ""
    yield _("Second member"), signed or release, on(signed.at) if signed else ""
    yield _("Passed on"), release, on(release.at) if release else ""


def _heard(finding: Finding) -> tuple[str, object, str]:
    outcome = finding.outcome
    told = outcome.told_on if outcome else None
    if isinstance(finding.sought, Afar):
        returned = finding.sought.transfer.returned
        return _("Result given"), returned, on(returned) if returned else ""
    return _("Family told"), told, on(told) if told else ""


def _vouched(finding: Finding) -> str:
    return str(Verdict(finding.vouched.judged["says"]).label) if finding.vouched else ""


def _on_how(day: date, how: str) -> str:
    return _("%(day)s, %(how)s") % {"day": on(day), "how": how}


def block(sought: Sought, *, by: Member) -> dict[str, Any]:
    """What the page of the case shows: the thread, or for whoever may not see it, always the same
    words."""
    if not sees(by, sought.case):
        return {"sees": False, "pk": sought.pk}
    return {"sees": True, "pk": sought.pk, "knots": knots(lookups.finding_of(sought))}


def shown(finding: Finding, *, by: Member) -> dict[str, Any]:
    """The context of the page about one person sought who may have been found."""
    release = finding.release
    return {
        "finding": finding,
        "sought": finding.sought,
        "case": None if finding.is_afar else finding.case,
        "afar": finding.sought if finding.is_afar else None,
        "name": lookups.called_here(finding.sought),
        "knots": knots(finding),
        "feared": feared.in_finding(finding, by=by),
        "choices": [(one, Wish(one.wish["wish"]).label) for one in finding.choices[::-1]],
        "verdict": _verdict(finding),
        "where": where_kept(finding),
        "release": release,
        "passed_how": _told_first(release) if release else "",
        "passed": _passed(finding),
        "referrals": referral_pages.rows(finding.located.subject) if finding.located else [],
        "result": finding.result,
        "next": next_step(finding),
        "after_contact": lookups.is_after_contact(finding),
        "comes_together": lookups.may_come_together(finding),
        "decides": has(by, Right.RELEASE_CONTACT),
    }


def next_step(finding: Finding) -> str:
    """What is to be done now, as the page calls it."""
    outcome = finding.outcome
    if finding.located is None and outcome is not None:  # told of elsewhere, or nobody was found
        return "" if outcome.told_on else "tell"
    if finding.located is None:
        return "meet"
    if finding.choice is None:
        return "card"
    if finding.wish == Wish.CONTACT and finding.release is None:
        return _before_contact(finding)
    if finding.is_afar:
        return "result"
    return "settle" if outcome is None or outcome.told_on else "tell"


def _told_first(release: Release) -> str:
    first = release.first_told["told"]
    return str(FirstTold(first).label) if first else _("To the society that asked")


def _before_contact(finding: Finding) -> str:
    if finding.verdict and finding.verdict.judged["says"] == Verdict.VERIFIED:
        return "pass_on" if finding.seconded else "sign"
    both = [one for one in finding.proofs if one.seeker_by_id and one.found_by_id]
    if both:
        return "compare"
    return "ask_seeker" if any(one.found_by_id for one in finding.proofs) else "ask_found"


def _verdict(finding: Finding) -> dict[str, str]:
    judged = finding.verdict.judged if finding.verdict else None
    if judged is None:
        return {}
    why = str(WhyFailed(judged["why"]).label) if judged["why"] else ""
    return {"says": str(Verdict(judged["says"]).label), "why": why}


def where_kept(finding: Finding) -> dict[str, Any] | None:
    """What is kept now of where the person is, for a page."""
    kept = finding.whereabouts
    return (
        {"by": kept.by, "at": kept.at, "rows": way_rows(lookups.read_where(kept))} if kept else None
    )


def _passed(finding: Finding) -> Rows:
    release = finding.release
    return way_rows(lookups.read_passed(release)) if release else None


def way_rows(told: dict[str, str] | None) -> Rows:
    """Question and answer; None while the box is shut."""
    asked = WhereForm.base_fields
    if told is None:
        return None
    return [(str(asked[name].label), words) for name, words in told.items()]
