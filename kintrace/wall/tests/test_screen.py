"""The screen in a hall: each thought in every chosen language, by itself or by hand."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from kintrace.network.models import Society
from kintrace.wall import screen
from kintrace.wall.advice import PICTURES
from kintrace.wall.advice_on_the_way import TOPICS

SHOW = "/en/information/screen/show/"
STYLE = Path(screen.__file__).parent / "static" / "wall" / "screen.css"


def test_a_thought_is_shown_in_every_language_before_the_next_one_comes() -> None:
    shown = screen.slides([TOPICS["together"], TOPICS["data"]], ["en", "ar", "ti"])
    assert len(shown) == 2 * PICTURES * 3
    assert [slide.tongue.code for slide in shown[:6]] == ["en", "ar", "ti"] * 2
    assert len({slide.picture for slide in shown[:3]}) == 1
    assert len({slide.says for slide in shown}) == len(shown)
    assert [slide.tongue.direction for slide in shown[:3]] == ["ltr", "rtl", "ltr"]


def test_the_style_sheet_knows_how_long_each_choice_lasts() -> None:
    known = {int(number) for number in re.findall(r"\.n(\d+) \{ --n: \1 \}", STYLE.read_text())}
    topics, languages = range(1, len(TOPICS) + 1), range(1, len(settings.LANGUAGES) + 1)
    assert known == {PICTURES * some * more for some in topics for more in languages}


def test_it_stands_whole_on_one_page_without_a_script(society: Society, visitor: Client) -> None:
    answer = visitor.get(SHOW, {"topic": ["risks", "data"], "language": ["ti", "en"]})
    content = answer.content.decode()
    assert content.count('<p class="says">') == 2 * PICTURES * 2
    assert 'class="screen n32 moves"' in content
    assert "<script" not in content
    assert not answer.cookies
    assert 'lang="ti" dir="ltr"' in content


def test_it_is_stopped_and_let_go_on_by_a_link(society: Society, visitor: Client) -> None:
    asked = "topic=risks&language=ar"
    moving = visitor.get(f"{SHOW}?{asked}").content.decode()
    assert f'href="?{asked}&by=hand"'.replace("&", "&amp;") in moving
    stopped = visitor.get(f"{SHOW}?{asked}&by=hand").content.decode()
    assert 'class="screen n8"' in stopped
    assert f'href="?{asked}"'.replace("&", "&amp;") in stopped
    ways = re.findall(r'class="button next" href="#s(\d+)"', stopped)
    assert ways == [*map(str, range(2, PICTURES + 1)), "1"]


@pytest.mark.parametrize("query", ["topic=risks", "language=en", "topic=x&language=en"])
def test_who_chose_too_little_is_asked_again(query: str, society: Society, visitor: Client) -> None:
    answer = visitor.get(f"{SHOW}?{query}")
    assert answer.status_code == 422
    assert "Please correct:" in answer.content.decode()
