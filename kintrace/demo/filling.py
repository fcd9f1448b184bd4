"""Making the network: enough of it before anybody is served, the rest by the worker meanwhile."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from django.db import InterfaceError, OperationalError

from kintrace.demo.key import require_own
from kintrace.demo.network import is_enough, plan
from kintrace.demo.network.people import lots
from kintrace.demo.network.searches import searches
from kintrace.demo.steps import made, take
from kintrace.matching import network
from kintrace.vault.matching_pair import NoMatchingPair

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.demo.steps import Step

# SQLite lets one write at a time, and who waits looks again every tenth of a second: a page gets
# its turn between two steps.
BREATH = 0.11
_log = structlog.get_logger()
_set_aside: set[str] = set()  # what could not be done; tried again when the demo starts again


@dataclass(frozen=True)
class Progress:
    """How far the network is: steps, and how many of its people stand."""

    done: int
    of: int
    people: int
    of_people: int

    @property
    def whole(self) -> bool:
        return self.done >= self.of


def prepare(say: Callable[[str], None]) -> None:
    """Make as much as a visitor needs, if it is missing: one society and its first faces."""
    require_own()
    done = made()
    for step in plan():
        if is_enough(done):
            return
        if step.key not in done:
            take(step)
            done = made()
            if step.key.endswith("keys"):
                say("The first society stands. Its people come to the desk now.")


def go_on() -> bool:
    """Take the next step that is missing; says whether there was one. For the demo's worker."""
    step = _next()
    if step is None:
        return False
    try:
        take(step)
    except (OperationalError, InterfaceError):
        raise  # the worker waits for the database and comes back
    except Exception:  # noqa: BLE001  # one person less is no reason to leave the others out
        _set_aside.add(step.key)
        _log.exception("demo.step_failed", code=step.key)
    time.sleep(BREATH)
    return True


def go_on_or_match() -> bool:
    """The same; when nothing is left to make, a turn of the matching worker, which in service is a
    process of its own."""
    if go_on():
        return True
    try:
        return network.turn() > 0
    except NoMatchingPair:  # a demo that was made before there was one
        return False


def try_all_again() -> None:
    """Forget what could not be done, as a new process does."""
    _set_aside.clear()


def _next() -> Step | None:
    done = made().keys() | _set_aside
    return next((step for step in plan() if step.key not in done), None)


def progress() -> Progress:
    """For the demo's page. Keys of an older plan are not counted."""
    done = made().keys()
    people = [lot.case_key for lot in lots()] + [search.case_key for search in searches()]
    return Progress(
        done=sum(step.key in done for step in plan()),
        of=len(plan()),
        people=sum(key in done for key in people),
        of_people=len(people),
    )
