"""The figures of a server with several processes, and what it costs to count."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families as parsed

from tests.drills.service import ROOT, Web, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.drills.conftest import Stage

    Report = Callable[[str, str, str], None]

pytestmark = pytest.mark.slow

TOKEN = "forty-letters-that-a-machine-shows-to-us"
PAGES = 60
COST = 50.0  # microseconds
MEASURE = """
import statistics, time
from kintrace.operations import counted

def round_of(times):
    began = time.perf_counter()
    for _ in range(times):
        counted.count("public", "wall:face", 200, 0.02)
    return (time.perf_counter() - began) / times * 1e6

print(statistics.median(round_of(200) for _ in range(50)))
"""


@pytest.fixture
def street(stage: Stage) -> Iterator[Web]:
    """The public side with three processes, started as the units start it."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:kintrace.operations.serving"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "3"]
    surroundings = stage.public | {"KINTRACE_METRICS_TOKEN": TOKEN, "WEB_CONCURRENCY": "3"}
    web = Web(command, surroundings, stage.folder / "web.log", port=port)
    with serving(web):
        yield web


def test_whichever_process_answers_tells_of_the_requests_of_all(street: Web) -> None:
    for _ in range(PAGES):
        urllib.request.urlopen(f"{street.home}/en/information/", timeout=20).close()  # noqa: S310 our own
    told = {_pages(street) for _ in range(6)}
    assert told == {float(PAGES)}


def _pages(street: Web) -> float:
    asked = urllib.request.Request(  # noqa: S310 our own
        f"{street.home}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}
    )
    with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310 our own
        families = list(parsed(answer.read().decode()))
    samples = [sample for family in families for sample in family.samples]
    return sum(
        sample.value
        for sample in samples
        if sample.name == "kintrace_requests_total"
        and sample.labels["route"] == "wall:information"
        and sample.labels["status"] == "2xx"
    )


@pytest.mark.parametrize("processes", ["one", "many"])
def test_counting_a_request_costs_next_to_nothing(
    processes: str, tmp_path: Path, report: Report
) -> None:
    """In memory, and in the files that several processes share."""
    shared = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)} if processes == "many" else {}
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(
        command, env=os.environ | shared, cwd=ROOT, capture_output=True, text=True, check=True
    )
    median = float(done.stdout)
    what = f"counting a request, {processes} process{'es' if shared else ''}"
    report(what, f"{median:.1f} µs (median of 50 rounds)", f"≤ {COST:.0f} µs")
    assert median <= COST
