"""Which records share which keys: groups small enough to tell something, counted before they are
paired."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kintrace.matching.linked import keys
from kintrace.matching.linked.keys import RULES, Facts, Keyed, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kintrace.matching.weighed.spellings import Ints

MOST_PAIRS = 40  # of one rule for each record; more would be a key that tells nothing

ROOM = 6  # pairs of one rule for each record, beyond which keys of many records are left out
SMALL = 1000  # records: in a smaller file no rule takes long


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
    limit = MOST_PAIRS * max(len(facts.words), SMALL)
    for rule in rules:
        heap, pairs = _grouped(facts, rule)
        if pairs > limit:
            raise TooManyPairs(
                f"The rule “{rule.name}” would compare {pairs:,} pairs; at most {limit:,} are done."
            )
        say(f"{rule.name}: {pairs:,} pairs")
        heaps.append(heap)
        counts[rule.name] = pairs
    records = np.concatenate([heap.records for heap in heaps])
    codes = np.concatenate([heap.keys for heap in heaps]).view(np.int64)
    order = np.argsort(records, kind="stable")
    return Shared(records[order], codes[order], counts)


def _grouped(facts: Facts, rule: Rule) -> tuple[Keyed, int]:
    """The keys of one rule that more than one record has, and at most as many as the rule bears;
    and how many pairs they make."""
    nothing = Keyed(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.uint64))
    heaps = [heap for heap in keys.keyed(facts, rule) if len(heap.records)]
    if not heaps:
        return nothing, 0
    records = np.concatenate([heap.records for heap in heaps])
    codes = np.concatenate([heap.keys for heap in heaps])
    order = np.lexsort((records, codes))
    records, codes = records[order], codes[order]
    new = np.append(True, (codes[1:] != codes[:-1]) | (records[1:] != records[:-1]))
    records, codes = records[new], codes[new]
    begins = np.flatnonzero(np.append(True, codes[1:] != codes[:-1]))
    sizes = np.diff(np.append(begins, len(codes)))
    kept = (sizes > 1) & (sizes <= _most(sizes, rule.most, len(facts.words)))
    chosen = np.repeat(kept, sizes)
    pairs = int((sizes[kept] * (sizes[kept] - 1) // 2).sum())
    return Keyed(records[chosen], codes[chosen]), pairs


def _most(sizes: Ints, most: int, records: int) -> int:
    """How many may share a key: fewer in a large base, where the pairs would be more than each
    record has room for."""
    counts = np.bincount(sizes[sizes <= most], minlength=most + 1)
    size = np.arange(most + 1)
    pairs = np.cumsum(counts * size * (size - 1) // 2)
    room = ROOM * max(records, SMALL)
    return int(np.searchsorted(pairs, room, side="right")) - 1
