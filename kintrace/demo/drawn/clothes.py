"""What is worn at the neck and shoulders."""

from kintrace.demo.drawn.face import draw_neck
from kintrace.demo.drawn.look import Look
from kintrace.demo.drawn.pen import Pen, colour, mix

_LINEN = colour("#ece6da")


def draw_clothes(pen: Pen, look: Look) -> None:
    """Draw the neck and the garment around it."""
    draw_neck(pen, look)
    wide = 1.0 if look.woman else 1.07
    with pen.fitted(wide=wide, about=(80, 160)):
        _GARMENTS[look.garment](pen, look)


def _tee(pen: Pen, look: Look) -> None:
    pen.fill(
        "M0 200C2 176 22 164 58 155C62 170 70 176 80 176S98 170 102 155C138 164 158 176 160 200Z",
        look.tones.cloth,
    )
    pen.stroke("M58.5 155C62 171 70 177 80 177S98 171 101.5 155", look.tones.cloth_dark, 2.6)
    _arms(pen, look)


def _jumper(pen: Pen, look: Look) -> None:
    pen.fill(
        "M0 200C2 176 22 164 60 154C64 162 72 166 80 166S96 162 100 154C138 164 158 176 160 200Z",
        look.tones.cloth,
    )
    pen.fill(
        "M60 154C64 162 72 166 80 166S96 162 100 154L104 157C100 168 90 172 80 172S60 168 56 157Z",
        look.tones.cloth_dark,
    )
    _arms(pen, look)


def _shirt(pen: Pen, look: Look) -> None:
    pen.fill("M0 200C2 176 22 165 58 155L80 182L102 155C138 165 158 176 160 200Z", look.tones.cloth)
    pen.fill(
        "M61 150L80 177L68 186C62 176 58 166 56 157Z",
        mix(look.tones.cloth, _LINEN, 0.18),
        both=True,
    )
    pen.stroke("M61 150L80 177.5L68.5 186", look.tones.cloth_dark, 1.2, both=True)
    _arms(pen, look)


def _kurta(pen: Pen, look: Look) -> None:
    pen.fill(
        "M0 200C2 176 22 164 61 153L66 160C70 166 76 168 80 186C84 168 90 166 94 160"
        "L99 153C138 164 158 176 160 200Z",
        look.tones.cloth,
    )
    pen.stroke("M61.5 153C64 162 72 166 78 169L80 190", look.tones.cloth_dark, 2.4, both=True)
    _arms(pen, look)


def _jacket(pen: Pen, look: Look) -> None:
    pen.fill("M50 156L80 164L110 156V200H50Z", _LINEN)
    pen.fill(
        "M62 154C66 162 74 165 80 165S94 162 98 154L101 158C96 168 88 170 80 170S64 168 59 158Z",
        mix(_LINEN, look.tones.cloth_dark, 0.22),
    )
    pen.fill("M0 200C2 176 22 165 59 153L74 200Z", look.tones.cloth, both=True)
    pen.fill("M59 153L52 172L62 176L76 200H72L56 180Z", look.tones.cloth_dark, both=True)


def _stitched(pen: Pen, look: Look) -> None:
    pen.fill("M0 200C0 176 20 163 58 154L80 172L102 154C140 163 160 176 160 200Z", _LINEN)
    for shift, paint in ((0, look.tones.cloth), (5.5, look.tones.scarf)):
        start = f"M{57.5 - shift} {155 + shift * 0.3}C{62 - shift * 0.5} {166 + shift}"
        end = f" {70 - shift * 0.2} {172 + shift} 80 {175.5 + shift}"
        pen.stroke(start + end, paint, 2.3, both=True)


def _stole(pen: Pen, look: Look) -> None:
    _tee(pen, look)
    stole = mix(look.tones.scarf, _LINEN, 0.15)
    pen.fill("M50 152C62 166 84 178 112 186V200H0C2 180 20 164 50 152Z", stole)
    pen.stroke(
        "M44 158C58 174 82 186 106 194M34 164C46 178 62 190 80 198",
        look.tones.scarf_dark,
        1.6,
        ends=(0.1, 0.1),
    )


def _arms(pen: Pen, look: Look) -> None:
    pen.stroke("M30 200C31 190 33 184 37 179", look.tones.cloth_dark, 1.6, ends=(1, 0.1), both=True)


_GARMENTS = {
    "tee": _tee,
    "jumper": _jumper,
    "shirt": _shirt,
    "kurta": _kurta,
    "jacket": _jacket,
    "stitched": _stitched,
    "stole": _stole,
}
