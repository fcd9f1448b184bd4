"""Counts by month, costs, report texts. Counts are exact here: impact.py holds small ones back."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import Sum
from django.http import Http404
from django.utils import timezone

from kintrace.wall.models import Cost, Message, MonthFigure, Notice, ReportText

Kind = MonthFigure.Kind
Counts = dict[str, dict[date, int]]
MATCHED = (Kind.MATCHED_1, Kind.MATCHED_3, Kind.MATCHED_6, Kind.MATCHED_12, Kind.MATCHED_MORE)
# The most days a face had hung for each of them but the last.
WITHIN = (31, 92, 183, 366)
SPENT_ON = Cost.For.choices
HEADINGS = ReportText.Heading.choices


def counted_now(society: UUID) -> Counter[tuple[str, date]]:
    """What the society's rows say: {(kind, month): how many}. Inside `reading_as(society)`."""
    notices = Notice.objects.filter(society_id=society, put_up__isnull=False)
    arrivals = Message.objects.filter(society_id=society).values_list("arrived", flat=True)
    found = Counter((str(Kind.MESSAGE), _month(arrived)) for arrived in arrivals)
    for state, put_up, ended in notices.values_list("state", "put_up", "ended"):
        found.update((kind, _month(when)) for kind, when in _happened(state, put_up, ended))
    return found


def _happened(
    state: str, put_up: datetime | None, ended: datetime | None
) -> Iterator[tuple[str, datetime]]:
    if put_up:
        yield Kind.PUT_UP, put_up
    if put_up and ended:
        yield Kind.ENDED, ended
        if state == Notice.State.MATCHED:
            yield MATCHED[bisect_left(WITHIN, (ended - put_up).days)], ended


def _month(when: datetime) -> date:
    return timezone.localdate(when).replace(day=1)


def counts_of(society: UUID) -> Counts:
    """A society's own months: what was written down, and what its rows say by now."""
    found: Counts = {}
    for row in MonthFigure.objects.filter(society_id=society):
        found.setdefault(row.kind, {})[row.month] = row.count
    for (kind, month), number in counted_now(society).items():
        months = found.setdefault(kind, {})
        months[month] = max(number, months.get(month, 0))  # rows are erased, counts stay
    return found


def counts_of_others(society: UUID, *, until: date) -> Counts:
    """All other societies together, by what was written down; months that began before `until`."""
    rows = MonthFigure.objects.exclude(society_id=society).filter(month__lt=until)
    found: Counts = {}
    for kind, month, number in rows.values_list("kind", "month").annotate(Sum("count")):
        found.setdefault(kind, {})[month] = number
    return found


def costs_of(society: UUID, months: Iterable[date]) -> list[Cost]:
    """What the society entered for these months, by month."""
    return list(Cost.objects.filter(society_id=society, month__in=list(months)))


def cost_for(society: UUID, cost_id: UUID) -> Cost:
    """One of them, or 404: the same for absent and for another society's."""
    found = Cost.objects.filter(society_id=society, pk=cost_id).first()
    if found is None:
        raise Http404
    return found


def report_texts(society: UUID, year: int) -> dict[str, str]:
    """What the society wrote for a year so far: {heading: text}."""
    own = ReportText.objects.filter(society_id=society, year=year)
    return dict(own.values_list("heading", "text"))
