"""Writing down what came of it: counts by month, costs, and the words of a report."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.wall.lookups import figures
from kintrace.wall.models import Cost, MonthFigure, ReportText

if TYPE_CHECKING:
    from kintrace.network.models import Member


@transaction.atomic
def write_months(society: UUID) -> int:
    """Keep the months of the society in whose name this reads; how many cells changed.

    A count never shrinks: an erased notice takes its person along, not the month's number. No
    audit row: nobody did anything, and twice a day is the same as once.
    """
    known = {
        (row.kind, row.month): row
        for row in MonthFigure.objects.select_for_update().filter(society_id=society)
    }
    changed = 0
    for (kind, month), number in figures.counted_now(society).items():
        row = known.get((kind, month)) or MonthFigure(
            society_id=society, kind=kind, month=month, count=0
        )
        if number > row.count:
            row.count = number
            row.save()
            changed += 1
    return changed


@transaction.atomic
def enter_cost(*, month: date, amount: Decimal, currency: str, spent_on: str, by: "Member") -> Cost:
    """What the member's society spent in a month."""
    cost = Cost(society_id=by.society_id, month=month.replace(day=1), amount=amount)
    cost.currency, cost.spent_on = currency, spent_on
    cost.save()
    record(Deed.ENTERED_COST, about=cost.pk, by=by)
    return cost


@transaction.atomic
def take_back_cost(cost: Cost, *, by: "Member") -> None:
    """It was entered by mistake."""
    about = cost.pk
    cost.delete()
    record(Deed.TOOK_BACK_COST, about=about, by=by)


@transaction.atomic
def write_report(year: int, *, texts: Mapping[str, str], by: "Member") -> None:
    """Keep what the member's society says under each heading. All of it is meant for everybody."""
    for heading in ReportText.Heading:
        ReportText.objects.update_or_create(
            society_id=by.society_id,
            year=year,
            heading=heading,
            defaults={"text": texts.get(heading, "")},
        )
    record(Deed.WROTE_REPORT, about=by.society_id, by=by)
