"""Days of a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.servicepoints.models import PointDay

if TYPE_CHECKING:
    from datetime import date

    from kintrace.servicepoints.models import ServicePoint


def day_of(point: ServicePoint, day: date) -> PointDay | None:
    """None while nobody opened it."""
    return PointDay.objects.filter(point=point, day=day).first()
