"""The best F1 of every system on every file, as plain SVG bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.matching.systems import OURS, RIVALS
from bench.names.charts import sheet, text

if TYPE_CHECKING:
    from bench.matching.report import Measured

COLOURS = dict(zip((OURS, *RIVALS), ("#b3261e", "#5b8db8", "#88a96b"), strict=True))
WIDE, LEFT, ROOM, BAR, GAP = 760, 200, 490, 14, 14


def drawn(found: Measured) -> str:
    """One group of bars for each file."""
    parts, y = _legend(), 48.0
    for data in dict.fromkeys(one.data for one in found.outcomes):
        parts.append(text(LEFT - 8, y + 20, data, 'text-anchor="end"'))
        for one in found.outcomes:
            if one.data == data:
                value = one.figures.f1 if one.figures else 0.0
                parts += _bar(one.system, value, y)
                y += BAR
        y += GAP
    parts.append(text(LEFT, y + 4, "Best F1", 'fill="#555"'))
    return sheet(WIDE, y + 16, parts)


def _bar(system: str, value: float, y: float) -> list[str]:
    wide = value * ROOM
    size = f'width="{wide:.1f}" height="{BAR - 2}" fill="{COLOURS[system]}"'
    words = f"{value:.3f}" if value else "did not end"
    return [
        f'<rect x="{LEFT}" y="{y:.0f}" {size}/>',
        text(LEFT + wide + 4, y + 10, words, 'font-size="10"'),
    ]


def _legend() -> list[str]:
    parts, x = [], 16.0
    for system, colour in COLOURS.items():
        parts.append(f'<rect x="{x:.0f}" y="14" width="10" height="10" fill="{colour}"/>')
        parts.append(text(x + 14, 24, system))
        x += 40 + len(system) * 7
    return parts
