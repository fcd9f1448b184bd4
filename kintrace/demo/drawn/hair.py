"""Hair that is worn short."""

import math
from collections.abc import Callable

from kintrace.demo.drawn.face import head_path
from kintrace.demo.drawn.look import Look
from kintrace.demo.drawn.pen import Colour, Pen, mix

Draw = Callable[[Pen, Look], None]
_LIGHT = (235, 225, 215)


def sheen(look: Look, part: float = 0.14) -> Colour:
    return mix(look.tones.hair, _LIGHT, part)


def locks(pen: Pen, look: Look, path: str, width: float = 1.0, *, both: bool = False) -> None:
    pen.stroke(path, sheen(look), width, ends=(0.1, 0.1), both=both)


def _curls(pen: Pen, look: Look, *, reach: float, size: float, low: float) -> None:
    """Lay round curls along an arch over the head, from one ear to the other."""
    count = int(reach * 2.6 / size) + 4
    for number in range(count + 1):
        angle = math.pi * (1 + number / count)
        across = 80 + reach * math.cos(angle)
        down = low + (low - 36) * math.sin(angle)
        swing = size * (1 + 0.13 * math.sin(number * 2.4))
        pen.oval((across, down), (swing, swing), look.tones.hair)


def temples(pen: Pen, look: Look) -> None:
    pen.fill(
        "M46.6 93C44.6 80 45 66 50 56L57 60C52 66 50.5 76 49.6 84Q49 89 46.6 93Z",
        look.tones.hair,
        both=True,
    )


def crop(pen: Pen, look: Look) -> None:
    temples(pen, look)
    pen.fill(
        "M46 84c-4-30 10-51 34-51s38 21 34 51c-3-8-4-15-9-20-14 4-36 4-50 0-5 4-6 12-9 20Z",
        look.tones.hair,
    )
    locks(pen, look, "M56 52Q66 40 80 39M62 55Q70 46 84 44")


def buzz(pen: Pen, look: Look) -> None:
    with pen.inside(head_path(look)):
        cap = "M44 90V38H116V90H112.5C111 78 110 68 104 61Q80 54 56 61C50 68 49 78 47.5 90Z"
        pen.fill(cap, look.tones.hair, clear=0.88)
    pen.fill(
        "M47.2 84C46.5 57 60 40 80 40S113.5 57 112.8 84C111 76 110 67 104 61"
        "Q80 54 56 61C50 67 49 76 47.2 84Z",
        look.tones.hair,
        clear=0.85,
    )


def coils(pen: Pen, look: Look) -> None:
    temples(pen, look)
    pen.fill(
        "M46 82c-3-30 10-48 34-48s37 18 34 48c-2-8-4-14-9-18-15-4-35-4-50 0-5 4-7 10-9 18Z",
        look.tones.hair,
    )
    _curls(pen, look, reach=31.5, size=4.2, low=74)


def curls(pen: Pen, look: Look) -> None:
    temples(pen, look)
    pen.fill(
        "M45 86c-5-34 10-56 35-56s40 22 35 56c-3-8-5-13-8-18-16-7-38-7-54 0-3 5-5 10-8 18Z",
        look.tones.hair,
    )
    _curls(pen, look, reach=33, size=6.4, low=74)
    for across, down in ((58, 60), (67, 56), (77, 57), (87, 55), (96, 58), (103, 63)):
        pen.oval((across, down), (5.6, 5.6), look.tones.hair)
        locks(pen, look, f"M{across - 3} {down}q3 -4 6 -1", 0.9)


def flat_top(pen: Pen, look: Look) -> None:
    temples(pen, look)
    pen.fill(
        "M47 82C44 60 46 46 49 37C51 31 55 29 62 28.5Q80 27 98 28.5C105 29 109 31 111 37"
        "C114 46 116 60 113 82c-2-8-3-13-7-17q-26-6-52 0c-4 4-5 9-7 17Z",
        look.tones.hair,
    )
    locks(pen, look, "M58 40Q80 34 102 40M56 50Q80 43 104 50")


def fringe(pen: Pen, look: Look) -> None:
    temples(pen, look)
    pen.fill(
        "M47 88c-6-36 8-56 34-56 27 0 38 20 32 56-3-7-4-14-5-20-4-2-7-6-9-10-2 5-5 8-9"
        " 10-1-4-3-8-5-10-4 6-12 10-19 11-1-3-1-5-1-8-5 4-9 9-11 12-3 4-5 9-7 15Z",
        look.tones.hair,
    )
    locks(pen, look, "M58 58Q66 42 82 40M72 60Q78 48 90 45")


def swept(pen: Pen, look: Look) -> None:
    temples(pen, look)
    pen.fill(
        "M45 88c-5-34 8-56 38-56 28 0 38 20 33 56-3-8-4-15-6-21-9-2-15-8-18-13-8 8-22"
        " 13-38 13-4 5-7 12-9 21Z",
        look.tones.hair,
    )
    locks(pen, look, "M56 62Q76 58 88 46M54 54Q68 50 80 40M98 48Q106 54 110 64")


def parted(pen: Pen, look: Look) -> None:
    temples(pen, look)
    pen.fill(
        "M46 84c-4-30 8-51 34-51s38 19 34 51"
        "c-2-7-4-13-7-18-10 0-30-4-40-14-4 6-9 11-14 14-3 5-5 11-7 18Z",
        look.tones.hair,
    )
    locks(pen, look, "M67 51Q84 44 102 56M70 46Q86 38 104 48")


def receding(pen: Pen, look: Look) -> None:
    pen.fill(
        "M46.5 90C43 72 45 56 55 46C62 38 98 38 105 46C115 56 117 72 113.5 90"
        "C112 80 110 72 106.5 68C105 60 101 55 96 52Q88 56 80 51Q72 56 64 52"
        "C59 55 55 60 53.5 68C50 72 48 80 46.5 90Z",
        look.tones.hair,
    )


def bald(pen: Pen, look: Look) -> None:
    pen.fill(
        "M46.6 96C43.4 88 43.4 77 48 69C50.6 73 50.8 79 50.2 84C49.6 89 48.4 92 46.6 96Z",
        look.tones.hair,
        both=True,
    )
    pen.oval((70, 52), (9, 5), (255, 250, 245), clear=0.13)


SHORT: dict[str, Draw] = {
    "crop": crop,
    "buzz": buzz,
    "coils": coils,
    "curls": curls,
    "flat-top": flat_top,
    "fringe": fringe,
    "swept": swept,
    "parted": parted,
    "receding": receding,
    "bald": bald,
}
