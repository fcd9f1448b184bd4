"""What is worn on the head."""

from kintrace.demo.drawn.hair import Draw
from kintrace.demo.drawn.long_hair import drawn_back
from kintrace.demo.drawn.look import Look
from kintrace.demo.drawn.pen import Pen, colour, mix


def _fold(pen: Pen, look: Look, path: str, width: float = 1.8, *, both: bool = False) -> None:
    pen.stroke(path, look.tones.scarf_dark, width, ends=(0.15, 0.15), both=both)


# --- scarves ---
def hijab_behind(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 22c-32 0-44 26-44 60 0 30 4 60-4 90h96c-8-30-4-60-4-90 0-34-12-60-44-60Z",
        look.tones.scarf_dark,
    )


def hijab(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 21c-33 0-46 27-46 62 0 26 2 40-4 58-5 14-14 24-20 40h140"
        "c-6-16-15-26-20-40-6-18-4-32-4-58 0-35-13-62-46-62Z"
        "M80 57c17 0 27.5 12 28.5 30 .5 14-3 27-8.5 36-5 9-12 14.5-20 14.5"
        "s-15-5.5-20-14.5c-5.5-9-9-22-8.5-36 1-18 11.5-30 28.5-30Z",
        look.tones.scarf,
    )
    _fold(pen, look, "M47 64C53 46 66 38 84 38M41 84C42 60 52 42 70 32")
    _fold(
        pen,
        look,
        "M51 124C58 142 74 150 104 146M42 142C54 164 82 172 122 154M30 166C48 176 66 180 84 179",
        2.0,
    )
    pen.stroke("M108.5 87C109 101 105.5 114 100 123", look.tones.scarf_dark, 1.5, ends=(0.1, 0.1))


def wrapped(pen: Pen, look: Look) -> None:
    """A scarf over a plain band, its end thrown over one shoulder."""
    band = mix(look.tones.scarf, colour("#f2ece4"), 0.6)
    hole = (
        "M80 61C96 61 106.5 71 107.5 88C108 101 105 114 99.5 123C94.5 131 88 137 80 137"
        "S65.5 131 60.5 123C55 114 52 101 52.5 88C53.5 71 64 61 80 61Z"
    )
    pen.fill(
        "M80 38C56 38 45 60 45 86C45 114 56 142 80 148C104 142 115 114 115 86C115 60 104 38 80 38Z"
        + hole,
        band,
    )
    pen.fill(
        "M80 19C46 19 33 47 34 83C34 107 34 125 26 141C20 155 14 165 10 181H150"
        "C146 165 138 153 130 141C122 125 126 107 126 83C127 47 114 19 80 19Z"
        "M80 53C98 53 108.5 68 109.5 90C109.5 103 106 116 100.5 125"
        "C95 134 88 140 80 140S65 134 59.5 125C54 116 50.5 103 50.5 90"
        "C51.5 68 62 53 80 53Z",
        look.tones.scarf,
    )
    _fold(pen, look, "M113 70C119 96 112 124 92 140C72 154 46 160 24 172", 2.0)
    _fold(pen, look, "M117 96C116 122 106 144 84 156C66 166 50 172 40 182", 1.8)
    _fold(pen, look, "M49 64C56 44 72 35 92 38M43 76C47 48 62 33 82 28")


def shawl_behind(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 20c-34 0-48 26-48 62 0 34-8 66-18 100h132c-10-34-18-66-18-100 0-36-14-62-48-62Z",
        look.tones.scarf_dark,
    )


def shawl(pen: Pen, look: Look) -> None:
    """A long cloth laid loosely over the hair, which shows in front."""
    drawn_back(pen, look)
    pen.fill(
        "M80 19c-36 0-50 28-50 64 0 40-10 74-22 104h52"
        "c-9-32-13-66-12-100 1-28 11-42 32-42s31 14 32 42c1 34-3 68-12 100h52"
        "c-12-30-22-64-22-104 0-36-14-64-50-64Z",
        look.tones.scarf,
    )
    _fold(pen, look, "M38 92C38 124 34 152 24 178M44 112C46 136 46 158 42 180", both=True)
    _fold(pen, look, "M44 66C50 44 62 33 80 32")
    pen.stroke(
        "M48 87C49 59 59 45 80 45S111 59 112 87",
        mix(look.tones.scarf, colour("#e8d9b8"), 0.45),
        1.4,
        ends=(0.6, 0.6),
    )


def kerchief_behind(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 24c-32 0-43 25-43 58 0 26 8 44 22 54q21 10 42 0c14-10 22-28 22-54 0-33-11-58-43-58Z",
        look.tones.scarf_dark,
    )


def kerchief(pen: Pen, look: Look) -> None:
    """A square of cloth knotted under the chin."""
    pen.fill(
        "M50 84c1-18 9-30 30-30s29 12 30 30c-4-12-8-18-14-22-10-3-22-3-32 0-6 4-10 10-14 22Z",
        look.tones.hair,
    )
    pen.fill(
        "M80 23c-31 0-44 25-43 58 0 24 6 44 20 56l23 11 23-11c14-12 20-32 20-56 1-33-12-58-43-58Z"
        "M80 56c18 0 29 12 29.5 31 .5 13-3 26-8.5 36-5 8-12 15-21 15s-16-7-21-15"
        "c-5.5-10-9-23-8.5-36 .5-19 11.5-31 29.5-31Z",
        look.tones.scarf,
    )
    for across, down in (
        (46, 70),
        (56, 46),
        (80, 37),
        (104, 46),
        (114, 70),
        (44, 98),
        (116, 98),
        (68, 40),
        (92, 40),
    ):
        pen.oval((across, down), (1.7, 1.7), mix(look.tones.scarf, colour("#f2e6d0"), 0.6))
    pen.fill("M80 143c-8 6-15 15-18 27l8-3 3 6c3-10 5-18 7-24Z", look.tones.scarf, both=True)
    pen.oval((80, 146), (5, 5.5), look.tones.scarf_dark)
    _fold(pen, look, "M52 126C60 138 70 143 78 145", 1.6, both=True)


def headwrap(pen: Pen, look: Look) -> None:
    """A bright cloth wound upwards."""
    pen.fill(
        "M45 74C40 56 44 36 56 25C66 15 96 14 106 25C117 36 120 56 115 74"
        "C106 61 95 56 80 56S54 61 45 74Z",
        look.tones.scarf,
    )
    pen.fill("M84 22C92 8 110 8 112 20C114 30 104 38 92 36Z", look.tones.scarf)
    pen.fill("M84 23C92 14 104 14 106 22C104 28 98 31 91 31Z", look.tones.scarf_dark)
    _fold(
        pen,
        look,
        "M47 66C52 46 66 34 88 32M54 58C62 42 78 34 100 38M113 66C110 52 104 44 94 38"
        "M60 26C70 20 82 20 90 24",
    )
    pen.stroke(
        "M46 73C56 60 66 56 80 56S104 60 114 73",
        mix(look.tones.scarf, colour("#f0d9a8"), 0.5),
        1.8,
        ends=(0.5, 0.5),
    )


# --- men's ---
def turban(pen: Pen, look: Look) -> None:
    pen.fill(
        "M42 76C36 58 38 40 52 29C66 19 96 19 108 29C122 40 124 58 118 76"
        "C112 66 104 60 96 57Q86 62 78 57Q60 60 42 76Z",
        look.tones.scarf,
    )
    _fold(
        pen, look, "M42 68C56 54 78 48 110 36M41 58C56 46 78 40 100 28M44 46C56 36 72 31 88 25", 1.8
    )
    _fold(pen, look, "M118 68C104 54 96 50 86 46M120 56C112 48 104 44 98 42", 1.8)
    pen.fill(
        "M42 76C56 62 70 58 80 57L76 51C62 53 50 60 41 69Z",
        mix(look.tones.scarf, look.tones.scarf_dark, 0.5),
    )


def kufi(pen: Pen, look: Look) -> None:
    pen.fill(
        "M47 82C46 74 47 68 49 62L111 62C113 68 114 74 113 82C111 74 109 68 107 65H53"
        "C51 68 49 74 47 82Z",
        look.tones.hair,
    )
    pen.fill(
        "M46.5 66C45 46 56 33 80 33S115 46 113.5 66C104 61 92 59.5 80 59.5S56 61 46.5 66Z",
        look.tones.scarf,
    )
    pen.fill(
        "M46.5 66C46 62 46.3 58 47 55C57 51 68 49.5 80 49.5S103 51 113 55"
        "C113.7 58 114 62 113.5 66C104 61 92 59.5 80 59.5S56 61 46.5 66Z",
        look.tones.scarf_dark,
    )
    stitch = mix(look.tones.scarf, colour("#f4e8cc"), 0.6)
    for number in range(9):
        across = 52 + number * 7
        down = 58.5 - 3.6 * (1 - ((across - 80) / 34) ** 2)
        pen.fill(f"M{across} {down - 2.3}l2.2 2.3 -2.2 2.3 -2.2 -2.3Z", stitch)


def cap(pen: Pen, look: Look) -> None:
    _sides(pen, look)
    pen.fill("M43 66c0-22 14-36 37-36s37 14 37 36c-12-7-24-9-37-9s-25 2-37 9Z", look.tones.scarf)
    pen.fill(
        "M39 72c-2-10 2-15 8-17 21-7 45-7 66 0 6 2 10 7 8 17-26-10-56-10-82 0Z",
        look.tones.scarf_dark,
    )
    _fold(pen, look, "M56 50C60 40 68 34 78 32M104 50C100 40 92 34 82 32", 1.4)


def pakol(pen: Pen, look: Look) -> None:
    _sides(pen, look)
    pen.fill("M44 58C44 40 58 31 80 31S116 40 116 58Z", look.tones.scarf)
    pen.fill(
        "M41 64C39 55 45 50 55 49Q80 45 105 49C115 50 121 55 119 64"
        "C117 71 109 70 100 67Q80 62 60 67C51 70 43 71 41 64Z",
        look.tones.scarf_dark,
    )
    pen.stroke("M46 58Q80 48 114 58", look.tones.scarf, 2.4, ends=(0.2, 0.2))


def beanie(pen: Pen, look: Look) -> None:
    _sides(pen, look)
    pen.fill("M45 64C43 42 56 27 80 27S117 42 115 64Z", look.tones.scarf)
    pen.fill(
        "M44 70C42.5 66 42.5 60 44 56Q80 46 116 56C117.5 60 117.5 66 116 70Q80 60 44 70Z",
        look.tones.scarf_dark,
    )
    for number in range(1, 12):
        across = 44 + number * 6
        rise = 5 * (1 - ((across - 80) / 36) ** 2)
        pen.stroke(f"M{across} {57.5 - rise}v9.5", look.tones.scarf, 1.0, ends=(0.6, 0.6))


def _sides(pen: Pen, look: Look) -> None:
    pen.fill("M47 88C44 76 45 66 49 58L57 60C52 66 50 76 47 88Z", look.tones.hair, both=True)


COVER_BEHIND: dict[str, Draw] = {
    "hijab": hijab_behind,
    "wrapped": hijab_behind,
    "shawl": shawl_behind,
    "kerchief": kerchief_behind,
}
COVER: dict[str, Draw] = {
    "hijab": hijab,
    "wrapped": wrapped,
    "shawl": shawl,
    "kerchief": kerchief,
    "headwrap": headwrap,
    "turban": turban,
    "kufi": kufi,
    "cap": cap,
    "pakol": pakol,
    "beanie": beanie,
}
