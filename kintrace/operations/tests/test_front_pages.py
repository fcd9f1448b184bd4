"""What the web server in front shows by itself: in every language, whole, and without a program."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from django.core.management import call_command
from django.utils.translation import gettext, override

from kintrace.operations import front

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

SAYS = {"away": "This does not work just now", "large": "This is too large to be sent"}


def test_each_page_says_it_in_every_language_of_visitors(
    settings: Settings, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path
    said = StringIO()
    call_command("front_pages", stdout=said)
    assert said.getvalue().split() == [str(tmp_path / "front" / f"{name}.html") for name in SAYS]
    for name, english in SAYS.items():
        page = (tmp_path / "front" / f"{name}.html").read_text("utf-8")
        words = []
        for language, _called in settings.LANGUAGES:
            with override(language):
                words.append(gettext(english))
            assert f'<section lang="{language}"' in page
        assert len(set(words)) == len(words)
        assert all(f"<h2>{one}</h2>" in page for one in words)


def test_a_page_asks_for_nothing_but_the_style_sheet(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    for file in front.lay():
        page = file.read_text("utf-8")
        assert "<script" not in page
        assert page.count("href=") == page.count('rel="stylesheet"')
