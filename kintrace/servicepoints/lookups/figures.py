"""Sums of what was counted, for reports. Who shows them holds small numbers back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Min, Sum

from kintrace.servicepoints.models import DailyCount, MonthOutside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from kintrace.servicepoints.models import ServicePoint

Sums = dict[Any, int]
CUTS = ("day", "service", "language", "band")


def sums_of_each(points: Iterable[ServicePoint], first: date, end: date) -> list[dict[str, Sums]]:
    """Of each point cut → cell → how many, from a day on and before another."""
    found = {one.pk: dict[str, Sums]({cut: {} for cut in CUTS}) for one in points}
    within = DailyCount.objects.filter(point__in=found, day__gte=first, day__lt=end).order_by()
    for cut in CUTS:
        for point, cell, number in within.values_list("point", cut).annotate(Sum("count")):
            found[point][cut][cell] = number
    return list(found.values())


def sums_of_society(society: UUID, first: date, end: date) -> dict[str, Sums]:
    """The same of all points together."""
    rows = DailyCount.objects.filter(society_id=society)
    within = rows.filter(day__gte=first, day__lt=end).order_by()
    return {cut: dict(within.values_list(cut).annotate(Sum("count"))) for cut in CUTS}


def first_day(society: UUID) -> date | None:
    """The first day on which anything was counted."""
    found = DailyCount.objects.filter(society_id=society).aggregate(day=Min("day"))
    day: date | None = found["day"]
    return day


def outside(society: UUID, month: date) -> dict[str, Sums]:
    """Cut → cell → what may be known of a month outside the society."""
    found: dict[str, Sums] = {}
    for row in MonthOutside.objects.filter(society_id=society, month=month):
        found.setdefault(row.cut, {})[row.cell] = row.count
    return found


def months_outside() -> list[tuple[UUID, date]]:
    """Which months of which societies may be known outside."""
    rows = MonthOutside.objects.order_by("-month").values_list("society", "month")
    return list(rows.distinct())
