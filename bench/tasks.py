"""`make bench-tasks`: what a task asks of a member, counted in a real browser.

Opening a case, page by page and typed in from paper; sending it to another society; writing down
that somebody was found. Each is done as the journeys do it (tests/journeys), every page answered
shortly. The seconds are a machine's that types at once: what is left is the house's own time.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from bench.database import filled
from bench.desk import RESULTS
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.network.models import Member
    from tests.journeys.people import AtTheDesk

HEADING = "## What a task asks"
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


def done(member: Member, home: str) -> dict[str, Cost]:
    """Sign in, do one task after the other, and count what each took."""
    from tests.browser import chromium  # noqa: PLC0415 - Django first
    from tests.journeys import test_transfer  # noqa: PLC0415
    from tests.journeys.people import AtTheDesk, second_factor  # noqa: PLC0415

    counts: Counter[str] = Counter()
    second_factor(member)
    with chromium() as browser:
        visit = AtTheDesk(browser, home, "en", member)
        visit.page.expose_function("counted", lambda what: counts.update([what]))
        visit.page.add_init_script(LISTENS)
        visit.page.on("framenavigated", lambda frame: counts.update(["pages"]))
        visit.sign_in()
        tasks: dict[str, Callable[[], object]] = {
            "open a case, asked page by page": partial(_open, visit, visit.open_a_case),
            "send it to another society": partial(test_transfer.send, visit),
            "write down that somebody was found": partial(_find, visit),
            "open a case, typed in from paper": partial(_open, visit, visit.type_in_a_case),
        }
        costs = {name: _counted(task, counts) for name, task in tasks.items()}
        visit.end()
    return costs


def _open(visit: AtTheDesk, way: Callable[[dict[str, str]], None]) -> None:
    way(SELAM)
    if not re.search(r"/desk/cases/[0-9a-f-]{36}/$", visit.case):
        raise RuntimeError("no case was opened")


def _find(visit: AtTheDesk) -> None:
    """Met, informed, asked about safety, and how they are reached."""
    from tests.journeys.test_three_sought import write_down  # noqa: PLC0415

    visit.page.goto(visit.case)
    visit.press("main a[href*='/found/']")
    write_down(visit)


def _counted(task: Callable[[], object], counts: Counter[str]) -> Cost:
    counts.clear()
    begun = time.monotonic()
    task()
    return Counter(counts), time.monotonic() - begun


def section(costs: dict[str, Cost]) -> str:
    return "\n".join(
        [
            HEADING,
            "",
            f"{datetime.now(UTC):%d %B %Y}. One person sought, each page answered shortly, counted "
            "in a browser. A case from “New request” until it is open; the others from the page of "
            "the case. Repeat: `make bench-tasks`.",
            "",
            "| task | pages | clicks | fields typed or chosen | seconds without typing |",
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
        held["scene"], _there = build_scene("NM"), build_scene("BG")

    with filled(fill):
        from pytest_django.live_server_helper import LiveServer  # noqa: PLC0415

        server = LiveServer("localhost")
        try:
            said = section(done(held["scene"].alma, server.url))
        finally:
            server.stop()
    print(said)
    before = RESULTS.read_text() if RESULTS.exists() else ""
    RESULTS.write_text(f"{before.split(HEADING)[0].rstrip()}\n\n{said}")


if __name__ == "__main__":
    main()
