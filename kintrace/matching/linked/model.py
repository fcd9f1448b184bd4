"""The first look at a candidate: a model of Splink whose weights are fixed, on whatever engine.

One comparison of names, by coarse sounds, and one of each other fact. Its m and u are not learnt
from the file: they are shares of pairs by common experience, and only the prior hangs on the size
of the base. What passes is weighed by `scoring`; this only keeps what cannot be from it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import splink.comparison_level_library as levels
from splink import SettingsCreator, block_on
from splink.comparison_library import CustomComparison

if TYPE_CHECKING:
    from kintrace.matching.linked.blocking import Shared
    from kintrace.matching.linked.keys import Facts
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.together import People

RECORD, KEYS = "record", "keys"
SOUNDS = tuple(f"sounds_{part}" for part in range(8))
# Bits, prior and all, below which no second look is worth while.
LEAST = -8.2


def table(people: People, facts: Facts, shared: Shared) -> pa.Table:
    """What the first look reads, one row for each record; lists where a fact may mean several."""
    told = people.told
    window = told.births[:, 0]
    years = np.append(people.readings.day[:, 0], -1)[window]
    last = np.append(people.readings.end_year, -1)[window]
    counts = np.bincount(shared.records, minlength=told.people)
    keys = pa.ListArray.from_arrays(
        pa.array(np.append(0, np.cumsum(counts)).astype(np.int32)), pa.array(shared.keys)
    )
    return pa.table(
        {
            RECORD: np.arange(told.people),
            KEYS: keys,
            **dict(zip(SOUNDS, _masks(facts), strict=True)),
            "mothers": _lists(facts.columns["mother"]),
            "places": _lists(facts.columns["place"]),
            "seen": _lists(facts.columns["seen"]),
            "day": _or_null(facts.columns["day"][:, 0]),
            "first_year": _or_null(years),
            "last_year": _or_null(last),
            "sex": _or_null(facts.columns["sex"][:, 0]),
            "event": _or_null(told.events),
            "phone": _or_null(told.phones),
        }
    )


def _masks(facts: Facts) -> list[pa.Array]:
    """The two likeliest coarse sounds of every word of a name as single bits of 512: two that fall
    on one bit are rare, and engines count bits many times faster than they compare lists."""
    masks = np.zeros((len(facts.words), len(SOUNDS)), dtype=np.uint64)
    for slot, sound in product(range(facts.words.shape[1]), range(2)):
        words = facts.words[:, slot]
        rows = np.flatnonzero((words >= 0) & (facts.sounds[words, sound] >= 0))
        bit = facts.hashes[words[rows], sound] % np.uint64(64 * len(SOUNDS))
        masks[rows, bit // np.uint64(64)] |= np.uint64(1) << bit % np.uint64(64)
    nobody = ~masks.any(axis=1)
    return [pa.array(mask, mask=nobody) for mask in masks.view(np.int64).T]


def _lists(rows: Ints) -> pa.Array:
    """A row without its -1, null where nothing is left."""
    there = rows >= 0
    counts = there.sum(axis=1)
    offsets = pa.array(np.append(0, np.cumsum(counts)).astype(np.int32))
    lists = pa.ListArray.from_arrays(offsets, pa.array(rows[there]))
    return pc.if_else(pa.array(counts > 0), lists, pa.scalar(None, lists.type))


def _or_null(numbers: Ints) -> pa.Array:
    return pa.array(numbers, mask=numbers < 0)


def settings(prior: float) -> Any:
    """The whole model, for every engine; `prior` is in log2 odds."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name=RECORD,
        probability_two_random_records_match=1 / (1 + 2**-prior),
        blocking_rules_to_generate_predictions=[block_on(KEYS, arrays_to_explode=[KEYS])],
        comparisons=[
            _names(),
            _birth(),
            _lists_meet("places", 0.8, 0.02),
            _lists_meet("seen", 0.6, 0.05),
            _lists_meet("mothers", 0.85, 0.02),
            _same("sex", 0.97, 0.5),
            _event(),
            _same("phone", 0.5, 0.0005),
        ],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )


def _level(sql: str, label: str, m: float, u: float) -> Any:
    return levels.CustomLevel(sql, label_for_charts=label).configure(
        m_probability=m, u_probability=u
    )


def _else(m: float, u: float) -> Any:
    return levels.ElseLevel().configure(m_probability=m, u_probability=u)


def _names() -> Any:
    """How many words sound alike: the one comparison of names."""
    shares = ((4, 0.12, 0.000001), (3, 0.33, 0.00001), (2, 0.35, 0.0005), (1, 0.16, 0.03))
    alike = " + ".join(f"bit_count({name}_l & {name}_r)" for name in SOUNDS)
    return CustomComparison(
        output_column_name="sounds",
        comparison_levels=[
            levels.NullLevel(SOUNDS[0]),
            *(_level(f"{alike} >= {count}", f"{count} words", m, u) for count, m, u in shares),
            _else(0.04, 0.97),
        ],
    )


def _birth() -> Any:
    """Years as windows; a year that is 7 or 8 lower may be Ethiopian, 621 or 622 Solar Hijri."""
    apart = "GREATEST(first_year_l - last_year_r, first_year_r - last_year_l)"
    return CustomComparison(
        output_column_name="birth",
        comparison_levels=[
            levels.NullLevel("first_year"),
            _level("day_l = day_r", "the same day", 0.33, 0.00005),
            _level(f"{apart} <= 0", "the same year", 0.42, 0.03),
            _level(f"{apart} <= 2", "two years", 0.14, 0.08),
            _level(f"{apart} IN (7, 8, 621, 622)", "another calendar", 0.05, 0.05),
            _else(0.06, 0.84),
        ],
    )


def _event() -> Any:
    return CustomComparison(
        output_column_name="event",
        comparison_levels=[
            levels.NullLevel("event"),
            _level("event_l = event_r", "the same", 0.8, 0.12),
            _else(0.2, 0.88),
        ],
    )


def _lists_meet(name: str, m: float, u: float) -> Any:
    return CustomComparison(
        output_column_name=name,
        comparison_levels=[
            levels.NullLevel(name),
            levels.ArrayIntersectLevel(name, min_intersection=1).configure(
                m_probability=m, u_probability=u
            ),
            _else(1 - m, 1 - u),
        ],
    )


def _same(name: str, m: float, u: float) -> Any:
    return CustomComparison(
        output_column_name=name,
        comparison_levels=[
            levels.NullLevel(name),
            _level(f"{name}_l = {name}_r", "the same", m, u),
            _else(1 - m, 1 - u),
        ],
    )
