"""One page of a child's registration: its form, what stands in it, and keeping it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect

from kintrace.cases import children_steps, lookups, steps
from kintrace.cases.actions import children, children_after
from kintrace.cases.asking import KeptPage
from kintrace.cases.children_steps import Step
from kintrace.cases.marks import mark_for
from kintrace.protection.purposes import TextKind
from kintrace.protection.spoken import spoken

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.cases.models import Child
    from kintrace.network.gate import StaffRequest


class ChildAsking(KeptPage[Step]):
    """A page as it is shown and answered, the box of the team open."""

    def __init__(self, child: Child, step: Step, request: StaffRequest) -> None:
        self.child = child
        if step is children_steps.AFTER:
            children_after.require_at_home(child)
        super().__init__(step, request)

    def look(self) -> None:
        self.kept = lookups.page_of(self.child, self.step.key)

    def version(self) -> int:
        return self.kept.version if self.kept else 0

    def answers(self) -> dict[str, list[str]] | None:
        return dict(self.kept.told["answers"]) if self.kept else None

    def beginning(self) -> dict[str, list[str]] | None:
        """Days of a child that went home begin as the society settled them, counted from then."""
        kept = self.answers()
        if kept is None and self.step is children_steps.AFTER:
            days = lookups.days_at_home(self.child)
            return {f"day_{number}": [str(day)] for number, day in enumerate(days, start=1)}
        return kept

    def keep(self) -> None:
        """Seal the answers as they were typed. Raises ChangedElsewhere, WordsNotRead."""
        answers = steps.typed(self.request.POST, self.step.form())
        said: dict[str, Any] = {"answers": answers, "seen": self.seen()}
        by = self.request.user
        if self.step is children_steps.SAFETY:
            read = self.request.POST.get("read", "")
            children.keep_safety(self.child, **said, read=read, by=by)
            return
        if self.step is children_steps.AFTER:
            children_after.keep_after(self.child, **said, by=by)
            return
        review = self.form.cleaned_data.get("until") if self.step is children_steps.CARE else None
        children.keep_page(self.child, page=self.step.key, **said, review=review, by=by)

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
            "mark_for": mark_for,
        }
