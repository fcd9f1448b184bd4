"""`make bench-wall`: the wall under load beside a bare Django "hello", written to RESULTS.md.

1,000 faces of 28 societies in a database of their own (a private PostgreSQL where one is
installed, else SQLite), the public side under gunicorn with 2 workers of 4 threads as in service,
16 connections for 10 seconds each. CPU is what the two workers used, by /proc; the database
server's and the asking process's own work is not in it.
"""

from __future__ import annotations

import json
import os
import platform
import random
import secrets
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

from bench.database import filled
from bench.results import written
from tests import environment
from tests.drills.service import family, free_port

ROOT = Path(__file__).resolve().parent.parent
FACES, SOCIETIES = 1000, 28
WORKERS, THREADS, LINES, SECONDS, WARM_UP = 2, 4, 16, 10, 6
TICK = os.sysconf("SC_CLK_TCK")
HEADING = "## The wall under load\n"
# What the figures rest on; it was found with a profiler, and stands until the design is another.
WHY = [
    "What the distance is made of: a kept page is not sent before the database said of each face "
    "on it that it still shows (decision 007), and that question with its pooled connection is "
    "two fifths of the work; the house's middleware (headers, policy, log line, language) is most "
    "of the rest. Made anew, a page is twelve rows read and its sentences and addresses put "
    "together. To come nearer, processes would have to be told of a take-down instead of asking.",
    "",
]


@dataclass(frozen=True)
class Round:
    """One thing that is measured: its name, what is asked for, of which server."""

    name: str
    addresses: list[str]
    application: str = "bench.served"
    told: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Figures:
    """What one round gave."""

    name: str
    a_second: float
    cpu: float  # milliseconds of the workers for one answer
    wrong: int
    answers: int


def every_choice() -> list[str]:
    """Pages, filters and orders of the wall, each once, well mixed."""
    from kintrace.wall.gallery import KNOWN, SHUFFLES, Choice  # noqa: PLC0415 - Django first

    said: list[dict[str, str]] = [{}] + [
        {name: word} for name, words in KNOWN.items() for word in words
    ]
    queries = {
        Choice(order=order, page=page).with_(words).query
        for words in said
        for order in range(SHUFFLES)
        for page in (1, 2)
    }
    asked = sorted(f"/en/{query}" for query in queries)
    random.Random(1).shuffle(asked)  # noqa: S311 - the same mix each time
    return asked


def rounds() -> list[Round]:
    choices = every_choice()
    return [
        Round("bare hello", ["/hello/"], "bench.hello"),
        Round("hello behind the house's middleware", ["/hello/"]),
        Round("wall, kept pages", [f"/en/?o={order}" for order in range(16)]),
        Round("wall, no page kept, each time another", choices, told={"BENCH_KEEPS": "frames"}),
        Round("the same, not even frames kept", choices, told={"BENCH_KEEPS": "nothing"}),
    ]


def _hang_faces() -> None:
    from django.utils import timezone  # noqa: PLC0415

    from kintrace.network.models import Society  # noqa: PLC0415
    from kintrace.vault.reader import reading_as  # noqa: PLC0415
    from kintrace.wall.models import Face  # noqa: PLC0415
    from kintrace.wall.relations import AgeBand, Relation, Sex  # noqa: PLC0415

    dice, until = random.Random(2), timezone.localdate() + timedelta(days=200)  # noqa: S311
    for number in range(SOCIETIES):
        code = f"X{chr(65 + number // 26)}{chr(65 + number % 26)}"
        society = Society.objects.create(code=code, name=f"Society {code}", country="AT")
        with reading_as(society.pk):
            Face.objects.bulk_create(
                Face(
                    society=society,
                    relations=dice.sample(Relation.values, dice.choice((1, 1, 1, 2))),
                    seeker_sex=dice.choice(Sex.values),
                    age_band=dice.choice(AgeBand.values),
                    name=secrets.token_hex(16),
                    live_until=until,
                    removal_lookup=secrets.token_bytes(16),
                )
                for _ in range(number, FACES, SOCIETIES)
            )


def _in_service() -> dict[str, str]:
    from kintrace.operations.forgetting import SURROUNDINGS  # noqa: PLC0415

    variables: dict[str, str] = {
        name: held for name, held in os.environ.items() if not name.startswith("KINTRACE_")
    }
    variables |= {
        **SURROUNDINGS,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "KINTRACE_SIDE": "public",
        "KINTRACE_TLS": "0",
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_ANSWER_SALT": secrets.token_hex(16),
        "KINTRACE_DATA": str(environment.folder() / "data"),
        "KINTRACE_DATABASE_URL": environment.database_url(environment.PUBLIC),
        "KINTRACE_LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "manage.py", "collectstatic", "--no-input"]
    subprocess.run(command, cwd=ROOT, env=variables, check=True, capture_output=True)
    return variables


@contextmanager
def server(one: Round, surroundings: dict[str, str]) -> Iterator[tuple[int, int]]:
    """gunicorn as in service; gives its port and its process id."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:kintrace.operations.serving"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
    command += ["--threads", str(THREADS), f"{one.application}:application"]
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings | one.told)
    try:
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(30)


def _ask(port: int, addresses: list[str], seconds: float) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.load", str(port), str(seconds), str(LINES)]
    done = subprocess.run(
        command, cwd=ROOT, input="\n".join(addresses), capture_output=True, text=True, check=True
    )
    answers: dict[str, float] = json.loads(done.stdout)
    return answers


def _cpu(pid: int) -> float:
    """Seconds of processor time that a process and what it started have used."""
    used = 0.0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        used += (int(fields[11]) + int(fields[12])) / TICK
    return used


def _wait_for(port: int, address: str) -> None:
    for _ in range(300):
        try:
            _ask(port, [address], 0.2)
        except subprocess.CalledProcessError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("the server did not start")


def measured(one: Round, surroundings: dict[str, str]) -> Figures:
    """Warm the server up, then ask for the given time."""
    with server(one, surroundings) as (port, pid):
        _wait_for(port, one.addresses[0])
        _ask(port, one.addresses, WARM_UP)
        before = _cpu(pid)
        came = _ask(port, one.addresses, SECONDS)
        cpu = _cpu(pid) - before
    answers = int(came["answers"])
    rate = answers / came["seconds"]
    return Figures(one.name, rate, cpu * 1000 / answers, int(came["wrong"]), answers)


def table(results: list[Figures], base: str) -> str:
    """The section of RESULTS.md."""
    bare, housed = results[0].cpu, results[1].cpu
    rows = [
        f"| {one.name} | {one.a_second:.0f} | {one.cpu:.2f} | {one.cpu / bare:.2f} "
        f"| {one.cpu / housed:.2f} | {one.wrong} of {one.answers} |"
        for one in results
    ]
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return "\n".join(
        [
            HEADING,
            f"{datetime.now(UTC):%-d %B %Y}, commit {commit}, Python {platform.python_version()}, "
            f"{os.cpu_count()} cores, {base}, load average of the machine at the end {load}. "
            f"{FACES:,} faces of {SOCIETIES} societies; gunicorn, {WORKERS} workers of {THREADS} "
            f"threads, as in service but for TLS; {LINES} connections, {SECONDS} s each. CPU is "
            "the workers' alone. Repeat: `make bench-wall`.",
            "",
            "| asked for | answers a second | CPU ms an answer | times bare hello "
            "| times hello in the house | not 200 |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            "Goal: kept pages ≤ 1.5 times hello, pages made anew ≤ 4 times, no error.",
            "",
            *WHY,
        ]
    )


def main() -> None:
    if "--sqlite" not in sys.argv:
        os.environ["KINTRACE_TEST_POSTGRES"] = "1"
    environment.enter()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    with filled(_hang_faces) as base:
        surroundings = _in_service()
        results = [measured(one, surroundings) for one in rounds()]
    section = table(results, base)
    print(section)
    if "--dry" not in sys.argv:
        written(section)


if __name__ == "__main__":
    main()
