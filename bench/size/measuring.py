"""Times and plans over the large network: every page twenty times, and what the worker does."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

import pyrage
from django.core.management import call_command
from django.utils import timezone

from bench.desk import unlimited
from bench.size.pages import LARGEST, pages
from bench.size.watching import Watched, watched
from kintrace.audit.models import Head
from kintrace.matching import network as matcher
from kintrace.network.lookups import every_society
from kintrace.operations import duties, ending
from kintrace.operations.backup import Recipients, back_up
from kintrace.people.lookups import network_cards_to_tag
from kintrace.vault.network import reading_as_network
from kintrace.vault.reader import reading_as
from tests import environment, postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TIMES = int(os.environ.get("TIMES") or 20)


@dataclass(frozen=True)
class Figure:
    """How long one thing took, and what it asked the database."""

    name: str
    middle: float  # milliseconds
    slow: float  # one in twenty takes longer
    watched: Watched
    more: str = ""


def measured(
    say: Callable[[str], None],
    folder: Path,
    keep: Callable[[list[Figure], list[Figure]], object],
) -> tuple[list[Figure], list[Figure]]:
    """The pages, and what is done in the background. keep: is told after each of the long ones, so
    that a run which is broken off leaves what it found."""
    with unlimited():
        shown = []
        for one in pages():
            with postgres.connected_as(one.role):
                shown.append(_page(one.name, one.ask))
            say(f"{one.name}: {shown[-1].middle:.0f} ms")
    done: list[Figure] = []
    keep(shown, done)
    # The worker's duties end what is over: whoever looks at pages again and again leaves them out.
    for name, do in _background(folder) if "--pages" not in sys.argv else ():
        done.append(_once(name, do))
        say(f"{name}: {done[-1].middle / 1000:.1f} s {done[-1].more}")
        keep(shown, done)
    return shown, done


def _page(name: str, ask: Callable[[], Any]) -> Figure:
    """Looked at twice for its plans, then timed without anybody looking."""
    with watched() as found:
        ask()
        ask()
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        ask()
        took.append((time.perf_counter() - begun) * 1000)
    return Figure(name, median(took), quantiles(took, n=20)[-1], found)


def _once(name: str, do: Callable[[], str]) -> Figure:
    """What takes long is done once; it is looked at by the way."""
    begun = time.perf_counter()
    with watched() as found:
        said = do()
    took = (time.perf_counter() - begun) * 1000
    return Figure(name, took, took, found, said)


def _background(folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    yield f"the night’s rehearsal (expire --dry-run) in {LARGEST}", _rehearsed
    yield "the matching worker: one turn with new cards", _matched
    yield "the matching worker: a turn with nothing to do", _matched
    for duty in duties.TABLE:
        yield f"duty {duty.name}, all societies", _doing(duty)
    yield "verify_audit, all societies", _verified
    yield "backup of everything", _backing_up(folder)


def _rehearsed() -> str:
    """In the largest society alone: everything that would end, ended and taken back."""
    largest = next(one for one in every_society() if one.code == LARGEST)
    ended = ending.would_end(largest.pk, timezone.localdate())
    return f"{ended.total()} things would end"


def _matched() -> str:
    with _as_matcher():
        with reading_as_network():
            waiting = len(network_cards_to_tag(matcher.AT_ONCE))
        done = matcher.turn()
    return f"{waiting} new cards, {done} done"


@contextmanager
def _as_matcher() -> Iterator[None]:
    with postgres.connected_as(environment.MATCHER):
        yield


def _doing(duty: duties.Duty) -> Callable[[], str]:
    def do() -> str:
        duty.do()
        return ""

    return do


def _verified() -> str:
    call_command("verify_audit", verbosity=0)
    number = 0
    for society in every_society():
        with reading_as(society.pk):
            number += sum(Head.objects.filter(society=society.pk).values_list("seq", flat=True))
    return f"{number:,} entries"


def _backing_up(folder: Path) -> Callable[[], str]:
    def do() -> str:
        whom = str(pyrage.x25519.Identity.generate().to_public())
        place = folder / "backups"
        later = timezone.now() + timedelta(seconds=1)
        files = back_up(place, to=Recipients(whom, whom), now=later)
        size = sum(file.stat().st_size for file in files)
        for file in files:
            file.unlink()
        return f"{size / 1e9:.2f} GB"

    return do
