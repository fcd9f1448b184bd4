"""What was counted on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Sum

from kintrace.servicepoints.models import DailyCount

if TYPE_CHECKING:
    from datetime import date

    from kintrace.servicepoints.models import ServicePoint


def sums_of_day(point: ServicePoint, day: date) -> dict[str, int]:
    """Service → how many, of whomever they are said."""
    rows = DailyCount.objects.filter(point=point, day=day).order_by()
    return dict(rows.values_list("service").annotate(Sum("count")))


def rows_of_day(point: ServicePoint, day: date) -> list[DailyCount]:
    """Every number of a day, with language and band, for who puts them right."""
    return list(DailyCount.objects.filter(point=point, day=day, count__gt=0))
