"""PostgreSQL dies under the service and comes back; the service does so by itself."""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from psycopg import OperationalError

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
BACK = 10.0  # seconds after the database itself is back


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
    back: list[tuple[float, float]] = []
    with Crowd(stage.form(street.home), stamp(stage.form(street.home))) as crowd:
        for turn in turns:
            time.sleep(dice.uniform(0.5, 2))
            turn()
            back.append((_database_answers(), _acknowledges_again(crowd)))
    found = compare(stage.scene, crowd.acknowledged)
    refused = {status: times for status, times in crowd.answers.items() if status != 200}
    database, service = (max(seconds) for seconds in zip(*back, strict=True))
    report(
        "messages acknowledged while PostgreSQL is killed (SIGKILL)",
        f"{BACKENDS} sessions and {WHOLE} servers killed, {found.words}, "
        f"other answers {refused}, the database answers within {database:.1f} s, "
        f"and visitors are served within {service:.1f} s after that",
        f"0 lost, 0 duplicates, served within {BACK:.0f} s",
    )
    assert found.is_whole, found.words
    assert service < BACK
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


def _database_answers() -> float:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        try:
            postgres.superuser(environment.server_folder()).close()
        except OperationalError:
            time.sleep(0.02)
        else:
            return time.monotonic() - begun
    raise TimeoutError("the database did not come back")


def _acknowledges_again(crowd: Crowd) -> float:
    """Seconds until a message that was begun after this moment is acknowledged."""
    begun = time.monotonic()
    # As many as there are writers may have been under way.
    enough = len(crowd.acknowledged) + crowd.size + 1
    while len(crowd.acknowledged) < enough:
        assert time.monotonic() - begun < PATIENCE, f"not back: {crowd.answers}"
        time.sleep(0.02)
    return time.monotonic() - begun
