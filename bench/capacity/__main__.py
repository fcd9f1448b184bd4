"""`make bench-load`: the real mix against both sides as in service; writes bench/LOAD.md.

It asks a network that `make bench-size` makes: KEEP=folder takes a loaded one, else a small one of
CASES (2,000) is loaded first. Needs KINTRACE_NAMES_DATA for that.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from bench.size import __main__ as size
from bench.size import server

CASES = 2000


def main() -> None:
    kept = os.environ.get("KEEP", "")
    folder = Path(kept or tempfile.mkdtemp(prefix="kintrace-load-")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    server.settle_in(folder)
    try:
        if not server.is_loaded(folder):
            size.load(folder, int(os.environ.get("CASES") or CASES))
        sys.stdout.write(_measured())
    finally:
        if not kept:
            shutil.rmtree(folder)


def _measured() -> str:
    load = os.getloadavg()
    with server.running(lasting=True):
        import django  # noqa: PLC0415

        django.setup()
        from django.db import connections  # noqa: PLC0415

        from bench.capacity import measuring  # noqa: PLC0415
        from bench.capacity.report import written  # noqa: PLC0415
        from bench.capacity.requests import all_of_them  # noqa: PLC0415
        from kintrace.vault import ciphers  # noqa: PLC0415
        from tests import environment, postgres  # noqa: PLC0415

        ciphers.PASSWORD_COST = ciphers.Cost(64, 1)  # as the members' keys were made
        requests = all_of_them()
        connections.close_all()
        with measuring.sides() as (public, staff):
            alone, together = measuring.measured(public, staff, requests, size.say)
            pids = {"public side": public.pid, "staff side": staff.pid}
            pids["PostgreSQL"] = postgres.server_of(environment.server_folder())
            memory = {name: measuring.memory(pid) for name, pid in pids.items()}
    return written(alone, together, memory, load)


if __name__ == "__main__":
    main()
