"""Hair that is worn long or high: what lies behind the head, and what lies before it."""

import math

from kintrace.demo.drawn.hair import Draw, locks, sheen
from kintrace.demo.drawn.look import Look
from kintrace.demo.drawn.pen import Pen, mix


def long_behind(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 30c-31 0-42 22-40 54 1 24-2 50-9 78h98c-7-28-10-54-9-78 2-32-9-54-40-54Z",
        look.tones.hair,
    )


def waves_behind(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 29c-32 0-44 24-42 52 1 14-8 20-6 34 2 12-5 16-3 28 2 10 10 14 22 14h58"
        "c12 0 20-4 22-14 2-12-5-16-3-28 2-14-7-20-6-34 2-28-10-52-42-52Z",
        look.tones.hair,
    )


def bob_behind(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 30c-32 0-43 24-41 54 1 16-1 28-5 42 14 6 30 6 46 6s32 0 46-6"
        "c-4-14-6-26-5-42 2-30-9-54-41-54Z",
        look.tones.hair,
    )


def bun_behind(pen: Pen, look: Look) -> None:
    pen.oval((80, 29), (15, 13), look.tones.hair)
    locks(pen, look, "M69 27Q78 18 90 24M70 33Q80 24 92 31")


def tied_behind(pen: Pen, look: Look) -> None:
    pen.oval((80, 122), (31, 13), look.tones.hair)


def afro_behind(pen: Pen, look: Look) -> None:
    pen.oval((80, 68), (47, 45), look.tones.hair)
    for number in range(30):
        angle = math.tau * number / 30
        place = 80 + 45.5 * math.cos(angle), 68 + 43.5 * math.sin(angle)
        size = 5.0 + 1.2 * math.sin(number * 2.4)
        pen.oval(place, (size, size), look.tones.hair)


def braids_behind(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 30c-30 0-40 22-38 50 1 11 3 19 8 26h60c5-7 7-15 8-26 2-28-8-50-38-50Z",
        look.tones.hair,
    )


def long_before(pen: Pen, look: Look) -> None:
    pen.fill(
        "M47 92c-5-34 7-54 33-54s38 20 33 54"
        "c-2-16-6-28-14-35-6 1-14-3-19-8-5 5-13 9-19 8-8 7-12 19-14 35Z",
        look.tones.hair,
    )
    locks(pen, look, "M55 66C59 54 68 46 78 42M50 78C51 62 58 50 68 44", both=True)


def waves_before(pen: Pen, look: Look) -> None:
    pen.fill(
        "M47 100c-7-38 6-62 35-62 27 0 37 22 31 60-1-16-3-24-9-32-12 0-26-4-34-14-6"
        " 8-16 14-18 26-2 8-2 14-5 22Z",
        look.tones.hair,
    )
    locks(
        pen,
        look,
        "M72 49C84 44 100 50 107 64M66 48C56 56 50 66 48 82M40 112q-4 14 2 28M118 110q5 14-1 30",
    )


def bob_before(pen: Pen, look: Look) -> None:
    pen.fill(
        "M46 104c-6-42 6-66 34-66s40 24 34 66c-2-16-3-26-5-34-18-4-40-4-58 0-2 8-3 18-5 34Z",
        look.tones.hair,
    )
    locks(pen, look, "M58 68Q62 52 76 44M102 68Q98 52 84 44M80 66V46")


def drawn_back(pen: Pen, look: Look) -> None:
    pen.fill(
        "M46.5 86c-5-30 9-50 33.5-50s38.5 20 33.5 50"
        "c-2-12-6-21-13-27-12-6-29-6-41 0-7 6-11 15-13 27Z",
        look.tones.hair,
    )
    locks(pen, look, "M52 68C56 54 66 44 76 40M60 60C64 50 70 44 78 40M80 56V40", both=True)


def afro_before(pen: Pen, look: Look) -> None:
    pen.fill(
        "M46 88c-3-30 9-48 34-48s37 18 34 48c-3-12-8-19-13-22-12 4-30 4-42 0-5 3-10 10-13 22Z",
        look.tones.hair,
    )
    for across, down in ((55, 65), (63, 62), (72, 62.5), (81, 62), (90, 62.5), (98, 62), (105, 66)):
        pen.oval((across, down), (4.6, 4.2), look.tones.hair)


def braids_before(pen: Pen, look: Look) -> None:
    long_before(pen, look)
    for side in (-1, 1):
        for step in range(9):
            place = 80 + side * (37.5 + step * 0.35), 106 + step * 7.4
            pen.oval(place, (5.8 - step * 0.16, 5.2), look.tones.hair)
            pen.stroke(
                f"M{place[0] - 4.5} {place[1] - 1}q4.5 4.5 9 0",
                sheen(look, 0.2),
                0.9,
                ends=(0.1, 0.1),
            )


def cornrows(pen: Pen, look: Look) -> None:
    pen.fill(
        "M46.5 88c-5-32 9-51 33.5-51s38.5 19 33.5 51"
        "c-2-12-6-21-13-26-12-6-29-6-41 0-7 5-11 14-13 26Z",
        look.tones.hair,
    )
    part = mix(look.tones.hair, look.tones.skin, 0.55)
    for path in (
        "M53 70C54 56 62 45 72 39",
        "M60 62C62 52 68 44 75.5 38",
        "M69.5 58.5C70 50 74 42 78.5 37",
    ):
        pen.stroke(path, part, 0.9, ends=(0.6, 0.2), both=True)
    pen.stroke("M80 57.5V37", part, 0.9, ends=(0.6, 0.2))
    for across in (43, 48, 112, 117):
        for step in range(11):
            pen.oval((across, 96 + step * 6), (2.5, 3.5), look.tones.hair)


BEHIND: dict[str, Draw] = {
    "long": long_behind,
    "waves": waves_behind,
    "bob": bob_behind,
    "bun": bun_behind,
    "tied": tied_behind,
    "afro": afro_behind,
    "braids": braids_behind,
}
BEFORE: dict[str, Draw] = {
    "long": long_before,
    "waves": waves_before,
    "bob": bob_before,
    "bun": drawn_back,
    "tied": drawn_back,
    "afro": afro_before,
    "braids": braids_before,
    "cornrows": cornrows,
}
