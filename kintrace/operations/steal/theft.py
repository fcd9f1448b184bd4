"""`make steal` from the first member to the last line."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kintrace.operations.steal import columns, loot, report
from kintrace.operations.steal.fill import fill
from kintrace.operations.steal.needles import Planted
from kintrace.operations.steal.scan import Search

if TYPE_CHECKING:
    from collections.abc import Callable


def steal(*, rows: int, running: bool, say: Callable[[str], object]) -> bool:
    """Plant, steal and search in this process's house. True when nothing was found."""
    begun, planted = time.monotonic(), Planted()
    home = Path(os.environ["KINTRACE_TEST_FOLDER"])
    house = fill(planted, rows)
    missing = columns.unsealed() + columns.unplanted(planted, house.who_opens())
    if missing:
        say(f"nothing was planted in: {', '.join(missing)}")
        return False
    places = loot.steal(planted, home)
    filled = time.monotonic()
    haul = Search(planted).in_folders(places)
    report.say_planted(planted, len(columns.columns()), say)
    report.say_searched(haul, say)
    say(f"filled in {filled - begun:.0f} s, searched in {time.monotonic() - filled:.0f} s")
    report.say_found(haul, planted, say)
    return not haul.found
