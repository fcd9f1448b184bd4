"""What a drawn person looks like: the traits, and how a seed chooses them."""

import random
from dataclasses import dataclass
from typing import TypedDict

from kintrace.demo.drawn.pen import Colour, colour, mix

BANDS = ("15-24", "25-44", "45-64", "65+")

# Base tone and tone in the shade.
SKINS: dict[str, tuple[tuple[str, str], ...]] = {
    "dark": (
        ("#603d2b", "#432a1e"),
        ("#6b4430", "#4b2d20"),
        ("#7d4f37", "#5a3524"),
        ("#8a583c", "#643b26"),
    ),
    "brown": (("#9a6544", "#74472d"), ("#a9744f", "#815338"), ("#b98260", "#8f5f43")),
    "olive": (("#c99670", "#a06f4d"), ("#c8956f", "#a06d4c"), ("#d3a37d", "#aa7a57")),
    "light": (("#d9a886", "#b98262"), ("#e3ba94", "#c49470"), ("#ebc7aa", "#cb9d7e")),
}
HAIRS = {
    "dark": ("#1a1311", "#20140f", "#1d1513"),
    "brown": ("#1c1412", "#20140f", "#2b1d17"),
    "olive": ("#231a17", "#2c211d", "#3a2820"),
    "light": ("#3a2a22", "#5a4030", "#7c5c40", "#2c2422"),
}
GREYS = {"45-64": ("#4a4441", "#615b58", "#37302d"), "65+": ("#aaa49e", "#beb8b1", "#948e89")}
IRISES = {
    "dark": ("#1b100b", "#25160f"),
    "brown": ("#24150e", "#301c12"),
    "olive": ("#2a1a14", "#3d2718", "#4a3a20"),
    "light": ("#3d2a1a", "#4f5a5c", "#5a5a3c", "#46586a"),
}
GROUNDS = (
    "#cdc6d3", "#c5cfd0", "#d8cdbd", "#c8d0bf", "#d6c5c3",
    "#bfc7d2", "#d9d2c4", "#b9c4be", "#cfc0b2", "#c4bccb",
)  # fmt: skip
CLOTHS = (
    "#4f5963", "#39566b", "#7f8f4e", "#b5624a", "#c9a24a", "#6d4b5e", "#5f7f78", "#8a4a3e",
    "#3f4a3e", "#a88f72", "#55607c", "#74543f", "#9a7f9c", "#2f3d4a", "#b9a58c", "#70787f",
)  # fmt: skip


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
# Wool as it comes from the sheep: no cap here may look like part of a uniform.
WOOLS = ("#a88f72", "#74543f", "#8b8379", "#b9a58c", "#5b5550")


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
    glasses = {"15-24": 0.06, "25-44": 0.08}.get(band, 0.25)
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
        shape=_woman(dice, kind, band) if sex == "woman" else _man(dice, kind, band),
    )


def _tones(
    dice: random.Random, *, turn: int, ground: int, band: str, kind: str, style: str
) -> Tones:
    skin, shade = (colour(code) for code in SKINS[kind][turn % len(SKINS[kind])])
    hair = colour(dice.choice(GREYS.get(band, HAIRS[kind])))
    if band == "45-64" and dice.random() < 0.5:
        hair = colour(dice.choice(HAIRS[kind]))
    cloth, scarf = (colour(code) for code in dice.sample(CLOTHS, 2))
    if style in {"pakol", "cap"}:
        scarf = colour(WOOLS[ground % len(WOOLS)])
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
    age = {"15-24": "young", "65+": "old"}.get(band, "grown")
    fitting = [one for one in STYLES[sex, age] if kind in ONLY_WITH.get(one, SKINS)]
    fitting = [one for one in fitting if not (bare and one in COVERS)]
    return fitting[turn % len(fitting)]


def _beard(dice: random.Random, *, sex: str, band: str) -> str:
    if sex == "woman":
        return "none"
    return dice.choice(
        {
            "15-24": ("none", "none", "none", "down", "stubble"),
            "25-44": ("none", "stubble", "short", "moustache", "full"),
            "45-64": ("none", "short", "moustache", "full", "stubble"),
            "65+": ("long", "full", "moustache", "none", "stubble"),
        }[band]
    )
