"""What grows on a man's face. The mouth is drawn after it."""

from kintrace.demo.drawn.face import head_path
from kintrace.demo.drawn.look import Look
from kintrace.demo.drawn.pen import Pen, mix


def draw_beard(pen: Pen, look: Look) -> None:
    """Draw what grows on a man's face; the mouth comes after it."""
    if look.beard == "none":
        return
    {"moustache": _moustache, "long": _long_beard}.get(look.beard, _beard)(pen, look)


def _beard(pen: Pen, look: Look) -> None:
    deep = {"full": 10.0, "short": 3.0}.get(look.beard, 0.0)
    lower = look.shape.chin + deep
    cheeks = (
        f"M46.5 88C47 100 49 112 {79 - look.shape.jaw} {124 + deep * 0.4}"
        f"C{80 - look.shape.jaw * 0.7} {lower - 3} 72 {lower} 80 {lower}"
        f"S{80 + look.shape.jaw * 0.7} {lower - 3} {81 + look.shape.jaw} {124 + deep * 0.4}"
        "C111 112 113 100 113.5 88C111 99 107 107 100 109.5C95 108.5 88 112.5 80 112.5"
        "S65 108.5 60 109.5C53 107 49 99 46.5 88Z"
    )
    if not deep:
        _shadow_of_beard(pen, look, cheeks)
        return
    with pen.fitted(wide=look.shape.half_width / 33):
        pen.fill(cheeks, look.tones.hair, clear=0.95)
    _lip_gap(pen, look)
    _moustache(pen, look)


def _shadow_of_beard(pen: Pen, look: Look, cheeks: str) -> None:
    # Short hair lets the skin through: on dark skin grey stubble is no pale mask. Laid on in
    # three thin coats, each a little lower, it has no hard edge.
    paint = mix(look.tones.shade, look.tones.hair, 0.45)
    clear = 0.05 if look.beard == "down" else 0.1
    with pen.inside(head_path(look)):
        for coat in range(4):
            with pen.fitted(wide=look.shape.half_width / 33, shift=(0, coat * 1.3 - 1)):
                pen.fill(cheeks, paint, clear=clear)


def _lip_gap(pen: Pen, look: Look) -> None:
    pen.oval((80, 121.5), (12.5, 6), look.tones.skin)
    pen.oval((80, 121.5), (12.5, 6), look.tones.shade, clear=0.3)


def _moustache(pen: Pen, look: Look) -> None:
    pen.fill(
        "M80 112.6C75.5 111.4 69.5 113.2 67 119.6C67 120.8 68.5 121 70 120.2"
        "C74 118.6 77 118.8 80 119.4C83 118.8 86 118.6 90 120.2"
        "C91.5 121 93 120.8 93 119.6C90.5 113.2 84.5 111.4 80 112.6Z",
        mix(look.tones.hair, (0, 0, 0), 0.06),
    )


def _long_beard(pen: Pen, look: Look) -> None:
    with pen.fitted(wide=look.shape.half_width / 33):
        pen.fill(
            "M46.5 88C45 120 54 164 80 166S115 120 113.5 88C111 99 107 107 100 109.5"
            "C95 108.5 88 112.5 80 112.5S65 108.5 60 109.5C53 107 49 99 46.5 88Z",
            look.tones.hair,
        )
        strand = mix(look.tones.hair, look.tones.shade, 0.35)
        pen.stroke(
            "M60 122C62 140 68 152 74 158M70 132C71 144 74 152 77 157",
            strand,
            1.0,
            ends=(0.1, 0.1),
            both=True,
        )
    _lip_gap(pen, look)
    _moustache(pen, look)
