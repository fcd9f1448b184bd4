"""Reports of a month: what is chosen, what is shown of it, as charts and as a table file."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases.impact import harmless
from kintrace.network import lookups as network
from kintrace.network.access import Right, has
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions.figures import ALL, TOLD_OUTSIDE
from kintrace.servicepoints.counters import Band, Service
from kintrace.servicepoints.lookups import figures
from kintrace.servicepoints.suppression import HIDDEN, shown_cells, shown_total
from kintrace.ui import charts, tongues
from kintrace.ui.charts import Chart, Table
from kintrace.wall import periods
from kintrace.wall.periods import months_between, next_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kintrace.network.models import Member
    from kintrace.servicepoints.lookups.figures import Sums
    from kintrace.servicepoints.models import ServicePoint

Cells = list[tuple[str, int]]  # label, number; HIDDEN where it is held back


@dataclass(frozen=True)
class Report:
    """of: whose numbers, in words. total: HIDDEN where even that is too small."""

    month: date
    of: str
    total: int
    cuts: dict[str, Cells]
    outside: bool = False

    @property
    def until(self) -> date:
        """The last day that is counted."""
        last = next_month(self.month) - timedelta(days=1)
        return last if self.outside else min(last, timezone.localdate())


def of_points(points: Iterable[ServicePoint], month: date, *, of: str) -> Report:
    """The numbers of one point, or of several: then each number is the sum of those that are shown
    of each, so that no point can be worked out from the others."""
    end, each = next_month(month), list(points)
    parts = figures.sums_of_each(each, month, end)
    shown = [{cut: shown_cells(sums) for cut, sums in part.items()} for part in parts]
    together = {cut: _added(one[cut] for one in shown) for cut in figures.CUTS}
    totals = [shown_total(part["service"]) for part in parts]
    by_point = [(point.name, total) for point, total in zip(each, totals, strict=True)]
    cuts = {cut: _labelled(cut, sums) for cut, sums in together.items() if cut != "day"}
    cuts |= {"point": by_point} if len(each) > 1 else {}
    return Report(month, of, sum(totals), {"day": _days(together["day"], month), **cuts})


def from_outside(society: UUID, month: date, *, of: str) -> Report:
    """What may be known of another society's month; nothing of it by day or by point."""
    found = figures.outside(society, month)
    total = found.pop(ALL, {}).get("", HIDDEN)
    cuts = {cut: _labelled(cut, found.get(cut, {})) for cut in TOLD_OUTSIDE}
    return Report(month, of, total, cuts, outside=True)


def _added(parts: Iterable[Mapping[Any, int]]) -> Sums:
    sums: Sums = {}
    for part in parts:
        for cell, number in part.items():
            sums[cell] = sums.get(cell, 0) + number
    return sums


def _days(sums: Sums, month: date) -> Cells:
    """Every day of the month that has come; one on which nothing was counted is held back, too."""
    last = min(next_month(month) - timedelta(days=1), timezone.localdate())
    days = (month + timedelta(days=at) for at in range((last - month).days + 1))
    return [(date_format(day, "j"), sums.get(day, HIDDEN)) for day in days]


def _labelled(cut: str, sums: Sums) -> Cells:
    """Services and bands all stand there, whether anybody was counted or not. Of languages only
    those with a number: that somebody here speaks a rare one is told to nobody."""
    if cut == "language":
        return _languages(sums)
    words: dict[str, Any] = dict(Service.choices if cut == "service" else Band.choices)
    unsaid = {} if cut == "service" else {"": _("not said")}
    return [(str(label), sums.get(cell, HIDDEN)) for cell, label in (words | unsaid).items()]


def _languages(sums: Sums) -> Cells:
    shown = sorted((-number, cell) for cell, number in sums.items() if cell and number)
    named = [(tongues.own_name(cell), -number) for number, cell in shown]
    others = [(_("other languages"), HIDDEN)] if HIDDEN in sums.values() else []
    return [*named, *others, *([(_("not said"), sums[""])] if sums.get("") else [])]


# --- what a member chooses ---


@dataclass(frozen=True)
class Choice:
    """What a member may choose from: months, and whose numbers."""

    months: list[tuple[str, str]]
    whose: list[tuple[str, str]]


def choice_of(member: Member) -> Choice:
    """Own points by name; who manages societies chooses among those whose months are told."""
    if looks_from_outside(member):
        told = figures.months_outside()
        societies = {society for society, _month in told}
        named = [(str(one.pk), one.name) for one in network.every_society() if one.pk in societies]
        return Choice(_months(sorted({month for _society, month in told}, reverse=True)), named)
    today = timezone.localdate()
    first = figures.first_day(member.society_id) or today
    months = list(reversed(months_between(first, next_month(today.replace(day=1)))))
    points = [(str(one.pk), one.name) for one in lookups.points_of(member)]
    return Choice(_months(months), [("", _("All points together")), *points])


def looks_from_outside(member: Member) -> bool:
    """Who manages societies sees what every society may know, and nothing else."""
    return has(member, Right.MANAGE_SOCIETIES)


def _months(months: Iterable[date]) -> list[tuple[str, str]]:
    return [(f"{month:%Y-%m}", periods.named(month)) for month in months]


def report_of(member: Member, choice: Choice, *, month: str, whose: str) -> Report | None:
    """The report of a choice that stands in the list; the first where it does not."""
    if not choice.months or not choice.whose:
        return None
    code = month if month in dict(choice.months) else choice.months[0][0]
    first = date.fromisoformat(f"{code}-01")
    key = whose if whose in dict(choice.whose) else choice.whose[0][0]
    named = dict(choice.whose)[key]
    if looks_from_outside(member):
        return from_outside(UUID(key), first, of=named)
    points = lookups.points_of(member)
    return of_points(points.filter(pk=key) if key else points, first, of=named)


# --- as charts, and as a file ---


def drawings(report: Report) -> list[Chart]:
    """One chart for each table that has anything in it."""
    made = []
    for cut, cells in report.cuts.items():
        if cells:
            table = Table((_head(cut), _("Number")), [(name, [number]) for name, number in cells])
            draw = charts.columns if cut == "day" else charts.rows
            made.append(_said(draw(cut, _title(cut), _in_words(cells), cells, table)))
    return made


def _said(chart: Chart) -> Chart:
    """What is held back may be five or more: the drawing does not say “fewer than five”."""
    bars = [bar if bar.number else replace(bar, said=_("not shown")) for bar in chart.bars]
    return chart if chart.lines else replace(chart, bars=bars)


def _title(cut: str) -> str:
    return {
        "day": _("Services by day"),
        "service": _("By service"),
        "language": _("By language"),
        "band": _("By sex and age, as it was seen"),
        "point": _("By service point"),
    }[cut]


def _head(cut: str) -> str:
    heads = {"day": _("Day"), "service": _("Service"), "language": _("Language")}
    heads["point"] = _("Service point")
    return heads.get(cut, _("Whom"))


def _in_words(cells: Cells) -> str:
    most = max((number for _label, number in cells), default=HIDDEN)
    if not most:
        return _("No number in this drawing is shown.")
    return _("The largest number in this drawing is %(most)s.") % {"most": f"{most:,}"}


def table_file(report: Report) -> str:
    """Every number of the page, held back like there."""
    written = StringIO()
    lines = csv.writer(written)
    lines.writerow([harmless(report.of), harmless(periods.named(report.month))])
    lines.writerow([_("All services"), report.total or _("not shown")])
    for cut, cells in report.cuts.items():
        lines.writerow([])
        lines.writerow([harmless(_title(cut))])
        lines.writerow([harmless(_head(cut)), _("Number")])
        lines.writerows([harmless(name), number or _("not shown")] for name, number in cells)
    return written.getvalue()
