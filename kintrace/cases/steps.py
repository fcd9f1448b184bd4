"""The questions of a draft in their order, one group a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.http import Http404, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kintrace.cases.forms import (
    MoreForm,
    QuietForm,
    SearcherForm,
    StoryForm,
    WaysForm,
)
from kintrace.cases.forms_companions import CompanionRows
from kintrace.cases.forms_sought import NewsForm, SoughtForm
from kintrace.protection.forms import RiskForm

if TYPE_CHECKING:
    from django.forms import Form, Widget
    from django.utils.functional import Promise

    from kintrace.cases.models import Draft


MOST_SOUGHT = 12  # persons of one request; a whole family and its neighbours are several requests


@dataclass(frozen=True)
class Step:
    """One page of questions. `boxed` answers go into the inbox box; risk into protection's.

    number: which of the persons sought it is about. may_wait: a request is whole without it.
    """

    key: str
    title: str | Promise
    short: str | Promise
    form: type[Form]
    template: str
    boxed: bool = False
    number: int = 1
    may_wait: bool = False


SEARCHER = Step(
    "searcher",
    # Visitors read this.
    _("Who is searching?"),
    _("Searching"),
    SearcherForm,
    "cases/steps/person.html",
)
WAYS = Step(
    "ways",
    # Visitors read this.
    _("How can we reach the person?"), _("Contact"), WaysForm, "cases/steps/ways.html",
    boxed=True,
)  # fmt: skip
QUIET = Step(
    "quiet",
    # Visitors read this.
    _("Who must not learn of it?"),
    _("Keep from"),
    QuietForm,
    "cases/steps/quiet.html",
)
SOUGHT = Step(
    "sought",
    # Visitors read this.
    _("Who is sought?"), _("Sought"), SoughtForm, "cases/steps/person.html"
)  # fmt: skip
NEWS = Step(
    "news",
    # Visitors read this.
    _("What was the last news?"),
    _("Last news"),
    NewsForm,
    "cases/steps/plain.html",
)
MORE = Step(
    "more",
    # Visitors read this.
    _("What else could help to find them?"), _("More"), MoreForm, "cases/steps/more.html",
    boxed=True, may_wait=True,
)  # fmt: skip
STORY = Step(
    "story",
    # Visitors read this.
    _("What happened?"),
    _("Story"),
    StoryForm,
    "cases/steps/plain.html",
    boxed=True,
)
RISK = Step(
    "risk",
    # Visitors read this.
    _("Is it safe to search?"),
    _("Safety"),
    RiskForm,
    "cases/steps/risk.html",
)

ABOUT_SOUGHT = (SOUGHT, NEWS, MORE)
STEPS = (SEARCHER, WAYS, QUIET, *ABOUT_SOUGHT, STORY, RISK)
_CALLED = {step.key: step for step in STEPS}
_TITLES = {
    SOUGHT.key: _("Who else is sought? Person %(number)d"),
    NEWS.key: _("What was the last news of person %(number)d?"),
    MORE.key: _("What else could help to find person %(number)d?"),
}


def about(step: Step, number: int) -> Step:
    """The same page for another of the persons sought; the first has the plain one."""
    if number == 1:
        return step
    facts = {"number": number}
    return replace(
        step,
        key=f"{step.key}-{number}",
        title=gettext(str(_TITLES[step.key])) % facts,
        short=gettext("Person %(number)d") % facts,
        number=number,
    )


def step_called(key: str) -> Step:
    """A page by its key; `sought-2` is about the second person sought. Else 404."""
    name, dash, number = key.partition("-")
    step = _CALLED.get(name)
    if step is None or (dash and step not in ABOUT_SOUGHT):
        raise Http404
    if not dash:
        return step
    if number not in _NUMBERS:
        raise Http404
    return about(step, int(number))


_NUMBERS = {str(number) for number in range(2, MOST_SOUGHT + 1)}


def step_for(draft: Draft, key: str) -> Step:
    """A page of this draft: about a person it has, or about the next one."""
    step = step_called(key)
    if step.number > sought_in(draft) + 1:
        raise Http404
    return step


def sought_in(draft: Draft) -> int:
    """How many persons sought were begun."""
    begun = [
        number for number in range(1, MOST_SOUGHT + 1) if about(SOUGHT, number).key in draft.told
    ]
    return max(begun, default=1)


def steps_of(draft: Draft, *, at: Step | None = None) -> list[Step]:
    """The pages of this draft in their order; with the person that the page `at` begins."""
    persons = max(sought_in(draft), at.number if at else 1)
    each = [about(step, number) for number in range(1, persons + 1) for step in ABOUT_SOUGHT]
    return [SEARCHER, WAYS, QUIET, *each, STORY, RISK]


def after(draft: Draft, step: Step) -> Step | None:
    pages = steps_of(draft, at=step)
    return next(iter(pages[pages.index(step) + 1 :]), None)


def before(draft: Draft, step: Step) -> Step | None:
    pages = steps_of(draft, at=step)
    return next(reversed(pages[: pages.index(step)]), None)


def typed(data: QueryDict, form: Form) -> dict[str, list[str]]:
    """What was typed into a form's fields, as it was typed."""
    sent = {name: (field.widget, form.add_prefix(name)) for name, field in form.fields.items()}
    return {
        name: _typed(widget, data, at)
        for name, (widget, at) in sent.items()
        if at in data or isinstance(widget, CompanionRows)
    }


def _typed(widget: Widget, data: QueryDict, at: str) -> list[str]:
    if isinstance(widget, CompanionRows):
        return widget.value_from_datadict(data, {}, at)
    return data.getlist(at)


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
    """The thread above the questions: what is done, where we are, what comes. Each person sought
    after the first is one knot."""
    return [
        (step.short, _state(draft, step, at))
        for step in steps_of(draft, at=at)
        if step.number == 1 or step.key == about(SOUGHT, step.number).key
    ]


def _state(draft: Draft, step: Step, at: Step | None) -> str:
    here = at is not None and (step == at or (step.number > 1 and step.number == at.number))
    return "now" if here else "done" if step.key in draft.told else "next"


def is_whole(draft: Draft, step: Step) -> bool:
    """Whether a page is answered as it is asked today: a draft may be older than a question."""
    if step.key not in draft.told:
        return False
    if step.boxed or step is RISK:  # their answers lie elsewhere
        return True
    return step.form(as_data(answered(draft)[step.key])).is_valid()


def first_open(draft: Draft) -> Step | None:
    """The first page that must be answered and is not; None when the draft is whole."""
    asked = (step for step in steps_of(draft) if not step.may_wait)
    return next((step for step in asked if not is_whole(draft, step)), None)
