"""An access copy on paper: made whole in memory, sent, and stored nowhere."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from kintrace.network.lookups import society
from kintrace.protection import holders
from kintrace.protection.holders import Cover
from kintrace.ui import paper
from kintrace.ui.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.protection.copies import Copy
    from kintrace.protection.holders import Line
    from kintrace.protection.models import RightsRequest

STYLE = Path(__file__).parent / "static" / "protection" / "copy.css"


def pdf(copy: Copy, *, request: RightsRequest, covered: Collection[int]) -> bytes:
    """The paper with the lines at these places covered. Raises PaperMissing."""
    style = STYLE.read_text("utf-8")
    return paper.pdf(html(copy, request=request, covered=covered), style=style, pictures={})


def html(copy: Copy, *, request: RightsRequest, covered: Collection[int]) -> str:
    """The page that is printed, in the person's language."""
    with override(copy.language):
        facts = {
            "direction": "rtl" if get_language_info(copy.language)["bidi"] else "ltr",
            "society": society(request.society_id),
            "reference": holders.label(request.subject),
            "received": request.received,
            "today": timezone.localdate(),
            "parts": _rows(copy, covered),
        }
        return render_to_string("protection/copy_paper.html", facts)


def _rows(copy: Copy, covered: Collection[int]) -> list[dict[str, Any]]:
    """Headings with rows: a name once, and below it what is kept under it."""
    places = iter(range(len(copy.lines)))
    rows = []
    for part in copy.parts:
        said = [(line.name, *_said(line, covered=next(places) in covered)) for line in part.lines]
        named = groupby(said, key=lambda one: one[0])
        rows.append(
            {
                "heading": part.heading,
                "rows": [(name, [one[1:] for one in same]) for name, same in named],
            }
        )
    return rows


def _said(line: Line, *, covered: bool) -> tuple[str, bool]:
    """What stands on the paper, and whether something is covered there."""
    if line.cover is Cover.OTHER:
        return _("[another person’s data, not shown]"), True
    if covered:
        return _("[not shown here; ask us to tell you in person]"), True
    return isolated(line.value), False
