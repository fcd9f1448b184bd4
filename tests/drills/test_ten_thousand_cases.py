"""Ten thousand open cases: the list and the work list are as quick as with ten, and no question
that they ask takes long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench import desk
from tests.queries.slow import quickest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Report = Callable[[str, str, str], None]

pytestmark = [pytest.mark.slow, pytest.mark.alone]
TIMES = 8
SLOW = 60  # milliseconds of one statement


def test_every_page_of_the_desk_is_there_in_time(
    places: Path,
    transactional_db: None,
    postgres: None,
    monkeypatch: pytest.MonkeyPatch,
    report: Report,
) -> None:
    monkeypatch.setattr(desk, "OTHERS", 1)
    with desk.unlimited():
        stage = desk.stage()
        desk.settled()
        with quickest() as statements:
            figures = desk.measured(stage, times=TIMES)
    slowest = max(figures, key=lambda one: one.middle)
    report(
        f"the slowest of {len(figures)} pages of the desk over {desk.CASES:,} open cases, median "
        f"of {TIMES}",
        f"{slowest.middle:.0f} ms ({slowest.name})",
        f"< {desk.GOAL} ms",
    )
    assert [one.name for one in figures if one.middle >= desk.GOAL] == []
    longest = max(statements.values())
    report("the slowest statement of these pages", f"{longest:.0f} ms", f"< {SLOW} ms")
    assert [sql for sql, took in statements.items() if took >= SLOW] == []
