"""The words of a name in the order typed, each with what it does there."""

import re
from typing import NamedTuple

from kintrace.names.folding import LONGEST, fold, tidy
from kintrace.names.particles import Mark, geez, marks
from kintrace.names.remembering import remembered

# What is said beside the name: (Abu Ali), "Sasha", «Пётр», and 'Bill' where no letter touches.
_ASIDE = re.compile(
    r"[(\[{«“„\"‹]([^()\[\]{}«»“”„\"‹›]*)[)\]}»”“\"›]|(?<!\w)['‘’]([^'‘’]+)['‘’](?!\w)"
)
_PIECE = re.compile(r"[^\W\d_]{1,2}/[^\W\d_]+|[^\s\-\u2010-\u2015.,;:/،؛()\[\]{}\"“”«»„‹›…]+")
_COMMA = re.compile(r"[,،;]")
_HYPHENS = "-‐‑‒–—―"
# Son or daughter of, not available, Mrs and Dr.
_SLASHED = {"s/o": "bin", "d/o": "bint", "a/l": "bin", "a/p": "bint", "n/a": "unknown"}
_SLASHED |= dict.fromkeys(("w/o", "w/ro", "w/rt", "ወ/ሮ", "ወ/ሪት", "ዶ/ር", "ፕ/ር", "c/o"), "ato")


class Token(NamedTuple):
    """One word: as typed, tidied, folded; what it does; whether a hyphen ties it to the next."""

    typed: str
    word: str
    bare: str
    mark: Mark | None
    is_tied: bool = False
    is_loud: bool = False

    def __repr__(self) -> str:
        return f"<token {self.mark}>"


class Told(NamedTuple):
    """A name in pieces: what stands before a comma, the name itself, and what is said beside it."""

    before_comma: tuple[Token, ...]
    tokens: tuple[Token, ...]
    asides: tuple[tuple[Token, ...], ...]


def told(name: str) -> Told:
    """ "DIALLO, Mamadou (Papa)" has Diallo before the comma, Mamadou in it, Papa beside it."""
    name = name[:LONGEST]
    beside = ["".join(found) for found in _ASIDE.findall(name)]
    main = _ASIDE.sub(" ", name) if beside else name
    first, *rest = _COMMA.split(main)
    before, tokens = _tokens(first), _tokens(" ".join(rest)) if rest else ()
    if not any(token.mark is not Mark.TITLE for token in tokens):
        before, tokens = (), before + tokens
    return Told(before, tokens, tuple(_tokens(aside) for aside in beside))


def _tokens(text: str) -> tuple[Token, ...]:
    """The words of one stretch of a name; "el-Sayed" are two, the first tied to the second."""
    found: list[Token] = []
    for piece in _PIECE.finditer(text):
        end = piece.end()
        found += _read(piece.group(), text[end : end + 1])
    return tuple(found)


@remembered
def _read(typed: str, after: str) -> tuple[Token, ...]:
    """The words of one piece, nearly always one; of "G/Meskel" the second shows nothing typed."""
    words = [word for word in _words(typed) if fold(word)]
    shown = [typed, *[""] * len(words)]
    is_loud = len(typed) > 1 and typed.isupper()
    is_tied = after != "" and after in _HYPHENS
    return tuple(
        Token(one, word, fold(word), marks().get(fold(word)), is_tied, is_loud)
        for one, word in zip(shown, words, strict=False)
    )


def _words(piece: str) -> tuple[str, ...]:
    """What a piece says: "W/ro" stays one, "G/Meskel" is "gebre" and "meskel", "a_b" two."""
    if "/" not in piece:
        return tuple(word for word in tidy(piece).split() if word.strip("'.-"))
    short, rest = (tidy(half) for half in piece.split("/", maxsplit=1))
    known = _SLASHED.get(f"{short}/{rest}")
    if known:
        return (known,)
    head = geez.SHORT_HEADS.get(fold(short))
    return tuple(f"{head if head and len(rest) > 1 else short} {rest}".split())
