"""What the page of a child shows its team, the box open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import (
    children_after,
    children_now,
    children_rules,
    children_sent,
    children_steps,
    lookups,
    steps,
)
from kintrace.cases.actions.children import BEGIN
from kintrace.cases.asking import as_shown
from kintrace.cases.children_states import PRESSES, ChildState, ways_from
from kintrace.cases.children_words import Advice, Alone, Conclusion, WhyFailed
from kintrace.cases.forms_children import KIN, WhoForm
from kintrace.cases.forms_children_desk import AGREED, HomeForm, JudgeForm
from kintrace.network.access import has
from kintrace.protection.purposes import How
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from django.forms import Form

    from kintrace.cases.models import Child, ChildClaim, ChildStep
    from kintrace.network.models import Member
    from kintrace.people.told import Told

UNDER = 15
_THREAD = (ChildState.REGISTERED, ChildState.TRACING, ChildState.VERIFIED, ChildState.REUNIFIED)


def told_of_child(child: Child) -> Told | None:
    """The child as a person, where the first page holds a name."""
    answers = lookups.answers_of(child, children_steps.WHO.key)
    form = WhoForm(steps.as_data(answers))
    return form.told() if answers and form.is_valid() else None


def is_open(child: Child) -> bool:
    """Whether the reader has the box of its team; who just came into a team waits for a grant."""
    boxes = reader_in_force().boxes
    return boxes is not None and child.team.box in boxes


def name_of(child: Child) -> str:
    if not is_open(child):
        return _("Two officers grant you the box of this team first")
    told = told_of_child(child)
    return told.called if told else _("A child whose name is not written down yet")


def age_of(child: Child) -> int:
    """The least it may be: by its birth, else by what was said when it was written down."""
    told, today = told_of_child(child), timezone.localdate()
    if told and told.birth:
        return told.birth.youngest(today)
    said = lookups.answers_of(child, BEGIN)["age"][0]
    return int(said) + today.year - timezone.localdate(child.registered).year


def listed(member: Member) -> list[dict[str, Any]]:
    """The children of the member's teams, each with its name."""
    return [
        {"child": one, "name": name_of(one), "team": one.team.name}
        for one in lookups.children_of(member)
    ]


def gallery(member: Member) -> list[dict[str, Any]]:
    """Those under 15 who have a picture, for the team alone."""
    rows = [one for one in lookups.with_photo(member) if is_open(one.child)]
    rows = [one for one in rows if age_of(one.child) < UNDER]
    return [
        {"child": one.child, "name": name_of(one.child), "note": one.picture["note"]}
        for one in rows
    ]


def shown(child: Child, *, by: Member) -> dict[str, Any]:
    begun = lookups.answers_of(child, BEGIN)
    return {
        "child": child,
        "name": name_of(child),
        "alone": Alone(begun["alone"][0]).label,
        "agreed": AGREED[How(begun["how"][0])],
        "knots": _knots(child),
        "pages": _pages(child),
        "talks": _talks(child, by),
        "has_talked": child.talks.filter(by=by).exists(),
        "notes": [
            (one, Conclusion(one.told["conclusion"]).label, one.told["words"])
            for one in child.notes.select_related("by").order_by("-at")
        ],
        "claims": [claim_shown(one) for one in child.claims.select_related("judged_by")],
        "ways": _ways(child, by),
        "home": _home(child, by),
        "steps": [(one, _said_at(one)) for one in lookups.steps_of_child(child)],
        "after": children_after.shown(child),
        "at_home": child.state == ChildState.REUNIFIED,
        "now": children_now.shown(child, by=by),
        "elsewhere": children_sent.elsewhere(child),
        "photo": lookups.photo_of_child(child),
        "ended": child.state == ChildState.CLOSED,
        "last_day": lookups.last_day_of_child(child),
    }


def _knots(child: Child) -> list[tuple[Any, str]]:
    """The thread; who has another home stands on a knot of its own."""
    states = _THREAD if child.state in _THREAD else (*_THREAD[:2], ChildState(child.state))
    at = states.index(ChildState(child.state))
    return [
        (one.label, "done" if place < at else "now" if place == at else "next")
        for place, one in enumerate(states)
    ]


def _pages(child: Child) -> list[tuple[Any, list[tuple[Any, str]]]]:
    """Each page with what was told; nothing where it was not answered."""
    kept = lookups.pages_of(child)
    return [
        (step, as_shown(step, kept[step.key].told["answers"]) if step.key in kept else [])
        for step in children_steps.STEPS
    ]


def _talks(child: Child, by: Member) -> list[tuple[Any, str]]:
    """Nobody reads the other's talk before their own stands: so the second is no copy of it."""
    talks = list(child.talks.select_related("by"))
    both = len(talks) >= children_rules.TALKS
    return [(one, one.words if both or one.by_id == by.pk else "") for one in talks]


@dataclass(frozen=True)
class _Judging:
    """The questions of the judgement, as a page that was answered."""

    form: type[Form] = JudgeForm


def family_of(child: Child) -> dict[str, Any] | None:
    """Who was found to be the family, with all that it was judged by."""
    claim = children_rules.accepted(child)
    return claim_shown(claim) if claim else None


def claim_shown(claim: ChildClaim) -> dict[str, Any]:
    """Before it is judged nothing of what either said; then all of it, for who looks again."""
    said, judged = claim.claimant, claim.judged or {}
    because = judged.get("because", "")
    return {
        "claim": claim,
        "name": said["name"],
        "relation": dict(KIN).get(said["relation"], ""),
        "reached": said["reached"],
        "advice": Advice(judged["advice"]).label if judged else "",
        "because": WhyFailed(because).label if because else "",
        "kept_from": children_rules.is_kept_from(claim.child, claim),
        "judged": as_shown(_Judging(), {name: [one] for name, one in judged.items()}),
        "sides": both_sides(claim) if judged else {},
    }


def _ways(child: Child, by: Member) -> list[dict[str, Any]]:
    return [
        {
            "to": state,
            "label": PRESSES[state].does,
            "onward": (child.state, state) == (ChildState.REGISTERED, ChildState.TRACING),
            "missing": children_rules.missing(child, state),
            "may": has(by, arrow.right),
        }
        for state, arrow in ways_from(child.state)
    ]


def _home(child: Child, by: Member) -> dict[str, Any] | None:
    """The last step, which takes two."""
    if child.state != ChildState.VERIFIED:
        return None
    first = child.proposed_by
    return {
        "missing": children_rules.missing(child, ChildState.REUNIFIED),
        "first": first,
        "own": first == by,
    }


def _said_at(step: ChildStep) -> list[str]:
    """What both said who brought the child home, sealed in the row of the step."""
    if not step.told:
        return []
    told: dict[str, Any] = step.told
    return [str(HomeForm.ASKED), *(HomeForm.not_told(*one) for one in told["kept_from"])]


def both_sides(claim: ChildClaim) -> dict[str, Any]:
    """What is compared, when both were asked."""
    return {
        "name": claim.claimant["name"],
        "claimant_says": claim.claimant_says,
        "child_says": claim.child_says,
    }
