import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.backends.django import DjangoTemplates

from kintrace.ui.symbols import NoSuchSymbol, every_symbol, symbol

HOUSE = Path(__file__).parents[2]
TEMPLATES = sorted(HOUSE.glob("*/templates/**/*.html"))


def drawn(source: str) -> str:
    engine = engines["django"]
    assert isinstance(engine, DjangoTemplates)
    return engine.from_string(source).render({})


def test_every_drawing_named_in_a_template_exists() -> None:
    named = {
        f"{kind[0]}-{name}"
        for page in TEMPLATES
        for kind, name in re.findall(r'{% (icon|picto) "([a-z]+)" %}', page.read_text("utf-8"))
    }
    named |= {
        f"i-{name}"
        for page in TEMPLATES
        for name in re.findall(r'{%[^%]* icon="([a-z]+)"', page.read_text("utf-8"))
    }
    assert named
    assert named <= set(every_symbol())


def test_every_icon_is_drawn_somewhere() -> None:
    sources = [*TEMPLATES, *(path for path in HOUSE.rglob("*.py") if "tests" not in path.parts)]
    quoted = {
        f"i-{name}"
        for source in sources
        for name in re.findall(r"""["']([a-z]+)["']""", source.read_text("utf-8"))
    }
    assert {name for name in every_symbol() if name.startswith("i-")} <= quoted


def test_an_unknown_drawing_is_refused() -> None:
    with pytest.raises(NoSuchSymbol):
        symbol("i-unicorn")
    with pytest.raises(NoSuchSymbol):
        drawn('{% icon "unicorn" %}')


def test_drawings_take_their_colour_from_the_words_around_them() -> None:
    for name, drawing in every_symbol().items():
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing))
        assert colours <= {"currentColor", "none"}, name
        assert "style" not in drawing, name


def test_a_page_carries_only_the_drawings_it_uses_and_each_once() -> None:
    page = drawn('{% icon "exit" %}{% icon "exit" %}{% picto "brother" %}{% sprite %}')
    assert re.findall(r'<symbol id="([^"]+)"', page) == ["i-exit", "p-brother"]


def test_the_sprite_knows_what_included_parts_and_tags_drew() -> None:
    page = drawn(
        '{% include "ui/parts/help.html" only %}'
        '{% note kind="warn" %}{% icon "lock" %}{% endnote %}{% sprite %}'
    )
    assert set(re.findall(r'href="#([^"]+)"', page)) == set(
        re.findall(r'symbol id="([^"]+)"', page)
    )
    assert {"i-shield", "i-lock", "i-alert"} <= set(re.findall(r'symbol id="([^"]+)"', page))


def test_a_page_without_drawings_carries_none() -> None:
    assert drawn("{% sprite %}") == ""


def test_arrows_turn_with_the_line_of_reading() -> None:
    assert 'class="i way"' in drawn('{% icon "arrow" %}')
    assert 'class="i"' in drawn('{% icon "phone" %}')
