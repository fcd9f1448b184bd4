"""What is asked of a connection to PostgreSQL, and how two servers are named."""

from typing import Any

import environ
import psycopg
import pytest

from kintrace.config import database


def given(address: str) -> dict[str, Any]:
    return dict(environ.Env.db_url_config(address).get("OPTIONS", {}))


def test_a_statement_somebody_waits_for_ends_and_one_of_a_worker_does_not() -> None:
    page = database.options({}, longest_statement=20)
    assert page["options"] == "-c statement_timeout=20000"
    assert page["pool"]["connection_class"].longest == 20 + database.ANSWER_WAIT
    worker = database.options({}, longest_statement=0)
    assert "options" not in worker
    assert "connection_class" not in worker["pool"]


def test_what_the_address_says_itself_counts() -> None:
    said = {"options": "-c work_mem=8MB", "connect_timeout": 9}
    made = database.options(said, longest_statement=20)
    assert made["options"] == "-c work_mem=8MB -c statement_timeout=20000"
    assert made["connect_timeout"] == 9


@pytest.mark.parametrize(
    ("address", "hosts", "ports"),
    [
        (
            "postgres://role:word@one.example:5432,two.example:5433/kintrace"
            "?target_session_attrs=read-write",
            "one.example,two.example",
            "5432,5433",
        ),
        (
            "postgres://role@/kintrace?host=/run/one,/run/two&port=5432,5433"
            "&target_session_attrs=read-write",
            "/run/one,/run/two",
            "5432,5433",
        ),
    ],
)
def test_two_servers_stand_in_one_address(address: str, hosts: str, ports: str) -> None:
    """Whichever of them takes writes is asked: nobody has to change a setting when one dies."""
    made = environ.Env.db_url_config(address)
    said = {"host": made["HOST"], "port": made["PORT"]}
    said = {name: value for name, value in said.items() if value} | made["OPTIONS"]
    assert (said["host"], said["port"]) == (hosts, ports)
    assert said["target_session_attrs"] == "read-write"
    psycopg.conninfo.make_conninfo(**{name: str(value) for name, value in said.items()})
