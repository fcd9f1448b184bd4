"""Coarse keys: what is left of a word when everything goes in which scripts and habits differ.

Vowels, h, w, y and doubled letters go; sounds that are taken for one another become one sign. Two
spellings of one name share a key nearly always, two names seldom. For finding, never for judging.
"""

from functools import lru_cache

from kintrace.names.folding import fold
from kintrace.names.letters import NONE, shares
from kintrace.names.remembering import remembered
from kintrace.names.spelling import LATIN, read, units

MOST = 3  # keys of one word: j and g of ج, v and w of و
LIKELY = 0.12  # a spelling that rare is not looked for
# A sign for each group of sounds; what stands in none of them is left out.
_SIGNS = {
    "P": "b p",
    "F": "f v ph",
    "M": "m",
    "N": "n ng gn",
    "L": "l",
    "R": "r",
    "T": "t d th dh",
    "S": "s z c ts tz sz x rz",
    "J": "j sh ch zh dj dz ʃ ʧ sj cz",
    "K": "k g q kh gh ck qu gu ks ge gi",
}
_SIGN = {spelling: sign for sign, spellings in _SIGNS.items() for spelling in spellings.split()}
# Latin letters that desks of two countries mean two sounds by; x is a Somali or Kurdish h.
_TWO_SOUNDS = {
    "x": (("S", 0.6), ("", 0.4)),
    "ch": (("J", 0.6), ("K", 0.4)),
    "g": (("K", 0.8), ("J", 0.2)),
    "j": (("J", 0.8), ("", 0.2)),
    "c": (("K", 0.6), ("S", 0.4)),
}


@remembered
def keys(word: str) -> tuple[str, ...]:
    """ "Jamal" is JML; "جمال" is JML or KML; "Mohammed", "محمد" and "Maxamed" share MT.

    One to three keys, the likeliest first; () for a word without a letter that we know.
    """
    found: dict[str, float] = {"": 1.0}
    for choices in _signs(*read(word)):
        longer: dict[str, float] = {}
        for so_far, likely in found.items():
            for sign, share in choices:
                key = so_far if so_far.endswith(sign) else so_far + sign
                longer[key] = max(longer.get(key, 0), likely * share)
        found = _likeliest(longer) if len(longer) > 1 else longer
    return tuple(key for key in found if key) or _without_consonant(word)


def _likeliest(found: dict[str, float]) -> dict[str, float]:
    return dict(sorted(found.items(), key=lambda item: -item[1])[:MOST])


def _without_consonant(word: str) -> tuple[str, ...]:
    """Aya and Eyu have none: their letters are the key."""
    letters = fold(word)
    return (f"({letters})",) if letters else ()


def _signs(letters: str, script: str) -> list[tuple[tuple[str, float], ...]]:
    """For each place of a word the signs it may be, with their shares."""
    found: list[tuple[tuple[str, float], ...]] = []
    for one, two in units(letters, script):
        if (bare := two.rstrip("^$")) in _pairs(script):
            found[-1] = _of(bare, script)
        else:
            found.append(_of(one, script))
    return found


@lru_cache(maxsize=16)
def _pairs(script: str) -> frozenset[str]:
    """Two letters that are another sound than one after the other."""
    if script == LATIN:
        known = (*_SIGN, *_TWO_SOUNDS)
        return frozenset(two for two in known if len(two) == 2) - {"ge", "gi", "gu"}
    return frozenset({"تش", "דז", "дж", "дз", "τσ", "τζ", "μπ", "ντ", "γκ"})


@lru_cache(maxsize=2048)
def _of(unit: str, script: str) -> tuple[tuple[str, float], ...]:
    if script == LATIN:
        bare = unit.rstrip("^$")
        return _TWO_SOUNDS.get(bare, ((_sign(bare), 1.0),))
    total, by_sign = 0.0, dict[str, float]()
    for spelling, share in _rows(script).get(unit, ((NONE, 1.0),)):
        sign = _sign(spelling.rstrip("^$"))
        by_sign[sign] = by_sign.get(sign, 0) + share
        total += share
    likely = [(sign, share / total) for sign, share in by_sign.items() if share > LIKELY * total]
    return tuple(sorted(likely, key=lambda item: -item[1]))


def _sign(spelling: str) -> str:
    """Of "kh" and "ja" the sign of the sound that they begin with."""
    return _SIGN.get(spelling) or _SIGN.get(spelling[0], "")


@lru_cache(maxsize=16)
def _rows(script: str) -> dict[str, tuple[tuple[str, float], ...]]:
    return dict(shares(script))
