"""Which records share which keys: groups small enough to tell something, counted before they are
paired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kintrace.matching.linked import keys
from kintrace.matching.linked.keys import RULES, Facts, Keyed, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from kintrace.matching.linked.keys import Hashes, Small
    from kintrace.matching.weighed.births import Bools
    from kintrace.matching.weighed.spellings import Ints

MOST_PAIRS = 40  # of one rule for each record; more would be a key that tells nothing

ROOM = 5  # pairs of one rule for each record, beyond which keys of many records are left out
SMALL = 1000  # records: in a smaller file no rule takes long
BUCKETS = 25  # bits
LAST = 4  # bits of the place of a word; what is left of 32 is enough for 268 million records


class TooManyPairs(RuntimeError):
    """A rule would pair more records than is bearable; the text names it and both numbers."""


class Shared(NamedTuple):
    """Records and the keys that they share with others, by record; and pairs for each rule."""

    records: Ints
    keys: Ints
    counts: dict[str, int]


def shared(
    facts: Facts,
    *,
    rules: Sequence[Rule] = RULES,
    say: Callable[[str], None] = lambda _: None,
) -> Shared:
    """All keys that two and not too many records have. Raises TooManyPairs before any is paired."""
    heaps, counts = [], {}
    common: dict[str, Keyed] = {}
    for rule in rules:
        found = _grouped(facts, rule, common.get(rule.refines))
        _bearable(rule, found.pairs, len(facts.words))
        say(f"{rule.name}: {found.pairs:,} pairs")
        heaps.append(found.kept)
        counts[rule.name] = found.pairs
        if any(other.refines == rule.name for other in rules):
            common[rule.name] = found.common
    records = np.concatenate([heap.records for heap in heaps])
    codes = np.concatenate([heap.keys for heap in heaps]).view(np.int64)
    order = _by_record(records)
    return Shared(records[order], codes[order], counts)


def _by_record(records: Small) -> Ints:
    """As `np.argsort`, stable: whole numbers alone are sorted many times faster than places."""
    both = records.astype(np.int64) << 32 | np.arange(len(records))
    both.sort()
    return np.asarray(both & 0xFFFFFFFF)


def _bearable(rule: Rule, pairs: int, records: int) -> None:
    limit = MOST_PAIRS * max(records, SMALL)
    if pairs > limit:
        raise TooManyPairs(
            f"The rule “{rule.name}” would compare {pairs:,} pairs; at most {limit:,} are done."
        )


class Grouped(NamedTuple):
    """Keys that are shared by as many records as a rule bears, those that more share, and how many
    pairs the former make."""

    kept: Keyed
    common: Keyed
    pairs: int


def _grouped(facts: Facts, rule: Rule, wider: Keyed | None) -> Grouped:
    rows = keys.keyed(facts, rule, wider)
    rows = rows.of(_not_alone(rows.keys))
    rows = _in_order(rows)
    rows = rows.of(_first(rows.keys, rows.records))
    begins = np.flatnonzero(_first(rows.keys))
    sizes = np.diff(np.append(begins, len(rows.keys)))
    most = _most(sizes, rule.most, len(facts.words))
    kept, common = (sizes > 1) & (sizes <= most), sizes > most
    pairs = int((sizes[kept] * (sizes[kept] - 1) // 2).sum())
    return Grouped(rows.of(np.repeat(kept, sizes)), rows.of(np.repeat(common, sizes)), pairs)


def _not_alone(codes: Hashes) -> Ints:
    """Where keys stand that may stand twice: quickly told by their first bits, before sorting."""
    bits = min(BUCKETS, max(1, (2 * len(codes)).bit_length()))
    bucket = (codes >> np.uint64(64 - bits)).astype(np.int64)
    place = np.arange(len(codes), dtype=np.int32)
    last = np.empty(1 << bits, dtype=np.int32)
    last[bucket] = place
    shared = np.zeros(1 << bits, dtype=np.bool_)
    shared[bucket[last[bucket] != place]] = True
    return np.flatnonzero(shared[bucket])


def _in_order(rows: Keyed) -> Keyed:
    """By key, then by record: all of it as one whole number, which is sorted fastest."""
    order = np.argsort(rows.keys)
    codes, records = rows.keys[order], rows.records[order].astype(np.int64)
    new = _first(codes)
    group = np.cumsum(new) - 1
    both = group << 32 | records << LAST | rows.last[order].astype(np.int64) + 1
    both.sort()
    records = both >> LAST & (1 << 32 - LAST) - 1
    last = (both & (1 << LAST) - 1) - 1
    return Keyed(records.astype(np.int32), codes[new][both >> 32], last.astype(np.int8))


def _first(*columns: NDArray[Any]) -> Bools:
    """Where a row is not the same as the one before it."""
    first = np.ones(len(columns[0]), dtype=np.bool_)
    first[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return first


def _most(sizes: Ints, most: int, records: int) -> int:
    """How many may share a key: fewer in a large base, where the pairs would be more than each
    record has room for."""
    counts = np.bincount(sizes[sizes <= most], minlength=most + 1)
    size = np.arange(most + 1)
    pairs = np.cumsum(counts * size * (size - 1) // 2)
    room = ROOM * max(records, SMALL)
    return int(np.searchsorted(pairs, room, side="right")) - 1
