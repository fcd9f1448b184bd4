"""What the impact page, its table file and the yearly report show of the figures."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.ui import charts, tongues
from kintrace.ui.charts import Chart, Table
from kintrace.wall import impact, periods
from kintrace.wall.lookups import figures as counted
from kintrace.wall.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from kintrace.wall.impact import Figures, Series, Views

SCOPES = ("own", "all")


@dataclass(frozen=True)
class Shown:
    """One choice of period and scope, with everything that is shown of it."""

    period: Period
    scope: str
    figures: Figures
    views: Views
    spent: list[impact.Spent]
    until: date  # the first day that is not counted yet

    @property
    def last(self) -> date:
        return self.until - timedelta(days=1)


def shown_to(member: Member, *, code: str, scope: str) -> Shown:
    """Own figures up to today; those of the network fourteen days after a month has ended."""
    today = timezone.localdate()
    period = Period.of(code, today)
    if scope == "all":
        until = min(period.end, impact.shown_until(today))
        figures = impact.of_network(member.society_id, period, today)
    else:
        scope, until = "own", min(period.end, today + timedelta(days=1))
        figures = impact.of_society(member.society_id, period, until=until)
    return _shown(member, period, scope, figures, until)


def reported(member: Member, year: int) -> Shown:
    """The own figures of a year as they may be published: fourteen days late."""
    period = Period.year(year)
    until = min(period.end, impact.shown_until(timezone.localdate()))
    figures = impact.of_society(member.society_id, period, until=until)
    return _shown(member, period, "own", figures, until)


def _shown(member: Member, period: Period, scope: str, figures: Figures, until: date) -> Shown:
    costs = counted.costs_of(member.society_id, figures.months) if scope == "own" else []
    views = impact.views(period, until=until)
    return Shown(period, scope, figures, views, impact.spent(costs, figures), until)


def choices(shown: Shown) -> list[tuple[str, str]]:
    """The periods one can choose: back to the first year that has figures."""
    first = min([*shown.figures.months, shown.period.first])
    return periods.choices(
        timezone.localdate(), date(min(first.year, timezone.localdate().year), 1, 1)
    )


def drawings(shown: Shown, *, on_paper: bool = False) -> list[Chart]:
    """The charts of a period; the page of one month has its days, which only views have.

    on_paper: months are numbers inside a drawing, where the printer joins no Arabic letters.
    """
    figures, written = shown.figures, "n" if on_paper else "M"
    by_month = [
        _months("live", _("Faces on the wall at the end of the month"), figures.live, written),
        _months("put_up", _("Faces put up"), figures.put_up, written),
        _months("messages", _("Messages that arrived"), figures.messages, written),
        _months("matched", _("Families found"), figures.matched, written),
    ]
    views = [_seen(shown.views, shown.period, written), _by_language(shown.views)]
    return [*([] if shown.period.is_month else by_month), *views]


def _months(key: str, title: str, series: Series, written: str) -> Chart:
    cells = [(date_format(month, written), number) for month, number in series.items()]
    table = Table(
        (_("Month"), _("Number")),
        [(periods.named(month), [number]) for month, number in series.items()],
    )
    return charts.columns(key, title, _in_words(cells), cells, table)


def _in_words(cells: list[tuple[str, int]]) -> str:
    """What the drawing below its title shows, for who cannot see it; the table has the numbers."""
    most = max((number for _, number in cells), default=0)
    if not most:
        return _("Every number in this drawing is fewer than 5.")
    return _("The largest number in this drawing is %(most)s.") % {"most": f"{most:,}"}


def _seen(views: Views, period: Period, written: str) -> Chart:
    """Views by day or month; the table has them by language, too."""
    written, said = ("j", "DATE_FORMAT") if period.is_month else (written, "F Y")
    title, series = _("Pages that were looked at"), views.languages.values()
    cells = [(date_format(time, written), number) for time, number in views.by_time.items()]
    table = Table(
        (_("Day") if period.is_month else _("Month"), *map(_own_name, views.languages)),
        [(date_format(time, said), [one[time] for one in series]) for time in views.times],
    )
    return charts.columns("views", title, _in_words(cells), cells, table)


def _by_language(views: Views) -> Chart:
    title = _("Pages that were looked at, by language")
    cells = [(_own_name(code), number) for code, number in views.by_language.items()]
    table = Table((_("Language"), _("Number")), [(name, [number]) for name, number in cells])
    return charts.rows("languages", title, _in_words(cells), cells, table)


def _own_name(code: str) -> str:
    return tongues.own_name(code) if code else _("not known")


def table_file(shown: Shown, who: str) -> str:
    """Every number of the page as CSV, held back like there."""
    written = StringIO()
    lines = csv.writer(written)
    lines.writerow([harmless(who), harmless(shown.period.name)])
    for chart in drawings(shown):
        lines.writerow([])
        lines.writerow([harmless(str(chart.title))])
        lines.writerow([harmless(str(word)) for word in chart.table.head])
        for label, numbers in chart.table.rows:
            lines.writerow(
                [harmless(str(label)), *(number or _("fewer than 5") for number in numbers)]
            )
    lines.writerow([])
    lines.writerows([harmless(name), *found] for name, *found in _said_above(shown))
    return written.getvalue()


def _said_above(shown: Shown) -> Iterator[list[Any]]:
    """Whatever else the page says in numbers; societies are no people and may be few."""
    for name, number in sums(shown.figures):
        yield [name, number or _("too few to show")]
    if shown.figures.middle:
        within = _("Half of the families were found within this time after the face was put up")
        yield [within, str(shown.figures.middle)]
    yield [_("Societies in the network"), impact.societies_at_work()]
    for one in shown.spent:
        for name, amount in (
            (_("Costs"), one.amount),
            (_("For each person whose face was put up, about"), one.per_person),
            (_("For each family found, about"), one.per_family),
        ):
            if amount is not None:
                yield [name, harmless(one.currency), amount]


def sums(figures: Figures) -> list[tuple[str, int]]:
    """The numbers above the charts, in words."""
    totals = figures.totals
    return [
        (_("Faces on the wall at the end"), figures.live_at_the_end),
        (_("Faces ever put up"), figures.ever),
        (_("Faces put up in this time"), totals["put_up"]),
        (_("Messages that arrived"), totals["messages"]),
        (_("Families found"), totals["matched"]),
    ]


def harmless(text: str) -> str:
    """Words as they may stand in a table program, which takes some beginnings for a formula."""
    return f"'{text}" if text.lstrip()[:1] in {"=", "+", "-", "@"} or text[:1] in "\t\r\n" else text
