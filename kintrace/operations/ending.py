"""The daily ending of one society, for `manage.py expire`; a rehearsal leaves no trace."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction

from kintrace.audit.actions import end_entries
from kintrace.letters import jobs as letters
from kintrace.protection import holders
from kintrace.protection import jobs as protection
from kintrace.protection.retention import Kind
from kintrace.wall import jobs as wall
from kintrace.watch import jobs as watch

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


def end(society: UUID, today: date) -> Counter[Kind]:
    """End all that is over in a society; how many of each kind. Safe to repeat."""
    ended: Counter[Kind] = Counter()
    for holder in holders.every():
        ended += protection.end_in(society, holder, today)
    ended += wall.end_messages(society)
    given_up, forgotten = letters.expire(society)
    told = {Kind.LETTER: given_up, Kind.LETTER_ROW: forgotten, Kind.WATCH: watch.forget(society)}
    return ended + Counter(told) + Counter({Kind.AUDIT: end_entries(society)})


def would_end(society: UUID, today: date) -> Counter[Kind]:
    """The same done and taken back: files on disk and the ledger wait for a commit anyway."""
    with transaction.atomic():
        ended = end(society, today)
        transaction.set_rollback(True)
    return ended
