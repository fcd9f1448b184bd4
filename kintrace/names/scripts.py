"""What letters a word is written in."""

import unicodedata
from collections import Counter
from functools import lru_cache

# The first word of a letter's Unicode name tells its script; the codes are those of ISO 15924.
_SCRIPTS = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "ETHIOPIC": "Ethi",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "BENGALI": "Beng",
    "DEVANAGARI": "Deva",
    "GURMUKHI": "Guru",
    "TAMIL": "Taml",
    "SINHALA": "Sinh",
    "MYANMAR": "Mymr",
    "SYRIAC": "Syrc",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "KHMER": "Khmr",
    "TIFINAGH": "Tfng",
    "NKO": "Nkoo",
    "ADLAM": "Adlm",
    "VAI": "Vaii",
    "HANGUL": "Hang",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "CJK": "Hani",
}
OTHER = "Zyyy"
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"})


def script_of(text: str) -> str:
    """The ISO 15924 code of most letters of a text; "Zyyy" when none is known."""
    if text.isascii():  # most of what desks type, and quickly seen
        return "Latn" if any(map(str.isalpha, text)) else OTHER
    found = Counter(filter(None, map(_of_letter, text)))
    return found.most_common(1)[0][0] if found else OTHER


@lru_cache(maxsize=4096)
def _of_letter(letter: str) -> str:
    word = unicodedata.name(letter, "").split(" ")[0] if letter.isalpha() else ""
    return _SCRIPTS.get(word, "")
