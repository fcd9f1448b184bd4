"""What the page of a contact plan shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.cases import lookups
from kintrace.cases.contact_plan import CAME
from kintrace.cases.days import on
from kintrace.cases.holder_transfers import clock_of_transfer
from kintrace.cases.plan_words import Outcome, Way
from kintrace.protection import keeping
from kintrace.protection.retention import Kind

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding, Plan
    from kintrace.cases.models import PlannedTalk


def shown(finding: Finding) -> dict[str, Any]:
    plans = lookups.plans_of(finding)
    planned = {one.side for one in plans if one.row.ended is None}
    in_touch, sides = lookups.contact_day(finding) is not None, lookups.sides_asked(finding)
    return {
        "sought": finding.sought,
        "name": lookups.called_here(finding.sought),
        "is_after": in_touch or plans,
        "not_yet": _not_yet(finding),
        "asked_by": asked_by(finding),
        "ends": _ends(finding),
        "together": lookups.together_since(finding),
        "plans": [_plan(one) for one in plans[::-1]],
        "may_plan": in_touch and len(planned) < len(sides),
    }


def asked_by(finding: Finding) -> str:
    """Whom this society asks, and who asks the other one."""
    if finding.is_afar:
        return _("You ask the person who was found. The society that asked you asks the family.")
    if finding.located is None:
        return _("You ask the person who searches. The society that found the person asks them.")
    return _(
        "Each of the two is asked apart how they are, only in the way they agreed to. What one "
        "says is not told to the other."
    )


def _not_yet(finding: Finding) -> str:
    """What comes before anybody is asked."""
    sought = finding.sought
    if isinstance(sought, lookups.Afar):
        if sought.is_for_a_child:
            return _("The child’s team plans what comes after contact. Nothing is planned here.")
    elif finding.located is None and lookups.was_passed_over(sought):
        return _("First tell the family that the person was found and wants contact.")
    return _("First the way to reach the person is passed on to the family.")


def _ends(finding: Finding) -> str:
    """When what we keep of a search for another society goes, the plan among it."""
    sought = finding.sought
    if not isinstance(sought, lookups.Afar):
        return ""
    clock = clock_of_transfer(sought.transfer)
    day = {"day": on(clock.until) if clock.until else ""}
    if sought.transfer.returned:
        return _("All of this search is deleted here after %(day)s, and the plan with it.") % day
    term = keeping.term(Kind.TRANSFER).days
    words = ngettext(
        "All of this search is deleted here %(number)d day after you give the result, and after "
        "%(day)s at the latest. The plan goes with it.",
        "All of this search is deleted here %(number)d days after you give the result, and after "
        "%(day)s at the latest. The plan goes with it.",
        term,
    )
    return words % {**day, "number": term}


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "row": plan.row,
        "who": plan.side.label,
        "way": Way(plan.row.said_yes["way"]).label,
        "sentence": lookups.read_sentence(plan.row),
        "talks": [_talk(one) for one in plan.talks],
    }


def _talk(talk: PlannedTalk) -> dict[str, Any]:
    came = talk.came or {}
    return {
        "talk": talk,
        "outcome": CAME[Outcome(came["outcome"])] if came else "",
        "way": Way(came["way"]).label if came.get("way") else "",
        "note": lookups.note_of_talk(talk),
        "is_due": talk.settled is None and talk.day <= timezone.localdate(),
    }


def waiting_talk(finding: Finding, talk: str) -> tuple[Plan, PlannedTalk] | None:
    """The planned day that an address names, or the next, while nobody wrote down what came of
    it."""
    every = ((plan, one) for plan in lookups.plans_of(finding) for one in plan.waiting)
    return next((pair for pair in every if talk in {"", str(pair[1].pk)}), None)
