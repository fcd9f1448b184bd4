"""Every page a visitor may see, in every language, on a small and a large screen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.languages import direction, each_language
from tests.pages.measured import faults
from tests.turns import in_turns

if TYPE_CHECKING:
    from tests.browser import Visit
    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser

PAGES = {
    "gallery": "",
    "gallery, chosen": "?sex=woman",
    "gallery, wide": "?wide=1&me=woman",
    "face": "face/{face}/",
    "sheet": "face/{face}/sheet/",
    "write": "face/{face}/write/",
    "sent": "sent/",
    "answer": "answer/",
    "take down": "take-down/?face={face}",
    "money": "money/?face={face}",
    "who I am": "who-i-am/",
    "certificate": "certificate/",
    "feedback": "feedback/",
    "about": "about/",
    "information": "information/",
    "the service": "information/service/",
    "tracing": "information/tracing/",
    "in touch": "information/stay-in-touch/",
    "where": "information/where/",
    "along the way": "information/along-the-way/",
}
FORMS = {
    "write": "face/{face}/write/",
    "answer": "answer/",
    "take down": "take-down/",
    "certificate": "certificate/",
    "along the way": PAGES["along the way"],
    "money": "money/",
    "feedback": "feedback/",
    "who I am": "who-i-am/",
}


def opened(windows: Windows, language: str, path: str) -> tuple[Visit, int]:
    window = windows.of(None, language)
    return window, window.go(f"/{language}/{path.format(**windows.town.things)}")


@each_language
@pytest.mark.parametrize("name", in_turns(PAGES, turns=2))
def test_a_page_is_whole_for_everybody(name: str, language: str, windows: Windows) -> None:
    window, status = opened(windows, language, PAGES[name])
    assert status == 200
    assert faults(window, direction=direction(language)) == []


@each_language
@pytest.mark.parametrize("name", in_turns(FORMS, turns=2))
def test_a_form_sent_back_is_whole_and_says_so_in_its_title(
    name: str, language: str, windows: Windows
) -> None:
    window, _ = opened(windows, language, FORMS[name])
    window.page.evaluate("for (const form of document.forms) form.noValidate = true")
    with window.page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        window.press()
    assert sent.value.status == 422
    window.page.wait_for_load_state()
    assert faults(window, direction=direction(language)) == []
    assert window.page.locator("[role=alert]").count() > 0


@each_language
def test_a_page_that_is_not_there_is_whole(language: str, windows: Windows) -> None:
    window, status = opened(windows, language, "nothing/here/")
    assert status == 404
    assert faults(window, direction=direction(language)) == []


@each_language
def test_a_chosen_way_is_whole_and_its_paper_holds_the_places_alone(
    language: str, windows: Windows
) -> None:
    window, _ = opened(windows, language, PAGES["along the way"])
    window.page.check("main [name=country]")
    window.press()
    window.page.wait_for_load_state()
    assert faults(window, direction=direction(language)) == []
    assert window.page.url.endswith("/along-the-way/")  # what was chosen stands in no address
    sheets = PdfReader(BytesIO(window.page.pdf(format="A4")))
    paper = "".join(sheet.extract_text() for sheet in sheets.pages)
    assert len(sheets.pages) == 1
    assert "Main desk" in paper
    assert window.page.locator("main form button").first.inner_text().strip() not in paper
