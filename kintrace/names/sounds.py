"""What it tells when one unit of writing stands where another stands, in bits.

Positive bits speak for one name in two spellings, negative ones against it: log2 of how often
the two stand side by side in spellings of one name, over how often they would by chance
(pointwise mutual information over the sheets of `letters/`).
"""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kintrace.names import letters
from kintrace.names.letters import NONE
from kintrace.names.spelling import LATIN, units

Floats: TypeAlias = NDArray[np.float32]
Wide: TypeAlias = NDArray[np.float64]

# A share of what stands side by side is a slip of the hand, or a habit that we never saw.
SLIP, SLIP_OF_SAME_SCRIPT = 0.004, 0.01
MOVED = 2.5  # bits of a letter that stands at the beginning here, and there behind another
NEVER = np.float32(-99)
UNKNOWN = -8.0  # bits of a letter that stands on no sheet
UNKNOWN_GAP = -5.0
# One desk writes twice what another wrote once; vowels of Arabic names are anybody's guess.
HABITS, GUESSES = 0.65, 0.35
SAME = 0.85  # of two spellings in one script, so much is letter by letter the same
RAREST = 1e-4
# Last vowels that desks write for one another; others tell a woman's name from a man's.
ENDINGS = (
    {"a$", "ah$", "e$", "eh$", "ae$", "aa$"},
    {"i$", "y$", "ee$", "ie$", "ey$", "e$", "iy$", "ij$", "ii$", "ay$", "ai$", "ei$", "eh$"},
    {"o$", "u$", "ou$", "oo$", "w$", "ow$", "oe$", "au$", "aw$", "uw$", "oh$"},
)
ANOTHER_ENDING = 0.2


@dataclass(frozen=True)
class Sounds:
    """Two scripts side by side: bits[left, right] of their units, and of units left out."""

    left: dict[str, int]
    right: dict[str, int]
    bits: Floats
    left_out: Floats
    right_out: Floats
    left_typical: Floats
    right_typical: Floats
    is_same_script: bool


@dataclass(frozen=True)
class _Joint:
    """Shares[left, right] of two lists of units; the first of each list is NONE."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    shares: Wide


@cache
def sounds(left: str, right: str) -> Sounds:
    """Two scripts by their ISO 15924 codes; what has no sheet gets bits for unknown letters."""
    joint = _joint(left, right)
    same = left == right
    slip = SLIP_OF_SAME_SCRIPT if same else SLIP
    chance = _chances(joint.left, left), _chances(joint.right, right)
    by_chance = np.outer(*chance)
    by_chance[0], by_chance[:, 0] = chance[1] * 0.3, chance[0] * 0.3
    shares = (1 - slip) * joint.shares + slip * by_chance
    by_chance[0], by_chance[:, 0] = chance[1], chance[0]
    bits = np.log2(shares / np.maximum(by_chance, RAREST**3))
    if same:
        bits = np.where(_same_letters(joint.left, joint.right), np.maximum(bits, MOVED), bits)
    return Sounds(
        {unit: place for place, unit in enumerate(joint.left[1:])},
        {unit: place for place, unit in enumerate(joint.right[1:])},
        np.pad(bits[1:, 1:], ((0, 1), (0, 1)), constant_values=UNKNOWN).astype(np.float32),
        _with_unknown(bits[1:, 0]),
        _with_unknown(bits[0, 1:]),
        _typical(shares, bits),
        _typical(shares.T, bits.T),
        same,
    )


def _same_letters(left: tuple[str, ...], right: tuple[str, ...]) -> NDArray[np.bool_]:
    """Where both are one letter, at whatever place of a word: the o of "Tova" is that of "Ova"."""
    bare = np.array([name.rstrip("^$") for name in left]), np.array([n.rstrip("^$") for n in right])
    same: NDArray[np.bool_] = np.equal.outer(*bare)
    return same


def _with_unknown(bits: Wide) -> Floats:
    return np.append(bits, UNKNOWN_GAP).astype(np.float32)


def _typical(shares: Wide, bits: Wide) -> Floats:
    """What each unit gains on average where the two words are one name; 0 for an unknown one."""
    gains = (shares[1:] * bits[1:]).sum(axis=1) / np.maximum(shares[1:].sum(axis=1), RAREST**3)
    return np.append(gains, 0).astype(np.float32)


@cache
def _joint(left: str, right: str) -> _Joint:
    if left == right == LATIN:
        return _latin()
    if right == LATIN:
        return _read(left)
    if left == LATIN:
        other = _read(right)
        return _Joint(other.right, other.left, other.shares.T)
    through = _through(_read(left), _read(right))
    return _with_same(through) if left == right else through


def _read(script: str) -> _Joint:
    """A sheet as a table."""
    rows = letters.shares(script)
    left = (NONE, *(unit for unit, _ in rows if unit != NONE))
    right = (NONE, *sorted({unit for _, row in rows for unit, _ in row} - {NONE}))
    places = {unit: place for place, unit in enumerate(right)}
    shares = np.zeros((len(left), len(right)))
    for unit, row in rows:
        for spelling, share in row:
            shares[left.index(unit), places[spelling]] = share
    return _Joint(left, right, shares / max(shares.sum(), RAREST))


def _through(one: _Joint, other: _Joint) -> _Joint:
    """Two scripts that meet in the Latin letters by which each is spelt."""
    latin = tuple(sorted(set(one.right) | set(other.right), key=lambda unit: (unit != NONE, unit)))
    first, second = _spread(one, latin), _spread(other, latin)
    each = np.maximum((first.sum(axis=0) + second.sum(axis=0)) / 2, RAREST)
    met = (first[:, 1:] / each[1:]) @ second[:, 1:].T
    met[0, 0] = 0
    met[1:, 0] += first[1:, 0]
    met[0, 1:] += second[1:, 0]
    return _Joint(one.left, other.left, met / max(met.sum(), RAREST))


def _spread(joint: _Joint, right: tuple[str, ...]) -> Wide:
    """The same shares over a longer list of units."""
    wide = np.zeros((len(joint.left), len(right)))
    places = {unit: place for place, unit in enumerate(right)}
    wide[:, [places[unit] for unit in joint.right]] = joint.shares
    return wide


def _with_same(joint: _Joint) -> _Joint:
    """Most letters stay what they are when one name is written twice in one script."""
    of_all = joint.shares.sum(axis=1)
    same = np.diag(of_all / max(of_all[1:].sum(), RAREST))
    same[0, 0] = 0
    return _Joint(joint.left, joint.right, SAME * same + (1 - SAME) * joint.shares)


@cache
def _latin() -> _Joint:
    """Habits of desks, and for a third what two clerks make of one Arabic letter."""
    habits, arabic = _read(LATIN), _read("Arab")
    names = tuple(
        sorted({*habits.left, *habits.right, *arabic.right}, key=lambda unit: (unit != NONE, unit))
    )
    places = {unit: place for place, unit in enumerate(names)}
    told = np.zeros((len(names), len(names)))
    rows = [places[unit] for unit in habits.left]
    told[np.ix_(rows, [places[unit] for unit in habits.right])] = habits.shares
    spelt = _spread(arabic, names)
    each = np.maximum(spelt.sum(axis=1, keepdims=True), RAREST)
    guessed = spelt.T @ (spelt / each)
    guessed[0, 0] = 0
    told = HABITS * (told + told.T) / 2 + GUESSES * guessed / guessed.sum()
    told *= _endings(names)
    return _Joint(names, names, told / told.sum())


def _endings(names: tuple[str, ...]) -> Wide:
    """Maria and Mario are two names, and so are Amin and Amina: a last vowel is no habit."""
    groups = [{number for number, group in enumerate(ENDINGS) if name in group} for name in names]
    rare = [[bool(one or other) and not one & other for other in groups] for one in groups]
    return np.where(rare, ANOTHER_ENDING, 1.0)


def _chances(names: tuple[str, ...], script: str) -> Wide:
    """How often a unit stands anywhere: letters by their sheet, a pair as its two letters."""
    joint = _read(script)
    seen = dict(zip(joint.left, joint.shares.sum(axis=1), strict=True))
    single = {name: share for name, share in seen.items() if len(name.rstrip("^$")) == 1}
    whole = sum(single.values()) - single.get(NONE, 0.0)
    chance = {name: max(share / whole, RAREST) for name, share in single.items()}
    return np.array([_chance(name, chance) for name in names])


def _chance(name: str, chance: dict[str, float]) -> float:
    bare = name.rstrip("^$")
    if len(bare) == 1:
        return chance.get(name, chance.get(bare, RAREST))
    first = chance.get(bare[0] + "^") if name.endswith("^") else None
    last = chance.get(bare[1] + "$") if name.endswith("$") else None
    return (first or chance.get(bare[0], RAREST)) * (last or chance.get(bare[1], RAREST))


def numbered(spelt: str, script: str, numbers: dict[str, int]) -> tuple[tuple[int, int], ...]:
    """Places of a word's units on a list: the letter, or the last when unknown; the pair or -1."""
    unknown = len(numbers)
    return tuple(
        (numbers.get(one, numbers.get(one[0], unknown)), numbers.get(two, -1))
        for one, two in units(spelt, script)
    )


def typical(word: tuple[tuple[int, int], ...], gains: Floats) -> float:
    """How many bits a word brings on average beside another spelling of itself."""
    before, best = 0.0, 0.0
    for place, (one, two) in enumerate(word):
        new = best + float(gains[one])
        if place and two >= 0:
            new = max(new, before + float(gains[two]))
        before, best = best, new
    return best
