"""A slip that shows the way, on a quarter of a sheet: made whole in memory, kept nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language_info, override

from kintrace.servicepoints.people_words import Help
from kintrace.ui import paper

if TYPE_CHECKING:
    from kintrace.network.models import Desk, Society
    from kintrace.servicepoints.models import Slip

STYLE = Path(__file__).parent / "static" / "servicepoints" / "slip.css"


def languages() -> list[tuple[str, str]]:
    """In which a slip can be printed, by their own names."""
    return [
        (code, str(get_language_info(code)["name_local"])) for code, _name in settings.LANGUAGES
    ]


def pdf(slip: Slip, *, language: str, desk: Desk | None, place: str, society: Society) -> bytes:
    """The paper. Raises PaperMissing."""
    whole = html(slip, language=language, desk=desk, place=place, society=society)
    return paper.pdf(whole, style=STYLE.read_text("utf-8"), pictures={})


def html(slip: Slip, *, language: str, desk: Desk | None, place: str, society: Society) -> str:
    """The page that is printed, in the language that was asked for."""
    with override(language):
        facts: dict[str, Any] = {
            "direction": "rtl" if get_language_info(language)["bidi"] else "ltr",
            "slip": slip,
            "help": Help(slip.help).label,
            "desk": desk,
            "place": place,
            "society": society,
        }
        return render_to_string("servicepoints/ways_on/slip_paper.html", facts)
