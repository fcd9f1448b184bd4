"""What stays of ended cases, as a page may show it: no number under five (decision 012)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups
from kintrace.cases.circumstances import Closing
from kintrace.wall.small_numbers import held_back

if TYPE_CHECKING:
    from uuid import UUID


def shown(society: UUID) -> dict[str, Any]:
    """Ended cases by the year in which they were closed, and why; one table and no totals.

    Of one table a reader cannot subtract. Kin and age are kept for tables of many societies.
    """
    cells = lookups.past_cases(society)
    years = sorted({cell.closed for cell in cells})
    columns = {
        why: held_back(
            sum(cell.count for cell in cells if (cell.closed, cell.closing) == (year, why))
            for year in years
        )
        for why in Closing.values
    }
    # By what is shown and not by what there is: a column of noughts would say that there is one.
    reasons = [why for why in Closing.values if any(columns[why])]
    rows = [(year, [columns[why][at] for why in reasons]) for at, year in enumerate(years)]
    return {"reasons": [Closing(why).label for why in reasons], "rows": rows}
