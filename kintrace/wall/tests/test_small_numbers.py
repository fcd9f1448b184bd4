"""No number under five is shown, nor can be worked out from those that are."""

from collections import defaultdict
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.wall.small_numbers import FEWEST, by_time, held_back

counts = st.lists(st.integers(0, 40), max_size=40)


@given(counts)
def test_every_number_shown_is_five_or_more_and_at_most_four_wait_at_the_end(
    cells: list[int],
) -> None:
    shown = held_back(cells)
    assert all(number == 0 or number >= FEWEST for number in shown)
    for so_far in range(len(cells) + 1):
        assert 0 <= sum(cells[:so_far]) - sum(shown[:so_far]) < FEWEST


@given(counts)
def test_what_was_shown_does_not_change_when_more_comes(cells: list[int]) -> None:
    # Else the page of today and the page of a month ago could be taken from each other.
    for so_far in range(len(cells)):
        assert held_back(cells)[:so_far] == held_back(cells[:so_far])


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_no_cell_under_five_can_be_computed_from_all_that_is_shown(length: int) -> None:
    """Every table of this length there is: whatever it shows, of each small cell at least two
    values would have shown just the same. Whoever sees the numbers has nothing to tell them by."""
    alike: dict[tuple[int, ...], list[tuple[int, ...]]] = defaultdict(list)
    for cells in product(range(10), repeat=length):
        alike[tuple(held_back(cells))].append(cells)
    whole = {shown: tables for shown, tables in alike.items() if max(shown) < 10}  # none cut off
    for shown, tables in whole.items():
        for place in range(length):
            possible = {cells[place] for cells in tables}
            small = {value for value in possible if value < FEWEST}
            assert not small or len(possible) > 1, (shown, place, possible)


@given(counts, st.integers(0, 39))
def test_a_total_of_part_of_the_time_holds_no_small_number_either(
    cells: list[int], cut: int
) -> None:
    shown = held_back(cells)
    assert sum(shown) - sum(shown[:cut]) == sum(shown[cut:])
    rest = sum(shown[cut:])
    assert rest == 0 or rest >= FEWEST


def test_counts_by_time_keep_their_months() -> None:
    months = [date(2026, month, 1) for month in (1, 2, 3)]
    assert by_time({months[0]: 3, months[1]: 4, months[2]: 9}, months) == dict(
        zip(months, (0, 7, 9), strict=True)
    )
