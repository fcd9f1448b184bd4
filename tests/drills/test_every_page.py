"""Every public page in every language and every staff page in Arabic, at each width, by axe."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests import environment
from tests.access.matrix import address
from tests.languages import LOCALES
from tests.pages import test_public_pages as public
from tests.pages import test_staff_pages as staff
from tests.pages.conftest import (  # noqa: F401 the network and its browser
    full_town,
    home,
    transactional_db,
    windows,
)
from tests.pages.measured import faults, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser import Visit
    from tests.pages.conftest import Windows

    Report = Callable[[str, str, str], None]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(environment.on_postgres(), reason="no page is drawn by the database"),
]

WIDTHS = (320, 360, 1280)  # pixels
BY_AXE = {320, 1280}  # what differs between 320 and 360 is room alone
HEIGHT = 800


class Look:
    """What was looked at, and what was wrong with it."""

    def __init__(self) -> None:
        self.views = 0
        self.wrong: Counter[str] = Counter()

    def at(self, name: str, visit: Visit) -> None:
        """The page in front of this person at every width, from the widest to the narrowest."""
        for width in sorted(WIDTHS, reverse=True):
            self.views += 1
            visit.page.set_viewport_size({"width": width, "height": HEIGHT})
            if visit.widest() > 0:
                self.wrong[f"{name}: {visit.widest()} pixels beside the window at {width}"] += 1
            for one in violations(visit.page) if width in BY_AXE else ():
                self.wrong[f"{name}: axe {one}"] += 1

    def report(self, what: str, report: Report) -> None:
        sideways = sum("beside the window" in one for one in self.wrong)
        other = len(self.wrong) - sideways
        report(
            f"{what} at {', '.join(map(str, WIDTHS))} pixels",
            f"{self.views} views, {sideways} scroll sideways, {other} found by axe and beside it",
            "0 and 0",
        )
        assert sorted(self.wrong) == []


def test_every_public_page_in_every_language_at_every_width(
    windows: Windows,  # noqa: F811
    report: Report,
) -> None:
    look = Look()
    for language in LOCALES:
        for name, path in public.PAGES.items():
            visit, status = public.opened(windows, language, path)
            assert status == 200
            look.at(f"{name} ({language})", visit)
        for name, path in public.FORMS.items():
            visit, _ = public.opened(windows, language, path)
            visit.page.evaluate("for (const form of document.forms) form.noValidate = true")
            visit.press()
            visit.page.wait_for_selector("[role=alert]")
            look.at(f"{name}, sent back ({language})", visit)
    look.report("public pages in every language", report)


def test_every_staff_page_in_arabic_at_every_width(
    windows: Windows,  # noqa: F811
    report: Report,
) -> None:
    look = Look()
    for name, line in staff.CASES:
        visit = windows.of(staff._who_opens(name, line), "ar")  # noqa: SLF001 the same choice
        assert visit.go(address(name.split()[0], line, windows.town)) == 200
        look.at(name, visit)
        look.wrong.update(f"{name}: {one}" for one in faults(visit, direction="rtl", axe=False))
    look.report("staff pages in Arabic", report)
