"""Workers that start at once: the program is read in one process, and each is born of it.

Starting anew would take longer than the work that is to be killed. What is killed is the worker
itself, its code as in service; `python -m tests.drills.faults.nursery` writes the number of each.
"""

from __future__ import annotations

import os
import signal
import sys

import django
from django.core.management import call_command


def main() -> None:
    """One worker for each line that comes in."""
    django.setup()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the killed ones
    print("ready", flush=True)  # noqa: T201 - who started us reads it
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            call_command("worker", "--pause", "0.05", "--lease", "0.5", "--attempts", "1000")
            os._exit(0)
        print(child, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
