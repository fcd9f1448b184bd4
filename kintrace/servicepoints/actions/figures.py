"""Numbers that may be known outside a society, written once and never changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.servicepoints.lookups.figures import first_day, sums_of_society
from kintrace.servicepoints.models import MonthOutside
from kintrace.servicepoints.suppression import HIDDEN, shown_cells, shown_total
from kintrace.wall.periods import months_between, next_month

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

LATER = timedelta(days=14)
TOLD_OUTSIDE = ("service", "language", "band")  # days are nobody else's business
ALL = "all"


@transaction.atomic
def write_outside(society: UUID, *, today: date) -> int:
    """Write each month that ended fourteen days ago and is not written yet; how many months."""
    first = first_day(society)
    months = months_between(first, (today - LATER).replace(day=1)) if first else []
    known = set(MonthOutside.objects.filter(society_id=society).values_list("month", flat=True))
    new = [month for month in months if month not in known]
    for month in new:
        _write(society, month)
    return len(new)


def _write(society: UUID, month: date) -> None:
    """Only numbers that are shown. The total has its row even where it is held back: else a quiet
    month would be looked at again for ever."""
    sums = sums_of_society(society, month, next_month(month))
    told = {(cut, cell): n for cut in TOLD_OUTSIDE for cell, n in shown_cells(sums[cut]).items()}
    shown = {place: number for place, number in told.items() if number != HIDDEN}
    MonthOutside.objects.bulk_create(
        MonthOutside(society_id=society, month=month, cut=cut, cell=cell, count=number)
        for (cut, cell), number in {**shown, (ALL, ""): shown_total(sums["service"])}.items()
    )
