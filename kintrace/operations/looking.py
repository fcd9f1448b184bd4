"""The worker looks round every minute: what works, and since when.

The desk and the figures read what it noted. What stands behind a society's wall is counted there
and told as a sum: of no society, and of nobody.
"""

from __future__ import annotations

import shutil
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from kintrace.audit import anchors
from kintrace.letters import lookups as letters
from kintrace.network.lookups import societies_in_care
from kintrace.operations import actions, health, queue
from kintrace.operations.backup import last_made
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round
from kintrace.wall.lookups.desk import count_live

if TYPE_CHECKING:
    from uuid import UUID

PATIENCE = 5  # seconds in which the public side must answer
LONGEST_LETTER = timedelta(minutes=15)
LONGEST_ANCHOR = timedelta(hours=3)  # it is signed every hour
LONGEST_BACKUP = timedelta(hours=26)  # it is made every night
LETTERS = {state: f"letters-{state}" for state in letters.STATES}


def look_around() -> None:
    """Look once at everything. Safe to run twice."""
    _look_at_queue()
    _look_at_disk()
    _look_at_anchors()
    _look_at_backup()
    _look_at_public_side()
    _look_into_societies()


def _look_at_queue() -> None:
    now = queue.state()
    wait = now.longest_wait
    number, seconds = now.ready.total(), int(wait.total_seconds())
    actions.note_hour(ready=number, oldest=seconds)
    actions.note_look("queue", well=wait < health.LONGEST_WAIT, number=number)
    failed = now.failed.total()
    actions.note_look("failed", well=not failed, number=failed)


def _look_at_disk() -> None:
    free = shutil.disk_usage(settings.DATA).free if Path(settings.DATA).is_dir() else 0
    actions.note_look("disk", well=free >= health.ROOM, number=free)


def _look_at_anchors() -> None:
    files = list(anchors.folder().glob("*.jsonl"))
    newest = max((file.stat().st_mtime for file in files), default=None)
    moment = datetime.fromtimestamp(newest, UTC) if newest else None
    actions.note_look("anchors", well=_is_young(moment, LONGEST_ANCHOR), moment=moment)


def _look_at_backup() -> None:
    moment = last_made()
    actions.note_look("backups", well=_is_young(moment, LONGEST_BACKUP), moment=moment)


def _is_young(moment: datetime | None, longest: timedelta) -> bool:
    return moment is not None and timezone.now() - moment < longest


def _look_at_public_side() -> None:
    """Ask the wall's own address as a visitor reaches it; not where nobody said which it is."""
    address = settings.PUBLIC_ADDRESS.rstrip("/")
    if not address.startswith(("http://", "https://")):
        return
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=PATIENCE) as answer:  # noqa: S310 - the operator's own address, http or https
            well = answer.status == 200
    except OSError:
        well = False
    actions.note_look("public", well=well)


@dataclass
class _Sums:
    numbers: Counter[str] = field(default_factory=Counter)
    oldest: datetime | None = None

    def look(self, society: UUID) -> None:
        with reading_as(society):
            found = letters.outbox(society)
            self.numbers.update(found.by_state)
            self.numbers["faces"] += count_live(society)
        self.oldest = min(filter(None, (self.oldest, found.oldest)), default=None)


def _look_into_societies() -> None:
    sums = _Sums()
    go_round((one.pk, partial(sums.look, one.pk)) for one in societies_in_care())
    late = sums.oldest is not None and timezone.now() - sums.oldest > LONGEST_LETTER
    waiting = sums.numbers["waiting"]
    actions.note_look("mail", well=not late, number=waiting, moment=sums.oldest)
    for state, what in LETTERS.items():
        actions.note_look(what, well=True, number=sums.numbers[state])
    actions.note_look("faces", well=True, number=sums.numbers["faces"])
