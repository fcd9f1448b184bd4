"""Icons (i-…) and pictograms (p-…): one drawing per file, read once when the program starts.

Colours come from currentColor, because no style sheet reaches into <use>.
"""

import re
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).parent / "symbols"
_DRAWING = re.compile(
    r'^<svg [^>]*viewBox="(?P<box>[^"]+)"[^>]*>(?P<inside>.*)</svg>\s*$', re.DOTALL
)
# These point along the line of reading, so they turn round in right-to-left pages.
TURNING = frozenset({"i-arrow", "i-back", "i-exit"})


class NoSuchSymbol(LookupError):
    """A template names a drawing that is not in the folder."""


@cache
def every_symbol() -> dict[str, SafeString]:
    """Name to <symbol> element, of every file in the folder."""
    return {file.stem: _symbol(file) for file in sorted(FOLDER.glob("*.svg"))}


def _symbol(file: Path) -> SafeString:
    drawing = _DRAWING.match(file.read_text(encoding="utf-8"))
    if drawing is None:
        raise ValueError(f"{file.name} is not one <svg> with a viewBox.")
    inside = drawing["inside"].strip()
    # Safe: the drawings are files of this folder, never somebody's upload.
    return mark_safe(f'<symbol id="{file.stem}" viewBox="{drawing["box"]}">{inside}</symbol>')  # noqa: S308


def symbol(name: str) -> SafeString:
    """The <symbol> element of that name; NoSuchSymbol when there is none."""
    try:
        return every_symbol()[name]
    except KeyError:
        raise NoSuchSymbol(name) from None


@cache
def on_paper(name: str, colour: str) -> SafeString:
    """The drawing alone, for a sheet of paper: no <use>, no style sheet reaches into it there."""
    inside = symbol(name).replace("currentColor", colour)
    drawn = inside.replace("<symbol ", _ON_PAPER.format(colour=colour), 1)
    return mark_safe(drawn.replace(f' id="{name}"', "", 1).replace("</symbol>", "</svg>"))  # noqa: S308


_ON_PAPER = (
    '<svg class="drawn" fill="none" stroke="{colour}" stroke-width="2" stroke-linecap="round" '
    'stroke-linejoin="round" '
)
