"""Numbers are locked in one browser and opened in another, by sixteen words and nothing else."""

from __future__ import annotations

import hashlib
import json
import re
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
import zxingcpp
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from PIL import Image
from pypdf import PdfReader

from kintrace.safe.models import Box
from kintrace.safe.sealed import SIZE, proof_of
from tests.browser import Visit
from tests.languages import each_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME, NUMBER, SENTENCE = (
    "እኖ · أمي · Mother",
    "+00 010 555 0142",
    "At the old bridge, at noon. عند الجسر",
)


@pytest.fixture
def phones(browser: Browser, live_server: LiveServer) -> Iterator[Phones]:
    phones = Phones(browser, live_server.url)
    yield phones
    for one in phones.taken:
        one.end()


class Phones:
    """Each one somebody else's, with nothing on it."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.browser, self.home = browser, home
        self.taken: list[Visit] = []

    def one(self, language: str) -> Visit:
        visit = Visit(self.browser, self.home, language, viewport={"width": 360, "height": 720})
        self.taken.append(visit)
        return visit


def fill(phone: Visit) -> None:
    phone.page.fill("#row-0-0", NAME)
    phone.page.fill("#row-0-1", NUMBER)
    phone.page.fill("#sentence", SENTENCE)


def made(phone: Visit, language: str) -> list[str]:
    """A new safe; its words, as a person writes them down."""
    phone.go(f"/{language}/contact-safe/new/")
    fill(phone)
    phone.page.click("#fill button.main")
    phone.page.wait_for_selector("[data-own-words] li")
    return phone.page.locator("[data-own-words] li").all_inner_texts()


def opens(phone: Visit, language: str, said: str) -> None:
    phone.go(f"/{language}/contact-safe/open/")
    phone.page.fill("[data-typed]", said)
    phone.page.click("#words button.main")


def stands_open(phone: Visit) -> bool:
    phone.page.wait_for_selector("[data-stage=opened]")
    held = [phone.page.input_value(f"#row-0-{side}") for side in (0, 1)]
    return [*held, phone.page.input_value("#sentence")] == [NAME, NUMBER, SENTENCE]


def note(phone: Visit, name: str) -> None:
    phone.page.wait_for_selector(f"[data-note={name}]")


@each_language
def test_what_one_phone_locks_another_opens_by_the_words_alone(
    language: str, phones: Phones
) -> None:
    words = made(phones.one(language), language)
    assert len(words) == 16
    other = phones.one(language)
    opens(other, language, ", ".join(words))
    assert stands_open(other)
    assert other.page.get_attribute("[data-calls] a", "href") == "tel:+000105550142"
    assert [one.complaints for one in phones.taken] == [[], []]


@each_language
def test_every_word_is_understood_as_itself(language: str, phones: Phones) -> None:
    phone = phones.one(language)
    phone.go(f"/{language}/contact-safe/open/")
    understood = phone.page.evaluate(
        """async language => {
          const list = await Kintrace.wordList(language), all = [];
          for (let i = 0; i < 256; i += 16) {
            const said = list.shown.slice(i, i + 16).join(" ");
            all.push(...(await Kintrace.understood(said, [language])).bytes);
          }
          return all;
        }""",
        language,
    )
    assert understood == list(range(256))


def test_words_open_on_a_page_in_another_language(phones: Phones) -> None:
    words = made(phones.one("ti"), "ti")
    other = phones.one("fr")
    opens(other, "fr", " ".join(words))
    assert stands_open(other)


def test_the_server_holds_a_number_what_is_sealed_a_proof_and_a_month_and_nothing_typed(
    phones: Phones,
) -> None:
    phone = phones.one("en")
    requests: list[str] = []
    phone.page.on("request", lambda sent: requests.append(f"{sent.url} {sent.post_data}"))
    words = made(phone, "en")
    [box] = Box.objects.all()
    assert {field.name for field in Box._meta.fields} == {"id", "sealed", "proof", "opened"}
    assert (len(box.sealed), len(box.proof), box.opened.day) == (SIZE, 32, 1)
    went = " ".join(requests)
    assert all(part not in went for part in (NUMBER, "555", "bridge", *words))
    assert phone.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert phone.context.cookies() == []


def test_anybody_with_the_words_and_no_browser_of_ours_can_open_it_too(phones: Phones) -> None:
    """The format is documented by a second program that reads it: this test."""
    words = made(phones.one("en"), "en")
    listed = phones.taken[0].page.evaluate("Kintrace.wordList('en').then(list => list.shown)")
    entropy = bytes(listed.index(word) for word in words)
    secret = hashlib.pbkdf2_hmac("sha256", entropy, b"Kintrace contact safe 1", 600_000)

    def derived(what: str) -> bytes:
        info = f"contact safe {what}".encode()
        return HKDF(SHA256(), 32, salt=None, info=info).derive(secret)

    [box] = Box.objects.all()
    number = derived("number")[:16]
    assert box.pk.bytes == number
    assert bytes(box.proof) == proof_of(derived("token"))
    sealed = bytes(box.sealed)
    plain = AESGCM(derived("key")).decrypt(sealed[:12], sealed[12:], number.hex().encode())
    said = json.loads(plain[2 : 2 + int.from_bytes(plain[:2])])
    assert said == {"who": [[NAME, NUMBER]], "say": SENTENCE}


def test_wrong_words_are_refused_and_what_was_typed_stays(phones: Phones) -> None:
    words = made(phones.one("en"), "en")
    phone = phones.one("en")
    opens(phone, "en", " ".join([*words[1:], words[0]]))
    note(phone, "other-words")
    opens(phone, "en", " ".join(words[:15]))
    note(phone, "how-many")
    opens(phone, "en", " ".join([*words[:15], words[15] + "x"]))
    note(phone, "unknown")
    phone.page.click("[data-unknown] button")
    assert phone.page.input_value("[data-typed]").split() == words
    phone.page.click("#words button.main")
    assert stands_open(phone)


def test_a_safe_is_changed_and_deleted_with_the_same_words(phones: Phones) -> None:
    words = " ".join(made(phones.one("en"), "en"))
    phone = phones.one("en")
    opens(phone, "en", words)
    stands_open(phone)
    phone.page.fill("#sentence", "At the harbour.")
    phone.page.click("#fill button.main")
    note(phone, "kept")
    opens(phone, "en", words)
    phone.page.wait_for_selector("[data-stage=opened]")
    assert phone.page.input_value("#sentence") == "At the harbour."
    phone.page.click("summary")
    phone.page.click("#delete button")
    phone.page.wait_for_selector("[data-stage=deleted]")
    assert not Box.objects.exists()
    opens(phone, "en", words)
    note(phone, "other-words")


def test_without_a_network_nothing_typed_is_lost(phones: Phones) -> None:
    phone = phones.one("en")
    phone.go("/en/contact-safe/new/")
    phone.page.evaluate("Kintrace.wordList('en')")
    fill(phone)
    phone.context.set_offline(True)
    phone.page.click("#fill button.main")
    note(phone, "no-network")
    assert phone.page.input_value("#row-0-1") == NUMBER
    phone.context.set_offline(False)
    phone.page.click("#fill button.main")
    phone.page.wait_for_selector("[data-own-words] li")


def test_too_much_is_said_before_anything_is_sent(phones: Phones) -> None:
    phone = phones.one("en")
    phone.go("/en/contact-safe/new/")
    phone.page.fill("#sentence", "x" * 5000)
    phone.page.click("#fill button.main")
    note(phone, "too-much")
    assert not Box.objects.exists()


def test_a_page_that_was_left_is_empty(phones: Phones) -> None:
    phone = phones.one("en")
    words = made(phone, "en")
    opens(phone, "en", " ".join(words))
    stands_open(phone)
    phone.go("/en/contact-safe/")
    phone.page.go_back()
    phone.page.wait_for_selector("[data-stage=ask]")
    assert phone.page.input_value("[data-typed]") == ""
    assert phone.page.input_value("#sentence") == ""


def test_without_scripts_the_page_offers_no_form_that_could_send_anything(
    browser: Browser, live_server: LiveServer
) -> None:
    phone = Visit(browser, live_server.url, "en", java_script_enabled=False)
    for page in ("new", "open"):
        phone.go(f"/en/contact-safe/{page}/")
        assert "JavaScript" in phone.page.inner_text("main")
        assert phone.page.locator("main form:visible, main input:visible").count() == 0
    phone.end()


def codes(phone: Visit) -> list[str]:
    """What a phone's camera reads of the printed sheet."""
    phone.page.emulate_media(media="print")
    picture = Image.open(BytesIO(phone.page.screenshot(full_page=True)))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def printed(phone: Visit) -> str:
    sheets = PdfReader(BytesIO(phone.page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(sheets.pages) == 1
    # Two letters that a font joins are one sign on paper.
    return normalize("NFKC", sheets.pages[0].extract_text())


@each_language
def test_five_pocket_cards_fill_one_sheet_and_their_code_is_the_address(
    language: str, phones: Phones
) -> None:
    phone = phones.one(language)
    phone.page.set_viewport_size({"width": 800, "height": 1100})
    phone.go(f"/{language}/contact-safe/cards/")
    address = f"{phone.home}/{language}/contact-safe/open/"
    assert codes(phone) == [address] * 5
    assert printed(phone).count("/contact-safe/open/") == 5


def test_the_words_stand_on_a_card_only_if_somebody_asks_for_them(phones: Phones) -> None:
    phone = phones.one("en")
    phone.page.set_viewport_size({"width": 800, "height": 1100})
    words = made(phone, "en")
    phone.page.evaluate("window.print = () => {}")
    phone.page.click("#print button")
    assert codes(phone) == [f"{phone.home}/en/contact-safe/open/"] * 5
    assert NUMBER not in printed(phone)
    phone.page.emulate_media(media="screen")
    phone.page.check("#print [name=words]")
    phone.page.check("#print [name=contacts]")
    phone.page.click("#print button")
    found = codes(phone)
    assert len(found) == 5
    assert re.fullmatch(r".*/contact-safe/open/#[0-9a-f]{32}", found[0])
    paper = printed(phone)
    assert all(word in paper for word in words)
    assert NUMBER in paper
    other = phones.one("ar")
    other.page.goto(found[0])
    assert stands_open(other)
    assert "#" not in other.page.url
