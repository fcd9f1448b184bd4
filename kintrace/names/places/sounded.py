"""Places by their consonants, where a list has them in Latin letters only: "ጎንደር" is Gonder.

Coarse on purpose, and asked only within the countries of a script or of the text: worldwide,
three consonants are hundreds of towns.
"""

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache

from kintrace.names.places.gazetteer import Place, gazetteer
from kintrace.names.places.toponyms import folded

# Where names are written in a script, by the first word of its letters' Unicode names.
_HOMES = {
    "ETHIOPIC": ("ER", "ET"),
    "ARABIC": (
        *("SY", "IQ", "LB", "JO", "PS", "YE", "SA", "AE", "KW", "QA", "BH", "OM", "EG", "SD", "LY"),
        *("TN", "DZ", "MA", "MR", "SO", "DJ", "TD", "AF", "IR", "PK"),
    ),
    "BENGALI": ("BD", "IN"),
    "DEVANAGARI": ("IN", "NP"),
    "TAMIL": ("LK", "IN"),
    "MYANMAR": ("MM",),
}
_FEW_TOWNS = frozenset(_HOMES["ETHIOPIC"])
_LEADING = re.compile("[^AEIOU]*")
# Sounds that scripts and desks confuse, longest first; what is not named (vowels, h, w, y) goes.
_CLASSES = {
    **dict.fromkeys(("tch", "sch", "sh", "ch", "zh", "ts", "tz", "s", "z"), "s"),
    **dict.fromkeys(("kh", "kx", "ck", "q", "k", "c"), "k"),
    **dict.fromkeys(("dj", "gh", "g", "j"), "g"),
    **dict.fromkeys(("ph", "f", "v"), "f"),
    **dict.fromkeys(("b", "p"), "b"),
    "x": "ks",
    **{each: each for each in "dtlmnr"},
}
_SOUND = re.compile("|".join(_CLASSES))


def sound(text: str) -> str:
    """The consonants of a name in ten classes, none twice in a row: "Gonder" and "ጎንደር" are both
    "gndr", "Hargeysa" and "هرجيسا" both "rgs"."""
    latin = "".join(map(_in_latin, folded(" ".join(text.split()))))
    classes = "".join(_CLASSES[each] for each in _SOUND.findall(latin))
    return "".join(each for at, each in enumerate(classes) if classes[at - 1 : at] != each)


def by_sound(text: str, countries: frozenset[str]) -> list[Place]:
    """Towns of these countries whose main name sounds so; of the countries of the text's script
    where none is given. Names of two consonants sound like everything and give nothing, but where
    the countries have few towns."""
    wanted, places = sound(text), gazetteer()
    homes = countries or frozenset(_HOMES.get(_script(text), ()))
    if len(wanted) < (2 if homes <= _FEW_TOWNS else 3):
        return []
    return [
        places.place(number) for code in sorted(homes) for number in _towns(code).get(wanted, ())
    ]


@lru_cache(maxsize=64)
def _towns(country: str) -> dict[str, list[int]]:
    """The towns of a country by the sound of their main names; 10 ms for one of the large."""
    found: dict[str, list[int]] = defaultdict(list)
    places = gazetteer()
    for number, code in enumerate(places.countries):
        if code == country:
            found[sound(places.names[number])].append(number)
    return dict(found)


@lru_cache(maxsize=1024)
def _in_latin(letter: str) -> str:
    """The consonants with which the Unicode name of a letter begins: BENGALI LETTER KHA is kh."""
    if letter.isascii():
        return letter
    words = unicodedata.name(letter, "").split(" ")
    if words[0] not in _HOMES or "VOWEL" in words:
        return ""
    consonants = _LEADING.findall(words[-1])[0].lower()
    return "ch " if consonants == "c" else f"{consonants} "  # the next letter is another sound


def _script(text: str) -> str:
    for letter in text:
        if letter.isalpha() and not letter.isascii():
            return unicodedata.name(letter, "").split(" ")[0]
    return ""
