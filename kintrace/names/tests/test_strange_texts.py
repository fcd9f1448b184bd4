"""A hundred thousand texts that no desk would type, or that one did."""

import random
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.names import likeness, scores
from kintrace.names.folding import LONGEST, fold, tidy
from kintrace.names.letters import SHEETS
from kintrace.names.scripts import script_of

HOW_MANY, AT_ONCE = 100_000, 2_000
BESIDE = ["محمد علي", "Mohammed Ali", "ገብረ መስቀል", "Олександр", ""]
# The beginnings of blocks of Unicode: ten scripts of ours, others, marks, emoji, private letters.
BLOCKS = [
    *(0x41, 0xC0, 0x250, 0x370, 0x400, 0x530, 0x590, 0x600, 0x700, 0x900, 0x980, 0xA00, 0xE00),
    *(0x10A0, 0x1100, 0x1200, 0x13A0, 0x2000, 0x2066, 0x20D0, 0x2C80, 0x3040, 0x4E00, 0xAC00),
    *(0xE000, 0xFB1D, 0xFE00, 0xFE70, 0xFF00, 0x10400, 0x1F600, 0x1F900, 0xE0100, 0x300, 0x0),
]


ASCII = st.text(st.characters(max_codepoint=127), max_size=LONGEST - 1)
A_MARK = "\u200f"  # of direction: no sound, and beyond ASCII


@given(ASCII)
def test_what_is_plain_is_read_as_everything_else_is(text: str) -> None:
    """There is a short way for plain letters; a mark that says nothing goes the long one."""
    assert tidy(text) == tidy(A_MARK + text)
    assert fold(text) == fold(A_MARK + text)
    assert script_of(text) == script_of(text + A_MARK)


def strange(dice: random.Random) -> str:
    """Letters of one to three blocks, spaces and joiners between them."""
    blocks = dice.sample(BLOCKS, dice.randint(1, 3))
    signs = [chr(dice.choice(blocks) + dice.randrange(0x60)) for _ in range(dice.randint(0, 40))]
    return "".join(
        dice.choice((sign, sign, sign + " ", sign + "\u200d", "-" + sign)) for sign in signs
    )


@pytest.mark.slow
def test_no_text_of_a_hundred_thousand_raises_or_leaves_the_range() -> None:
    dice = random.Random(8)  # noqa: S311 the same texts every time
    for _ in range(HOW_MANY // AT_ONCE):
        found = scores(BESIDE, [strange(dice) for _ in range(AT_ONCE)])
        assert found.shape == (len(BESIDE), AT_ONCE)
        assert np.isfinite(found).all()
        assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.slow
def test_a_name_in_every_script_is_itself_whatever_hides_in_it() -> None:
    dice = random.Random(9)  # noqa: S311
    for script in SHEETS:
        for _ in range(20):
            name = _name(dice, script)
            hidden = "\u200f" + name.replace("", "\u200b") + "\u2069"
            assert likeness(name, hidden).score == likeness(name, name).score == 1, script


def _name(dice: random.Random, script: str) -> str:
    """Six letters of a script's first row of letters in Unicode."""
    first = {"Latn": "a", "Arab": "ب", "Ethi": "ለ", "Cyrl": "а", "Hebr": "א", "Grek": "α"}
    first |= {"Armn": "ա", "Geor": "ა", "Beng": "ক", "Deva": "क"}
    row = [chr(ord(first[script]) + step) for step in range(20)]
    letters = [sign for sign in row if unicodedata.category(sign).startswith("L")]
    return "".join(dice.choice(letters) for _ in range(6))
