"""`make attack` says who was not played, and of many tries the worst."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from bench.attack import intruders
from tests.attacks.noted import held
from tests.attacks.table import PROMISES

BROTHER = "a trafficker who writes as a brother"
SESSION = "a stolen staff session, without the box cookie"


def noted(who: str, got: int, seconds: float | None) -> str:
    return json.dumps([who, "tried", got, seconds])


def test_of_several_tries_the_one_that_got_most_is_told() -> None:
    found = intruders.worst([noted(SESSION, 3, 60), noted(SESSION, 80, 5), noted(SESSION, 80, 90)])
    assert found == {SESSION: intruders.Came("tried", 80, timedelta(seconds=90))}


def test_who_was_not_played_is_a_fault_and_so_is_who_has_no_promise() -> None:
    all_but_one = {who: intruders.Came("tried", 0, None) for who in PROMISES if who != BROTHER}
    assert intruders.faults(all_but_one) == [f"{BROTHER}: not played"]
    assert intruders.faults({"a ghost": intruders.Came("tried", 0, None)})[-1] == (
        "a ghost: no promise"
    )


def test_every_intruder_has_a_line_even_where_nobody_played_them() -> None:
    lines = intruders.table({})
    assert len(lines) == 2 + len(PROMISES)


def test_who_gets_more_than_was_promised_fails() -> None:
    held(BROTHER, tried="a message", got=0, noticed=timedelta(0))
    with pytest.raises(AssertionError, match="got 1"):
        held(BROTHER, tried="a message", got=1, noticed=timedelta(0))


def test_who_is_noticed_too_late_or_not_at_all_fails() -> None:
    with pytest.raises(AssertionError, match="noticed after"):
        held(SESSION, tried="pages", got=80, noticed=timedelta(hours=3))
    with pytest.raises(AssertionError, match="nobody was told"):
        held(SESSION, tried="pages", got=80)


def test_what_is_not_noticed_says_why() -> None:
    assert all(one.why or one.noticed is not None for one in PROMISES.values())
