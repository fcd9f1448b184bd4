"""The words of two names paired in whatever order they stand: the best of all ways.

Sums are whole numbers, so that they do not hang on who stands left, and carry along which words
were paired.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kintrace.matching.weighed.tokens import FAMILY, FATHER, GIVEN, MOST, OTHER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.tokens import Tokens
    from kintrace.matching.weighed.words import Known
    from kintrace.names.sounds import Floats

    Bools = NDArray[np.bool_]

STEPS = 64  # of a bit
PLACES = MOST * MOST
NEVER = -(1 << 40)
# How likely a word that both tell is the same name, where they are one person.
LIKELY = np.full((4, 4), 0.9, dtype=np.float32)
LIKELY[GIVEN, GIVEN], LIKELY[FAMILY, FAMILY], LIKELY[FATHER, FATHER] = 0.96, 0.92, 0.94
# Counted on invented records: of each bit that sounds speak for one word, or against it, so much is
# left once slips of the hand are thought of; across scripts sounds are known less well.
FOR, AGAINST, ACROSS = np.float32(0.8), np.float32(0.4), np.float32(0.22)
# Bits of a word that has its partner at another place: a son who bears his father's name is not
# the father, and desks take the family's name for the given one less often than not.
PLACE = np.zeros((4, 4), dtype=np.float32)
for _one, _other, _bits in (
    (GIVEN, OTHER, -2.0),
    (GIVEN, FAMILY, -2.5),
    (GIVEN, FATHER, -3.5),
    (FAMILY, OTHER, -1.0),
    (FAMILY, FATHER, -1.5),
):
    PLACE[_one, _other] = PLACE[_other, _one] = _bits
# Bits of a word without a partner, where the other side tells as many of its kind.
LOST = -4.0  # bits of a word on each side that finds no partner, between two children
TOLD = 2.5  # children of one house are not called alike, be the name as common as it may
LEFT_OVER = np.array([-0.5, -2.6, -1.5, -2.0], dtype=np.float32)


class Paired(NamedTuple):
    """What two names are worth: in bits by their given names, and by all others.

    `child` is what tells this child from its brothers and sisters: the worse of what the given
    name of either side finds on the other, LOST where both sides have a word that finds none.
    `same_given`, `same_others`: how many pairs of words agree, with a given name among them and
    without; `differing_…`: how many do not; `moved`: how many agree at another place.
    """

    given: Floats
    others: Floats
    child: Floats
    same_given: Ints
    same_others: Ints
    differing_given: Ints
    differing_others: Ints
    moved: Ints

    def of(self, rows: Ints) -> Paired:
        """These rows, in this order."""
        return Paired(*(field[rows] for field in self))  # type: ignore[arg-type]

    def put(self, rows: Ints, others: Paired) -> None:
        """Write others in the place of these rows."""
        fields: list[tuple[NDArray[Any], NDArray[Any]]] = list(zip(self, others, strict=True))
        for field, new in fields:
            field[rows] = new


def paired(left: Tokens, right: Tokens, told: Known, worth: Floats) -> Paired:
    """Names of equal rows beside each other; `worth` (rows, MOST, MOST) of their words."""
    gains = _gains(left, right, told, worth)
    out = _out(left, right), _out(right, left)
    net = gains - out[0][:, :, None] - out[1][:, None, :]
    best = np.zeros(len(gains), dtype=np.int64)
    lengths = (left.words >= 0).sum(axis=1), (right.words >= 0).sum(axis=1)
    codes = lengths[0] * (MOST + 1) + lengths[1]
    for code in np.unique(codes).tolist():
        rows, columns = divmod(code, MOST + 1)
        some = np.flatnonzero(codes == code)
        best[some] = _best(net[some, :rows, :columns])
    return _told(best, gains, out, (left, right))


def _gains(left: Tokens, right: Tokens, told: Known, worth: Floats) -> Ints:
    """Steps that each word brings beside each: how much likelier one person is than two."""
    kinds = left.kinds[:, :, None], right.kinds[:, None, :]
    borne = told.shares[left.words][:, :, None], told.shares[right.words][:, None, :]
    common = np.maximum(*borne)
    same = told.scripts[left.words][:, :, None] == told.scripts[right.words][:, None, :]
    ratio = np.exp2(worth * np.where(worth > 0, FOR, np.where(same, AGAINST, ACROSS)))
    likely = LIKELY[kinds]
    bits = np.log2((likely * ratio + 1 - likely) / (common * ratio + 1 - common))
    weight = left.weights[:, :, None] * right.weights[:, None, :]
    steps: Ints = np.round((bits * weight + PLACE[kinds]) * STEPS).astype(np.int64)
    there = (left.words[:, :, None] >= 0) & (right.words[:, None, :] >= 0)
    return np.where(there, steps, 0)


def _out(some: Tokens, others: Tokens) -> Ints:
    """Steps of a word that stays without a partner: nothing where the other side tells fewer of
    its kind, for then one must; twice as much on the side that tells fewer."""
    own, other = _counts(some), _counts(others)
    times = np.where(own > other, 0, np.where(own < other, 2, 1))
    bits = LEFT_OVER[some.kinds] * some.weights * np.take_along_axis(times, some.kinds, axis=1)
    steps: Ints = np.round(bits * STEPS).astype(np.int64)
    return steps


def _counts(some: Tokens) -> Ints:
    """How many words of each kind each name has: (names, kinds)."""
    there = some.words >= 0
    counts = [((some.kinds == kind) & there).sum(axis=1) for kind in range(4)]
    return np.stack(counts, axis=1)


def _best(net: Ints) -> Ints:
    """The most that pairing brings, and behind it a mark for each pair that brings it.

    Goes through the words of the right and keeps the best for every set of left words taken.
    """
    rows, columns = net.shape[1:]
    marks = 1 << (np.arange(rows)[:, None] * MOST + np.arange(columns))
    told = np.ascontiguousarray((net << PLACES).transpose(1, 2, 0) + marks[:, :, None])
    best: dict[int, Ints] = {0: np.zeros(len(net), dtype=np.int64)}
    for column in range(columns):
        new = dict(best)
        for row in range(rows):
            for taken, so_far in best.items():
                if not taken >> row & 1:
                    other = so_far + told[row, column]
                    with_it = taken | 1 << row
                    new[with_it] = np.maximum(new[with_it], other) if with_it in new else other
        best = new
    found: Ints = np.maximum.reduce(list(best.values()))
    return found


def _told(best: Ints, gains: Ints, out: tuple[Ints, Ints], names: tuple[Tokens, Tokens]) -> Paired:
    """What the chosen pairs, and the words that stayed alone, say together."""
    chosen = _chosen(best)
    left, right = names
    is_given = (left.kinds[:, :, None] == GIVEN) | (right.kinds[:, None, :] == GIVEN)
    alone = ~chosen.any(axis=2) & (left.words >= 0), ~chosen.any(axis=1) & (right.words >= 0)
    given, others = _sums(gains, chosen & is_given), _sums(gains, chosen & ~is_given)
    for name, free, each in zip(names, alone, out, strict=True):
        given += np.where(free & (name.kinds == GIVEN), each, 0).sum(axis=1)
        others += np.where(free & (name.kinds != GIVEN), each, 0).sum(axis=1)
    agree = chosen & (gains > 0)
    differ = _differing(alone, names)
    moved = agree & (PLACE[left.kinds[:, :, None], right.kinds[:, None, :]] < 0)
    return Paired(
        (given / STEPS).astype(np.float32),
        (others / STEPS).astype(np.float32),
        _child(gains, chosen, names),
        (agree & is_given).sum(axis=(1, 2)),
        (agree & ~is_given).sum(axis=(1, 2)),
        differ[0] + (chosen & ~agree & is_given).sum(axis=(1, 2)),
        differ[1] + (chosen & ~agree & ~is_given).sum(axis=(1, 2)),
        moved.sum(axis=(1, 2)),
    )


def _chosen(best: Ints) -> Bools:
    """The marks that `_best` left behind, as a table of left and right words."""
    marks = best[:, None] >> np.arange(PLACES) & 1
    return np.asarray(marks == 1).reshape(-1, MOST, MOST)


def _child(gains: Ints, chosen: Bools, names: tuple[Tokens, Tokens]) -> Floats:
    """See Paired.child; two words that are alone are the less lost the more they sound alike."""
    met = np.where(chosen, np.maximum(gains, 0), 0)
    sides, free = [], []
    for name, axis in zip(names, (2, 1), strict=True):
        found = met.sum(axis=axis)
        sides.append(np.where(name.kinds == GIVEN, found, 0).max(axis=1) * TOLD / STEPS)
        free.append((name.words >= 0) & (name.kinds != FATHER) & (found == 0))
    worse = np.minimum(*sides)
    alone = free[0][:, :, None] & free[1][:, None, :]
    place = PLACE[names[0].kinds[:, :, None], names[1].kinds[:, None, :]]
    near = np.where(alone, gains / STEPS - place, LOST).max(axis=(1, 2))
    lost = np.minimum(worse, np.clip(near, LOST, 0))
    return np.asarray(np.where(alone.any(axis=(1, 2)), lost, worse), dtype=np.float32)


def _sums(gains: Ints, chosen: Bools) -> Ints:
    total: Ints = np.where(chosen, gains, 0).sum(axis=(1, 2))
    return total


def _differing(alone: tuple[Bools, Bools], names: tuple[Tokens, Tokens]) -> tuple[Ints, Ints]:
    """How many given names, and other words, stand alone on both sides."""
    free = []
    for kind in (GIVEN, FAMILY, FATHER):
        one, other = (
            (each & (name.kinds == kind)).sum(axis=1)
            for each, name in zip(alone, names, strict=True)
        )
        free.append(np.minimum(one, other))
    return free[0], free[1] + free[2]
