"""Charts as lengths: drawn by ui/parts/chart.html with attributes, for the policy allows no style.

A chart is never alone: the numbers stand in a table behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise

Text = str | Promise
WIDE, HIGH = 300, 116  # of the field inside the axes, in the chart's own units
LEFT, TOP = 36, 22
ROW, STUB = 42, 8


@dataclass(frozen=True)
class Bar:
    """A column or a row. `number` 0 means: too few to show, drawn as a hatched stub."""

    label: Text
    number: int
    x: float
    y: float
    width: float
    height: float
    said: str = ""  # written beside it

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def after(self) -> float:
        return round(self.x + self.width + 7, 1)


@dataclass(frozen=True)
class Table:
    """What stands behind a chart: words above its columns, and rows of numbers."""

    head: Sequence[Text]
    rows: Sequence[tuple[Text, Sequence[int]]]

    @property
    def is_wide(self) -> bool:
        """Whether it needs the width of a sheet for itself."""
        return len(self.head) > 2


@dataclass(frozen=True)
class Chart:
    """`key` is one word for the page's own ids; `words` say what one sees."""

    key: str
    title: Text
    words: Text
    table: Table
    bars: list[Bar]
    height: int
    lines: list[tuple[float, str]] = field(default_factory=list)  # (y, number) of the axis


def columns(
    key: str, title: Text, words: Text, cells: Sequence[tuple[Text, int]], table: Table
) -> Chart:
    """Upright, in the order of time."""
    top = _round_up(max((number for _, number in cells), default=0))
    bars = [_column(at, cells, top) for at in range(len(cells))]
    lines = [(TOP + HIGH - HIGH * half / 2, f"{top * half // 2:,}") for half in (0, 1, 2)]
    return Chart(key, title, words, table, bars, TOP + HIGH + 26, lines)


def _column(at: int, cells: Sequence[tuple[Text, int]], top: int) -> Bar:
    label, number = cells[at]
    step, every = WIDE / len(cells), max(1, round(len(cells) / 5))
    height = round(HIGH * number / top, 1) if number else STUB
    return Bar(
        label if at % every == 0 else "",
        number,
        x=round(LEFT + (at + 0.14) * step, 1),
        y=round(TOP + HIGH - height, 1),
        width=round(step * 0.72, 1),
        height=height,
        said=f"{number:,}" if number and number == max(number for _, number in cells) else "",
    )


def rows(
    key: str, title: Text, words: Text, cells: Sequence[tuple[Text, int]], table: Table
) -> Chart:
    """Lying, one below the other: kinds that have no order."""
    most = max((number for _, number in cells), default=0) or 1
    bars = [
        Bar(
            label,
            number,
            x=0,
            y=18 + ROW * at,
            width=round(WIDE * 0.85 * number / most, 1) if number else 4 * STUB,
            height=16,
            said=f"{number:,}" if number else "",
        )
        for at, (label, number) in enumerate(cells)
    ]
    return Chart(key, title, words, table, bars, ROW * len(cells) + 2)


def _round_up(number: int) -> int:
    """An even, round number that is not smaller, for the top of the axis."""
    size: int = 10 ** max(len(str(number)) - 2, 0)
    return next(size * step for step in (10, 20, 40, 60, 80, 100) if size * step >= number)
