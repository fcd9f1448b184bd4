"""Words of names as numbers, and what two of them say for one name.

A word is counted by how rarely it is borne where it is commonest (`names.bearers`, fixed tables):
what two descriptions are worth must not hang on who else is in a file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kintrace.matching.weighed.each import one_by_one
from kintrace.matching.weighed.sounding import sounding
from kintrace.matching.weighed.spellings import CLASSES, SCRIPTS, Spellings
from kintrace.names import variants
from kintrace.names.bearers import share
from kintrace.names.keys import keys
from kintrace.names.remembering import remembered
from kintrace.names.spelling import read
from kintrace.names.worth import CONFLICT, KNOWN, RELATED, TWO_NAMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kintrace.matching.weighed.each import Each
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.usual import Usual
    from kintrace.names.sounds import Floats

APART = 2  # coarse sounds
_BITS = {sign: 1 << place for place, sign in enumerate("PMNLRTSJK")}
_SIGNS = frozenset(_BITS)
_HEARD = tuple(
    (re.compile(old), new)
    for old, new in (
        ("tsch", "ch"),
        ("dsch", "j"),
        ("sch|sci(?=[aou])|sc(?=[ei])", "sh"),
        ("gi(?=[aou])", "j"),
        ("w", "v"),
    )
)
KIN = 2**20  # more than there are names
# Of people who bear a word that no table has: where we know the name, and where we do not.
KNOWN_SHARE, UNKNOWN_SHARE = 0.003, 0.002


class Known(NamedTuple):
    """Of each word how many bear it where it is commonest, and its script as a number."""

    shares: Floats
    scripts: Ints


class Words:
    """Distinct words, each with a number, in the order in which they were first met."""

    def __init__(self, each: Each = one_by_one) -> None:
        self.each = each
        self.texts: list[str] = []
        self.numbers: dict[str, int] = {}
        self.spellings = Spellings(self.texts)
        self.usual: Usual | None = None
        self.halves: dict[int, tuple[int, int]] = {}
        self.keys: list[tuple[str, ...]] = []
        self.signs: list[tuple[int, int, int]] = []
        self.table: Ints = np.empty((0, 3), dtype=np.int64)

    def number(self, text: str) -> int:
        found = self.numbers.get(text)
        if found is None:
            found = self.numbers[text] = len(self.texts)
            self.texts.append(text)
        return found

    def joined(self, one: int, other: int) -> int:
        """The number of two words as one."""
        words = len(self.texts)
        number = self.number(self.texts[one] + self.texts[other])
        if number == words:
            self.halves[number] = one, other
        return number

    def sounds(self) -> list[tuple[str, ...]]:
        """The coarse keys of each word; two that were made one sound as both."""
        new = range(len(self.keys), len(self.texts))
        whole = [self.texts[number] for number in new if number not in self.halves]
        told = iter(self.each(coarse, whole))
        for number in new:
            is_two = number in self.halves
            self.keys.append(self._of_halves(number) if is_two else next(told))
        return self.keys

    def _of_halves(self, number: int) -> tuple[str, ...]:
        halves = [self.keys[half][0] for half in self.halves[number] if self.keys[half]]
        return ("".join(halves),) if halves else coarse(self.texts[number])

    def known(self) -> Known:
        """What is known of each word alone; at the end what is known of none."""
        told = self.each(_known, self.texts)
        scripts = [told[self.halves.get(at, (at,))[0]][0] for at in range(len(told))]
        shares = [
            UNKNOWN_SHARE if at in self.halves else share for at, (_, share) in enumerate(told)
        ]
        borne = np.array([*shares, 1.0], dtype=np.float32)
        return Known(borne, np.array([*scripts, -1], dtype=np.int64))

    def worth(self, left: Ints, right: Ints) -> Floats:
        """As `names.worth`, of single pairs of words, whichever comes first: each is worked out
        once, however often it is asked for."""
        found = np.full(len(left), CONFLICT, dtype=np.float32)
        some = np.flatnonzero(self._may_be_one(left, right))
        one, other = left[some], right[some]
        usual = self.usual
        found[some] = usual.of(one, other, self._each) if usual else self._each(one, other)
        return found

    def _each(self, left: Ints, right: Ints) -> Floats:
        codes = np.minimum(left, right) * len(self.texts) + np.maximum(left, right)
        once, places = np.unique(codes, return_inverse=True)
        return self._once(once // len(self.texts), once % len(self.texts))[places]

    def _may_be_one(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Words of which more than APART coarse sounds stand on one side alone are two names."""
        surely, maybe, known = self._signs()
        apart = np.bitwise_count(surely[left] & ~maybe[right])
        apart = apart + np.bitwise_count(surely[right] & ~maybe[left])
        close: NDArray[np.bool_] = (apart <= APART) | (known[left] & known[right])
        return close

    def _signs(self) -> tuple[Ints, Ints, NDArray[np.bool_]]:
        """Of each word the coarse sounds of its likeliest key, those of all its keys, as bits, and
        whether it is a name we know; worked out once for each word."""
        sounds = self.sounds()
        for number in range(len(self.signs), len(self.texts)):
            is_known = number not in self.halves and variants.is_known(self.texts[number])
            self.signs.append((*_signs(sounds[number]), is_known))
        if len(self.table) != len(self.signs):
            self.table = np.array(self.signs, dtype=np.int64).reshape(-1, 3)
        return self.table[:, 0], self.table[:, 1], self.table[:, 2] > 0

    def _once(self, left: Ints, right: Ints) -> Floats:
        """The same for pairs that are asked for once, each put in order first."""
        told = self.spellings.of(np.concatenate([left, right]))
        turned = told.order[left] > told.order[right]
        one, other = np.where(turned, right, left), np.where(turned, left, right)
        bits = sounding(self.spellings, one, other)
        return _as_known(bits, self.spellings, one, other)


def _as_known(bits: Floats, spellings: Spellings, left: Ints, right: Ints) -> Floats:
    """What is known of two words goes before how they sound."""
    told = spellings.told
    known = (told.classes[left, 0] >= 0) & (told.classes[right, 0] >= 0)
    both = np.flatnonzero(known)
    one, other = left[both], right[both]
    rows, columns = told.classes[one][:, :, None], told.classes[other][:, None, :]
    is_same = ((rows == columns) & (rows >= 0)).any(axis=(1, 2))
    is_kin = _are_kin(spellings, one, other)
    apart = told.is_latin[one] & told.is_latin[other] & ~is_same & ~is_kin
    new = bits[both]
    new[apart] = np.minimum(new[apart], TWO_NAMES)
    new[is_kin] = np.maximum(new[is_kin], RELATED)
    new[is_same] = np.maximum(new[is_same], KNOWN)
    bits[both] = new
    return bits


def _are_kin(spellings: Spellings, left: Ints, right: Ints) -> NDArray[np.bool_]:
    """Whether the one is known as a short form, or another language's form, of the other."""
    kin = [
        word * KIN + name
        for word in np.unique(left).tolist()
        for name in variants.kin_of(spellings.texts[word])
    ]
    found = np.zeros(len(left), dtype=np.bool_)
    for slot in range(CLASSES):
        other = spellings.told.classes[right, slot]
        found |= (other >= 0) & np.isin(left * KIN + other, kin)
    return found


def _signs(sounds: tuple[str, ...]) -> tuple[int, int]:
    """The sounds of the likeliest key and of all, as bits; v, w and f are not told from vowels,
    for desks do not."""
    found = [sum(map(_BITS.__getitem__, _SIGNS.intersection(key))) for key in sounds]
    total = 0
    for each in found:
        total |= each
    return found[0] if found else 0, total


@remembered
def coarse(text: str) -> tuple[str, ...]:
    """The two likeliest keys of a word, and that of its sounds as desks of other countries mean
    them: the German w and tsch, the Italian sci and gi."""
    found = keys(text)[:2]
    heard = text
    for old, new in _HEARD if text.isascii() else ():
        heard = old.sub(new, heard)
    return found if heard == text else tuple(dict.fromkeys((*found, *keys(heard)[:1])))


@remembered
def _share(text: str) -> float:
    told = share(text)
    if told:
        return told
    return KNOWN_SHARE if variants.is_known(text) else UNKNOWN_SHARE


def _known(text: str) -> tuple[int, float]:
    """Its script as a number, and how many bear it."""
    return SCRIPTS.index(read(text).script), _share(text)
