"""Every page a member may open, as the first role that may open it sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.steps import STEPS
from kintrace.network.access import RIGHTS, Role, Who
from tests.access.expected import TABLE
from tests.access.matrix import TEAM, address
from tests.pages.measured import faults
from tests.turns import waits

if TYPE_CHECKING:
    from tests.access.lines import Line
    from tests.browser import Visit
    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser

DIRECTION = {"en": "ltr", "ar": "rtl"}
# Pictures, and pages that lead on: there is nothing to look at.
NO_PAGE = {"network:factor_picture", "cases:preview", "cases:picture", "mfa_authenticate"}
NO_PAGE |= {"cases:review_picture", "cases:figures", "cases:report_paper"}
NO_PAGE |= {"posters:picture", "posters:printed"}
NO_PAGE |= {"cases:red_cross_picture", "cases:red_cross_paper", "cases:child_picture"}
NO_PAGE |= {"cases:tracing_form", "cases:tracing_form_person", "cases:file_bytes"}
BEFORE_SIGNING_IN = {"account_login", "network:by_passkey"}
BEFORE_SIGNING_IN |= {"network:forgotten", "network:letter"}
PAGES = {
    name: line
    for name, line in TABLE.items()
    if not name.startswith(("wall:", "kiosk:", "plain:"))
    and "GET" in line.methods
    and 200 in line.gives
    and name not in NO_PAGE
}
CASES = [(name, line) for name, line in PAGES.items() if name != "cases:step"]
CASES += [(f"cases:step {step.key}", PAGES["cases:step"].with_(key=step.key)) for step in STEPS]


LATER = [pytest.mark.slow]
TURNS = 4  # days in which every page is looked at; `make test-slow` looks at all others at once


every_page = pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param(
            name, line, marks=[pytest.mark.slow] if waits(name, turns=TURNS) else [], id=name
        )
        for name, line in CASES
    ],
)


@pytest.mark.parametrize("language", ["en", pytest.param("ar", marks=pytest.mark.slow)])
@every_page
def test_a_page_is_whole_for_every_member(
    name: str, line: Line, language: str, windows: Windows
) -> None:
    window = _opened(name, line, language, windows)
    found = faults(window, direction=DIRECTION[language])
    assert found == [], "\n".join(found)


def _opened(name: str, line: Line, language: str, windows: Windows) -> Visit:
    window = windows.of(_who_opens(name, line), language)
    route = name.partition(" ")[0]
    assert window.go(address(route, line, windows.town)) == 200
    return window


def _who_opens(name: str, line: Line) -> Role | None:
    if name in BEFORE_SIGNING_IN:
        return None
    if line.access.who is not Who.STAFF or line.access.right is None:
        return Role.CASEWORKER
    held = [role for role in Role if line.access.right in RIGHTS[role]]
    if line.of_a_team:  # the officer is not in the team of the town's child
        held = [role for role in held if role in TEAM]
    return Role.OFFICER if Role.OFFICER in held else held[0]
