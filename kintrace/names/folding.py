"""One way of writing what keyboards and hands write in several, before anything is compared.

Nothing here is shown to people: what was typed is kept elsewhere.
"""

import re
import unicodedata

from kintrace.names import scripts
from kintrace.names.remembering import remembered

LONGEST = 400  # signs of one name that are looked at; what is longer is no name
# Letters of the Arabic script that two keyboards or two hands write otherwise in one name: every
# alef, ye and kaf of Persian and Urdu, the last alef and ta marbuta, every he. What stretches a
# word and what holds two halves apart is no letter.
_ARABIC = (
    dict.fromkeys("أإآاٱٲٳ", "ا")
    | dict.fromkeys("یىےۍېۓئ", "ي")
    | dict.fromkeys("کڪګگڭ", "ك")
    | dict.fromkeys("ەہھۃۂة", "ه")
    | {"ؤ": "و", "ء": "", "ـ": "", "ۀ": "ه"}
)
# Ge'ez letters of one sound, in all seven orders: each row of eight becomes another one.
_GEEZ_ROWS = (("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("ፀ", "ጸ"))
_GEEZ = {
    chr(ord(row) + order): chr(ord(one) + order) for row, one in _GEEZ_ROWS for order in range(8)
}
# ሀ and ሃ, አ and ኣ are said alike in Amharic.
_GEEZ |= {"ሃ": "ሀ", "ሓ": "ሀ", "ኃ": "ሀ", "ኻ": "ሀ", "ኣ": "አ", "ዓ": "አ"}
_LATIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
_LATIN |= {"ə": "e", "ħ": "h", "ß": "ss"}
_ONE_WAY = str.maketrans(_ARABIC | _GEEZ | _LATIN)
# Raised commas stand for ayn, hamza or nothing, and everybody types another one.
_COMMAS = "ʼʻʾʿ`´’‘‛ʹ′＇ꞌ"
_APOSTROPHE = str.maketrans(dict.fromkeys(_COMMAS, "'"))
_OF_A_NAME = {"L", "M"}
_BETWEEN = re.compile(r"[\s.\-\u2010-\u2015/,;]+")


@remembered
def tidy(text: str) -> str:
    """Small letters, composed, single spaces; no controls, direction marks, digits or emoji.

    Accents stay, for they tell sounds: "  JOSÉ\\u200f" becomes "josé".
    """
    if text.isascii():
        return " ".join(text[:LONGEST].casefold().translate(_PLAIN).split())
    kept = unicodedata.normalize("NFKC", text[:LONGEST].replace("I\u0307", "i"))
    kept = kept.replace("İ", "i").casefold().translate(_APOSTROPHE)
    kept = unicodedata.normalize("NFC", "".join(s for s in kept if not _is_hidden(s)))
    return " ".join("".join(s if _is_of_a_name(s) else " " for s in kept).split())


def _is_of_a_name(sign: str) -> bool:
    return unicodedata.category(sign)[0] in _OF_A_NAME or sign in "'.-"


# The same for what has no sign beyond ASCII, as most of what desks type.
_PLAIN = {sign: " " for sign in range(128) if not _is_of_a_name(chr(sign))} | {ord("`"): "'"}


def _is_hidden(sign: str) -> bool:
    """Controls, joiners, direction marks, and the vowel marks of Arabic and Hebrew."""
    category = unicodedata.category(sign)
    if category in {"Cf", "Cn", "Co", "Cs"}:
        return True
    return category == "Mn" and ("\u0590" <= sign <= "\u06ff" or "\ufb1e" <= sign <= "\ufdff")


@remembered
def fold(word: str) -> str:
    """The letters alone, written one way: "Müller" is "muller", "علی" is "علي", "ዐለም" is "አለም".

    For looking words up in a table; sounds are compared on what `tidy` leaves.
    """
    told = tidy(word)
    if told.isascii():
        return told.replace("'", "")
    apart = unicodedata.normalize("NFKD", told)
    bare = "".join(sign for sign in apart if unicodedata.category(sign) != "Mn" or _is_vowel(sign))
    return unicodedata.normalize("NFC", bare).translate(_ONE_WAY).replace("'", "")


def _is_vowel(sign: str) -> bool:
    """Marks of Bengali and Devanagari are vowels, and carry half of the name."""
    return "\u0900" <= sign <= "\u0dff" and sign not in "\u093c\u09bc"


def words(text: str) -> list[str]:
    """The words of a name as `tidy` leaves them; a hyphen or a full stop parts words."""
    return [word for word in _BETWEEN.split(tidy(text)) if word.strip("'")]


@remembered
def script_of(word: str) -> str:
    """The ISO 15924 code of most of its letters; "Zyyy" where we know none of them."""
    return scripts.script_of(word[:LONGEST])
