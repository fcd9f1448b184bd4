"""Asking a step: which form with which answers, and where its answers are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.cases import lookups, steps
from kintrace.cases.actions import drafts
from kintrace.cases.actions.opening import Missed, Opening
from kintrace.cases.forms import LANGUAGES
from kintrace.protection.actions import answer_risk
from kintrace.protection.purposes import TextKind
from kintrace.protection.spoken import spoken
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import Form
    from django.http import HttpResponse

    from kintrace.cases.forms import NewsForm, PersonForm, QuietForm, SoughtForm
    from kintrace.cases.models import Draft
    from kintrace.network.gate import StaffRequest
    from kintrace.protection.models import NoticeText


class NotWhole(Refusal):
    """A case cannot be opened while a question is unanswered."""


class Page:
    """One step of a draft as it is shown and answered."""

    def __init__(self, draft: Draft, step: steps.Step, request: StaffRequest) -> None:
        self.draft, self.step, self.request = draft, step, request
        self.kept = lookups.words_of(draft).get(step.key) if step.boxed else None
        self.form = self._form()
        self.form.fields["seen"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=steps.version(draft, step), required=False
        )

    def _form(self) -> Form:
        if self.request.method == "POST":
            return self.step.form(self.request.POST)
        answers = self._answers()
        return self.step.form(initial=_initial(self.step, answers)) if answers else self.step.form()

    def _answers(self) -> dict[str, list[str]] | None:
        if self.step.boxed:
            return self.kept.answers if self.kept else None
        return steps.answered(self.draft).get(self.step.key)

    def keep(self) -> None:
        """Put the answers where their class of data belongs, at once."""
        answers = steps.typed(self.request.POST, self.step.form())
        by = self.request.user
        if self.step.boxed:
            drafts.keep_words(self.draft, kind=self.step.key, answers=answers, by=by)
            drafts.mark(self.draft, step=self.step.key, by=by)
        elif self.step is steps.RISK:
            risk: Any = self.form
            read = self.request.POST.get("read", "")
            answer_risk(self.draft.subject, **risk.told(), read=read, by=by)
            drafts.mark(self.draft, step=self.step.key, by=by)
        else:
            seen = self.form.cleaned_data.get("seen") or 0
            drafts.keep(self.draft, step=self.step.key, answers=answers, seen=seen, by=by)

    def onward(self) -> HttpResponse:
        following = steps.after(self.step)
        if following is None or "check" in self.request.POST:
            return redirect("cases:check", self.draft.pk)
        return redirect("cases:step", self.draft.pk, following.key)

    def context(self) -> dict[str, Any]:
        risk = self.step is steps.RISK
        return (spoken(self.draft.subject, TextKind.RISK) if risk else {}) | {
            "draft": self.draft,
            "step": self.step,
            "before": steps.before(self.step),
            "progress": steps.progress(self.draft, at=self.step),
            "kept": self.kept,
            "answered": self.step.key in self.draft.told,
        }


def language_choices(texts: Sequence[NoticeText]) -> list[tuple[str, str]]:
    """Approved notices by the own name of their language."""
    own = dict(LANGUAGES)
    return [(str(text.pk), own.get(text.language, text.language)) for text in texts]


def _initial(step: steps.Step, answers: dict[str, list[str]]) -> dict[str, Any]:
    """Kept answers as a form's beginning: a list where the field takes several."""
    fields = step.form().fields
    return {
        name: values if isinstance(fields[name], forms.MultipleChoiceField) else values[-1]
        for name, values in answers.items()
        if name in fields and values
    }


def review(draft: Draft) -> dict[str, Any]:
    """What the page before opening shows: each step, whether it stands, what is missing."""
    rows = [(step, step.key in draft.told) for step in steps.STEPS]
    return {
        "rows": rows,
        "missing": steps.first_open(draft),
        "words": lookups.words_of(draft),
        "progress": steps.progress(draft, at=None),
    }


def opening_of(draft: Draft) -> Opening:
    """Read the kept answers once more through their forms; NotWhole names the first gap."""
    searcher: PersonForm = _asked(draft, steps.SEARCHER)
    sought: SoughtForm = _asked(draft, steps.SOUGHT)
    news: NewsForm = _asked(draft, steps.NEWS)
    quiet: QuietForm = _asked(draft, steps.QUIET)
    if missing := steps.first_open(draft):
        raise _not_whole(missing)
    return Opening(
        searcher=searcher.told(),
        sought=(Missed(sought.told(), sought.cleaned_data["relation"], news.last_news()),),
        circumstances={"reason": news.cleaned_data["reason"]},
        not_with=quiet.not_with(),
    )


def _asked(draft: Draft, step: steps.Step) -> Any:
    form = step.form(steps.as_data(steps.answered(draft).get(step.key, {})))
    if not form.is_valid():
        raise _not_whole(step)
    return form


def _not_whole(step: steps.Step) -> NotWhole:
    return NotWhole(_("One page is not answered yet: %(page)s") % {"page": step.title})
