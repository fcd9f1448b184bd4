"""No number under five is shown in a report, nor can be worked out from those that are."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.servicepoints.suppression import HIDDEN, shown_cells, shown_total

tables = st.dictionaries(st.integers(), st.integers(0, 60), max_size=8)


@given(tables)
def test_what_is_shown_is_true_and_five_or_more(cells: dict[int, int]) -> None:
    shown = shown_cells(cells)
    assert all(number in {HIDDEN, cells[key]} for key, number in shown.items())
    assert all(number == HIDDEN or number >= 5 for number in shown.values())
    assert shown_total(cells) in {HIDDEN, sum(cells.values())}


@given(tables)
def test_the_total_tells_of_no_lone_small_number(cells: dict[int, int]) -> None:
    rest = [cells[key] for key, number in shown_cells(cells).items() if number == HIDDEN]
    some = [number for number in rest if number]
    if shown_total(cells) and some:
        assert len(some) > 1
        assert sum(some) >= 5


@pytest.mark.parametrize(("length", "largest"), [(1, 20), (2, 20), (3, 16), (4, 10)])
def test_of_every_small_cell_at_least_two_values_would_have_shown_the_same(
    length: int, largest: int
) -> None:
    """Every table of this length there is. That nobody was counted somewhere may be known."""
    alike: dict[tuple[tuple[int, ...], int], list[tuple[int, ...]]] = defaultdict(list)
    for cells in product(range(largest), repeat=length):
        table = dict(enumerate(cells))
        alike[tuple(shown_cells(table).values()), shown_total(table)].append(cells)
    whole = {key: found for key, found in alike.items() if key[1] < largest}  # none is cut off
    assert len(whole) > 1
    for key, found in whole.items():
        for place in range(length):
            possible = {cells[place] for cells in found}
            small = {value for value in possible if 0 < value < 5}
            assert not small or len(possible) > 1, (key, place, possible)


def test_a_rule_that_hides_small_numbers_alone_would_be_caught() -> None:
    naive = {key: number if number >= 5 else HIDDEN for key, number in {"a": 3, "b": 20}.items()}
    assert naive == {"a": HIDDEN, "b": 20}  # 23 in all: a is 3
    assert shown_cells({"a": 3, "b": 20}) == {"a": HIDDEN, "b": HIDDEN}
