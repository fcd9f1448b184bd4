"""Time: ours, the database's, and what was signed last."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.utils import timezone

from kintrace.audit import anchors
from kintrace.operations.doctor import NotLooked, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

APART = timedelta(seconds=5)
BACKWARDS = timedelta(minutes=2)
HEADS_SIGNED = timedelta(hours=2)  # every hour by the worker
BACKED_UP = timedelta(hours=26)  # every night
_LAST = anchors.LONGEST_LINE * 2


def of_database() -> Iterator[Trouble]:
    """This machine's clock and the database's go together."""
    if settings.ON_SQLITE:
        raise NotLooked("SQLite has the clock of this machine.")
    before = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs = cursor.fetchone()[0]
    apart = max(before - theirs, theirs - timezone.now())
    if apart > APART:
        yield Trouble(
            f"This machine’s clock and the database’s are {apart.total_seconds():.0f} s apart.",
            "timedatectl set-ntp true, on both machines.",
        )


def of_network() -> Iterator[Trouble]:
    """The machine says whether its clock is held by others."""
    if not shutil.which("timedatectl"):
        raise NotLooked("timedatectl is not installed here.")
    command = ["timedatectl", "show", "--property=NTPSynchronized", "--value"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)  # noqa: S603 our own command
    except subprocess.TimeoutExpired:
        raise NotLooked("timedatectl did not answer.") from None
    if done.returncode:
        raise NotLooked("timedatectl did not answer.")
    if done.stdout.strip() != "yes":
        yield Trouble(
            "Nobody holds this machine’s clock: what ends at a moment ends too early or too late.",
            "timedatectl set-ntp true",
        )


def anchors_signed() -> Iterator[Trouble]:
    """The newest anchor is of the last hours, and not of the hours to come."""
    newest = _newest_anchor()
    now = timezone.now()
    if newest > now + BACKWARDS:
        yield Trouble(
            f"The newest anchor is of {newest:%Y-%m-%d %H:%M} UTC, which is still to come: the "
            "clock went back.",
            "Set the clock right: timedatectl set-ntp true; then manage.py verify_audit.",
        )
    elif newest < now - HEADS_SIGNED:
        yield Trouble(
            f"No head was signed since {newest:%Y-%m-%d %H:%M} UTC.",
            "Is the worker running? systemctl status kintrace-worker",
        )


def backup_made() -> Iterator[Trouble]:
    """The newest backup is of last night."""
    try:
        made = datetime.fromisoformat((Path(settings.DATA) / "last-backup").read_text().strip())
    except (OSError, ValueError):
        raise NotLooked(
            "No backup was made by this installation, as far as it can tell.",
            "systemctl enable --now kintrace-backup.timer; docs/backup.md.",
        ) from None
    if made < timezone.now() - BACKED_UP:
        yield Trouble(
            f"The newest backup is of {made:%Y-%m-%d %H:%M} UTC.",
            "systemctl status kintrace-backup.timer; journalctl -u kintrace-backup",
        )


def _newest_anchor() -> datetime:
    """The end of the file alone: who wants to know whether it is true asks verify_audit."""
    try:
        with (anchors.folder() / "heads.jsonl").open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - _LAST))
            lines = file.read().split(b"\n")
        told = [json.loads(line)["at"] for line in lines[1:] or lines if line.endswith(b"}")]
        told = told or [json.loads(line)["at"] for line in lines if line.endswith(b"}")]
        return datetime.fromisoformat(told[-1]).astimezone(UTC)
    except (OSError, ValueError, KeyError, IndexError):
        raise NotLooked(
            "No head was ever signed here.", "The worker does it every hour: is it running?"
        ) from None
