"""What the figures of `make bench-matching` rest on."""

import pandas as pd
import pytest

from bench.matching.bands import shown
from bench.matching.people import PERSON
from bench.matching.systems import Linked


def test_a_band_counts_its_own_pairs_and_how_many_are_one_person() -> None:
    records = pd.DataFrame({"rec_id": list("abcde"), PERSON: [1, 1, 2, 2, 3], "script": "Latn"})
    found = [("a", "b", 9.0), ("c", "e", 0.5), ("d", "c", 0.0), ("a", "d", -1.9), ("b", "c", -2.1)]
    pairs = pd.DataFrame(found, columns=["a", "b", "weight"])
    very, likely, possible = shown("five", records, Linked(pairs, 0, 0, 0))
    assert (very.pairs, very.right, very.found) == (1, 1.0, 0.5)
    assert (likely.pairs, likely.right, likely.found) == (2, 0.5, 0.5)
    assert (possible.pairs, possible.right, possible.found) == (1, 0.0, 0.0)
    assert [one.least for one in (very, likely, possible)] == pytest.approx([0.9, 0.5, 0.2])


def test_what_was_not_linked_has_no_bands() -> None:
    assert shown("none", pd.DataFrame(), None) == []
