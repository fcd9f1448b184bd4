"""What the house does by itself across all folders. Each is safe to run twice."""

import os
import shutil
from datetime import timedelta
from functools import partial

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kintrace.audit import anchors
from kintrace.audit import jobs as audit
from kintrace.letters import jobs as letters
from kintrace.network.lookups import societies_in_care
from kintrace.operations import actions
from kintrace.vault import ledger
from kintrace.vault.rounds import go_round

DONE_JOBS_STAY = timedelta(days=1)
FAILED_JOBS_STAY = timedelta(days=14)


def sign_heads() -> None:
    """Sign where every chain ends, and lay a copy of the ledger of erasures beside it."""
    if ledger.where().exists():
        anchors.folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        whole = anchors.folder() / f".ledger-{os.getpid()}"
        shutil.copyfile(ledger.where(), whole)
        whole.replace(anchors.folder() / ledger.where().name)
    go_round(
        (society.pk, partial(audit.sign_heads, [society.pk])) for society in societies_in_care()
    )


def expire_letters() -> None:
    """End letters that could not be sent, and forget those that ended long ago."""
    go_round((society.pk, partial(letters.expire, society.pk)) for society in societies_in_care())


def forget_sessions() -> None:
    """Delete the rows of sessions that are over."""
    SessionStore.clear_expired()


def forget_jobs() -> None:
    """Delete jobs that were done a day ago, failed ones after two weeks, and what workers said."""
    now = timezone.now()
    actions.forget_beats(before=now - DONE_JOBS_STAY)
    actions.forget_hours(before=now - FAILED_JOBS_STAY)
    finished = DBTaskResult.objects.all()
    done = finished.filter(status=TaskResultStatus.SUCCESSFUL)
    done.filter(finished_at__lt=now - DONE_JOBS_STAY).delete()
    finished.failed().filter(finished_at__lt=now - FAILED_JOBS_STAY).delete()
