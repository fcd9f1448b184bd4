"""Requests, counted by what the program is made of: side, route, class of answer. Of nobody.

Where gunicorn has several processes each writes its numbers into a file of its own (serving.py
names the folder before this is read), and whoever asks for the figures adds them up.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

if TYPE_CHECKING:
    from prometheus_client.registry import Collector

OWN = CollectorRegistry()
REQUESTS = Counter(
    "kintrace_requests",
    "Requests answered, by side, route and class of answer.",
    ["side", "route", "status"],
    registry=OWN,
)
SECONDS = Histogram(
    "kintrace_request_seconds",
    "How long requests took, by side and route.",
    ["side", "route"],
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0),
    registry=OWN,
)
_known: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}


def count(side: str, route: str, status: int, seconds: float) -> None:
    """One request more."""
    key = (side, route, status // 100)
    pair = _known.get(key)
    if pair is None:
        pair = REQUESTS.labels(side, route, f"{status // 100}xx"), SECONDS.labels(side, route)
        _known[key] = pair
    pair[0].inc()
    pair[1].observe(seconds)


def of_all_processes() -> Collector:
    """The numbers of every process of this server."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        return MultiProcessCollector(CollectorRegistry())  # type: ignore[no-untyped-call]
    return _Own()


class _Own:
    """The numbers of the one process there is."""

    def collect(self) -> object:
        return OWN.collect()
