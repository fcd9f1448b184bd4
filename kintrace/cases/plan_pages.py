"""What the page of a contact plan shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.contact_plan import CAME, Side
from kintrace.cases.plan_words import Outcome, Way

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding, Plan
    from kintrace.cases.models import PlannedTalk


def shown(finding: Finding) -> dict[str, Any]:
    plans = lookups.plans_of(finding)
    planned = {one.side for one in plans if one.row.ended is None}
    return {
        "sought": finding.sought,
        "case": finding.case,
        "name": lookups.called_here(finding.sought),
        "in_touch": finding.release is not None,
        "together": lookups.together_since(finding),
        "plans": [_plan(one) for one in plans[::-1]],
        "may_plan": len(planned) < len(Side),
    }


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
