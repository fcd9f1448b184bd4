"""A tag for an address that holds for one day in every process of this machine, and then never.

Three presses from three addresses rest a face, so the same address must count as the same after a
restart and in the process next door. The key is 32 random bytes in a file named for its day,
made by whoever comes first and overwritten when the next day's is made: who steals the database
later, a backup or SECRET_KEY, can lay no address beside a tag. It is in no backup. Machines that
share the work of the public side share the folder (KINTRACE_DAY_KEYS), best in memory.
"""

import hmac
import os
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path

import structlog
from django.conf import settings
from django.http import HttpRequest

from kintrace.visitors.quota import address_tag, sender_of

SIZE = 32
_log = structlog.get_logger()


def address_tag_of_day(request: HttpRequest, day: date, *, about: str) -> bytes:
    """16 bytes that stand for the sender's address on this day, for one matter only."""
    try:
        key = _key(day)
    except OSError:
        # Who is in danger is never turned away for want of a file; a restart may count them anew.
        _log.warning("day-key.missing", exc_info=True)
        return address_tag(request, about=about)
    return hmac.digest(key, f"{about}|{sender_of(request)}".encode(), "sha256")[:16]


def _key(day: date) -> bytes:
    path = Path(settings.DAY_KEYS) / f"{day.isoformat()}.key"
    if not path.exists():
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Make the day's key, unless another is quicker: a link is made whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    own = path.with_name(f".{secrets.token_hex(8)}")
    with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(SIZE))
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        path.hardlink_to(own)
    own.unlink()
    _forget_others(path)


def _forget_others(kept: Path) -> None:
    for past in kept.parent.glob("*.key"):
        if past.name < kept.name:
            with suppress(FileNotFoundError), past.open("r+b") as file:
                file.write(bytes(SIZE))
                file.flush()
                os.fsync(file.fileno())
            past.unlink(missing_ok=True)
