"""`make drill` (CASES=200000 for the figure): on a private PostgreSQL that flushes as in service.

Filled without flushing, for that is not what is measured. Writes its section of RELIABILITY.md.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import Any

from bench import reliability
from bench.database import filled
from tests import environment, postgres

CASES = int(os.environ.get("CASES", "20000"))
AUDITED = 2000  # entries of the chain that is tampered with, walked whole a hundred times


def main() -> int:
    if "--sqlite" not in sys.argv:
        os.environ["KINTRACE_TEST_POSTGRES"] = "1"
    environment.enter()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    held: dict[str, Any] = {}

    def fill() -> None:
        from bench.drill.house import fill as fill_house  # noqa: PLC0415 - Django first
        from kintrace.vault import root  # noqa: PLC0415

        root.make()
        begun = time.monotonic()
        held["filled"] = fill_house(CASES, audited=AUDITED)
        print(f"filled in {time.monotonic() - begun:.0f} s", file=sys.stderr)

    try:
        with filled(fill):
            lines = _course(held["filled"])
    finally:
        shutil.rmtree(environment.folder(), ignore_errors=True)
    for what, measured, goal in lines:
        print(f"{what}: {measured} (goal {goal})")
    if "--dry" not in sys.argv:
        reliability.write("Drill", lines)
    return 0


def _course(house: Any) -> list[reliability.Line]:
    from django.conf import settings  # noqa: PLC0415 - Django stands only now

    from bench.drill import course  # noqa: PLC0415
    from kintrace.operations.tests.nights import empty_database  # noqa: PLC0415

    folder = environment.folder() / "drill"
    if environment.on_postgres():
        server = environment.server_folder()
        postgres.stop(server)
        postgres.start(server, lasting=True)
    folder.mkdir(parents=True)
    return course.run(house, folder, lambda: empty_database(folder, settings))


if __name__ == "__main__":
    sys.exit(main())
