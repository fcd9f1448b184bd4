"""`make bench-opening`: what opening a case asks of a member, counted in a real browser.

From the list of work to the open case, for one person sought and every page answered shortly, as
the journeys do it (tests/journeys/people.py): page by page, and typed in from paper. The seconds
are a machine's that types at once: what is left of them is the house's own time.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from bench.database import filled
from bench.desk import RESULTS
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.network.models import Member

HEADING = "## Opening a case"
SELAM = {"given": "Selam", "given_original": "ሰላም", "father": "Tesfay", "father_original": "ተስፋይ"}
# A press on anything is a click; a field is what was typed into or chosen from a list.
LISTENS = """
addEventListener("pointerdown", () => counted("clicks"), true);
addEventListener("change", (event) => {
  if (event.target.matches("select, textarea, input:not([type=radio], [type=checkbox])"))
    counted("fields");
}, true);
"""


Cost = tuple[Counter[str], float]


def opened(member: Member, home: str) -> dict[str, Cost]:
    """Sign in, open a case by its pages and one from paper, and count what each took."""
    from tests.browser import chromium  # noqa: PLC0415 - Django first
    from tests.journeys.people import AtTheDesk, second_factor  # noqa: PLC0415

    counts: Counter[str] = Counter()
    second_factor(member)
    with chromium() as browser:
        visit = AtTheDesk(browser, home, "en", member)
        visit.page.expose_function("counted", lambda what: counts.update([what]))
        visit.page.add_init_script(LISTENS)
        visit.page.on("framenavigated", lambda frame: counts.update(["pages"]))
        visit.sign_in()
        ways = {"page by page": visit.open_a_case, "from paper": visit.type_in_a_case}
        costs = {name: _counted(visit, way, counts) for name, way in ways.items()}
        visit.end()
    return costs


def _counted(visit: Any, way: Callable[[dict[str, str]], None], counts: Counter[str]) -> Cost:
    counts.clear()
    begun = time.monotonic()
    way(SELAM)
    took = time.monotonic() - begun
    if not re.search(r"/desk/cases/[0-9a-f-]{36}/$", visit.case):
        raise RuntimeError("no case was opened")
    return Counter(counts), took


def section(costs: dict[str, Cost]) -> str:
    return "\n".join(
        [
            HEADING,
            "",
            "From “New request” to the open case, one person sought, each page answered shortly, "
            "counted in a browser; once asked on the screen, once typed in from a filled paper "
            "form. Repeat: `make bench-opening`.",
            "",
            "| how | pages | clicks | fields typed or chosen | seconds without typing |",
            "|---|---|---|---|---|",
            *(
                f"| {name} | {counts['pages']} | {counts['clicks']} | {counts['fields']} "
                f"| {took:.1f} |"
                for name, (counts, took) in costs.items()
            ),
            "",
        ]
    )


def main() -> None:
    environment.enter()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    held: dict[str, Any] = {}

    def fill() -> None:
        from kintrace.cases.tests.conftest import build_scene  # noqa: PLC0415
        from kintrace.vault import root  # noqa: PLC0415

        root.make()
        held["scene"] = build_scene("NM")

    with filled(fill):
        from pytest_django.live_server_helper import LiveServer  # noqa: PLC0415

        server = LiveServer("localhost")
        try:
            said = section(opened(held["scene"].alma, server.url))
        finally:
            server.stop()
    print(said)
    before = RESULTS.read_text() if RESULTS.exists() else ""
    RESULTS.write_text(f"{before.split(HEADING)[0].rstrip()}\n\n{said}")


if __name__ == "__main__":
    main()
