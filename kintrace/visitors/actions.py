"""Day counts, spent passes, and networks that a desk names.

A page view must not cost a write of its own: counts wait in the memory of this process and are
written down at most once a minute. What was counted since is lost with a process that is killed; a
count of visits may be that little too low.
"""

import threading
import time
from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import structlog
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.ui.refusals import Refusal
from kintrace.visitors import passes
from kintrace.visitors.models import Challenge, DayCount, Feedback, Network
from kintrace.visitors.said_by import SaidBy

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Desk, Member
    from kintrace.visitors.lookups import Range

EVERY = 60  # seconds
FEEDBACK_STAYS = timedelta(days=90)
# Visitors read this.
CANNOT_LOCK = _("We cannot lock it safely at this moment. Please try again later today.")

_log = structlog.get_logger()
_lock = threading.Lock()
_waiting: Counter[tuple[date, str, str]] = Counter()
_written_at = time.monotonic()


def count_day(kind: str) -> None:
    """One more of this kind today, in the language the page is shown in.

    `kind` is a word of ours, and so is a language: nothing a visitor sent is ever kept.
    """
    with _lock:
        _waiting[timezone.localdate(), kind, get_language() or ""] += 1
        due = time.monotonic() - _written_at >= EVERY
    if due:
        try:
            with transaction.atomic():
                write_counts()
        except DatabaseError:
            # The page is worth more: whoever just wrote must see the code, which is shown once.
            _log.warning("counts.lost", exc_info=True)


def write_counts() -> None:
    """Add what waits in memory to the rows of its days."""
    global _written_at  # noqa: PLW0603 - the clock of the counter above
    with _lock:
        counted = dict(_waiting)
        _waiting.clear()
        _written_at = time.monotonic()
    for (day, kind, language), number in counted.items():
        add_to_day(day, kind, number, language=language)


def add_to_day(day: date, kind: str, number: int, *, language: str = "") -> None:
    """Write so many of a kind down at once; for what must not wait in memory."""
    row = DayCount.objects.filter(day=day, kind=kind, language=language)
    if row.update(count=F("count") + number):
        return
    try:
        with transaction.atomic():
            DayCount.objects.create(day=day, kind=kind, language=language, count=number)
    except IntegrityError:  # another process was the first of the day
        row.update(count=F("count") + number)


class NetworkNamed(Refusal):
    """The society named these addresses before."""

    def __init__(self) -> None:
        super().__init__(_("These addresses are in the list already."))


def spend(said: str) -> bool:
    """Use a pass; False for one that is not good (yet) or was used before, in any process."""
    if not passes.is_good(said):
        return False
    token = passes.token_of(said)
    try:
        with transaction.atomic():
            Challenge(pk=passes.mark(token), until=_over_by()).save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _over_by() -> datetime:
    """The next full hour at which every pass made until now is too old: it tells no moment."""
    last = timezone.now() + timedelta(seconds=passes.GOOD_FOR, hours=1)
    return last.replace(minute=0, second=0, microsecond=0)


def forget_spent(now: datetime) -> int:
    """Delete what is remembered of passes that are too old to be used again; how many."""
    return Challenge.objects.filter(until__lt=now).delete()[0]


@transaction.atomic
def name_network(desk: "Desk", *, addresses: "Range", times: int, by: "Member") -> Network:
    """Note that many people share these addresses, so that they do not wait for one another.

    Raises NetworkNamed.
    """
    network = Network(desk=desk, society_id=desk.society_id, addresses=str(addresses), times=times)
    if Network.objects.filter(society_id=desk.society_id, addresses=network.addresses).exists():
        raise NetworkNamed
    network.save(force_insert=True)
    record(Deed.NAMED_NETWORK, about=network.pk, by=by)
    return network


@transaction.atomic
def remove_network(network: Network, *, by: "Member") -> None:
    """Treat these addresses as any other again."""
    pk = network.pk
    network.delete()
    record(Deed.REMOVED_NETWORK, about=pk, by=by)


def leave_feedback(
    society: "UUID", *, mood: str, words: str, said_by: SaidBy = SaidBy.PEOPLE
) -> Feedback:
    """Keep how somebody found it, sealed to the society's inbox box before it is written. Nothing
    says who it was. Raises BoxNotTrusted: then nothing is kept."""
    said = Feedback(society_id=society, mood=mood, said_by=said_by)
    said.language, said.words = get_language() or "", words
    said.save(force_insert=True)
    return said


@transaction.atomic
def forget_feedback(society: "UUID", *, today: date) -> int:
    """Delete what is older than 90 days; how many."""
    old = Feedback.objects.filter(society_id=society, day__lt=today - FEEDBACK_STAYS)
    return old.delete()[0]
