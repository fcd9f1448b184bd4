"""`make steal` from the first member to the last line."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from django.test.utils import override_settings

from kintrace.operations.steal import columns, loot, report
from kintrace.operations.steal.fill import fill
from kintrace.operations.steal.needles import Planted
from kintrace.operations.steal.running import steal_running
from kintrace.operations.steal.scan import Search

if TYPE_CHECKING:
    from collections.abc import Callable

# Stands for the mail server, which is somebody else's house.
MAIL_SERVER = "django.core.mail.backends.locmem.EmailBackend"


def steal(*, rows: int, running: str, say: Callable[[str], object]) -> bool:
    """Plant, steal and search in this process's house. True when nothing was found.

    running: "" for the disk of a house at rest; "1" for servers that run, or "careless" for
    servers that leave what they freed where it lay.
    """
    home = Path(os.environ["KINTRACE_TEST_FOLDER"])
    with override_settings(EMAIL_BACKEND=MAIL_SERVER):
        if running:
            return steal_running(home, say, careless=running == "careless")
        return _steal_standing(home, rows, say)


def _steal_standing(home: Path, rows: int, say: Callable[[str], object]) -> bool:
    """The disk of a house that was filled and is not served any more."""
    begun, planted = time.monotonic(), Planted()
    house = fill(planted, rows)
    missing = columns.unsealed() + columns.unplanted(planted, house.who_opens())
    if missing:
        say(f"nothing was planted in: {', '.join(missing)}")
        return False
    places = loot.steal(planted, home)
    filled = time.monotonic()
    haul = Search(planted).in_folders(places)
    report.say_planted(planted, len(columns.columns()) - len(columns.PLAIN), say)
    report.say_searched(haul, say)
    say(f"filled in {filled - begun:.0f} s, searched in {time.monotonic() - filled:.0f} s")
    report.say_found(haul, planted.total, say)
    return not haul.found
