"""The fold with the finer choices, on the smallest screen, in both directions of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.measured import NARROW, faults

if TYPE_CHECKING:
    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser

DIRECTION = {"en": "ltr", "ar": "rtl"}


@pytest.mark.parametrize("language", DIRECTION)
@pytest.mark.parametrize("query", ["", "&me=woman", "&me=man&sex=woman&age=65"])
def test_the_open_fold_is_whole_at_320_pixels(query: str, language: str, windows: Windows) -> None:
    window = windows.of(None, language)
    assert window.go(f"/{language}/?o=3{query}") == 200
    window.press("summary")
    assert faults(window, direction=DIRECTION[language]) == []
    assert window.page.locator("details .who a").count() >= 18


@pytest.mark.parametrize("language", DIRECTION)
def test_a_choice_in_the_fold_is_made_and_taken_back_with_the_thumb(
    language: str, windows: Windows
) -> None:
    window = windows.of(None, language)
    window.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    window.go(f"/{language}/?o=3")
    everyone = window.page.locator(".faces li").count()
    window.press("summary")
    window.press("details a[href$='sex=woman']")
    assert "sex=woman" in window.page.url
    # The faces come first again; what was chosen stands above them.
    assert window.page.locator("details[open]").count() == 0
    window.press(".ask > .row a")
    assert window.page.url.endswith("?o=3")
    assert window.page.locator(".faces li").count() == everyone
