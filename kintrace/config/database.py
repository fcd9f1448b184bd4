"""How this program speaks with PostgreSQL, so that a database that is slow, restarts or changes
places makes nobody wait for ever (docs/decisions/073).

Who stands before a page is told within half a minute that it does not work just now. What works on
its own, a worker or a command, may take as long as it takes.
"""

import re
from collections.abc import Mapping
from typing import Any

CONNECTING = 3  # seconds for each address of the database
POOL_WAIT = 5  # seconds for a connection: a restart is over, and beyond it a page says so
ANSWER_WAIT = 5  # seconds beyond the longest statement until a silent server counts as gone
# A dead machine closes no connection: ask it after half a minute of silence.
ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}

# What libpq may be told of the line; without a word it would take an open one where it gets no
# other, and would ask nobody for a certificate.
SAID = frozenset({"disable", "require", "verify-ca", "verify-full"})
OPEN_LINE = (
    "KINTRACE_DATABASE_URL leads to another machine and does not say how the line is sealed: "
    "add ?sslmode=verify-full&sslrootcert=/path/to/ca.pem. Where nobody else can hear the "
    "line, as between containers of one machine, say so with sslmode=disable."
)
HERE = re.compile(r"(|/.*|localhost|127\..*|\[?::1\]?)")


def line_to(place: Mapping[str, Any]) -> str:
    """How the line to a database of these settings is sealed: libpq's sslmode, "" when nobody said;
    "here" for one on this machine, if all of several are."""
    options = place.get("OPTIONS", {})
    hosts = str(options.get("host") or place.get("HOST") or "").split(",")
    here = all(HERE.fullmatch(host) for host in hosts)
    return "here" if here else str(options.get("sslmode", ""))


def options(given: dict[str, Any], *, longest_statement: int) -> dict[str, Any]:
    """Options of the connection: those that the address carries, and ours beside them.

    longest_statement: in seconds; 0 for what nobody waits for.
    """
    made = {"connect_timeout": CONNECTING, **ALIVE, **given, "pool": _pool()}
    if longest_statement:
        limit = f"-c statement_timeout={longest_statement * 1000}"
        made["options"] = f"{given.get('options', '')} {limit}".strip()
        from kintrace.config.bounded import Bounded  # noqa: PLC0415 - else nobody needs psycopg

        patience = {"longest": longest_statement + ANSWER_WAIT}
        made["pool"]["connection_class"] = type("Bounded", (Bounded,), patience)
    return made


def _pool() -> dict[str, Any]:
    # An attempt that failed is not made at ever longer intervals: the next who comes makes a new
    # one, so that the service is back as soon as the database is.
    return {"min_size": 2, "max_size": 8, "timeout": POOL_WAIT, "reconnect_timeout": POOL_WAIT}
