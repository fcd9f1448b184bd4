"""The same model on Spark finds the same pairs with the same weights as on DuckDB."""

import random

import pytest

from kintrace import matching
from kintrace.matching.tests.test_linkage import PEOPLE, frame

pytestmark = [
    pytest.mark.slow,
    # Splink and pyspark leave sockets and old calls behind; what they find is what is tested.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]


def test_spark_and_duckdb_agree() -> None:
    pytest.importorskip("pyspark", reason="needs kintrace[spark]")
    dice = random.Random(5)  # noqa: S311 - no secret
    years = [
        {**dice.choice(PEOPLE), "event_year": f"{dice.randrange(2012, 2018)}"} for _ in range(60)
    ]
    people = frame(*PEOPLE, *years)
    ours = matching.link(people)
    assert len(ours) > 50
    assert matching.link(people, engine="spark").equals(ours)
