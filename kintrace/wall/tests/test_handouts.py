"""Papers to hang up and to hand out: the same for everybody, no name, in any two languages."""

import re
import unicodedata
from io import BytesIO

import pytest
import zxingcpp
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pypdf import PdfReader

from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import let_in
from kintrace.ui.tests.test_paper import fonts_of
from kintrace.wall import handouts
from kintrace.wall.advice import Topic
from kintrace.wall.advice_on_the_way import TOPICS
from kintrace.wall.tests.test_printing import letters, raster, text_of

BASE, NUMBER = "https://family.example.org", "+00 210 555 0100"
BESIDE = {"ar": "ti", "fa": "fr", "ti": "ar", "en": "es", "es": "fa", "fr": "en"}
SIDES = {"a4": [210, 297], "a5": [148, 210]}
FONTS = {"ar": "Arabic", "fa": "Arabic", "ti": "Ethiopic"}


def paper_of(
    *languages: str, topic: Topic = TOPICS["together"], size: str = "a4"
) -> handouts.Sheet:
    return handouts.sheet(topic, languages, size=size, base=BASE, phone=NUMBER)


def sides(made: bytes) -> list[int]:
    [page] = PdfReader(BytesIO(made)).pages
    return [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]]


def unmarked(words: object) -> str:
    """The words without a mark on a letter: a reader of PDFs parts the others there."""
    return " ".join(
        word for word in str(words).split() if not any(map(unicodedata.combining, word))
    )


@pytest.mark.parametrize("language", BESIDE)
@pytest.mark.parametrize("size", SIDES)
def test_a_sheet_is_one_page_in_two_languages_with_its_fonts_in_it(
    size: str, language: str
) -> None:
    topic = TOPICS["together" if size == "a4" else "risks"]
    made = handouts.pdf(paper_of(language, BESIDE[language], topic=topic, size=size))
    assert sides(made) == SIDES[size]
    fonts = fonts_of(PdfReader(BytesIO(made)))
    assert all(fonts.values())
    assert all(
        any(FONTS[one] in font for font in fonts)
        for one in (language, BESIDE[language])
        if one in FONTS
    )
    said = letters(text_of(made))
    for one in (language, BESIDE[language]):
        with override(one):
            for thought in topic.thoughts:
                assert letters(unmarked(thought.says)) <= said
    assert NUMBER in text_of(made)


@pytest.mark.parametrize("language", BESIDE)
def test_a_sheet_of_cards_is_one_page_whose_squares_open_the_welcome(language: str) -> None:
    other = BESIDE[language]
    made = handouts.pdf(handouts.card([language, other], base=BASE, phone=NUMBER))
    assert sides(made) == SIDES["a4"]
    squares = zxingcpp.read_barcodes(raster(made, dots=200))
    addresses = sorted(square.text for square in squares)
    there = [f"{BASE}/{one}/welcome/" for one in (language, other)]
    assert addresses == sorted(there * handouts.CARDS)


def test_a_sheet_has_a_square_that_opens_the_welcome() -> None:
    [square] = zxingcpp.read_barcodes(raster(handouts.pdf(paper_of("ti", size="a5"))))
    assert square.text == f"{BASE}/ti/welcome/"


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_paper_leads_to_a_page_that_is_there(language: str, society: Society) -> None:
    with override(language):
        assert handouts.welcome(BASE, language) == BASE + reverse("wall:welcome")
    assert Client().get(handouts.welcome("", language)).status_code == 200


def test_a_card_in_one_language_has_on_its_back_what_keeps_a_family_together() -> None:
    [one] = [handouts.card(["fr"], base=BASE)]
    assert [len(one.faces), len(one.back)] == [1, handouts.ON_A_CARD]
    two = handouts.card(["fr", "ti"], base=BASE)
    assert [len(two.faces), len(two.back)] == [2, 0]


def test_a_paper_says_the_same_whoever_asks_and_names_nobody(society: Society) -> None:
    pages = [
        Client(headers={"accept-language": said, "user-agent": said}).get(
            "/en/information/pass-on/?beside=ar&name=Selam"
        )
        for said in ("ti", "fr")
    ]
    papers = [
        re.findall(r"<article.*</article>", page.content.decode(), re.DOTALL) for page in pages
    ]
    assert papers[0] == papers[1]
    assert "Selam" not in str(papers)


@pytest.mark.parametrize(
    "query", ["beside=xx", "beside=en", "topic=nothing", "size=a0", "beside=%00&topic=<b>&size="]
)
def test_what_is_no_choice_of_ours_gives_a_whole_sheet(query: str, society: Society) -> None:
    answer = Client().get(f"/en/information/pictures/?{query}")
    content = answer.content.decode()
    assert answer.status_code == 200
    assert content.count('<li><svg class="drawn"') == 8
    assert "<b>" not in content


def test_two_languages_stand_in_the_order_they_were_chosen_in_each_its_own_way() -> None:
    sheet = paper_of("ar", "en")
    assert [(one.code, one.direction) for one in sheet.tongues] == [("ar", "rtl"), ("en", "ltr")]
    assert [line.tongue.code for line in sheet.pictures[0].lines] == ["ar", "en"]
    assert [one.code for one in paper_of("en", "en", "xx", "ti", "fr").tongues] == ["en", "ti"]


@pytest.fixture
def desk(with_boxes: tuple[Society, Member, Member]) -> Client:
    society, alma, _boris = with_boxes
    society.phone = NUMBER
    society.save()
    return let_in(Client(), alma)


@pytest.mark.parametrize("topic", [*TOPICS, "card"])
def test_the_desk_opens_every_paper_with_the_phone_of_its_society(topic: str, desk: Client) -> None:
    query = {"topic": topic, "first": "ti", "beside": "ar", "size": "a5"}
    answer = desk.get(reverse("posters:paper"), query)
    assert answer["Content-Type"] == "application/pdf"
    assert sides(answer.content) == SIDES["a4" if topic == "card" else "a5"]
    assert NUMBER in text_of(answer.content)
    assert "localhost:8000/ti/welcome/" in text_of(answer.content)


def test_the_desk_is_told_what_is_missing(desk: Client) -> None:
    answer = desk.get(reverse("posters:paper"), {"topic": "risks", "first": "xx"})
    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("text/html")
    assert desk.get(reverse("posters:paper")).status_code == 200


def test_the_desk_reads_what_its_router_and_its_screen_are_to_open(desk: Client) -> None:
    page = desk.get(reverse("posters:papers")).content.decode()
    for there in ("/en/welcome/", "/en/information/screen/"):
        assert f">http://localhost:8000{there}</bdi>" in page
        assert Client().get(there).status_code == 200
