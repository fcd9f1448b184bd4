"""The style sheets and templates keep their promises: small, mirrored, nothing inline."""

import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

HOUSE = Path(__file__).parents[2]
SHEETS = sorted(HOUSE.glob("*/static/**/*.css"))
# A letter is no page: mail programs know no style sheet.
TEMPLATES = [
    page for page in sorted(HOUSE.glob("*/templates/**/*.html")) if "letters" not in page.parts
]
PUBLIC = HOUSE / "ui" / "static" / "ui" / "public.css"

ONE_SIDED = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)"
    r"(?:-\w+)*|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom|width|height"
    r"|(?:min|max)-(?:width|height))\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right)"
)
FOUR_SIDES = re.compile(r"(?<![\w-])(?:margin|padding|inset)\s*:\s*([^;}!]+)")


def rules(sheet: Path) -> str:
    """The sheet without comments and without the conditions of @media, where width is the word."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"@media[^{]*", "@media", text)


def sides(value: str) -> list[str]:
    """The parts of a shorthand; what stands in brackets is one part."""
    while "(" in value:
        value = re.sub(r"\w*\([^()]*\)", "x", value)
    return value.split()


def test_a_public_page_loads_at_most_five_kilobytes_of_style() -> None:
    assert len(brotli.compress(PUBLIC.read_bytes())) <= 5 * 1024


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_rule_names_a_side_that_would_not_turn_round(sheet: Path) -> None:
    text = rules(sheet)
    assert ONE_SIDED.findall(text) == []
    for shorthand in FOUR_SIDES.findall(text):
        parts = sides(shorthand)
        assert len(parts) < 4 or parts[1] == parts[3], shorthand


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_asks_nothing_of_any_other_host(sheet: Path) -> None:
    assert "@import" not in rules(sheet)
    assert "url(" not in rules(sheet)


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_no_template_needs_inline_style_or_script(page: Path) -> None:
    text = page.read_text("utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_link_out_of_the_house_tells_nobody_where_it_came_from(page: Path) -> None:
    for link in re.findall(r'<a [^>]*href="https?://[^>]*>', page.read_text("utf-8")):
        assert "noreferrer" in link
