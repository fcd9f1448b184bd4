"""What was counted."""

from datetime import date

from kintrace.visitors.models import DayCount


def counts(first: date, last: date) -> dict[tuple[date, str], int]:
    """Both days included: {(day, kind): how often}."""
    rows = DayCount.objects.filter(day__range=(first, last))
    return {(row.day, row.kind): row.count for row in rows}
