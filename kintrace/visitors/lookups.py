"""What was counted."""

from collections.abc import Collection
from datetime import date

from kintrace.visitors.models import DayCount


def counts(first: date, last: date) -> dict[tuple[date, str, str], int]:
    """Both days included: {(day, kind, language): how often}."""
    rows = DayCount.objects.filter(day__range=(first, last))
    return {(row.day, row.kind, row.language): row.count for row in rows}


def views(kinds: Collection[str], first: date, last: date) -> dict[str, dict[date, int]]:
    """Both days included: {language: {day: how often pages of these kinds were shown}}."""
    found: dict[str, dict[date, int]] = {}
    for (day, kind, language), number in sorted(counts(first, last).items()):
        if kind in kinds:
            days = found.setdefault(language, {})
            days[day] = days.get(day, 0) + number
    return found
