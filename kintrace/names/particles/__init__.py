"""The words in a name that are no name: what each does there, looked up by its folded letters."""

from enum import Enum, auto
from functools import cache

from kintrace.names.folding import fold
from kintrace.names.particles import joints, titles


class Mark(Enum):
    """What a word does in a name, if it is none itself."""

    TITLE = auto()
    FILLER = auto()
    LATE_FILLER = auto()
    EVERYBODYS = auto()
    SHORT_MUHAMMAD = auto()
    NICKNAME = auto()
    UNKNOWN = auto()
    SON_OF = auto()
    SON_BEFORE = auto()
    KUNYA = auto()
    KUNYA_NAME = auto()
    ARTICLE = auto()
    SUN_ARTICLE = auto()
    OF = auto()
    ALIAS = auto()
    BORN = auto()
    ABD = auto()
    MAYBE_ABD = auto()
    DIN = auto()
    ALLAH = auto()


# Where a word stands in two lists, the later one says what it is.
_LISTS = (
    (Mark.LATE_FILLER, titles.LATE_FILLERS),
    (Mark.OF, joints.OF),
    (Mark.SUN_ARTICLE, joints.SUN_ARTICLES),
    (Mark.ALLAH, joints.ALLAHS),
    (Mark.DIN, joints.DINS),
    (Mark.MAYBE_ABD, joints.MAYBE_ABDS),
    (Mark.ABD, joints.ABDS),
    (Mark.ALIAS, joints.ALIASES),
    (Mark.BORN, joints.BORN),
    (Mark.NICKNAME, titles.NICKNAMES),
    (Mark.UNKNOWN, titles.UNKNOWNS),
    (Mark.TITLE, titles.TITLES),
    (Mark.FILLER, titles.FILLERS),
    (Mark.EVERYBODYS, titles.EVERYBODYS),
    (Mark.SHORT_MUHAMMAD, titles.SHORT_MUHAMMADS),
    (Mark.KUNYA, joints.KUNYAS),
    (Mark.KUNYA_NAME, joints.KUNYA_NAMES),
    (Mark.SON_OF, joints.SON_OF),
    (Mark.SON_BEFORE, joints.SON_BEFORE),
    (Mark.ARTICLE, joints.ARTICLES),
)


def folded(words: str) -> frozenset[str]:
    """The words of a list as they are looked up: "née أم" becomes {"nee", "ام"}."""
    return frozenset(fold(word) for word in words.split()) - {""}


@cache
def marks() -> dict[str, Mark]:
    """Every word of the lists, folded, with what it does: "oğlu" and "oglu" are SON_BEFORE."""
    return {word: mark for mark, listed in _LISTS for word in folded(listed)}


@cache
def unknown_pairs() -> frozenset[str]:
    """ "غير معروف" and "not known", folded."""
    pairs = titles.UNKNOWN_PAIRS.replace("\n", "|").split("|")
    return frozenset(fold(pair) for pair in pairs if pair)
