"""A pen that draws smooth shapes from short path notes, with Pillow alone.

Everything is placed on a sheet of 160 by 200 units, of which the part from (14, 12) to (146, 177)
is seen. It is drawn twice as large as asked for and halved at the end, so that edges are soft.
"""

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw

Point = tuple[float, float]
Colour = tuple[int, int, int]

WIDTH, HEIGHT = 960, 1200
_FINER = 2
_LEFT, _TOP = 14, 12
_UNIT = WIDTH * _FINER / 132
_MIDDLE = 80
_WORDS = re.compile(r"[MLHVCSQZmlhvcsqz]|-?(?:\d+\.?\d*|\.\d+)")
_STEPS = 24
_BAND = 20


def colour(code: str) -> Colour:
    """Read "#a06f4d"."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """Give `one` with so large a part (0 to 1) of `other`."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def mirrored(points: Sequence[Point]) -> list[Point]:
    """Turn points to the other side of the face."""
    return [(2 * _MIDDLE - across, down) for across, down in points]


@lru_cache(maxsize=1024)
def outlines(path: str) -> tuple[tuple[Point, ...], ...]:
    """Flatten a path note (M L H V C S Q Z, small letters relative) into one outline a part."""
    return tuple(tuple(part) for part in _Walk(_WORDS.findall(path)).parts)


class _Walk:
    """One pass over the words of a path note."""

    _NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}

    def __init__(self, words: list[str]) -> None:
        self.parts: list[list[Point]] = []
        self._at: Point = (0.0, 0.0)
        self._handle: Point = (0.0, 0.0)
        self._words, self._place = words, 0
        letter = "M"
        while self._place < len(words):
            if words[self._place].isalpha():
                letter = words[self._place]
                self._place += 1
            self._step(letter)
            letter = {"M": "L", "m": "l"}.get(letter, letter)

    def _step(self, letter: str) -> None:
        kind = letter.upper()
        count = self._NUMBERS[kind]
        numbers = [float(word) for word in self._words[self._place : self._place + count]]
        self._place += count
        points = self._points(kind, numbers, relative=letter.islower())
        if kind == "M":
            self.parts.append([points[0]])
        elif kind in "LHV":
            self.parts[-1].append(points[0])
        elif kind != "Z":
            self._curve(kind, points)
        if points:
            self._at = points[-1]
        if kind not in "CS":
            self._handle = self._at

    def _points(self, kind: str, numbers: list[float], *, relative: bool) -> list[Point]:
        left, upper = self._at if relative else (0.0, 0.0)
        if kind == "H":
            return [(numbers[0] + left, self._at[1])]
        if kind == "V":
            return [(self._at[0], numbers[0] + upper)]
        return [(x + left, y + upper) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]

    def _curve(self, kind: str, points: list[Point]) -> None:
        if kind == "S":
            smooth = 2 * self._at[0] - self._handle[0], 2 * self._at[1] - self._handle[1]
            points = [smooth, *points]
        self._handle = points[-2]
        corners = [self._at, *points]
        for step in range(1, _STEPS + 1):
            self.parts[-1].append(_on_curve(corners, step / _STEPS))


def _on_curve(corners: list[Point], part: float) -> Point:
    while len(corners) > 1:
        corners = [
            (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for a, b in pairwise(corners)
        ]
    return corners[0]


@dataclass(frozen=True)
class _Fit:
    wide: float = 1
    tall: float = 1
    about: Point = (80, 90)
    shift: Point = (0, 0)

    def of(self, point: Point) -> Point:
        across = self.about[0] + (point[0] - self.about[0]) * self.wide + self.shift[0]
        down = self.about[1] + (point[1] - self.about[1]) * self.tall + self.shift[1]
        return across, down


class Pen:
    """Draws on a sheet of one ground colour, a little lighter above than below."""

    def __init__(self, ground: Colour) -> None:
        self._sheet = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), None)
        above, below = mix(ground, (255, 255, 255), 0.14), mix(ground, (40, 30, 40), 0.07)
        self._opaque = ImageDraw.Draw(self._sheet)
        self._veil = ImageDraw.Draw(self._sheet, "RGBA")  # mixes what it draws; slower
        for top in range(0, self._sheet.height, _BAND):
            paint = mix(above, below, top / self._sheet.height)
            self._opaque.rectangle((0, top, self._sheet.width, top + _BAND), paint)
        self._fit = _Fit()

    def fill(self, path: str, paint: Colour, *, clear: float = 1.0, both: bool = False) -> None:
        """Fill a path; a second part of it is a hole. `clear` 0 to 1; `both`: and its mirror."""
        points = _with_holes(outlines(path))
        self.shape(points, paint, clear=clear)
        if both:
            self.shape(mirrored(points), paint, clear=clear)

    def shape(self, points: Sequence[Point], paint: Colour, *, clear: float = 1.0) -> None:
        placed = [self._placed(point) for point in points]
        if clear == 1:
            self._opaque.polygon(placed, paint)
        else:
            self._veil.polygon(placed, (*paint, round(255 * clear)))

    def oval(self, middle: Point, radii: Point, paint: Colour, *, clear: float = 1.0) -> None:
        (left, upper), (right, lower) = (
            self._placed((middle[0] + side * radii[0], middle[1] + side * radii[1]))
            for side in (-1, 1)
        )
        if clear == 1:
            self._opaque.ellipse((left, upper, right, lower), paint)
        else:
            self._veil.ellipse((left, upper, right, lower), (*paint, round(255 * clear)))

    def stroke(
        self,
        path: str,
        paint: Colour,
        width: float,
        *,
        ends: tuple[float, float] = (1.0, 1.0),
        both: bool = False,
    ) -> None:
        """Draw a line that is `width` units in its middle and that part of it at its two ends."""
        for line in outlines(path):
            self._brush(line, paint, width, ends)
            if both:
                self._brush(mirrored(line), paint, width, ends)

    def _brush(
        self, line: Sequence[Point], paint: Colour, width: float, ends: tuple[float, float]
    ) -> None:
        one_side, other_side = [], []
        last = len(line) - 1
        for number, (across, down) in enumerate(line):
            before, after = line[max(0, number - 1)], line[min(last, number + 1)]
            run, rise = after[0] - before[0], after[1] - before[1]
            length = math.hypot(run, rise) or 1.0
            half = width / 2 * _swell(number / last, ends)
            aside, along = -rise / length * half, run / length * half
            one_side.append((across + aside, down + along))
            other_side.append((across - aside, down - along))
        self.shape([*one_side, *reversed(other_side)], paint)
        for place, part in ((line[0], ends[0]), (line[-1], ends[1])):
            self.oval(place, (width / 2 * part, width / 2 * part), paint)

    @contextmanager
    def fitted(
        self, *, wide: float = 1, tall: float = 1, about: Point = (80, 90), shift: Point = (0, 0)
    ) -> Iterator[None]:
        """Stretch and move what is drawn in the block; lines keep their width."""
        before, self._fit = self._fit, _Fit(wide, tall, about, shift)
        yield
        self._fit = before

    @contextmanager
    def inside(self, path: str, *, around: float = 5) -> Iterator[None]:
        """Keep to the inside of a path: what is so many units around it comes back at the end."""
        margin = int(around * _UNIT)
        points = [self._placed(point) for point in outlines(path)[0]]
        rows, columns = [y for _, y in points], [x for x, _ in points]
        left, upper = max(0, int(min(columns)) - margin), max(0, int(min(rows)) - margin)
        right = min(self._sheet.width, int(max(columns)) + margin)
        lower = min(self._sheet.height, int(max(rows)) + margin)
        kept = self._sheet.crop((left, upper, right, lower))
        yield
        mask = Image.new("L", kept.size, 255)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in points], 0)
        self._sheet.paste(kept, (left, upper), mask)

    def _placed(self, point: Point) -> Point:
        across, down = self._fit.of(point)
        return (across - _LEFT) * _UNIT, (down - _TOP) * _UNIT

    def jpeg(self) -> bytes:
        """Give the finished sheet, 960 by 1200."""
        held = BytesIO()
        self._sheet.reduce(_FINER).save(held, "JPEG", quality=90)
        return held.getvalue()


def _with_holes(parts: tuple[tuple[Point, ...], ...]) -> list[Point]:
    # A hole hangs on the outline by a seam of no width.
    points = list(parts[0])
    for hole in parts[1:]:
        points += [parts[0][0], *hole, hole[0], parts[0][0]]
    return points


def _swell(place: float, ends: tuple[float, float]) -> float:
    thin = ends[0] if place < 0.5 else ends[1]
    return thin + (1 - thin) * math.sin(math.pi * place)
