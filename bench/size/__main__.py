"""`make bench-size`: a network of 250,000 cases, loaded and measured; writes bench/SIZE.md.

CASES=… another size, KEEP=folder keeps (and uses again) the loaded server, PROCESSES=… load it,
TIMES=… each page is asked; `--load` loads and `--pages` measures pages alone.
The people's names need KINTRACE_NAMES_DATA, as for the other measurements of matching.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from bench.size import server

CASES = 250_000


def main() -> None:
    kept = os.environ.get("KEEP", "")
    cases = int(os.environ.get("CASES") or CASES)
    folder = Path(kept or tempfile.mkdtemp(prefix="kintrace-size-")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    server.settle_in(folder)
    try:
        if not server.is_loaded(folder):
            load(folder, cases)
        if "--load" not in sys.argv:
            _measure(folder)
    finally:
        if not kept:
            shutil.rmtree(folder)


def load(folder: Path, cases: int) -> None:
    """Make a network of so many cases in this folder."""
    begun = time.perf_counter()
    with server.running(lasting=False):
        _migrated()
        from bench.size.founding import found  # noqa: PLC0415 - Django first
        from bench.size.loading import filled  # noqa: PLC0415
        from kintrace.vault import ciphers, root  # noqa: PLC0415
        from tests import environment, postgres  # noqa: PLC0415

        ciphers.PASSWORD_COST = ciphers.Cost(64, 1)
        root.make()
        founded = found(cases)
        say(f"{len(founded)} societies are founded after {time.perf_counter() - begun:.0f} s")
        rows = filled(founded, processes=int(os.environ.get("PROCESSES", "2")), say=say)
        with postgres.superuser(environment.server_folder(), "kintrace") as session:
            session.execute("VACUUM ANALYZE")
    told: dict[str, Any] = {
        "cases": cases,
        "seconds": time.perf_counter() - begun,
        "load": os.getloadavg(),
        "rows": dict(rows.most_common()),
        "offices": [[one.office.code, one.cases] for one in founded],
        "disk": server.disk(folder),
    }
    (folder / "loaded.json").write_text(json.dumps(told, indent=1))
    say(f"loaded in {told['seconds']:.0f} s, {told['disk'] / 1e9:.1f} GB")


def _migrated() -> None:
    import django  # noqa: PLC0415

    from tests import environment  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    serving = connection.settings_dict["USER"]
    connection.settings_dict["USER"] = environment.OWNER
    call_command("migrate", verbosity=0)
    connection.close()
    connection.settings_dict["USER"] = serving


def _measure(folder: Path) -> None:
    with server.running(lasting=True):
        _migrated()  # a kept one may be older than this program
        from bench.size.measuring import measured  # noqa: PLC0415
        from bench.size.report import written  # noqa: PLC0415
        from kintrace.vault import ciphers  # noqa: PLC0415

        ciphers.PASSWORD_COST = ciphers.Cost(64, 1)  # as the members' keys were made
        loaded = json.loads((folder / "loaded.json").read_text())
        shown, done = measured(say, folder, partial(written, loaded))
        sys.stdout.write(written(loaded, shown, done))
    whole = sorted({table for one in [*shown, *done] for table in one.watched.whole})
    if whole:
        sys.exit(f"Large tables are read whole (bench/SIZE.md): {', '.join(whole)}")


def say(words: str) -> None:
    """A line of how far it is."""
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
