"""PostgreSQL dies under the service and comes back; the service does so by itself."""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests import environment, postgres
from tests.drills.ledgers import compare
from tests.drills.visitors import Crowd, ask, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.drills.conftest import Stage
    from tests.drills.service import Web

    Report = Callable[[str, str, str], None]

pytestmark = pytest.mark.slow

BACKENDS, WHOLE = 8, 4  # kills
DOWN = 1.0  # seconds without a database
PATIENCE = 60.0


@pytest.fixture
def lasting_server(postgres: None, transactional_db: None) -> Iterator[None]:
    """The server as an installation runs it; afterwards again as tests have it."""
    _restart(lasting=True)
    yield
    _restart(lasting=False)


def _restart(*, lasting: bool) -> None:
    connection.close()
    postgres.stop(environment.server_folder())
    postgres.start(environment.server_folder(), lasting=lasting)


def test_no_acknowledged_message_is_lost_when_the_database_dies(
    lasting_server: None, stage: Stage, street: Web, report: Report
) -> None:
    dice = random.Random(20260313)  # noqa: S311 - when to kill is no secret
    turns = [_kill_one_session] * BACKENDS + [_kill_the_server] * WHOLE
    dice.shuffle(turns)
    back = []
    with Crowd(stage.form(street.home), stamp(stage.form(street.home))) as crowd:
        for turn in turns:
            time.sleep(dice.uniform(0.5, 2))
            turn()
            back.append(_acknowledges_again(crowd))
    found = compare(stage.scene, crowd.acknowledged)
    refused = {status: times for status, times in crowd.answers.items() if status != 200}
    report(
        "messages acknowledged while PostgreSQL is killed (SIGKILL)",
        f"{BACKENDS} sessions and {WHOLE} servers killed, {found.words}, "
        f"other answers {refused}, writes again within {max(back):.1f} s",
        "0 lost, 0 duplicates, back within 10 s",
    )
    assert found.is_whole, found.words
    assert max(back) < 10
    assert ask(f"{street.home}/en/").status == 200


def _kill_one_session() -> None:
    """One backend of the public side; the server then ends all others and recovers."""
    with postgres.superuser(environment.server_folder()) as session:
        found = session.execute(
            "SELECT pid FROM pg_stat_activity WHERE usename = %s LIMIT 1", [environment.PUBLIC]
        ).fetchone()
    assert found
    os.kill(found[0], signal.SIGKILL)


def _kill_the_server() -> None:
    postgres.crash(environment.server_folder())
    time.sleep(DOWN)
    postgres.start(environment.server_folder(), lasting=True)


def _acknowledges_again(crowd: Crowd) -> float:
    """Seconds until a message that was begun after this moment is acknowledged."""
    begun = time.monotonic()
    # As many as there are writers may have been under way.
    enough = len(crowd.acknowledged) + crowd.size + 1
    while len(crowd.acknowledged) < enough:
        assert time.monotonic() - begun < PATIENCE, f"not back: {crowd.answers}"
        time.sleep(0.02)
    return time.monotonic() - begun
