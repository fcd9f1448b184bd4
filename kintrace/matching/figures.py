"""How often what was shown as likely was one person: by month and band, small numbers held back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.matching import lookups
from kintrace.matching.bands import Band, among_cards, band_of
from kintrace.matching.words import Verdict
from kintrace.ui import charts
from kintrace.ui.charts import Table
from kintrace.wall.periods import months_between, named, next_month
from kintrace.wall.small_numbers import by_time

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.matching.lookups import Judged
    from kintrace.ui.charts import Chart

SAID = (Verdict.YES, Verdict.NO, Verdict.UNSURE)
Cell = tuple[Band, Verdict]


@dataclass(frozen=True)
class Row:
    """One month of one band: yes, no, unsure (0: too few to show) and the share of yes."""

    month: str
    band: Band
    numbers: tuple[int, int, int]

    @property
    def share(self) -> str:
        """Of what was said yes or no; only where both may be shown."""
        yes, no, _unsure = self.numbers
        return f"{round(100 * yes / (yes + no))} %" if yes and no else ""


def month_of(judged: Judged) -> date:
    return timezone.localdate(judged.at).replace(day=1)


def bands_of(some: list[Judged]) -> list[Band]:
    """The band of each, among as many cards as there are now."""
    among = {across: among_cards(across=across) for across in {one.across for one in some}}
    return [band_of(one.weight, among=among[one.across]) for one in some]


def shown(society: UUID) -> dict[str, Any]:
    """The context of the page: every month since the first verdict, the newest first."""
    judged = list(lookups.judged_pairs(society))
    counts = Counter(
        (month_of(one), band, one.verdict)
        for one, band in zip(judged, bands_of(judged), strict=True)
    )
    end = next_month(timezone.localdate().replace(day=1))
    months = months_between(min(map(month_of, judged), default=end), end)
    held = {
        (band, said): by_time({month: counts[month, band, said] for month in months}, months)
        for band in Band
        for said in SAID
    }
    rows = [row for month in reversed(months) for row in _rows(month, held)]
    return {"rows": rows, "chart": _chart(held) if rows else None}


def _rows(month: date, held: dict[Cell, dict[date, int]]) -> list[Row]:
    rows = (
        Row(named(month), band, _three([held[band, said][month] for said in SAID])) for band in Band
    )
    return [row for row in rows if any(row.numbers)]


def _three(numbers: list[int]) -> tuple[int, int, int]:
    yes, no, unsure = numbers
    return yes, no, unsure


def _chart(held: dict[Cell, dict[date, int]]) -> Chart:
    """The share of yes in each band, of all months together."""
    cells = [(str(band.label), _share(held, band)) for band in Band]
    table = Table((_("How likely"), _("One person, of 100")), [(name, [n]) for name, n in cells])
    words = _("Of 100 pairs of a band that were judged: so many were one person.")
    return charts.rows("bands", _("One person, of 100 judged pairs"), words, cells, table)


def _share(held: dict[Cell, dict[date, int]], band: Band) -> int:
    yes, no = (sum(held[band, said].values()) for said in (Verdict.YES, Verdict.NO))
    return round(100 * yes / (yes + no)) if yes and no else 0
