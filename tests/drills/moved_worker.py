"""`python -m tests.drills.moved_worker`: the worker's own shift, which rests in another way.

The library that moves the clock spoils the call by which Python sleeps. So whenever nothing is to
do, this one waits for nothing by `select`, and says that there may be more.
"""

from __future__ import annotations

import select

import django

PAUSE = 0.1


def rest() -> bool:
    select.select([], [], [], PAUSE)
    return True


if __name__ == "__main__":
    django.setup()
    from kintrace.operations.worker import Shift

    shift = Shift(with_parent=True, otherwise=rest)
    shift.listen()
    shift.work()
