"""One page of a child's registration: its form, what stands in it, and keeping it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import redirect

from kintrace.cases import children_steps, lookups, steps
from kintrace.cases.actions import children
from kintrace.cases.asking import as_shown, initial_of
from kintrace.protection.purposes import TextKind
from kintrace.protection.spoken import spoken

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpResponse

    from kintrace.cases.children_steps import Step
    from kintrace.cases.models import Child
    from kintrace.network.gate import StaffRequest
    from kintrace.ui.refusals import Refusal


class ChildAsking:
    """A page as it is shown and answered, the box of the team open."""

    def __init__(self, child: Child, step: Step, request: StaffRequest) -> None:
        self.child, self.step, self.request = child, step, request
        self.kept = lookups.page_of(child, step.key)
        self.elsewhere: list[tuple[Any, str]] = []
        self.form = self._form()
        self.form.fields["seen"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=self._version(), required=False
        )

    def _form(self) -> Form:
        if self.request.method == "POST":
            return self.step.form(self.request.POST)
        answers = self.kept.told["answers"] if self.kept else {}
        return self.step.form(initial=initial_of(self.step, answers))

    def _version(self) -> int:
        return self.kept.version if self.kept else 0

    def keep(self) -> None:
        """Seal the answers as they were typed. Raises ChangedElsewhere, WordsNotRead."""
        answers = steps.typed(self.request.POST, self.step.form())
        said: dict[str, Any] = {"answers": answers, "seen": self.form.cleaned_data.get("seen") or 0}
        by = self.request.user
        if self.step is children_steps.SAFETY:
            read = self.request.POST.get("read", "")
            children.keep_safety(self.child, **said, read=read, by=by)
            return
        review = self.form.cleaned_data.get("until") if self.step is children_steps.CARE else None
        children.keep_page(self.child, page=self.step.key, **said, review=review, by=by)

    def compare(self, refused: Refusal) -> None:
        """Somebody saved this page meanwhile: both stand there, so that saving is a choice."""
        self.form.add_error(None, refused.sentence)
        self.kept = lookups.page_of(self.child, self.step.key)
        self.elsewhere = as_shown(self.step, self.kept.told["answers"] if self.kept else {})
        data = self.request.POST.copy()
        data["seen"] = str(self._version())
        self.form.data = data

    def onward(self) -> HttpResponse:
        following = children_steps.after(self.step)
        if following is None or "back" in self.request.POST:
            return redirect("cases:child", self.child.pk)
        return redirect("cases:child_page", self.child.pk, following.key)

    def context(self) -> dict[str, Any]:
        safety = self.step is children_steps.SAFETY
        return (spoken(self.child.subject, TextKind.RISK) if safety else {}) | {
            "child": self.child,
            "step": self.step,
            "before": children_steps.before(self.step),
            "elsewhere": self.elsewhere,
            "form": self.form,
        }
