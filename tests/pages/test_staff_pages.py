"""Every page a member may open, as the first role that may open it sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.steps import STEPS
from kintrace.network.access import RIGHTS, Role, Who
from tests.access.expected import TABLE
from tests.access.lines import OF_VISITORS
from tests.access.matrix import TEAM, address
from tests.pages.measured import faults
from tests.turns import waits

if TYPE_CHECKING:
    from tests.access.lines import Line
    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser

# Pictures, and pages that lead on: there is nothing to look at.
NO_PAGE = {"network:factor_picture", "cases:preview", "cases:picture", "mfa_authenticate"}
NO_PAGE |= {"cases:review_picture", "cases:figures", "cases:report_paper"}
NO_PAGE |= {"posters:picture", "posters:printed"}
NO_PAGE |= {"cases:red_cross_picture", "cases:red_cross_paper", "cases:child_picture"}
NO_PAGE |= {"cases:found_photo", "listings:data"}
NO_PAGE |= {"cases:found_photo", "servicepoints:reports_table"}
NO_PAGE |= {"cases:tracing_form", "cases:tracing_form_person", "cases:file_bytes"}
NO_PAGE |= {"servicepoints:offline_worker", "servicepoints:offline_points"}
BEFORE_SIGNING_IN = {"account_login", "network:by_passkey"}
BEFORE_SIGNING_IN |= {"network:forgotten", "network:letter"}
PAGES = {
    name: line
    for name, line in TABLE.items()
    if not name.startswith(OF_VISITORS)
    and "GET" in line.methods
    and 200 in line.gives
    and name not in NO_PAGE
}
CASES = [(name, line) for name, line in PAGES.items() if name != "cases:step"]
CASES += [(f"cases:step {step.key}", PAGES["cases:step"].with_(key=step.key)) for step in STEPS]


TURNS = 4  # days in which every page is looked at
TODAY = [pytest.param(*case, id=case[0]) for case in CASES if not waits(case[0], turns=TURNS)]


@pytest.mark.parametrize(("name", "line"), TODAY)
def test_a_page_is_whole_for_every_member(name: str, line: Line, windows: Windows) -> None:
    """In English; in Arabic all of them at once, in tests/drills/test_every_page.py."""
    window = windows.of(_who_opens(name, line), "en")
    route = name.partition(" ")[0]
    assert window.go(address(route, line, windows.town)) == 200
    found = faults(window, direction="ltr")
    assert found == [], "\n".join(found)


def _who_opens(name: str, line: Line) -> Role | None:
    if name in BEFORE_SIGNING_IN:
        return None
    if line.access.who is not Who.STAFF or line.access.right is None:
        return Role.CASEWORKER
    held = [role for role in Role if line.access.right in RIGHTS[role]]
    if line.of_a_team:  # the officer is not in the team of the town's child
        held = [role for role in held if role in TEAM]
    return Role.OFFICER if Role.OFFICER in held else held[0]
