"""What stands on the page of a child that went home: how it may be asked, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups
from kintrace.cases.children_rules import AFTER, asked_at_home
from kintrace.cases.contact_plan import CAME
from kintrace.cases.days import on
from kintrace.cases.forms_children_desk import AGREED
from kintrace.cases.plan_words import Outcome, Way
from kintrace.protection.purposes import How

if TYPE_CHECKING:
    from kintrace.cases.models import Child


def shown(child: Child) -> dict[str, Any] | None:
    """None where nobody planned it yet."""
    said = {name: values[-1] for name, values in lookups.answers_of(child, AFTER).items() if values}
    if not said:
        return None
    return {
        "agreed": AGREED[How(said["agreed"])],
        "way": Way(said["way"]).label,
        "sentence": said["sentence"],
        "days": [day_shown(*one) for one in sorted(asked_at_home(child))],
    }


def day_shown(day: str, came: str, words: str) -> tuple[str, str, str]:
    return on(day), str(CAME[Outcome(came)]) if came else "", words
