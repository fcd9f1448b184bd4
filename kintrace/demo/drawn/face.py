"""The face itself: head, neck, eyes, brows, nose, mouth, and what the years draw on it."""

from kintrace.demo.drawn.look import Look
from kintrace.demo.drawn.pen import Pen, colour, mix

INK = colour("#20140f")


def head_path(look: Look) -> str:
    """Outline of the head, from the crown down to the chin."""
    side, jaw, chin = look.shape.half_width, look.shape.jaw, look.shape.chin
    jaw_down = 121.5
    lower = jaw_down + (chin - jaw_down) * 0.62
    return (
        f"M{80 - side} 86C{80 - side} 58 {80 - 0.58 * side} 41 80 41"
        f"S{80 + side} 58 {80 + side} 86"
        f"C{80 + side} 99 {80 + side - 3} 111 {80 + jaw} {jaw_down}"
        f"C{80 + jaw * 0.74} {lower} {80 + look.shape.chin_round} {chin} 80 {chin}"
        f"C{80 - look.shape.chin_round} {chin} {80 - jaw * 0.74} {lower} {80 - jaw} {jaw_down}"
        f"C{80 - side + 3} 111 {80 - side} 99 {80 - side} 86Z"
    )


def draw_neck(pen: Pen, look: Look) -> None:
    half = 12.5 if look.woman else 15.5
    neck = (
        f"M{80 - half} 112V145Q{80 - half} 152 {80 - half - 11} 155.5L80 194L{80 + half + 11} 155.5"
        f"Q{80 + half} 152 {80 + half} 145V112Z"
    )
    pen.fill(neck, mix(look.tones.skin, look.tones.shade, 0.45))
    beyond = half + 13
    with pen.inside(neck):
        pen.fill(
            f"M{80 - beyond} 110V132Q80 {look.shape.chin + 22} {80 + beyond} 132V110Z",
            look.tones.shade,
        )
        pen.fill(
            f"M{80 + half * 0.3} 120C{80 + half * 0.5} 140 {80 + half * 0.2} 160 86 182"
            f"H{80 + beyond}V120Z",
            look.tones.shade,
            clear=0.35,
        )
        if look.lined > 0.9:
            pen.stroke(
                "M70 146Q80 151 90 146", mix(look.tones.shade, INK, 0.15), 0.8, ends=(0.2, 0.2)
            )


def draw_ears(pen: Pen, look: Look) -> None:
    offset = look.shape.half_width
    pen.oval((80 - offset, 94), (4.8, 8.6), look.tones.skin)
    pen.oval((80 + offset, 94), (4.8, 8.6), look.tones.shade)
    fold = mix(look.tones.skin, look.tones.shade, 0.75)
    pen.stroke(f"M{78.2 - offset} 89q-2.5 4 .5 9", fold, 1.2, ends=(0.4, 0.3))
    pen.stroke(
        f"M{81.8 + offset} 89q2.5 4 -.5 9", mix(look.tones.shade, INK, 0.2), 1.2, ends=(0.4, 0.3)
    )
    if look.earrings:
        for side in (-1, 1):
            pen.oval((80 + side * (offset + 0.8), 104.5), (1.5, 1.5), colour("#c9a24a"))


def draw_head(pen: Pen, look: Look) -> None:
    head = head_path(look)
    pen.fill(head, look.tones.skin)
    with pen.inside(head):
        reach = look.shape.half_width
        pen.fill(
            f"M{80 + reach * 0.3} 40"
            f"C{80 + reach * 0.72} 52 {80 + reach * 0.8} 70 {80 + reach * 0.72} 90"
            f"C{80 + reach * 0.66} 112 {80 + reach * 0.3} 130 78 {look.shape.chin + 2}"
            f"H{80 + reach + 4}V40Z",
            look.tones.shade,
            clear=0.4,
        )
        chin = look.shape.chin
        soft = f"M63 {chin - 3.5}Q80 {chin - 7} 97 {chin - 3.5}V{chin + 3}H63Z"
        pen.fill(soft, look.tones.shade, clear=0.16)
        _draw_years(pen, look)


def draw_features(pen: Pen, look: Look) -> None:
    _draw_nose(pen, look)
    _draw_mouth(pen, look)
    for side in (-1, 1):
        _draw_eye(pen, look, side=side)
    _draw_brows(pen, look)
    if look.glasses:
        _draw_glasses(pen)


def _draw_eye(pen: Pen, look: Look, *, side: int) -> None:
    # Drawn as the left eye and carried over: light falls from the left on both.
    middle = 80 + side * (13.8 + look.shape.eye_apart)
    outer, inner = middle + side * 7.8, middle - side * 7.6
    tilt, rise = look.shape.eye_tilt, look.shape.eye_open * 1.06
    corner = 91.6 + tilt * 0.6
    upper = f"M{outer} {corner}Q{middle + side} {91 - rise} {inner} 92"
    almond = f"{upper}Q{middle} {92 + look.shape.eye_open * 0.62} {outer} {corner}Z"
    pen.fill(almond, mix(colour("#f3ebe3"), look.tones.skin, 0.12))
    with pen.inside(almond):
        pen.oval((middle, 90.2), (3.75, 3.75), look.tones.iris)
        pen.oval((middle, 90.2), (1.7, 1.7), colour("#120b08"))
        pen.stroke(
            f"M{outer} {corner + 1}Q{middle + side} {92.4 - rise} {inner} 93", look.tones.shade, 1.0
        )
    pen.oval((middle - 1.2, 89.1), (0.85, 0.85), (255, 255, 255), clear=0.75)
    _draw_lids(pen, look, side=side, upper=upper)


def _draw_lids(pen: Pen, look: Look, *, side: int, upper: str) -> None:
    middle = 80 + side * (13.8 + look.shape.eye_apart)
    outer, inner = middle + side * 7.8, middle - side * 7.6
    corner = 91.6 + look.shape.eye_tilt * 0.6
    rise = look.shape.eye_open * 1.06
    lash = 2.0 if look.woman else 1.6
    pen.stroke(upper, mix(INK, look.tones.shade, 0.1), lash, ends=(0.75, 0.35))
    fold = mix(look.tones.skin, look.tones.shade, 0.8 if side > 0 else 0.65)
    pen.stroke(
        f"M{outer + side * 0.4} {corner - 3.2}Q{middle + side} {88.2 - rise} {inner + side} 88.4",
        fold,
        0.9,
        ends=(0.3, 0.2),
    )
    pen.stroke(
        f"M{outer - side * 2.5} {94.6 + look.shape.eye_tilt * 0.3}"
        f"Q{middle} {94.2 + look.shape.eye_open * 0.55} {inner + side * 3} 94.4",
        fold,
        0.8 + 0.5 * look.lined,
        ends=(0.1, 0.1),
    )


def _draw_brows(pen: Pen, look: Look) -> None:
    for side in (-1, 1):
        middle = 80 + side * (14.2 + look.shape.eye_apart)
        outer, inner = middle + side * 9.2, middle - side * 7.8
        down = 82.6 + look.shape.eye_tilt * 0.35
        path = (
            f"M{outer} {down + 0.6}"
            f"Q{middle + side * 3} {down - look.shape.brow_arch - 1.6} {inner} {down - 1.2}"
        )
        pen.stroke(path, look.tones.brow, look.shape.brow_heavy, ends=(0.2, 0.72))


def _draw_nose(pen: Pen, look: Look) -> None:
    line = mix(look.tones.skin, look.tones.shade, 0.95)
    with pen.fitted(wide=look.shape.nose_wide, tall=look.shape.nose_long, about=(80, 92)):
        bridge = {"bridge": "C86 93 87.5 100 88.5 105", "fine": "C83.5 95 85 101 86 105.5"}.get(
            look.shape.nose, "C83.5 95 86 101 87.5 105"
        )
        pen.fill(f"M82 84{bridge}Q88 110 80 110.5L80.6 100Z", look.tones.shade, clear=0.42)
        wing = {"broad": 7.6, "fine": 5.8}.get(look.shape.nose, 6.6)
        under = mix(look.tones.shade, INK, 0.22)
        pen.stroke(
            f"M{80 - wing} 107.2Q{80 - wing + 1.2} 110.6 {80 - wing + 4} 109.6"
            f"Q80 112.4 {76 + wing} 109.6"
            f"Q{80 + wing - 1.2} 110.6 {80 + wing} 107.2",
            line,
            1.5,
            ends=(0.35, 0.35),
        )
        for side in (-1, 1):
            pen.stroke(
                f"M{80 + side * (wing - 2)} 109.4q{-side * 1.6} -1.5 {-side * 3} .5",
                under,
                1.3,
                ends=(0.5, 0.3),
            )
            pen.stroke(
                f"M{80 + side * (wing - 0.6)} 102.8q{side * 1.7} 2 {side * 0.4} 4.8",
                line,
                1.1,
                ends=(0.1, 0.5),
            )


def _draw_mouth(pen: Pen, look: Look) -> None:
    full = look.shape.mouth_full * (0.82 if look.old else 1)
    lip, dark = look.lip, mix(look.lip, INK, 0.42)
    with pen.fitted(wide=look.shape.mouth_wide, tall=full, about=(80, 120.5)):
        pen.fill(
            "M69 120.4C73 118.6 76.5 116.6 78.4 117Q80 117.9 81.6 117"
            "C83.5 116.6 87 118.6 91 120.4Q80 121.8 69 120.4Z",
            mix(lip, look.tones.shade, 0.3),
        )
        pen.fill(
            "M69.6 120.5Q80 121.6 90.4 120.5C87 124.9 84 126.2 80 126.2S73 124.9 69.6 120.5Z",
            lip,
        )
    half = 11.4 * look.shape.mouth_wide
    pen.stroke(f"M{80 - half} 120.4Q80 122.1 {80 + half} 120.4", dark, 1.15, ends=(0.45, 0.45))
    if look.beard in {"none", "down", "stubble"}:
        below = f"M75 {127.6 + full}Q80 {129.2 + full} 85 {127.6 + full}"
        pen.stroke(below, mix(look.tones.skin, look.tones.shade, 0.7), 1.2, ends=(0.1, 0.1))
        groove = mix(look.tones.skin, look.tones.shade, 0.5)
        pen.stroke("M80 112.5V115.2", groove, 1.6, ends=(0.3, 0.5))


def _draw_years(pen: Pen, look: Look) -> None:
    if not look.lined:
        return
    line = mix(look.tones.skin, look.tones.shade, 0.35 + 0.5 * look.lined)
    thin = (0.1, 0.2)
    pen.stroke("M70.5 108.5C67 112 66 115 66.3 118.5", line, 1.3, ends=thin, both=True)
    pen.stroke("M55 88.5l-3.6 -1.8M55 91l-4 .4", line, 0.9, ends=thin, both=True)
    if look.old:
        pen.stroke("M64 69Q80 65.5 96 69", line, 1.1, ends=thin)
        pen.stroke("M67 62.5Q80 59.5 93 62.5", line, 1.0, ends=thin)
        pen.stroke("M77.5 80v-4.5", line, 0.9, ends=thin, both=True)
        pen.stroke("M60.5 98.3Q66 100.6 71.5 98.1", line, 1.0, ends=thin, both=True)
        pen.stroke("M66.5 123Q64.5 127 65.8 131", line, 1.0, ends=thin, both=True)
        pen.stroke("M57 104C58 110 60 114 62.5 117", line, 0.9, ends=thin, both=True)


def _draw_glasses(pen: Pen) -> None:
    rim = colour("#3a3236")
    for side in (-1, 1):
        near, far = 80 + side * 4.2, 80 + side * 24.5
        lens = (
            f"M{near} 88Q{near} 83.5 {near + side * 5} 83.5H{far - side * 4}"
            f"Q{far} 83.5 {far} 88Q{far} 99.5 {(near + far) / 2} 99.5Q{near} 99.5 {near} 88Z"
        )
        pen.fill(lens, (255, 255, 255), clear=0.1)
        pen.stroke(lens, rim, 1.2)
        pen.stroke(f"M{far} 87.5L{80 + side * 33.5} 86.5", rim, 1.2)
    pen.stroke("M75.8 88.5Q80 86 84.2 88.5", rim, 1.3)
