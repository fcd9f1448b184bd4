"""`make attack`: intruders, photos and a reading of the source; SECURITY.md.

PARTS="intruders photos" plays some of it alone. A part that was not held writes nothing, and the
command ends with an error; so does one of which something could not be had.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bench.attack import intruders, photos, report, static

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> int:
    """Play the parts that were asked for, or all."""
    wanted = os.environ.get("PARTS", "").split() or list(PARTS)
    broken = [fault for name in wanted for fault in PARTS[name]()]
    print("\n".join(broken) or "Every promise was held.")
    return 1 if broken else 0


def _intruders() -> list[str]:
    found, code = intruders.play()
    table, broken = intruders.table(found), intruders.faults(found)
    print("\n".join(table))
    broken += ["the attacks did not all end as they should; see above"] * bool(code)
    if not broken:
        report.write("Intruders", table)
    return broken


def _photos() -> list[str]:
    attack = photos.played(photos.long)
    table = report.lines(attack.lines)
    print("\n".join(table))
    broken = [*attack.broken, *(f"not had: {what}" for what in attack.missing)]
    if not broken:
        report.write("Photos", table)
    return broken


def _source() -> list[str]:
    lines, broken = static.looked()
    table = report.lines(lines)
    print("\n".join(table))
    if not broken:
        report.write("Source", table)
    return broken


# Photos come last: they bring this process under the settings of the tests.
PARTS: dict[str, Callable[[], list[str]]] = {
    "source": _source,
    "intruders": _intruders,
    "photos": _photos,
}


if __name__ == "__main__":
    sys.exit(main())
