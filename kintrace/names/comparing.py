"""Whole names side by side: every word finds its partner, in whatever order they stand.

The evidence is absolute: it depends on the two names alone, never on what else is compared. A
missing word says nearly nothing; two words that are left over on both sides speak against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kintrace.names.bearers import share
from kintrace.names.joining import Form, forms, long_keys
from kintrace.names.keys import keys
from kintrace.names.parts import Role, Word, core
from kintrace.names.remembering import remembered
from kintrace.names.worth import worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kintrace.names.sounds import Floats

    Ints = NDArray[np.int64]

MOST_WORDS = 6  # of one name; an Afghan or Sudanese name has five
MISSING, MISSING_FIRST = np.float32(-2.5), np.float32(-4)  # bits of a word that one side lacks
IN_PLACE = np.float32(1)  # bits of standing at the same place
TWO_WORDS = np.float32(4)  # bits a word more where more than one of them agrees
NOTHING = np.float32(-np.inf)  # where a name holds no word
IDENTICAL = np.float32(99)  # bits of a name beside itself
HALF = 12.0  # bits a word at which the score is a half
WIDTH = 2.2  # bits by which the odds grow e-fold
COMMON, EVERYWHERE = 0.15, 0.1  # so much less tells a word that one in so many bears, or more
AT_ONCE = 12_000_000  # pairs of words that are held in memory


# Roles as numbers; 0 is one that says nothing of its place.
_ROLES = {role: number for number, role in enumerate(Role, 1)} | {Role.UNKNOWN: 0}


def words_of(name: str | Sequence[str]) -> tuple[Word, ...]:
    """The words of a name that are compared, in order."""
    return core(name)[:MOST_WORDS]


def scores(queries: Sequence[str], gallery: Sequence[str]) -> Floats:
    """How alike every two names are, from 0 to 1, as an array (len(queries), len(gallery)).

    scores(["محمد علي"], ["Mohammed Ali", "Hassan Omar"]) is about [[1.0, 0.0]]. A score depends
    on the two names alone, so one threshold serves for all. Never raises, whatever the text.
    """
    bits = evidence([words_of(name) for name in queries], [words_of(name) for name in gallery])
    return score(bits)


def score(bits: Floats) -> Floats:
    """Evidence as a number between 0 and 1; a half where the one is as likely as the other."""
    between: Floats = 1 / (1 + np.exp(-(bits - HALF) / WIDTH))
    return between


def evidence(
    left: Sequence[tuple[Word, ...]],
    right: Sequence[tuple[Word, ...]],
    pairs: Floats | None = None,
) -> Floats:
    """Bits a word that speak for one name in two forms: (left, right).

    pairs: what `worth` says of all words of the one and of the other, where it was asked before.
    """
    if not left or not right:
        return np.zeros((len(left), len(right)), dtype=np.float32)
    rows, columns = forms(left, right), forms(right, left)
    found = _all([form.words for form in rows], [form.words for form in columns], pairs)
    _only_where_met(found, rows, columns)
    _only_where_met(found.T, columns, rows)
    found = np.maximum.reduceat(found, _begins(rows), axis=0)
    found = np.maximum.reduceat(found, _begins(columns), axis=1)
    _same(found, left, right)
    return found


def _only_where_met(found: Floats, some: Sequence[Form], others: Sequence[Form]) -> None:
    """A form with a joined word stands only beside names that were typed with such a word: what
    else is in the list must not change what two names are worth."""
    holding: dict[str, set[int]] = {}
    for other in others:
        for word in () if other.joined else other.words:
            for key in keys(word.text):
                holding.setdefault(key, set()).add(other.owner)
    owners = np.array([other.owner for other in others])
    for row, form in enumerate(some):
        if form.joined:
            met = [owner for key in long_keys(form.joined) for owner in holding.get(key, ())]
            found[row, ~np.isin(owners, met)] = NOTHING


def _begins(some: Sequence[Form]) -> Ints:
    """Where each name's forms begin."""
    return np.unique(np.array([form.owner for form in some]), return_index=True)[1]


def _same(
    found: Floats, left: Sequence[tuple[Word, ...]], right: Sequence[tuple[Word, ...]]
) -> None:
    """What is written alike, word by word, is one name, however short it is."""
    places: dict[tuple[str, ...], list[int]] = {}
    for column, words in enumerate(right):
        places.setdefault(tuple(word.text for word in words), []).append(column)
    for row, words in enumerate(left):
        if words:
            found[row, places.get(tuple(word.text for word in words), [])] = IDENTICAL


class _Names(NamedTuple):
    """Names of equally many words: which they are; their words, weights and roles by place."""

    columns: Ints
    words: Ints
    weights: Floats
    roles: Ints


def _all(
    left: list[tuple[Word, ...]], right: list[tuple[Word, ...]], known: Floats | None
) -> Floats:
    """As many names at a time as memory holds, or all where the worth of their words is known."""
    gallery, by_length = _laid_out(right)
    found = np.full((len(left), len(right)), NOTHING, dtype=np.float32)
    at_once = max(1, AT_ONCE // max(1, len(gallery) * max(map(len, left))))
    step = at_once if known is None else len(left)
    for start in range(0, len(left), step):
        some = left[start : start + step]
        numbers = _numbered(some)
        pairs = worth(list(numbers), gallery) if known is None else known
        for row, words in enumerate(some, start):
            rows = pairs[[numbers[word.text] for word in words]]
            for names in by_length if words else ():
                found[row, names.columns] = _beside(words, rows, names)
    return found


def _numbered(names: Sequence[tuple[Word, ...]]) -> dict[str, int]:
    """Each word once, with a number."""
    texts = dict.fromkeys(word.text for words in names for word in words)
    return {text: number for number, text in enumerate(texts)}


def _laid_out(names: Sequence[tuple[Word, ...]]) -> tuple[list[str], list[_Names]]:
    """All words once, and the names by how many words they have; those without any are left out."""
    numbers = _numbered(names)
    lengths = np.array([len(words) for words in names])
    by_length = []
    for length in sorted({*lengths.tolist()} - {0}):
        columns = np.flatnonzero(lengths == length)
        some = [words for words in names if len(words) == length]
        places = np.array([[numbers[word.text] for word in words] for words in some]).T
        weights = np.array([[weight(word) for word in words] for words in some], dtype=np.float32).T
        roles = np.array([[_ROLES[word.role] for word in words] for words in some]).T
        by_length.append(_Names(columns, places, weights, roles))
    return list(numbers), by_length


def _beside(name: tuple[Word, ...], pairs: Floats, names: _Names) -> Floats:
    """One name with all that have equally many words: the best way to pair the words of both.

    pairs: (word of the name, word of the gallery). Goes through the places of the others and
    keeps, for every set of the name's words already paired, the best so far.
    """
    count, length = len(name), len(names.words)
    best: dict[int, Floats] = {0: np.zeros(len(names.columns), dtype=np.float32)}
    for place in range(length):
        gains = [_gain(name[one], one, pairs[one], names, place) for one in range(count)]
        best = _placed(best, gains, _missing(place) if length > count else None)
    paired = min(count, length)
    least = np.minimum(sum(map(weight, name)), names.weights.sum(axis=0))
    bits: Floats = _finished(best, count, paired) / least
    return bits + TWO_WORDS if paired > 1 else bits


def _gain(word: Word, one: int, pair: Floats, names: _Names, place: int) -> Floats:
    gain: Floats = pair[names.words[place]] * (weight(word) * names.weights[place])
    if one == place:
        return gain + IN_PLACE
    role = _ROLES[word.role]
    return gain + IN_PLACE * (names.roles[place] == role) if role else gain


@remembered
def weight(word: Word) -> np.float32:
    """How much a word tells: a filler little, and Mohammed less than Thaddeus."""
    return np.float32(word.weight * (1 - COMMON * min(1.0, share(word.text) / EVERYWHERE)))


def _missing(place: int) -> np.float32:
    """Bits of a word that only one name has; its first word is mostly the given name."""
    return MISSING if place else MISSING_FIRST


def _placed(
    best: dict[int, Floats], gains: list[Floats], out: np.float32 | None
) -> dict[int, Floats]:
    """One place more: left out, where it may be, or paired with a word that is still free."""
    new = {} if out is None else {taken: so_far + out for taken, so_far in best.items()}
    for one, gain in enumerate(gains):
        for taken, so_far in best.items():
            if not taken >> one & 1:
                with_it = taken | 1 << one
                other = so_far + gain
                new[with_it] = np.maximum(new[with_it], other) if with_it in new else other
    return new


def _finished(best: dict[int, Floats], count: int, paired: int) -> Floats:
    """The best of all ways that paired as many words as could be."""
    whole = [
        so_far + np.float32(sum(_missing(one) for one in range(count) if not taken >> one & 1))
        for taken, so_far in best.items()
        if taken.bit_count() == paired
    ]
    finished: Floats = np.max(whole, axis=0)
    return finished
