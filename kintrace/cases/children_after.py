"""What stands on the page of a child that went home: how it may be asked, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups
from kintrace.cases.children_rules import AFTER
from kintrace.cases.contact_plan import CAME
from kintrace.cases.days import on
from kintrace.cases.forms_children_after import DAYS
from kintrace.cases.forms_children_desk import AGREED
from kintrace.cases.plan_words import Outcome, Way
from kintrace.protection.purposes import How

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        "days": [day_shown(*one) for one in sorted(asked_on(said))],
    }


def asked_on(said: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each day as it is kept, what came of it as a code, and what was said."""
    for number in range(1, DAYS + 1):
        day, came, words = (said.get(f"{one}_{number}", "") for one in ("day", "came", "words"))
        if day:
            yield day, came, words


def day_shown(day: str, came: str, words: str) -> tuple[str, str, str]:
    return on(day), str(CAME[Outcome(came)]) if came else "", words
