"""Places as one file that opens without a network: style and drawings in it, no script."""

from collections.abc import Sequence
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_bidi

from kintrace.wall.places import Country

STYLE = Path(__file__).parent / "static" / "wall" / "kept_places.css"


def html(countries: Sequence[Country]) -> str:
    """The file, in the language of the page it was asked on."""
    style = mark_safe(f"<style>{STYLE.read_text()}</style>")  # noqa: S308 - a file of this folder
    facts = {
        "countries": countries,
        "style": style,
        "day": timezone.localdate(),
        "language": get_language(),
        "direction": "rtl" if get_language_bidi() else "ltr",
    }
    return render_to_string("wall/kept_places.html", facts)
