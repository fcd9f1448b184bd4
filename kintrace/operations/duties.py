"""What falls due again and again, and whose turn it is.

Workers share the due times in the database: the one that moves a time forward does the duty. If it
dies on the way the duty falls due again soon; so each is safe to do twice.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import structlog
from django.utils import timezone

from kintrace.matching import jobs as matching
from kintrace.operations import actions, jobs, looking, lookups, rotation
from kintrace.protection import jobs as protection
from kintrace.protection.actions import leaving
from kintrace.safe import jobs as safe
from kintrace.servicepoints import jobs as servicepoints
from kintrace.visitors import jobs as visitors
from kintrace.wall import jobs as wall
from kintrace.watch import jobs as watch

AGAIN_AFTER = timedelta(minutes=10)  # a duty that failed, or whose worker died
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

_log = structlog.get_logger()


@dataclass(frozen=True)
class Duty:
    """Something to do every so often. `name` never changes: the due time is kept under it."""

    name: str
    every: timedelta
    do: Callable[[], object]


TABLE: tuple[Duty, ...] = (
    Duty("pick-up-messages", MINUTE, wall.pick_up_messages.call),
    Duty("empty-removals", MINUTE, wall.empty_removals.call),
    Duty("ring-alarms", HOUR, wall.ring_alarms.call),
    Duty("ring-requests", HOUR, protection.ring_requests.call),
    Duty("patrol", 5 * MINUTE, watch.patrol.call),
    Duty("prove-chains", DAY, watch.prove_chains.call),
    Duty("sign-heads", HOUR, jobs.sign_heads),
    Duty("forget-feedback", DAY, visitors.forget_feedback.call),
    Duty("forget-spent-passes", HOUR, visitors.forget_spent_passes.call),
    Duty("forget-unopened-safes", DAY, safe.forget_unopened.call),
    Duty("search-new-cards", MINUTE, matching.search_new_cards.call),
    Duty("renew-tags", HOUR, matching.renew_tags.call),
    Duty("open-cards", HOUR, matching.open_cards.call),
    Duty("tell-of-holds", 5 * MINUTE, protection.tell_of_holds.call),
    Duty("finish-erasures", HOUR, protection.finish_erasures.call),
    Duty("expire", DAY, protection.expire.call),
    Duty("expire-letters", DAY, jobs.expire_letters),
    Duty("close-old-messages", DAY, wall.close_old_messages.call),
    Duty("write-figures", HOUR, wall.write_figures.call),
    Duty("write-point-figures", DAY, servicepoints.write_figures.call),
    Duty("forget-tickets", HOUR, servicepoints.forget_tickets.call),
    Duty("sweep-pictures", DAY, wall.sweep_pictures.call),
    Duty("sweep-sealed-files", DAY, protection.sweep_sealed_files.call),
    Duty("forget-tablets", DAY, servicepoints.forget_tablets.call),
    Duty("forget-left-societies", DAY, leaving.forget_left),
    Duty("finish-rotations", HOUR, rotation.finish_rotations),
    Duty("forget-sessions", DAY, jobs.forget_sessions),
    Duty("forget-jobs", DAY, jobs.forget_jobs),
    Duty("look-around", MINUTE, looking.look_around),
)


def prepare(table: Iterable[Duty] = TABLE) -> None:
    """Give every duty a clock; a new one is due at once."""
    actions.set_clocks(duty.name for duty in table)


def bring_back(table: Iterable[Duty] = TABLE) -> None:
    """Once in a while: see to it that no duty waits for a time at which the clock once stood."""
    if actions.bring_back({duty.name: duty.every for duty in table}):
        _log.warning("duties.brought_back")


class Held(Protocol):
    """Holds a duty's clock off by `span`, again and again, as long as the block lasts."""

    def __call__(self, duty: str, span: timedelta) -> AbstractContextManager[None]: ...


def do_due(
    table: Iterable[Duty] = TABLE,
    *,
    held: Held | None = None,
    before_each: Callable[[], object] = lambda: None,
) -> int:
    """Do what is due and nobody else is at; gives how many duties were done."""
    due = lookups.due(timezone.now())
    return sum(_do(duty, held, before_each) for duty in table if duty.name in due)


def _do(duty: Duty, held: Held | None, before: Callable[[], object]) -> bool:
    before()
    began, span = timezone.now(), min(duty.every, AGAIN_AFTER)
    if not actions.claim(duty.name, until=began + span):
        return False
    try:
        with held(duty.name, span) if held else nullcontext():
            duty.do()
    except Exception:  # noqa: BLE001  # the other duties are still to be done
        _log.exception("duty.failed", code=duty.name)
        return False
    actions.note_done(duty.name, began=began, again=began + duty.every)
    _log.info("duty.done", code=duty.name)
    return True
