"""A word as a row of units: letters, and two letters that spell one sound (sh, ou, дж, تش).

A unit at the beginning of a word is marked ^, at its end $, where that changes how it sounds:
the e of "Emma", of "Peter" and of "Anne" are three.
"""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from anyascii import anyascii

from kintrace.names.folding import fold, script_of, tidy
from kintrace.names.letters import SHEETS, sheet
from kintrace.names.remembering import remembered

LATIN = "Latn"
LONGEST_WORD = 24  # units; what is longer is compared by its beginning


class Unit(NamedTuple):
    """What stands at a place of a word: the letter, and the pair that ends here ("" for none)."""

    one: str
    two: str


# Three letters and more of one sound; ʃ and ʧ are letters of our own.
_LONG = (("shch", "ʃʧ"), ("sch", "ʃ"), ("tch", "ʧ"), ("dzh", "dj"), ("ssh", "sh"))
_MARKED = {"č": "ch", "š": "sh", "ž": "zh", "ş": "sh", "ç": "ch", "ğ": "g", "ñ": "ny", "ß": "ss"}
_MARKED |= {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "þ": "th"}
_MARKED |= {"ð": "d", "ħ": "h"}
_ARABIC = str.maketrans("یکىڪۍېےہھەۀۃٱ", "يكيكيييههههها", "ـءًٌ'")
_NO_SOUND = str.maketrans("", "", "'")


class Spelt(NamedTuple):
    """The letters of a word that are compared, and the script whose sheet tells of them."""

    letters: str
    script: str


@remembered
def read(word: str) -> Spelt:
    """ "Müller" is "muler" in Latin, "ገብረ" "ገ₀በ₅ረ₀" in Ethiopic letters; what has no sheet is read
    in Latin letters, as a machine puts them: "김" is "gim"."""
    script = script_of(word)
    if script == LATIN:
        return Spelt(_latin(tidy(word)), LATIN)
    if script not in SHEETS:
        return Spelt(_latin(tidy(anyascii(tidy(word)))), LATIN)
    return Spelt(_NATIVE.get(script, _plain)(word), script)


def spelt(word: str) -> str:
    """The letters of `read` alone."""
    return read(word).letters


def _latin(word: str) -> str:
    apart = unicodedata.normalize("NFKD", "".join(_MARKED.get(sign, sign) for sign in word))
    letters = "".join(sign for sign in apart if "a" <= sign <= "z")
    once = "".join(
        sign
        for before, sign in zip(" " + letters, letters, strict=False)
        if sign != before or sign in "aeiou"
    )
    for long, short in _LONG:
        once = once.replace(long, short)
    return once


def _plain(word: str) -> str:
    return tidy(word).translate(_NO_SOUND)


def _arabic(word: str) -> str:
    return tidy(word).translate(_ARABIC)


def _syllables(word: str) -> str:
    """A sign of the Ethiopic script is a consonant and one of seven vowels (or none: the sixth)."""
    return "".join(_syllable(sign) if "\u1200" <= sign <= "\u137f" else sign for sign in fold(word))


def _syllable(sign: str) -> str:
    """Said with rounded lips: ጐ is ጎ, ጓ is ግዋ, ሏ is ልዋ."""
    consonant, order = chr(ord(sign) & ~7), ord(sign) & 7
    if consonant in _ROUNDED:
        return _ROUNDED[consonant] + (_ORDERS[6] if order == 0 else "ወ" + _ORDERS[order])
    return consonant + ("ወ" + _ORDERS[3] if order == 7 else _ORDERS[order])


_ORDERS = "₀₁₂₃₄₅₆"
_ROUNDED = {"ቈ": "ቀ", "ቘ": "ቀ", "ኈ": "ሀ", "ኰ": "ከ", "ዀ": "ከ", "ጐ": "ገ"}


def _once(word: str) -> str:
    """Consonants that are written twice, once: "Анна" is "ана", as "anna" is "ana"."""
    vowels = sheet(script_of(word)).changing
    plain = _plain(fold(word) if script_of(word) == "Grek" else word)
    pairs = zip(" " + plain, plain, strict=False)
    return "".join(sign for before, sign in pairs if sign != before or sign in vowels)


_NATIVE: dict[str, Callable[[str], str]] = {
    "Arab": _arabic,
    "Ethi": _syllables,
    "Hebr": tidy,
    "Cyrl": _once,
    "Grek": _once,
    "Armn": _once,
    "Geor": _once,
}


@remembered
def units(letters: str, script: str) -> tuple[Unit, ...]:
    """The units of what `spelt` left, place by place: "shay" is s, h or sh, a, y$ or ay$."""
    letters = letters[:LONGEST_WORD]
    changing, pairs = sheet(script).changing, sheet(script).pairs
    last = len(letters) - 1
    found = []
    for place, letter in enumerate(letters):
        one = letter + _where(place, last) if letter in changing else letter
        two = letters[place - 1 : place + 1] if place else ""
        marked = _pair(two, place, last, changing) if two else ""
        found.append(Unit(one, marked if two in pairs or marked in pairs else ""))
    return tuple(found)


def _where(place: int, last: int) -> str:
    return "^" if place == 0 else "$" if place == last else ""


def _pair(two: str, place: int, last: int, changing: frozenset[str]) -> str:
    if place == 1 and two[0] in changing:
        return two + "^"
    return two + "$" if place == last and two[1] in changing else two
