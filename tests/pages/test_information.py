"""Information in a real browser: read aloud, printed, on a screen that goes on, small and large."""

from __future__ import annotations

from io import BytesIO
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from kintrace.ui.symbols import symbol
from kintrace.wall.advice_on_the_way import TOPICS
from tests.browser import Visit
from tests.languages import LOCALES, each_language

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.pages.conftest import Windows

pytestmark = pytest.mark.browser

# A device with these voices, which says at once what it is told, or (slowly) waits in between.
DEVICE = """
  window.heard = []; window.silenced = 0;
  const voices = %s, slowly = %s;
  window.SpeechSynthesisUtterance = function (words) { this.text = words };
  Object.defineProperty(window, 'speechSynthesis', {value: {
    getVoices: () => voices, cancel: () => { window.silenced += 1 },
    speak: (one) => { window.heard.push(one.text); if (!slowly) setTimeout(() => one.onend(), 0) },
  }});
"""
OWN = "[{lang: 'ar-EG', localService: true}, {lang: 'en_GB', localService: true}]"
FAR_AWAY = "[{lang: 'en-US', localService: false}]"
RISKS = "/en/information/risks/"
SHOW = "/en/information/screen/show/?topic=together&language=en&language=ar"
A_SLIDE = 12_000  # milliseconds
SIDES = {"a4": (595, 842), "a5": (420, 595)}
# What is cut off where a sheet of paper has too little room.
CUT = """() => [...document.querySelectorAll('.paper, .heads, .pictures, .pictures > li, .ends, .tail, .card-side, .tips > li')]
  .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map((one) => `${one.className || one.tagName}: ${one.textContent.trim().slice(0, 60)}`)"""  # noqa: E501 one line each


def on_a_device(browser: Browser, home: str, voices: str, *, slowly: bool = False) -> Visit:
    visit = Visit(browser, home, "en")
    visit.page.add_init_script(DEVICE % (voices, str(slowly).lower()))
    return visit


def test_a_page_is_read_from_its_heading_to_its_end_and_each_line_once(
    browser: Browser, home: str
) -> None:
    visit = on_a_device(browser, home, OWN)
    visit.go(RISKS)
    visit.page.locator("#aloud").click()
    visit.page.wait_for_timeout(500)
    heard = visit.page.evaluate("heard")
    assert heard[0] == "When families lose each other"
    said = [str(text) for one in TOPICS["risks"].thoughts for text in (one.says, one.more)]
    assert [line for line in heard if line in said] == said
    assert len(heard) == len(set(heard))
    assert visit.page.locator(".spoken").count() == 0
    assert visit.page.locator("#aloud").inner_text().strip() == "Read this page to me"
    assert visit.complaints == []
    visit.end()


def test_a_touch_screen_that_reads_is_not_taken_for_one_left_alone(
    browser: Browser, home: str
) -> None:
    """Its clock starts anew with each line, as it does with a touch (ui/kiosk.js)."""
    visit = on_a_device(browser, home, OWN)
    visit.page.add_init_script(
        "window.touched = 0; addEventListener('input', () => { window.touched += 1 }, true)"
    )
    visit.go("/en/kiosk/wall/information/risks/")
    visit.page.locator("#aloud").click()
    visit.page.wait_for_timeout(500)
    heard, touched = visit.page.evaluate("[heard.length, touched]")
    assert heard == touched > 8
    visit.end()


def test_reading_stops_when_it_is_pressed_again_and_when_one_leaves(
    browser: Browser, home: str
) -> None:
    visit = on_a_device(browser, home, OWN, slowly=True)
    visit.go(RISKS)
    button = visit.page.locator("#aloud")
    button.click()
    assert visit.page.locator(".spoken").count() == 1
    assert button.inner_text().strip() == "Stop reading"
    button.click()
    assert visit.page.evaluate("[heard.length, silenced]") == [1, 1]
    assert visit.page.locator(".spoken").count() == 0
    button.click()
    visit.page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert visit.page.evaluate("[heard.length, silenced]") == [2, 2]
    visit.end()


@pytest.mark.parametrize(
    ("voices", "path"), [("[]", RISKS), (FAR_AWAY, RISKS), (OWN, "/ti/about/")]
)
def test_no_reading_is_offered_without_a_voice_of_the_device_for_the_language(
    voices: str, path: str, browser: Browser, home: str
) -> None:
    visit = on_a_device(browser, home, voices)
    visit.go(path)
    assert visit.page.locator("#aloud").count() == 1
    assert not visit.page.locator("#aloud").is_visible()
    visit.end()


def seen(page: Page) -> str:
    """The language of the slide in the middle of the window, and its number."""
    return str(
        page.evaluate(
            "(() => { const one = document.elementFromPoint(innerWidth / 2, innerHeight / 2)"
            ".closest('li'); return one.lang + one.id })()"
        )
    )


def test_a_screen_goes_on_by_itself_without_a_script(windows: Windows) -> None:
    page = windows.of(None, "en").page
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(SHOW)
    [lasts] = page.evaluate(
        "document.getAnimations().map((one) => one.effect.getTiming().duration)"
    )
    assert lasts == 16 * A_SLIDE
    shown = []
    for slide in range(17):
        now = slide * A_SLIDE + A_SLIDE / 2
        page.evaluate(f"document.getAnimations()[0].currentTime = {now}")
        shown.append(seen(page))
    assert shown[:3] == ["ens1", "ars2", "ens3"]
    assert len(set(shown[:16])) == 16
    assert shown[16] == shown[0]


@pytest.mark.parametrize(
    ("wish", "address"), [("reduce", SHOW), ("no-preference", SHOW + "&by=hand")]
)
def test_who_wants_no_movement_goes_on_by_hand(
    wish: str, address: str, browser: Browser, home: str
) -> None:
    visit = Visit(browser, home, "en", reduced_motion=wish, viewport={"width": 320, "height": 640})
    page = visit.page
    page.goto(address)
    assert page.evaluate("document.getAnimations().length") == 0
    for number in ("s1", "s2", "s3"):
        assert seen(page).endswith(number)
        page.locator(f"#{number} .next").click()
    assert visit.widest() <= 0
    visit.end()


@each_language
@pytest.mark.parametrize("size", SIDES)
def test_a_sheet_comes_out_of_the_printer_as_one_page_of_its_size(
    size: str, language: str, windows: Windows
) -> None:
    page = windows.of(None, language).page
    page.goto(f"/{language}/information/pictures/?size={size}&topic=risks&beside=ar")
    [sheet] = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert tuple(round(float(side)) for side in sheet.mediabox[2:]) == SIDES[size]
    printed = sheet.extract_text()
    assert page.locator("h1").first.inner_text() not in printed


@each_language
def test_cards_come_out_of_the_printer_as_one_page(language: str, windows: Windows) -> None:
    page = windows.of(None, language).page
    page.goto(f"/{language}/information/pass-on/")
    [sheet] = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert sheet.extract_text().count("/welcome/") == 5


def papers(language: str) -> list[str]:
    """Every sheet and the cards, alone and beside each other language, on both papers."""
    others = ["", *(code for code in LOCALES if code != language)]
    sheets = [f"pictures/?topic={topic}&size=a4" for topic in TOPICS]
    return [
        f"{one}{'&' if '=' in one else '?'}beside={other}"
        for one in [*sheets, "pass-on/"]
        for other in others
    ]


@each_language
def test_nothing_on_a_paper_is_cut_off_beside_any_other_language(
    language: str, windows: Windows
) -> None:
    window = windows.of(None, language)
    window.page.set_viewport_size({"width": 1280, "height": 900})
    wrong = {}
    for path in papers(language):
        window.go(f"/{language}/information/{path}")
        if cut := window.page.evaluate(CUT):
            wrong[path] = cut
    assert wrong == {}


@each_language
def test_a_topic_prints_on_one_page_of_a4(language: str, windows: Windows) -> None:
    page = windows.of(None, language).page
    for topic in ("data", "risks", "stay-in-touch"):
        page.goto(f"/{language}/information/{topic}/")
        paper = PdfReader(BytesIO(page.pdf(format="A4")))
        assert len(paper.pages) == 1, topic


def drawn(page: Page, name: str, height: int) -> Image.Image:
    """A drawing as a page shows it, so many pixels high."""
    width = round(height * 1.2)
    inside = symbol(name).replace("<symbol ", f'<svg width="{width}" height="{height}" ', 1)
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(
        "<style>body { margin: 0 } svg { display: block; fill: none; stroke: #000;"
        " stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round }</style>"
        + inside.replace("</symbol>", "</svg>")
    )
    return Image.open(BytesIO(page.screenshot())).convert("L")


def _edges(width: int, height: int) -> list[tuple[int, int, int, int]]:
    """The outermost pixels of each side as boxes."""
    return [
        (0, 0, width, 1),
        (0, 0, 1, height),
        (width - 1, 0, width, height),
        (0, height - 1, width, height),
    ]


@pytest.mark.parametrize("height", [24, 96])
def test_every_drawing_of_a_thought_is_whole_and_like_no_other(
    height: int, browser: Browser
) -> None:
    page = browser.new_page()
    names = {f"p-{one.picture}" for topic in TOPICS.values() for one in topic.thoughts}
    shown = {name: drawn(page, name, height) for name in sorted(names)}
    page.close()
    for name, picture in shown.items():
        ink = sum(255 - grey for grey in picture.tobytes()) / (255 * len(picture.tobytes()))
        assert 0.05 < ink < 0.5, name
        width, tall = picture.size
        edges = [picture.crop(box) for box in _edges(width, tall)]
        assert all(min(side.tobytes()) > 128 for side in edges), f"{name} is cut off"
    for one, other in permutations(shown, 2):
        apart = ImageChops.difference(shown[one], shown[other]).tobytes()
        assert sum(apart) / (255 * len(apart)) > 0.03, (one, other)
