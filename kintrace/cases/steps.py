"""The questions of a draft in their order, one group a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, QueryDict
from django.utils.translation import gettext_lazy as _

from kintrace.cases.forms import (
    NewsForm,
    QuietForm,
    SearcherForm,
    SoughtForm,
    StoryForm,
    WaysForm,
)
from kintrace.protection.forms import RiskForm

if TYPE_CHECKING:
    from django.forms import Form
    from django.utils.functional import Promise

    from kintrace.cases.models import Draft


@dataclass(frozen=True)
class Step:
    """One page of questions. `boxed` answers go into the inbox box; risk into protection's."""

    key: str
    title: str | Promise
    short: str | Promise
    form: type[Form]
    template: str
    boxed: bool = False


SEARCHER = Step(
    "searcher", _("Who is searching?"), _("Searching"), SearcherForm, "cases/steps/person.html"
)
WAYS = Step(
    "ways", _("How can we reach the person?"), _("Contact"), WaysForm, "cases/steps/plain.html",
    boxed=True,
)  # fmt: skip
QUIET = Step(
    "quiet", _("Who must not learn of it?"), _("Keep from"), QuietForm, "cases/steps/plain.html"
)
SOUGHT = Step(
    "sought", _("Who is sought?"), _("Sought"), SoughtForm, "cases/steps/person.html"
)  # fmt: skip
NEWS = Step(
    "news", _("What was the last news?"), _("Last news"), NewsForm, "cases/steps/plain.html"
)
STORY = Step(
    "story", _("What happened?"), _("Story"), StoryForm, "cases/steps/plain.html", boxed=True
)
RISK = Step("risk", _("Is it safe to search?"), _("Safety"), RiskForm, "cases/steps/risk.html")

STEPS = (SEARCHER, WAYS, QUIET, SOUGHT, NEWS, STORY, RISK)
ORDER = {step.key: place for place, step in enumerate(STEPS)}


def step_called(key: str) -> Step:
    if key not in ORDER:
        raise Http404
    return STEPS[ORDER[key]]


def after(step: Step) -> Step | None:
    following = STEPS[ORDER[step.key] + 1 :]
    return following[0] if following else None


def before(step: Step) -> Step | None:
    return STEPS[ORDER[step.key] - 1] if ORDER[step.key] else None


def typed(data: QueryDict, form: Form) -> dict[str, list[str]]:
    """What was typed into a form's fields, as it was typed."""
    return {name: data.getlist(name) for name in form.fields if name in data}


def as_data(answers: dict[str, list[str]]) -> QueryDict:
    """Kept answers in the shape a form reads, so that it shows and checks them again."""
    data = QueryDict(mutable=True)
    for name, values in answers.items():
        data.setlist(name, values)
    return data


def answered(draft: Draft) -> dict[str, dict[str, list[str]]]:
    """The server-tier answers of a draft by step."""
    return {key: kept["answers"] for key, kept in draft.told.items()}


def version(draft: Draft, step: Step) -> int:
    kept = draft.told.get(step.key)
    return int(kept["version"]) if kept else 0


def progress(draft: Draft, *, at: Step | None) -> list[tuple[str | Promise, str]]:
    """The thread above the questions: what is done, where we are, what comes."""
    done = set(draft.told)
    return [
        (step.short, "now" if step == at else "done" if step.key in done else "next")
        for step in STEPS
    ]


def first_open(draft: Draft) -> Step | None:
    """The first step without an answer; None when the draft is whole."""
    return next((step for step in STEPS if step.key not in draft.told), None)
