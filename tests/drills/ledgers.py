"""What visitors were promised against what lies in the society's box."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kintrace.audit.deeds import Deed
from kintrace.audit.models import Entry
from kintrace.demo import playing
from kintrace.vault import answers
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import inbox
from kintrace.wall.models import Message, Reply
from tests.drills.visitors import WORD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kintrace.cases.tests.conftest import Scene

CODES_TRIED = 40  # of those that were shown: each takes a tenth of a second on purpose


@dataclass(frozen=True)
class Comparison:
    """acknowledged: codes shown. torn: a message without its receipt, or the other way round."""

    acknowledged: int
    stored: int
    lost: int
    duplicates: int
    torn: int
    codes_wrong: int

    @property
    def is_whole(self) -> bool:
        return not (self.lost or self.duplicates or self.torn or self.codes_wrong)

    @property
    def words(self) -> str:
        return (
            f"{self.acknowledged} acknowledged, {self.lost} lost, {self.duplicates} duplicates, "
            f"{self.torn} torn, {self.codes_wrong} codes that open nothing"
        )


def compare(scene: Scene, acknowledged: Mapping[str, str]) -> Comparison:
    """Open every message of the society and look for each that was acknowledged."""
    with playing.acting(scene.alma) as alma:
        messages = inbox(alma)
        texts = Counter(message.body["text"] for message in messages)
        lookups = {bytes(message.reply_lookup or b"") for message in messages}
        receipts = {bytes(row.lookup) for row in Reply.objects.all()}
    return Comparison(
        acknowledged=len(acknowledged),
        stored=sum(texts.values()),
        lost=sum(text not in texts for text in acknowledged),
        duplicates=sum(times - 1 for times in texts.values()),
        torn=len(lookups ^ receipts),
        codes_wrong=_wrong(acknowledged, receipts),
    )


def _wrong(acknowledged: Mapping[str, str], receipts: set[bytes]) -> int:
    codes = sorted(acknowledged.values())
    tried = random.Random(1).sample(codes, min(CODES_TRIED, len(codes)))  # noqa: S311
    wrong = 0
    for code in tried:
        derived = answers.derive(code, WORD)
        derived.forget()
        wrong += derived.lookup_id not in receipts
    return wrong


def work_waits(scene: Scene) -> bool:
    """Whether the worker has anything to do yet; what was put off counts as due."""
    now = timezone.now()
    DBTaskResult.objects.filter(run_after__gt=now).update(run_after=now)
    with reading_as(scene.society.pk):
        if Message.objects.filter(picked_up=None).exists():
            return True
    return DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()


def announcements(scene: Scene) -> Counter[object]:
    """How often the audit says of each message that it arrived."""
    with reading_as(scene.society.pk):
        rows = Entry.objects.filter(deed=Deed.MESSAGE_ARRIVED.value)
        return Counter(rows.values_list("about", flat=True))
