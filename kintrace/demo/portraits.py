"""Drawn portraits for the demo. Nobody in them lives; they stand where photos of people would.

The page that shows them says that they are drawn. They are calm and look at the reader: these are
people who search for someone.
"""

from kintrace.demo.drawn.beard import draw_beard
from kintrace.demo.drawn.clothes import draw_clothes
from kintrace.demo.drawn.covers import COVER, COVER_BEHIND
from kintrace.demo.drawn.face import draw_ears, draw_features, draw_head
from kintrace.demo.drawn.hair import SHORT
from kintrace.demo.drawn.long_hair import BEFORE, BEHIND
from kintrace.demo.drawn.look import BANDS, Look, look_of
from kintrace.demo.drawn.palette import SKINS
from kintrace.demo.drawn.pen import Pen

_BEHIND = COVER_BEHIND | BEHIND
_BEFORE = COVER | SHORT | BEFORE
_EARS_HIDDEN = {"hijab", "wrapped", "shawl", "kerchief", "long", "bob", "waves", "afro"}


def portrait(
    seed: int, *, sex: str, age_band: str, complexion: str | None = None, bare: bool = False
) -> bytes:
    """Draw a person who does not exist: a JPEG of 960 by 1200, always the same for the same words.

    `sex` is "man" or "woman"; `age_band` one of BANDS; `complexion` one of "dark", "brown",
    "olive", "light", or None to let the seed choose; `bare`: without a head cover. Hair and what is
    worn follow from these.
    ValueError for any other word.
    """
    if sex not in {"man", "woman"} or age_band not in BANDS or complexion not in {None, *SKINS}:
        raise ValueError(f"no such person can be drawn: {sex}, {age_band}, {complexion}")
    return draw(look_of(seed, sex=sex, band=age_band, complexion=complexion, bare=bare))


def draw(look: Look) -> bytes:
    """Draw the person who has this look."""
    pen = Pen(look.tones.ground)
    _draw_person(pen, look)
    return pen.jpeg()


def _draw_person(pen: Pen, look: Look) -> None:
    wide = look.shape.half_width / 33  # hair and cover are drawn for a head of that half width
    with pen.fitted(wide=wide):
        if look.style in _BEHIND:
            _BEHIND[look.style](pen, look)
    draw_clothes(pen, look)
    if look.style not in _EARS_HIDDEN:
        draw_ears(pen, look)
    draw_head(pen, look)
    draw_beard(pen, look)
    draw_features(pen, look)
    with pen.fitted(wide=wide):
        _BEFORE[look.style](pen, look)
