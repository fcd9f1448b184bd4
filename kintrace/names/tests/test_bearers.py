"""How common a name is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.names.bearers import PER_MILLE, share
from kintrace.names.variants import classes_of


def test_the_commonest_name_is_common_in_every_spelling() -> None:
    assert share("Muhammad") == share("محمد") == share("Maxamed") > 0.1


def test_a_name_nobody_counted_has_no_share() -> None:
    assert share("Qwrtzp") == 0.0


def test_a_common_name_is_commoner_than_a_rare_one() -> None:
    assert share("Diallo") > share("Jammeh") > share("Zerom")


@pytest.mark.parametrize("region", PER_MILLE)
def test_every_row_is_a_known_name_and_a_number(region: str) -> None:
    cells = PER_MILLE[region].split()
    assert all(classes_of(word) for word in cells[::2])
    assert all(0 < int(number) < 300 for number in cells[1::2])
    assert len(set(cells[::2])) == len(cells) // 2


@given(st.text(max_size=30))
def test_a_share_is_a_share_whatever_is_asked(word: str) -> None:
    assert 0.0 <= share(word) < 1.0
