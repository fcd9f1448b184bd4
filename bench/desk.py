"""`make bench-desk`: the desk and the list of cases over 10,000 open cases, written to DESK.md.

A private PostgreSQL, rows under real keys (tests/crowd.py), members signed in with the boxes shut.
What is measured is the server's own time for a page: the whole of what the house does around a
view, asked in the process, one page after the other. Audit entries are written as in service; the
limits on reading alone are lifted, for they would stop the measuring.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from bench.database import filled
from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from django.test import Client

    from kintrace.network.models import Member, Society

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "DESK.md"
CASES, CLOSED, OTHERS, OTHERS_CASES = 10_000, 1_000, 4, 2_500
SENT = 400  # of the open ones another society searches for
CASEWORKERS, OFFICERS = 12, 26
GOAL = 300  # milliseconds
TIMES, WARM_UP = 40, 3
LIST = "/desk/cases/"


@dataclass(frozen=True)
class Stage:
    """A society with many cases, and those of its members who look at them."""

    society: Society
    caseworker: Member
    officers: list[Member]
    protector: Member


@dataclass(frozen=True)
class Page:
    """One page that is measured, and by whom it is asked for: each by another, since what somebody
    read today is counted for every page, and nobody reads a thousand."""

    name: str
    url: str
    by: Member


@dataclass(frozen=True)
class Figures:
    """Milliseconds of one page."""

    name: str
    middle: float
    slow: float  # one in twenty takes longer
    work: float  # of this process alone, without the database's


def stage() -> Stage:
    """10,000 open cases of one society, some closed ones, and some of others beside them."""
    from kintrace.network.access import Role  # noqa: PLC0415 - Django first
    from kintrace.network.actions import add_desk  # noqa: PLC0415
    from kintrace.network.lookups import desks  # noqa: PLC0415
    from kintrace.network.tests.cast import enlist, found  # noqa: PLC0415
    from kintrace.wall.tests.cast import society_with_boxes  # noqa: PLC0415
    from tests.crowd import crowd, with_another  # noqa: PLC0415

    society, officer, _second = society_with_boxes()
    officers = [enlist(society, Role.OFFICER) for _ in range(OFFICERS)]
    workers = [enlist(society, Role.CASEWORKER) for _ in range(CASEWORKERS)]
    protector = enlist(society, Role.CHILD_PROTECTION)
    places = [*desks(society.pk), add_desk(society, name="Harbour point")]
    hands, where = [*workers, *officers, None, None], [*places, None]
    cases = crowd(society, CASES, handlers=hands, places=where)
    _close(crowd(society, CLOSED, handlers=workers, seed=2), society)
    others = [found(f"X{chr(65 + number)}") for number in range(OTHERS)]
    for other in others:
        crowd(other, OTHERS_CASES, handlers=[enlist(other)], places=desks(other.pk))
    with_another(society, cases[:SENT], chosen=others[0])
    _register(officer)
    return Stage(society, workers[0], officers, protector)


def _close(cases: list[UUID], society: Society) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from kintrace.cases.models import Case  # noqa: PLC0415
    from kintrace.cases.states import State  # noqa: PLC0415
    from kintrace.vault.reader import reading_as  # noqa: PLC0415

    with reading_as(society.pk):
        rows = Case.objects.filter(pk__in=cases)
        rows.update(state=State.CLOSED, closed=timezone.now(), closing="found")


def _register(officer: Member) -> None:
    """Somebody does not want to be found: every search waits to be compared."""
    from kintrace.protection.actions import register_do_not_find  # noqa: PLC0415
    from kintrace.wall.tests.cast import at_the_desk, somebody  # noqa: PLC0415

    with at_the_desk(officer):
        subject = somebody(officer, consents=False, asked=False)
        told = {"names": "Luwam Habte", "by_whom": "an uncle"}
        register_do_not_find(subject, told=told, by=officer)


def settled() -> None:
    """As after a night in service: the database knows how many rows there are."""
    if environment.on_postgres():
        name = _database()
        with postgres.superuser(environment.server_folder(), name) as session:
            session.execute(b"VACUUM ANALYZE")


def _database() -> str:
    from django.db import connection  # noqa: PLC0415

    return str(connection.settings_dict["NAME"])


def pages(on: Stage) -> Iterator[Page]:
    from kintrace.cases.filters import Due, Order, Waits, Whose  # noqa: PLC0415

    last = -(-CASES // 50)
    asked = {"the list, first page": "", "the list, last page": f"?page={last}"}
    asked |= {f"in the order “{one.label}”": f"?order={one.value}" for one in Order}
    asked |= {
        f"last page in the order “{one.label}”": f"?order={one.value}&page={last}" for one in Order
    }
    asked |= {f"whose: “{one.label}”": f"?whose={one.value}" for one in Whose}
    asked |= {f"next review: “{one.label}”": f"?due={one.value}" for one in Due}
    asked |= {f"waits: “{one.label}”": f"?waits={one.value}" for one in Waits}
    asked |= {
        "closed ones": "?state=closed",
        "of one colleague": f"?handler={on.caseworker.pk}",
        "codes that begin with “AT-A”": "?code=AT-A",
        "mine, overdue, by code": "?whose=mine&due=overdue&order=code",
    }
    officers = iter(on.officers)
    for name, query in asked.items():
        yield Page(name, f"{LIST}{query}", next(officers))
    yield from _work_lists(on, next(officers))


def _work_lists(on: Stage, officer: Member) -> Iterator[Page]:
    """Reading them is not counted, so one of each role asks for all three."""
    from kintrace.cases.work_of import Of  # noqa: PLC0415

    asking = {"caseworker": on.caseworker, "officer": officer}
    asking |= {"child-protection officer": on.protector}
    for role, member in asking.items():
        for one in Of:
            yield Page(f"“{one.label}”, asked by the {role}", f"/desk/?whose={one.value}", member)


def measured(on: Stage, *, times: int = TIMES) -> list[Figures]:
    """Each page asked for again and again, after a few times that do not count."""
    return [_figures(page, _signed_in(page.by, on.society), times) for page in pages(on)]


def _figures(page: Page, client: Client, times: int) -> Figures:
    asked = [_asked(client, page.url) for _ in range(WARM_UP + times)][WARM_UP:]
    took, worked = [[one[place] for one in asked] for place in (0, 1)]
    return Figures(page.name, median(took), quantiles(took, n=20)[-1], median(worked))


def _asked(client: Client, url: str) -> tuple[float, float]:
    """How long it took, and how long this process worked, in milliseconds."""
    begun, busy = time.perf_counter(), time.process_time()
    answer = client.get(url)
    took, worked = time.perf_counter() - begun, time.process_time() - busy
    if answer.status_code != 200:
        raise RuntimeError(f"{url} was answered {answer.status_code}")
    return took * 1000, worked * 1000


def _signed_in(member: Member, society: Society) -> Client:
    """Somebody who said where they work today."""
    from django.test import Client  # noqa: PLC0415

    from kintrace.network.lookups import desks  # noqa: PLC0415
    from kintrace.network.tests.cast import let_in  # noqa: PLC0415

    client = let_in(Client(SERVER_NAME="localhost"), member)
    client.post("/desk/place/", {"place": str(desks(society.pk)[0].pk)})
    return client


def lift_limits() -> None:
    """Nobody is asked why they read so much."""
    from kintrace.watch.table import LINES, Line  # noqa: PLC0415

    endless = Line(hour=10**6, day=10**6, stop_hour=10**6, stop_day=10**6, more=1)
    LINES.update(
        {role: replace(lines, records=endless, lists=endless) for role, lines in LINES.items()}
    )


@contextmanager
def unlimited() -> Iterator[None]:
    """The same for a while."""
    from kintrace.watch.table import LINES  # noqa: PLC0415

    before = dict(LINES)
    lift_limits()
    try:
        yield
    finally:
        LINES.update(before)


def table(results: list[Figures], base: str) -> str:
    """DESK.md, as far as it is measured here."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    worst = max(one.slow for one in results)
    return "\n".join(
        [
            "# The desk with 10,000 open cases",
            "",
            f"{datetime.now(UTC):%-d %B %Y}, commit {commit.stdout.strip()}, Python "
            f"{platform.python_version()}, {base} on the same machine, {os.cpu_count()} cores, "
            f"load average at the end {load}. {CASES:,} open and {CLOSED:,} closed cases of one "
            f"society, {SENT} of the open ones with another, {OTHERS * OTHERS_CASES:,} cases of "
            f"{OTHERS} others; pages of 50. Server time in "
            f"milliseconds, {TIMES} times each. Repeat: `make bench-desk`.",
            "",
            "| page | p50 | p95 | of p50 the program’s own work |",
            "|---|---|---|---|",
            *(
                f"| {one.name} | {one.middle:.0f} | {one.slow:.0f} | {one.work:.0f} |"
                for one in results
            ),
            "",
            f"Goal: every page under {GOAL} ms. The slowest p95 is {worst:.0f} ms.",
            "",
        ]
    )


def main() -> None:
    if "--sqlite" not in sys.argv:
        os.environ["KINTRACE_TEST_POSTGRES"] = "1"
    environment.enter()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    held: dict[str, Any] = {}

    def fill() -> None:
        from kintrace.vault import root  # noqa: PLC0415

        root.make()
        begun = time.perf_counter()
        held["stage"] = stage()
        settled()
        print(f"filled in {time.perf_counter() - begun:.0f} s", file=sys.stderr)

    with filled(fill) as base:
        with unlimited():
            results = measured(held["stage"])
        section = table(results, base)
    print(section)
    if "--dry" not in sys.argv:
        after = RESULTS.read_text().partition("\n## ") if RESULTS.exists() else ("", "", "")
        RESULTS.write_text(section + "".join(after[1:]))


if __name__ == "__main__":
    main()
