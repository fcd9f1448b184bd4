"""The messages of a case, on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups
from kintrace.cases.states import AT_WORK

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.network.models import Member


class RedCrossPanel:
    """That there are messages, and how far they came; the box stays shut."""

    template = "cases/red_cross/panel.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        rows = lookups.red_cross_lines(lookups.red_cross_in(case), by=by)
        lines = [(row, lookups.called_since(row.message)) for row in rows]
        return {"lines": lines, "open": case.state in AT_WORK}
