"""The written definition of safe access: what must be so that people can come without danger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from kintrace.servicepoints.needs import Answers


@dataclass(frozen=True)
class Clause:
    """One thing that is settled in words."""

    code: str
    asks: _StrPromise


CLAUSES = (
    Clause("where", _("Where people are received")),
    Clause("present", _("Who may be present")),
    Clause("police", _("How far police and guards must be")),
    Clause("hours", _("Hours for women and children")),
    Clause("uniform", _("Uniforms")),
    Clause("close", _("When the point closes at once")),
)


def proposed(answers: Answers) -> dict[str, str]:
    """Sentences to begin with, in the language in force; a member changes them."""
    says: dict[str, object] = {
        "where": answers.get("where", ""),
        "present": _(
            "The team and the person alone. An interpreter only if the person agrees. Who leads a "
            "group waits outside."
        ),
        "police": _of_police(answers.get("police", "")),
        "hours": _of_hours(apart=bool(answers.get("apart"))),
        "uniform": _("Nobody in uniform comes near, our own emergency services neither."),
        "close": _(
            "When somebody in uniform comes in, when people are filmed, when the team is afraid."
        ),
    }
    return {code: str(words) for code, words in says.items()}


def _of_police(answer: str) -> _StrPromise:
    if answer == "inside":
        return _(
            "They come in today: nobody is received here until it is settled in writing that they "
            "stay out of sight."
        )
    if answer == "near":
        return _("They are too near: the point moves until they are 200 metres away.")
    return _("At least 200 metres, and out of sight of who comes.")


def _of_hours(*, apart: bool) -> _StrPromise:
    if apart:
        return _("Two hours each day in which women and children alone are received.")
    return _("A corner apart with a woman of the team; a second place is looked for.")
