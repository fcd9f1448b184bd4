"""The program under a clock that may jump: `kintrace.config.wsgi` and `manage.py` as they are, but
what Python tells of the time stands beside the truth by the seconds in a file.

libfaketime, which would tell it to every call of the machine, does not get on with Python's sleeps
(OSError 22 out of gunicorn). What waits, waits by another clock, which never jumps.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.utils import timezone

FILE = "KINTRACE_TEST_CLOCK"
_true = time.time


def _ahead() -> int:
    return int(Path(os.environ[FILE]).read_text())


def _now() -> datetime:
    return datetime.now(tz=UTC) + timedelta(seconds=_ahead())


time.time = lambda: _true() + _ahead()
timezone.now = _now

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
else:
    from kintrace.config.wsgi import application

    __all__ = ["application"]
