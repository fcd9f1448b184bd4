"""A face is down: its pictures go from the store, and from what keeps copies in front of us.

The row went first, so nobody is shown them from the next request on; this follows.
"""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from kintrace.vault.jobs import AGAIN_AFTER
from kintrace.vault.stores import StoreAway
from kintrace.wall import pictures, purging
from kintrace.work.once import once
from kintrace.work.urgency import PRESSING


def lose_pictures(name: str) -> None:
    """Delete a face's pictures once the transaction around this is committed.

    At once where the store answers; the job, a row of that transaction, makes sure of it and asks
    the caches. Taking down never waits for a store, nor fails with it.
    """
    lose_and_purge.enqueue(name)
    transaction.on_commit(partial(pictures.undo, name), robust=True)


class CacheAway(Exception):
    """A cache did not forget; the queue tries again, later each time."""


@task(priority=PRESSING)
def lose_and_purge(name: str) -> None:
    """Delete, and come back while the store does not answer; purge. Safe to run twice.

    Raises CacheAway.
    """
    try:
        pictures.remove(name)
    except StoreAway:
        once(lose_and_purge.using(run_after=timezone.now() + AGAIN_AFTER), name)
    if not purging.purge(name):
        raise CacheAway
