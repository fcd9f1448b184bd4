"""Asking a step: which form with which answers, and where its answers are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from django import forms
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.cases import lookups, steps
from kintrace.cases.actions import drafts
from kintrace.cases.actions.opening import Missed, Opening
from kintrace.cases.forms import LANGUAGES
from kintrace.cases.forms_companions import CompanionsField
from kintrace.cases.marks import mark_for
from kintrace.cases.meant import days_meant
from kintrace.protection.actions import answer_risk
from kintrace.protection.purposes import TextKind
from kintrace.protection.spoken import spoken
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import Form
    from django.http import HttpResponse

    from kintrace.cases.forms import PersonForm, QuietForm
    from kintrace.cases.forms_sought import NewsForm, SoughtForm
    from kintrace.cases.models import Draft
    from kintrace.network.gate import StaffRequest
    from kintrace.protection.models import NoticeText


SEVERAL = (forms.MultipleChoiceField, CompanionsField)


class HasForm(Protocol):
    """A page that asks something."""

    @property
    def form(self) -> type[Form]: ...


class NotWhole(Refusal):
    """A case cannot be opened while a question is unanswered."""


_S = TypeVar("_S", bound=HasForm)


class KeptPage(Generic[_S]):
    """A page that may be kept by somebody else meanwhile: it says which version it showed."""

    def __init__(self, step: _S, request: StaffRequest) -> None:
        self.step, self.request = step, request
        self.elsewhere: list[tuple[Any, str]] = []
        self.look()
        self.form = self._form()
        self.form.fields["seen"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=self.shown_first(), required=False
        )

    def shown_first(self) -> int:
        """The version that the page shows, or showed when it was opened."""
        return self.version()

    def look(self) -> None:
        """Read what is kept now."""
        raise NotImplementedError

    def version(self) -> int:
        raise NotImplementedError

    def answers(self) -> dict[str, list[str]] | None:
        """As they are kept; None where nobody answered."""
        raise NotImplementedError

    def beginning(self) -> dict[str, list[str]] | None:
        return self.answers()

    @property
    def is_sent(self) -> bool:
        return self.request.method == "POST"

    @property
    def meant(self) -> str:
        """The Gregorian days of the date that was typed, or of the one that is kept."""
        answers = self.typed() if self.is_sent else self.answers()
        return days_meant(self.step.form, answers or {})

    def _form(self) -> Form:
        if self.is_sent:
            return self.step.form(self.request.POST)
        begun = self.beginning()
        return self.step.form(initial=initial_of(self.step, begun)) if begun else self.step.form()

    def typed(self) -> dict[str, list[str]]:
        return steps.typed(self.request.POST, self.step.form())

    def seen(self) -> int:
        """The version that the page showed when it was typed in."""
        return self.form.cleaned_data.get("seen") or 0

    def compare(self, refused: Refusal) -> None:
        """Somebody saved this page since it was opened: show both, so that saving again is a
        choice."""
        self.form.add_error(None, refused.sentence)
        self.look()
        self.elsewhere = as_shown(self.step, self.answers() or {})
        data = self.request.POST.copy()
        data[self.form.add_prefix("seen")] = str(self.version())
        self.form.data = data


class Page(KeptPage[steps.Step]):
    """One step of a draft as it is shown and answered."""

    def __init__(self, draft: Draft, step: steps.Step, request: StaffRequest) -> None:
        self.draft = draft
        super().__init__(step, request)

    def look(self) -> None:
        self.kept = lookups.words_of(self.draft).get(self.step.key) if self.step.boxed else None

    def version(self) -> int:
        return steps.version(self.draft, self.step)

    def beginning(self) -> dict[str, list[str]] | None:
        told = self.answers() or self._same_as_before() or self._proposed()
        return told or self._derived()

    def answers(self) -> dict[str, list[str]] | None:
        if self.step.boxed:
            return self.kept.answers if self.kept else None
        return steps.answered(self.draft).get(self.step.key)

    def _same_as_before(self) -> dict[str, list[str]] | None:
        """Who was lost together has the same last news: the page begins with the first one's."""
        same = self.step.number > 1 and self.step == steps.about(steps.NEWS, self.step.number)
        return steps.answered(self.draft).get(steps.NEWS.key) if same else None

    def _proposed(self) -> dict[str, list[str]] | None:
        """The country that the person comes from is what most who fear somebody fear: it stands
        among those that must not learn until somebody takes it out or says that it is nobody."""
        if self.step is not steps.QUIET:
            return None
        origin = steps.answered(self.draft).get(steps.SEARCHER.key, {}).get("country", [])
        return {"country": origin} if any(origin) else None

    def _derived(self) -> dict[str, list[str]] | None:
        """Whoever comes to a society lives in its country, until they say that it is another."""
        if self.step is not steps.SEARCHER:
            return None
        return {"lives": [self.request.user.society.country]}

    def keep(self) -> None:
        """Put the answers where their class of data belongs, at once."""
        answers = self.typed()
        by, seen = self.request.user, self.seen()
        if self.step.boxed:
            drafts.keep_words(self.draft, kind=self.step.key, answers=answers, seen=seen, by=by)
            drafts.mark(self.draft, step=self.step.key, by=by)
        elif self.step is steps.RISK:
            risk: Any = self.form
            read = self.request.POST.get("read", "")
            answer_risk(self.draft.subject, **risk.told(), read=read, by=by)
            drafts.mark(self.draft, step=self.step.key, by=by)
        else:
            drafts.keep(self.draft, step=self.step.key, answers=answers, seen=seen, by=by)

    def compare(self, refused: Refusal) -> None:
        self.draft = lookups.draft_for(self.request.user, self.draft.pk)
        super().compare(refused)

    def onward(self) -> HttpResponse:
        following = steps.after(self.draft, self.step)
        if following is None or "check" in self.request.POST:
            return redirect("cases:check", self.draft.pk)
        return redirect("cases:step", self.draft.pk, following.key)

    def context(self) -> dict[str, Any]:
        risk = self.step is steps.RISK
        return (spoken(self.draft.subject, TextKind.RISK) if risk else {}) | {
            "draft": self.draft,
            "step": self.step,
            "before": steps.before(self.draft, self.step),
            "progress": steps.progress(self.draft, at=self.step),
            "kept": self.kept,
            "elsewhere": self.elsewhere,
            "answered": self.step.key in self.draft.told,
            "meant": self.meant,
            "mark_for": mark_for,
            "proposed": not self.answers() and self._proposed(),
        }


def language_choices(texts: Sequence[NoticeText]) -> list[tuple[str, str]]:
    """Approved notices by the own name of their language."""
    own = dict(LANGUAGES)
    return [(str(text.pk), own.get(text.language, text.language)) for text in texts]


def initial_of(step: HasForm, answers: dict[str, list[str]]) -> dict[str, Any]:
    """Kept answers as a form's beginning: a list where the field takes several."""
    fields = step.form().fields
    return {
        name: values if isinstance(fields[name], SEVERAL) else values[-1]
        for name, values in answers.items()
        if name in fields and values
    }


def as_shown(step: HasForm, answers: dict[str, list[str]]) -> list[tuple[Any, str]]:
    """Kept answers as questions and answers in the order of the form, a choice in its words."""
    form = step.form()
    return [(form.fields[name].label, said) for name, said in said_in(form, answers).items()]


def said_in(form: Form, answers: dict[str, list[str]]) -> dict[str, str]:
    """What was answered to each question of a form, in words; nothing where nothing was."""
    every = {name: _said(field, answers.get(name, [])) for name, field in form.fields.items()}
    return {name: said for name, said in every.items() if said}


def _said(field: forms.Field, values: list[str]) -> str:
    if isinstance(field, forms.BooleanField):
        return _("Yes") if any(values) else ""
    choices = dict(getattr(field, "choices", ()))
    between = "\n" if isinstance(field, CompanionsField) else ", "
    return between.join(str(choices.get(value, value)) for value in values if value)


def opening_of(draft: Draft) -> Opening:
    """Read the kept answers once more through their forms; NotWhole names the first gap."""
    searcher: PersonForm = _asked(draft, steps.SEARCHER)
    news: NewsForm = _asked(draft, steps.NEWS)
    quiet: QuietForm = _asked(draft, steps.QUIET)
    if missing := steps.first_open(draft):
        raise _not_whole(missing)
    return Opening(
        searcher=searcher.told(),
        sought=tuple(_missed(draft, number + 1) for number in range(steps.sought_in(draft))),
        circumstances={"reason": news.cleaned_data["reason"]},
        not_with=quiet.not_with(),
    )


def _missed(draft: Draft, number: int) -> Missed:
    """One of the persons sought."""
    sought: SoughtForm = _asked(draft, steps.about(steps.SOUGHT, number))
    news: NewsForm = _asked(draft, steps.about(steps.NEWS, number))
    return Missed(sought.told(), sought.cleaned_data["relation"], news.last_news())


def _asked(draft: Draft, step: steps.Step) -> Any:
    form = step.form(steps.as_data(steps.answered(draft).get(step.key, {})))
    if not form.is_valid():
        raise _not_whole(step)
    return form


def _not_whole(step: steps.Step) -> NotWhole:
    return NotWhole(_("One page is not answered yet: %(page)s") % {"page": step.title})
