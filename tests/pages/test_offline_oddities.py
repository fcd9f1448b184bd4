"""More of a service point without network: what is odd, missing, full or in the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import translation
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from kintrace.servicepoints import kinds, offline
from tests.pages.measured import faults
from tests.tablet import CONTACT, OFFLINE, WithATablet, board, counted, swallow
from tests.turns import later

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

    from kintrace.servicepoints.models import ServicePoint
    from tests.tablet import Shore

pytestmark = [pytest.mark.browser, *later(__name__, turns=4)]


def test_one_tap_is_taken_back_and_a_phone_is_fetched(
    tablet: WithATablet, point: ServicePoint
) -> None:
    tablet.goes_out_of_reach()
    tablet.tap("wifi", "wifi")
    tablet.page.click("button.undo[value=wifi]")
    tablet.give_ticket()
    tablet.page.click("[data-board] button")
    tablet.page.click("button[value=full]")
    tablet.page.wait_for_selector("[data-board] .ready")
    tablet.give_ticket()
    tablet.page.click("[data-board] button.ready")
    tablet.page.click("button[value=collected]")
    tablet.page.wait_for_selector("[data-board] .ready", state="detached")
    tablet.comes_back()
    tablet.all_sent()
    assert counted(point) == {"wifi": 1, "charging": 2}
    assert list(board(point).values()) == ["charging"]


def test_nothing_is_taken_back_that_was_not_counted(tablet: WithATablet) -> None:
    tablet.goes_out_of_reach()
    tablet.page.click("button.undo[value=talk]")
    tablet.tap("talk")
    assert tablet.waits() == 1


def test_a_new_release_takes_the_place_of_the_old_one(
    tablet: WithATablet, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {name.split(" ")[0] for name in tablet.is_cached()} == {
        f"kintrace-point-{offline.release()}"
    }
    monkeypatch.setattr(offline, "release", lambda: "another")
    tablet.opened()
    tablet.page.wait_for_function(
        "async () => (await caches.keys()).join() === 'kintrace-point-another'"
    )
    tablet.goes_out_of_reach()
    tablet.opened()


def test_a_member_of_another_society_sends_nothing_and_is_told(
    tablet: WithATablet, shore: Shore, point: ServicePoint
) -> None:
    tablet.session_ends()
    tablet.tap("wifi")
    tablet.told("signed-out")
    tablet.sign_in_here(shore.stranger)
    tablet.told("elsewhere")
    assert (tablet.waits(), counted(point)) == (1, {})


def test_what_answers_in_place_of_the_society_takes_nothing(
    tablet: WithATablet, point: ServicePoint
) -> None:
    """A station's Wi-Fi: a page that greets, one that leads on, and one in our own form."""
    greetings: list[dict[str, Any]] = [
        {"status": 200, "content_type": "text/html", "body": "<h1>Welcome to the station</h1>"},
        {"status": 302, "headers": {"Location": "http://wifi.example/"}},
        {"status": 200, "content_type": "application/json", "body": "{}"},
        {"status": 200, "content_type": "application/json", "body": "<h1>"},
        {"status": 511, "content_type": "text/html", "body": "Sign in to the station"},
    ]
    for number, greeting in enumerate(greetings, start=1):
        tablet.page.unroute_all()
        tablet.page.route(CONTACT, partial(_greet, greeting))
        tablet.tap("wifi")
        tablet.page.wait_for_selector("[data-trouble]:not([hidden])")
        assert tablet.waits() == number
    tablet.page.unroute_all()
    tablet.send_now()
    tablet.all_sent()
    assert counted(point) == {"wifi": len(greetings)}


def _greet(greeting: dict[str, Any], route: Route) -> None:
    route.fulfill(**greeting)


def test_an_answer_that_was_lost_on_the_way_counts_nothing_twice(
    tablet: WithATablet, point: ServicePoint
) -> None:
    lost = swallow(tablet.page, times=3)
    tablet.tap("wifi", "wifi", "wifi")
    while len(lost) < 3:
        tablet.told("no-contact")
        tablet.send_now()
        tablet.page.wait_for_timeout(100)
    tablet.send_now()
    tablet.all_sent()
    assert counted(point) == {"wifi": 3}


def test_who_signs_out_elsewhere_leaves_nothing_on_the_tablet(tablet: WithATablet) -> None:
    tablet.tap("wifi")
    tablet.all_sent()
    tablet.go("/desk/points/")
    tablet.page.click("header form button")
    tablet.page.wait_for_url("**/sign-in/")
    assert (tablet.lies_here(), tablet.is_cached()) == ({}, {})


def test_a_tablet_without_room_says_that_the_tap_was_not_kept(tablet: WithATablet) -> None:
    tablet.page.evaluate(
        "() => { IDBObjectStore.prototype.add = () => "
        "{ throw new DOMException('', 'QuotaExceededError'); }; }"
    )
    tablet.page.click("button.plus[value=wifi]")
    tablet.page.wait_for_selector("[data-not-kept=full]:not([hidden])")
    assert tablet.page.inner_text("output[data-count=wifi]") == "0"


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "fa", "ti"])
def test_what_people_should_know_stands_there_in_their_language_without_network(
    tablet: WithATablet, language: str
) -> None:
    tablet.goes_out_of_reach()
    tablet.opened()
    fold = tablet.page.locator(f"details[lang={language}]")
    fold.locator("summary").click()
    with translation.override(language):
        learned, right_to_left = _("Learn two phone numbers by heart."), get_language_bidi()
        said = [learned, _("You tell us."), _("It is free.")]
    assert [one for one in said if one not in fold.inner_text()] == []
    assert fold.get_attribute("dir") == ("rtl" if right_to_left else "ltr")


_FILL = """async (number) => {
  const db = await new Promise((done) => {
    const asked = indexedDB.open("kintrace-point");
    asked.onsuccess = () => done(asked.result);
  });
  const all = db.transaction("waiting", "readwrite");
  for (let one = 0; one < number; one++)
    all.objectStore("waiting").add({ id: `${one}`, at: new Date().toISOString(), sealed: "" });
  await new Promise((done) => { all.oncomplete = done; });
  db.close();
}"""


def test_a_tablet_that_holds_too_much_says_so_before_it_forgets(tablet: WithATablet) -> None:
    tablet.goes_out_of_reach()
    tablet.page.evaluate(_FILL, 1999)
    tablet.tap("wifi")
    tablet.page.click("button.plus[value=wifi]")
    tablet.page.wait_for_selector("[data-not-kept=many]:not([hidden])")
    assert (tablet.waits(), tablet.page.inner_text("output[data-count=wifi]")) == (2000, "1")


def test_what_waits_for_more_than_three_days_is_said_and_kept(tablet: WithATablet) -> None:
    tablet.goes_out_of_reach()
    tablet.tap("wifi")
    assert tablet.page.locator("[data-some-old]").is_hidden()
    tablet.page.evaluate("() => { const now = Date.now; Date.now = () => now() + 73 * 3600e3; }")
    tablet.tap("wifi")
    tablet.page.wait_for_selector("[data-some-old]:not([hidden])")
    assert tablet.waits() == 2


@pytest.mark.parametrize(
    ("lacks", "script"),
    [
        ("secure", "Object.defineProperty(window, 'isSecureContext', { value: false })"),
        ("browser", "delete Navigator.prototype.serviceWorker"),
        ("browser", "IDBFactory.prototype.open = () => { throw new Error('private') }"),
    ],
)
def test_a_browser_that_cannot_keep_anything_is_told_why(
    browser: Browser, shore: Shore, point: ServicePoint, lacks: str, script: str
) -> None:
    tablet = WithATablet(browser, shore.home, "en", shore.chidi)
    tablet.is_let_in()
    tablet.page.add_init_script(script)
    tablet.go(OFFLINE)
    tablet.page.wait_for_selector(f"[data-missing={lacks}]:not([hidden])")
    assert tablet.page.locator("[data-when-working]").is_hidden()
    tablet.end()


_A_FORM = """() => {
  const form = document.createElement("form");
  form.dataset.kind = "registration";
  form.autocomplete = "off";
  form.innerHTML = `<input name="called"><input type="checkbox" name="need" value="ill" checked>
    <input type="checkbox" name="need" value="elderly" checked><button>Keep</button>`;
  document.querySelector("[data-when-ready]").append(form);
}"""


def test_a_form_that_names_a_kind_is_a_record_and_is_emptied_when_it_is_kept(
    tablet: WithATablet, shore: Shore, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[dict[str, Any]] = []
    monkeypatch.setitem(kinds._kinds, "registration", lambda told: heard.append(told.fields))  # noqa: SLF001 - a kind for this test alone
    tablet.goes_out_of_reach()
    tablet.page.evaluate(_A_FORM)
    tablet.page.fill("[data-kind] [name=called]", "Selam")
    tablet.page.evaluate("() => { window.add = IDBObjectStore.prototype.add; }")
    tablet.page.evaluate("() => { IDBObjectStore.prototype.add = () => { throw new Error(); }; }")
    tablet.page.click("form[data-kind] button")
    tablet.page.wait_for_selector("[data-not-kept=unknown]:not([hidden])")
    assert tablet.page.input_value("[data-kind] [name=called]") == "Selam"
    tablet.page.evaluate("() => { IDBObjectStore.prototype.add = window.add; }")
    tablet.page.click("form[data-kind] button")
    tablet.page.wait_for_function(
        "() => document.querySelector('[data-kind] [name=called]').value === ''"
    )
    assert "Selam" not in str(tablet.lies_here())
    tablet.comes_back()
    tablet.all_sent()
    assert heard == [{"called": ["Selam"], "need": ["ill", "elderly"]}]


def test_the_page_at_work_is_whole(tablet: WithATablet) -> None:
    tablet.page.route(CONTACT, lambda route: route.fulfill(status=404, body="station"))
    tablet.tap("wifi")
    tablet.give_ticket()
    tablet.page.click("[data-board] button")
    tablet.page.click("[data-listed] summary")
    assert faults(tablet, direction="ltr") == []
