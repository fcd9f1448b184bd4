"""One spelling for a word: in Latin letters, with the habits of desks evened out.

Finer than a coarse key: "Youssouf", "Yusuf" and "يوسف" are "iusuf", and "Yasif" is not. For
finding, where coarse keys find too many; two spellings of one name often differ here, too.
"""

import re

from kintrace.names.remembering import remembered
from kintrace.names.romanising import romanisations

# In this order: what is longer goes first.
_HABITS = (
    *(("tsch", "ch"), ("sch", "sh"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j")),
    *(("ph", "f"), ("ck", "k"), ("kh", "h"), ("gh", "g"), ("q", "k"), ("c", "k"), ("x", "ks")),
    *(("w", "u"), ("v", "u"), ("y", "i"), ("e", "a"), ("o", "u"), ("h", "")),
)
_TWICE = re.compile(r"(.)\1+")


@remembered
def evened(word: str) -> str:
    """ "Mohammed" and "محمد" are "muhamad" without its h; "" for a word that cannot be read."""
    found = romanisations(word)
    letters = found[0] if found else ""
    for spelt, evenly in _HABITS:
        letters = letters.replace(spelt, evenly)
    return _TWICE.sub(r"\1", letters)
