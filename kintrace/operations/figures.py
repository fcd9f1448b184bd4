"""What Prometheus is told when it asks: numbers of the house by names out of the program itself.

No label holds anything of a person or a society: a task, a duty, a route, a state, a code.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily

from kintrace.operations import counted, ready

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TYPE = "text/plain; version=0.0.4; charset=utf-8"
POOL = {"pool_size": "open", "pool_available": "idle", "requests_waiting": "waiting"}


def written() -> bytes:
    """The whole answer."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(counted.of_all_processes())
    registry.register(House())
    return generate_latest(registry)


class House:
    """What is asked anew each time: the queue, the duties, what the worker saw, this machine."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Everything of this side."""
        troubles = ready.troubles()
        yield by(
            "trouble",
            "1 where /readyz names this trouble.",
            "code",
            {code: int(code in troubles) for code in ready.CODES},
        )
        yield one("disk_free_bytes", "Room left where the data lie.", _free())
        yield by("database_connections", "Of the process that answers.", "state", _pool())
        if settings.HAS_STAFF and ready.DATABASE not in troubles:
            # The public side never loads what the worker does.
            from kintrace.operations import figures_of_staff  # noqa: PLC0415

            yield from figures_of_staff.collected()

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing is promised before it is asked for."""
        return []


def one(name: str, words: str, value: float | None) -> GaugeMetricFamily:
    """A number without labels; nothing where it is not known."""
    family = GaugeMetricFamily(f"kintrace_{name}", words)
    if value is not None:
        family.add_metric([], value)
    return family


def by(name: str, words: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    """Numbers by one label."""
    family = GaugeMetricFamily(f"kintrace_{name}", words, labels=[label])
    for value, number in sorted(values.items()):
        family.add_metric([value], number)
    return family


def _free() -> float | None:
    there = Path(settings.DATA)
    return shutil.disk_usage(there).free if there.is_dir() else None


def _pool() -> dict[str, float]:
    """How many connections this process holds open; nothing where there is no pool."""
    pool = getattr(connection, "pool", None)
    said = pool.get_stats() if pool else {}
    return {state: said.get(name, 0) for name, state in POOL.items()} if said else {}
