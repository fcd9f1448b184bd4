"""What people are told before they look or write: one thought at a time, a picture beside it."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kintrace.network.models import Society
from kintrace.ui.symbols import every_symbol, symbol
from kintrace.wall.advice import DATA, PICTURES, Topic
from kintrace.wall.advice_on_the_way import RISKS, TOGETHER, TOPICS

every_topic = pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
LONGEST = 75  # signs of a sentence that stands on a sheet or a screen
MOST_WORDS = 16  # of a sentence that a child of ten is to read


def sentences(topic: Topic) -> list[str]:
    with override("en"):
        told = [f"{thought.says} {thought.more}" for thought in topic.thoughts]
    return [one for text in told for one in re.split(r"(?<=[.?!”])\s+", text) if one]


@every_topic
def test_a_topic_fills_one_sheet_and_each_thought_has_a_drawing_of_its_own(topic: Topic) -> None:
    assert len(topic.thoughts) == PICTURES
    drawn = [symbol(f"p-{thought.picture}") for thought in topic.thoughts]
    assert len(set(drawn)) == PICTURES


@every_topic
def test_the_sentence_of_a_picture_is_short_and_whole(topic: Topic) -> None:
    with override("en"):
        said = [str(thought.says) for thought in topic.thoughts]
    assert [one for one in said if len(one) > LONGEST or not one.endswith((".", "!"))] == []


def test_what_happens_with_data_is_said_in_sentences_for_a_child() -> None:
    assert [one for one in sentences(DATA) if len(one.split()) > MOST_WORDS] == []
    words = [word.strip(".,“”") for one in sentences(DATA) for word in one.split()]
    assert sum(map(len, words)) / len(words) < 4.2
    assert {word for word in words if len(word) > 10} <= {"immigration"}


def test_what_prevents_separation_is_all_there() -> None:
    told = {thought.picture for topic in (RISKS, TOGETHER) for thought in topic.thoughts}
    assert told >= {"byheart", "meeting", "copy", "nowhere", "hands", "eyes", "stranger"}


@pytest.mark.parametrize("language", dict(settings.LANGUAGES))
@every_topic
def test_a_page_has_a_picture_beside_each_thought_in_every_language(
    topic: Topic, language: str, society: Society, visitor: Client
) -> None:
    with override(language):
        page = visitor.get(reverse(topic.route)).content.decode()
        for thought in topic.thoughts:
            said = f'href="#p-{thought.picture}"/></svg><div><p class="says">{thought.says}</p>'
            assert said in page


@every_topic
def test_each_page_leads_to_its_sheet_of_pictures(topic: Topic, society: Society) -> None:
    with override("en"):
        page = Client().get(reverse(topic.route)).content.decode()
        assert f'href="{reverse("wall:pictures")}?topic={topic.name}"' in page


def test_every_page_of_information_is_reached_from_the_first(society: Society) -> None:
    first = Client().get("/en/information/").content.decode()
    led = set(re.findall(r'href="(/en/[^"]*)"', first))
    with override("en"):
        assert {reverse(topic.route) for topic in TOPICS.values()} <= led
    assert {"/en/information/pass-on/", "/en/information/pictures/"} <= led
    assert {"/en/information/screen/", "/en/information/where/"} <= led


def test_the_safe_is_offered_where_numbers_are_spoken_of(society: Society) -> None:
    for page in ("information/", "information/stay-in-touch/"):
        main, _foot, _rest = Client().get(f"/en/{page}").content.decode().partition("<footer")
        assert 'href="/en/contact-safe/"' in main
        assert "contact-safe" not in Client().get(f"/en/kiosk/wall/{page}").content.decode()


def test_a_touch_screen_offers_no_file_and_no_other_screen(society: Society) -> None:
    for page in ("information/", "information/where/", "information/along-the-way/"):
        content = Client().get(f"/en/kiosk/wall/{page}").content.decode()
        assert not re.search(r'href="[^"]*(?:keep|screen|welcome)/"', content)
    for gone in ("welcome/", "information/where/keep/", "information/screen/"):
        assert Client().get(f"/en/kiosk/wall/{gone}").status_code == 404


def test_no_drawing_of_a_thought_lies_unused() -> None:
    used = {f"p-{one.picture}" for topic in TOPICS.values() for one in topic.thoughts}
    people = re.compile(r"p-(all|me-|seeks-|man|woman|child|kin|.*(?:er|fe|and)$)")
    assert {name for name in every_symbol() if name.startswith("p-")} - used <= {
        name for name in every_symbol() if people.match(name)
    }
