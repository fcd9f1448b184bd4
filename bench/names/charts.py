"""Two drawings as plain SVG: bars for each task, lines over the size of the gallery."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import log
from typing import TYPE_CHECKING

from bench.names.contest import WAYS
from bench.names.task import raised
from bench.names.tasks import BY_NUMBER, WORKS

if TYPE_CHECKING:
    from bench.names.report import Measured

COLOURS = dict(
    zip(WAYS, ["#b3261e", "#5b8db8", "#88a96b", "#b59a4c", "#8f7aa8", "#8a8a8a"], strict=True)
)
FONT = 'font-family="sans-serif" font-size="12"'
WIDE, LEFT, RIGHT, BAR, GAP = 760, 230, 50, 10, 16
PANEL, ROOM, TALL, TOP = 240, 190, 260, 60


@dataclass(frozen=True)
class Bar:
    """One figure of one system."""

    system: str
    value: float


def text(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" {more}>{escape(words)}</text>'


def sheet(wide: float, tall: float, parts: list[str]) -> str:
    """A drawing on white ground, so that it can be read on a dark page too."""
    box = f'viewBox="0 0 {wide:.0f} {tall:.0f}" width="{wide:.0f}" height="{tall:.0f}"'
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {box} {FONT}>', ground, *parts, "</svg>", ""]
    return "\n".join(lines)


def legend(y: float) -> list[str]:
    """Which colour is whose."""
    parts, x = [], 16.0
    for system, colour in COLOURS.items():
        parts.append(f'<rect x="{x:.0f}" y="{y - 10:.0f}" width="10" height="10" fill="{colour}"/>')
        parts.append(text(x + 14, y, system))
        x += 30 + len(system) * 6.6
    return parts


def tasks(all_of_it: Measured) -> str:
    """Recall@1 on each task, the goal as a line across its bars."""
    parts, y = legend(24), 48.0
    for work in WORKS:
        reached = {system: all_of_it.reached(work.number, system) for system in WAYS}
        bars = [Bar(system, one[1].recall1) for system, one in reached.items() if one]
        parts += _group(work.name, bars, work.goals.get("recall1"), y)
        y += len(bars) * BAR + GAP
    parts.append(text(LEFT, y + 6, "Recall@1; the dark line is the goal", 'fill="#555"'))
    return sheet(WIDE, y + 20, parts)


def _group(name: str, bars: list[Bar], goal: float | None, y: float) -> list[str]:
    room, tall = WIDE - LEFT - RIGHT, len(bars) * BAR
    parts = [
        text(LEFT - 8, y + (row + 1) * 16, line, 'text-anchor="end"')
        for row, line in enumerate(_folded(raised(name)))
    ]
    for row, bar in enumerate(bars):
        top = y + row * BAR
        wide = bar.value * room
        size = f'width="{wide:.1f}" height="{BAR - 1}" fill="{COLOURS[bar.system]}"'
        parts.append(f'<rect x="{LEFT}" y="{top:.0f}" {size}/>')
        parts.append(text(LEFT + wide + 4, top + 9, f"{bar.value:.2f}", 'font-size="9"'))
    if goal is not None:
        x = LEFT + goal * room
        parts.append(
            f'<path d="M{x:.1f} {y - 2:.0f}v{tall + 3}" stroke="#222" stroke-width="1.5"/>'
        )
    return parts


def _folded(name: str, width: int = 36) -> list[str]:
    lines = [""]
    for word in name.split():
        fits = len(lines[-1]) + len(word) < width
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if fits else [*lines, word]
    return lines


def growth(all_of_it: Measured) -> str:
    """Recall@1 over the size of the gallery, one panel for each task."""
    numbers = list(dict.fromkeys(one.task for _, one in all_of_it.growth))
    parts = legend(24)
    for place, number in enumerate(numbers):
        parts += _panel(all_of_it, number, 50 + place * PANEL)
    return sheet(max(WIDE, 50 + len(numbers) * PANEL), TOP + TALL + 40, parts)


def _panel(all_of_it: Measured, number: int, left: float) -> list[str]:
    sizes = sorted({size for size, one in all_of_it.growth if one.task == number})
    widest = log(max(sizes[-1] / sizes[0], 2))
    across = {size: left + ROOM * log(size / sizes[0]) / widest for size in sizes}
    parts = _grid(raised(BY_NUMBER[number].name.split(",")[0]), left)
    middle = 'text-anchor="middle" font-size="10"'
    parts += [text(x, TOP + TALL + 16, f"{size:,}", middle) for size, x in across.items()]
    for system in reversed(WAYS):  # ours on top
        heights = {size: _best(all_of_it, number, size, system) for size in sizes}
        points = [(across[size], one) for size, one in heights.items() if one is not None]
        parts.append(_line([(x, TOP + TALL * (1 - one)) for x, one in points], COLOURS[system]))
    return parts


def _grid(title: str, left: float) -> list[str]:
    parts = [text(left, TOP - 8, title, 'font-weight="bold"')]
    for tenth in range(0, 11, 2):
        y = TOP + TALL * (1 - tenth / 10)
        parts.append(f'<path d="M{left:.0f} {y:.0f}h{ROOM}" stroke="#ddd"/>')
        parts.append(text(left - 6, y + 4, f"{tenth / 10:.1f}", 'text-anchor="end" font-size="10"'))
    return parts


def _best(all_of_it: Measured, number: int, size: int, system: str) -> float | None:
    found = [
        one.figures.recall1
        for real, one in all_of_it.growth
        if (one.task, real, one.system) == (number, size, system)
    ]
    return max(found, default=None)


def _line(points: list[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'
