"""Pages of the interview that are answered anew in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.cases import asking, lookups, steps
from kintrace.cases.actions import corrections

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.gate import StaffRequest


class WaysPage(asking.KeptPage[steps.Step]):
    """How the person is reached, as it stands in the box."""

    def __init__(self, case: Case, request: StaffRequest) -> None:
        self.case = case
        super().__init__(steps.WAYS, request)

    def look(self) -> None:
        self.kept = lookups.words_of(self.case).get(self.step.key)

    def version(self) -> int:
        return self.kept.version if self.kept else 0

    def answers(self) -> dict[str, list[str]] | None:
        return self.kept.answers if self.kept else None

    def keep(self) -> None:
        answers, seen, by = self.typed(), self.seen(), self.request.user
        corrections.change_ways(self.case, answers=answers, seen=seen, by=by)

    def context(self) -> dict[str, Any]:
        return {
            "case": self.case,
            "step": self.step,
            "kept": self.kept,
            "elsewhere": self.elsewhere,
        }
