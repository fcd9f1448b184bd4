"""What a drawn person looks like: the traits, and how a seed chooses them."""

import random
from dataclasses import dataclass, replace
from typing import TypedDict

from kintrace.demo.drawn.palette import CLOTHS, GREYS, GROUNDS, HAIRS, IRISES, SKINS, WOOLS
from kintrace.demo.drawn.pen import Colour, colour, mix

BANDS = ("15-24", "25-44", "45-64", "65+", "15-17")


@dataclass(frozen=True)
class Tones:
    """The colours of one portrait."""

    skin: Colour
    shade: Colour
    hair: Colour
    brow: Colour
    iris: Colour
    ground: Colour
    cloth: Colour
    cloth_dark: Colour
    scarf: Colour
    scarf_dark: Colour


@dataclass(frozen=True)
class Shape:
    """The measures of one face, in units of the sheet; `_wide`, `_long`, `_full` are factors."""

    half_width: float  # of the head at the temples
    jaw: float  # half the width at the mouth
    chin: float  # its lower edge
    chin_round: float
    eye_open: float
    eye_tilt: float
    eye_apart: float
    brow_heavy: float
    brow_arch: float
    nose: str
    nose_wide: float
    nose_long: float
    mouth_wide: float
    mouth_full: float


@dataclass(frozen=True)
class Look:
    """Everything the drawing functions ask about a person."""

    sex: str
    band: str
    style: str  # hair, or what covers it
    beard: str
    garment: str
    glasses: bool
    earrings: bool
    tones: Tones
    shape: Shape

    @property
    def woman(self) -> bool:
        return self.sex == "woman"

    @property
    def old(self) -> bool:
        return self.band == "65+"

    @property
    def lined(self) -> float:
        """How lined the face is, 0 to 1."""
        return {"45-64": 0.55, "65+": 1.0}.get(self.band, 0.0)

    @property
    def at_a_glance(self) -> tuple[object, ...]:
        """By what one knows this face from across a room; two faces must differ in it."""
        crown = self.tones.scarf if self.style in COVERS else self.tones.hair
        return self.sex, self.style, crown, self.tones.skin, self.beard, self.glasses, self.lined

    @property
    def lip(self) -> Colour:
        return mix(self.tones.skin, colour("#8e3d42"), 0.42 if self.woman else 0.16)


STYLES = {
    ("man", "young"): (
        "crop", "coils", "fringe", "swept", "buzz", "curls", "beanie", "parted", "flat-top", "kufi",
    ),
    ("man", "grown"): (
        "swept", "buzz", "turban", "crop", "receding", "kufi", "parted", "coils", "pakol", "curls",
    ),
    ("man", "old"): ("turban", "bald", "cap", "receding", "kufi", "parted", "pakol", "buzz"),
    ("woman", "young"): (
        "hijab", "braids", "long", "afro", "wrapped", "waves", "shawl", "bob", "cornrows", "bun",
    ),
    ("woman", "grown"): (
        "shawl", "waves", "hijab", "headwrap", "bun", "wrapped", "coils", "long", "braids", "tied",
    ),
    ("woman", "old"): ("shawl", "bun", "kerchief", "hijab", "waves", "headwrap", "tied", "wrapped"),
}  # fmt: skip
# What grows, or is worn, only where it is at home.
ONLY_WITH = {
    "coils": {"dark", "brown"},
    "flat-top": {"dark"},
    "afro": {"dark", "brown"},
    "cornrows": {"dark", "brown"},
    "headwrap": {"dark"},
    "braids": {"dark", "brown", "olive"},
    "fringe": {"olive", "light"},
    "pakol": {"olive", "brown", "light"},
    "turban": {"brown", "olive", "dark"},
    "kufi": {"dark", "brown", "olive"},
    "kerchief": {"light", "olive"},
    "swept": {"olive", "light", "brown"},
    "parted": {"olive", "light", "brown"},
    "long": {"olive", "light", "brown"},
    "bob": {"olive", "light"},
    "waves": {"olive", "light", "brown"},
    "shawl": {"brown", "olive", "dark"},
    "hijab": {"brown", "olive", "dark"},
    "wrapped": {"brown", "olive", "dark"},
}


COVERS = {
    "turban", "beanie", "cap", "kufi", "pakol", "hijab", "wrapped", "shawl", "headwrap", "kerchief",
}  # fmt: skip


def look_of(seed: int, *, sex: str, band: str, complexion: str | None, bare: bool = False) -> Look:
    """Choose the traits. Neighbouring seeds differ in tone and in hair or cover.

    `bare`: hair, and nothing that covers it.
    """
    dice = random.Random(f"{sex} {band} {seed}")  # noqa: S311 - a drawing, not a secret
    kinds = list(SKINS)
    kind = complexion or kinds[seed % len(kinds)]
    turn = seed if complexion else seed // len(kinds)
    style_turn = turn + 3 * kinds.index(kind) + 2 * BANDS.index(band)
    style = _style(style_turn, sex=sex, band=band, kind=kind, bare=bare)
    glasses = {"15-17": 0.06, "15-24": 0.06, "25-44": 0.08}.get(band, 0.25)
    return Look(
        sex=sex,
        band=band,
        style=style,
        beard=_beard(dice, sex=sex, band=band),
        garment=dice.choice(_GARMENTS[sex]),
        glasses=dice.random() < glasses,
        earrings=sex == "woman" and dice.random() < 0.5,
        tones=_tones(
            dice, turn=turn, ground=seed * 3 + len(sex), band=band, kind=kind, style=style
        ),
        shape=_shape(dice, sex=sex, kind=kind, band=band),
    )


def _tones(
    dice: random.Random, *, turn: int, ground: int, band: str, kind: str, style: str
) -> Tones:
    skin, shade = (colour(code) for code in SKINS[kind][turn % len(SKINS[kind])])
    hair = colour(dice.choice(GREYS.get(band, HAIRS[kind])))
    if band == "45-64" and dice.random() < 0.5:
        hair = colour(dice.choice(HAIRS[kind]))
    cloth = colour(dice.choice(CLOTHS))
    covers = WOOLS if style in {"pakol", "cap"} else CLOTHS
    scarf = dice.choice([one for one in map(colour, covers) if _stands_off(one, skin, cloth)])
    return Tones(
        skin=skin,
        shade=shade,
        hair=hair,
        brow=mix(hair, shade, 0.45 if band == "65+" else 0.12),
        iris=colour(dice.choice(IRISES[kind])),
        ground=colour(GROUNDS[ground % len(GROUNDS)]),
        cloth=cloth,
        cloth_dark=mix(cloth, (20, 14, 20), 0.3),
        scarf=scarf,
        scarf_dark=mix(scarf, (20, 14, 20), 0.28),
    )


def _stands_off(cover: Colour, skin: Colour, cloth: Colour) -> bool:
    """A face must not sink into what frames it, and nobody wears one cloth from top to toe."""
    return cover != cloth and sum(abs(a - b) for a, b in zip(cover, skin, strict=True)) > 110


def _shape(dice: random.Random, *, sex: str, kind: str, band: str) -> Shape:
    grown = _woman(dice, kind, band) if sex == "woman" else _man(dice, kind, band)
    return _younger(grown) if band == "15-17" else grown


def _younger(shape: Shape) -> Shape:
    """Cheeks and eyes are rounder, chin and nose shorter, brows lighter before they are grown."""
    return replace(
        shape,
        jaw=shape.jaw + 1.2,
        chin=shape.chin - 4.5,
        chin_round=shape.chin_round + 2,
        eye_open=shape.eye_open + 0.8,
        brow_heavy=shape.brow_heavy * 0.8,
        nose_wide=shape.nose_wide * 0.92,
        nose_long=shape.nose_long * 0.9,
        mouth_wide=shape.mouth_wide * 0.92,
    )


def _man(dice: random.Random, kind: str, band: str) -> Shape:
    return Shape(
        half_width=dice.uniform(31.5, 34.5),
        jaw=dice.uniform(23, 27),
        chin=dice.uniform(136, 141),
        chin_round=dice.uniform(8, 13),
        brow_heavy=dice.uniform(3.0, 4.2),
        brow_arch=dice.uniform(2.0, 3.8),
        **_features(dice, kind, band),
    )


def _woman(dice: random.Random, kind: str, band: str) -> Shape:
    return Shape(
        half_width=dice.uniform(30, 33.5),
        jaw=dice.uniform(21, 24.5),
        chin=dice.uniform(134.5, 138.5),
        chin_round=dice.uniform(8, 11.5),
        brow_heavy=dice.uniform(2.1, 3.0),
        brow_arch=dice.uniform(2.6, 5.0),
        **_features(dice, kind, band),
    )


class _Features(TypedDict):
    eye_open: float
    eye_tilt: float
    eye_apart: float
    nose: str
    nose_wide: float
    nose_long: float
    mouth_wide: float
    mouth_full: float


def _features(dice: random.Random, kind: str, band: str) -> _Features:
    # Lids sink and their outer corners fall with age.
    sunk, fallen = (1.1, 0.9) if band == "65+" else (0.0, 0.0)
    return _Features(
        eye_open=dice.uniform(5.4, 7.2) - sunk,
        eye_tilt=dice.uniform(-1.0, 0.5) + fallen,
        eye_apart=dice.uniform(-0.9, 0.9),
        nose=dice.choice(_NOSES[kind]),
        nose_wide=dice.uniform(1.1, 1.4) if kind == "dark" else dice.uniform(0.9, 1.15),
        nose_long=dice.uniform(0.93, 1.08),
        mouth_wide=dice.uniform(0.92, 1.12),
        mouth_full=dice.uniform(1.0, 1.35) if kind == "dark" else dice.uniform(0.75, 1.1),
    )


_GARMENTS = {
    "man": ("tee", "shirt", "kurta", "jumper", "jacket"),
    "woman": ("tee", "shirt", "kurta", "jumper", "stitched", "stole"),
}
_NOSES = {
    "dark": ("broad", "broad", "plain"),
    "brown": ("plain", "broad", "bridge"),
    "olive": ("bridge", "plain", "fine"),
    "light": ("fine", "plain", "bridge"),
}


def _style(turn: int, *, sex: str, band: str, kind: str, bare: bool) -> str:
    age = {"15-17": "young", "15-24": "young", "65+": "old"}.get(band, "grown")
    fitting = [one for one in STYLES[sex, age] if kind in ONLY_WITH.get(one, SKINS)]
    fitting = [one for one in fitting if not (bare and one in COVERS)]
    return fitting[turn % len(fitting)]


def _beard(dice: random.Random, *, sex: str, band: str) -> str:
    if sex == "woman":
        return "none"
    return dice.choice(
        {
            "15-17": ("none",),
            "15-24": ("none", "none", "none", "down", "stubble"),
            "25-44": ("none", "stubble", "short", "moustache", "full"),
            "45-64": ("none", "short", "moustache", "full", "stubble"),
            "65+": ("long", "full", "moustache", "none", "stubble"),
        }[band]
    )
