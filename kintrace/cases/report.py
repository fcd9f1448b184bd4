"""The yearly report of a society, a PDF for everybody. Made in memory, kept nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from kintrace.cases import impact
from kintrace.ui import paper
from kintrace.wall.impact import societies_at_work
from kintrace.wall.lookups.figures import HEADINGS, report_texts

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from kintrace.ui.charts import Chart

STYLE = Path(__file__).parent / "static" / "cases" / "report.css"


def printed(year: int, *, by: Member) -> bytes:
    """The report of the member's society, in the language of the page. Raises PaperMissing."""
    page = render_to_string("cases/report_paper.html", _said(year, by))
    return paper.pdf(page, style=STYLE.read_text("utf-8"), pictures={})


def _said(year: int, by: Member) -> dict[str, Any]:
    shown = impact.reported(by, year)
    texts = report_texts(by.society_id, year)
    return {
        "direction": "rtl" if get_language_bidi() else "ltr",
        "society": by.society,
        "year": year,
        "shown": shown,
        "sums": impact.sums(shown.figures),
        "societies": societies_at_work(),
        "parts": [(key, label, texts.get(key, "")) for key, label in HEADINGS],
        "charts": [chart for chart in impact.drawings(shown, on_paper=True) if _is_telling(chart)],
        "nothing": _("too few to show"),
    }


def _is_telling(chart: Chart) -> bool:
    """Whether there is any number in it that may be shown."""
    return any(bar.number for bar in chart.bars)
