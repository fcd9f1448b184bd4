"""The three frames, the words in them, and what goes out with every answer."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.test import RequestFactory
from django.urls import path
from django.utils import translation

from kintrace.ui import banners, errors, menu
from kintrace.ui.headers import Headers
from kintrace.ui.menu import Entry
from kintrace.ui.refusals import NoRight, Refusal


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("desk/", nothing, name="work"),
    path("desk/cases/", nothing, name="cases"),
    path("desk/members/", nothing, name="members"),
    path("sign-in/out/", nothing, name="account_logout"),
]
MAY_ALL = {"read", "manage"}


@pytest.fixture(autouse=True)
def own_addresses(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    settings.ROOT_URLCONF = __name__
    settings.SIDE = "both"
    monkeypatch.setattr(menu, "_entries", {})
    monkeypatch.setattr(banners, "_sources", {})  # what works is not asked here
    menu.register(Entry("manage", "Members", "members", "people", 30))
    menu.register(Entry("read", "Cases", "cases", "cases", 20, count=lambda request: 3))
    menu.register(Entry(None, "My work", "work", "work", 10))
    with translation.override("en"):
        yield


def page(template: str, url: str = "/en/", *, rights: set[str] | None = None, **more: Any) -> str:
    request = RequestFactory().get(url)
    if rights is not None:
        request.may = rights.__contains__  # type: ignore[attr-defined]
    return render(request, template, more).content.decode()


def member() -> SimpleNamespace:
    return SimpleNamespace(
        is_authenticated=True,
        get_username=lambda: "alma",
        get_role_display=lambda: "Caseworker",
        society=SimpleNamespace(name="Society of Northmark"),
    )


def test_the_menu_shows_what_one_may_open_in_its_order() -> None:
    assert [entry.name for entry in menu.entries_for(lambda right: right == "read")] == [
        "My work", "Cases",
    ]  # fmt: skip
    shown = page("ui/staff.html", "/desk/", rights=MAY_ALL)
    assert re.findall(r"<span>(My work|Cases|Members)</span>", shown) == [
        "My work", "Cases", "Members",
    ]  # fmt: skip
    assert "Members" not in page("ui/staff.html", "/desk/", rights={"read"})


def test_without_a_gate_there_is_no_menu() -> None:
    assert "My work" not in page("ui/staff.html", "/desk/")


def test_registering_twice_changes_nothing() -> None:
    menu.register(Entry("read", "Cases", "cases", "cases", 20))
    assert len(menu.entries_for(lambda right: True)) == 3


def test_the_menu_says_where_one_is_and_what_waits() -> None:
    shown = page("ui/staff.html", "/desk/cases/7/", rights=MAY_ALL)
    assert re.findall(r'<a href="([^"]+)" aria-current', shown) == ["/desk/cases/"]
    assert re.search(r'class="count">3<', shown)


def test_the_desk_says_who_is_signed_in_and_lets_them_out_by_post() -> None:
    shown = page("ui/staff.html", "/desk/", rights=set(), user=member())
    assert "alma" in shown
    assert "Society of Northmark" in shown
    assert '<form method="post" action="/sign-in/out/">' in shown


@pytest.mark.parametrize("frame", ["ui/public.html", "ui/staff.html", "ui/plain.html"])
def test_every_page_says_that_it_is_a_training_system(settings: Any, frame: str) -> None:
    settings.DEMO, settings.ON_SQLITE = True, True
    shown = page(frame, "/desk/")
    assert "Invented people, drawn faces." in shown
    assert "do not enter real people" in shown
    settings.DEMO, settings.ON_SQLITE = False, False
    assert "Invented people" not in page(frame, "/desk/")
    assert "do not enter" not in page(frame, "/desk/")


@pytest.mark.parametrize("frame", ["ui/public.html", "ui/staff.html", "ui/plain.html"])
@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_every_frame_speaks_its_language_in_its_direction(
    frame: str, code: str, direction: str
) -> None:
    with translation.override(code):
        assert f'<html lang="{code}" dir="{direction}">' in page(frame)


@pytest.mark.parametrize("frame", ["ui/public.html", "ui/staff.html", "ui/plain.html"])
def test_every_frame_can_be_skipped_into(frame: str) -> None:
    shown = page(frame)
    assert shown.index('href="#main"') < shown.index("<header")
    assert 'id="main"' in shown


def test_the_way_out_is_on_every_public_page_and_tells_nobody_whence() -> None:
    assert re.search(
        r'<a class="exit" href="https://[^"]+" rel="noreferrer">', page("ui/public.html")
    )


def test_languages_go_by_their_own_names_and_keep_the_page(settings: Any) -> None:
    settings.ROOT_URLCONF = "kintrace.ui.tests.spoken_urls"
    shown = page("ui/public.html", "/en/face/7/?o=3")
    assert re.search(r'href="/ar/face/7/\?o=3" lang="ar" hreflang="ar" dir="rtl">', shown)
    assert re.search(
        r'href="/en/face/7/\?o=3" lang="en" hreflang="en" dir="ltr" aria-current', shown
    )


def test_the_languages_of_a_page_that_is_not_there_lead_to_the_gallery(settings: Any) -> None:
    settings.ROOT_URLCONF = "kintrace.ui.tests.spoken_urls"
    assert 'href="/ar/" lang="ar"' in page("ui/public.html", "/en/nowhere/")


def test_the_foot_offers_a_person_and_the_way_to_take_a_photo_down(settings: Any) -> None:
    settings.ROOT_URLCONF = "kintrace.ui.tests.spoken_urls"
    desk = {"name": "Northmark", "phone": "+00 010 555 0142", "address": "Harbour Street 4"}
    shown = page("ui/public.html", help_desk=desk)
    assert 'href="tel:+000105550142"' in shown
    assert '<bdi dir="ltr">+00 010 555 0142</bdi>' in shown
    assert 'href="/en/take-down/"' in shown
    assert "Talk to a person" in page("ui/public.html")


def test_the_title_says_first_that_something_is_to_be_corrected() -> None:
    assert "<title>Please correct:" in page("ui/public.html", form={"errors": {"name": ["x"]}})
    assert "Please correct" not in page("ui/public.html", form={"errors": {}})


@pytest.mark.parametrize(
    ("refusal", "status"),
    [(Refusal("Give the notice first."), 409), (NoRight("Ask the officer."), 403)],
)
def test_a_refusal_is_a_sentence_to_act_on(refusal: Refusal, status: int) -> None:
    for url in ("/desk/cases/", "/en/"):
        answer = errors.refused(RequestFactory().get(url), refusal)
        assert answer.status_code == status
        assert refusal.sentence in answer.content.decode()


@pytest.mark.parametrize(
    ("show", "status"),
    [(errors.bad_request, 400), (errors.shut, 403), (errors.not_here, 404)],
)
def test_an_error_page_has_the_frame_of_its_side(show: Any, status: int) -> None:
    public = show(RequestFactory().get("/en/x/"), None)
    staff = show(RequestFactory().get("/desk/x/"), None)
    assert (public.status_code, staff.status_code) == (status, status)
    assert "Leave this page" in public.content.decode()
    assert "Leave this page" not in staff.content.decode()


def test_the_page_of_last_resort_stands_without_its_style_sheet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> str:
        raise ValueError(name)

    monkeypatch.setattr(errors, "static", missing)
    answer = errors.broken(RequestFactory().get("/en/"))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "Something broke" in answer.content.decode()


def test_every_answer_asks_to_be_forgotten_by_machines_and_caches() -> None:
    answer = Headers(nothing)(RequestFactory().get("/en/"))
    for word in ("noindex", "noarchive", "noimageindex"):
        assert word in answer["X-Robots-Tag"]
    assert answer["Cache-Control"] == "no-store"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


def test_a_view_may_say_its_own_about_caches() -> None:
    def photo(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Cache-Control": "max-age=60"})

    assert Headers(photo)(RequestFactory().get("/"))["Cache-Control"] == "max-age=60"


def shown(source: str, **more: Any) -> str:
    engine = engines["django"]
    assert isinstance(engine, DjangoTemplates)
    return engine.from_string(source).render(more)


def test_a_code_is_spelled_letter_by_letter_and_group_by_group() -> None:
    spoken = shown("{{ code|spelled }}", code="AB-CD").replace("\u00a0", " ")
    assert spoken == '<bdi dir="ltr">A · B — C · D</bdi>'


def test_the_thread_marks_what_is_done_and_where_we_are() -> None:
    thread = shown(
        "{% path steps across=True %}",
        steps=[("First", "done"), ("Second", "now"), ("Third", "next", "by Friday")],
    )
    assert thread.count('aria-current="step"') == 1
    assert '<li class="done">First' in thread
    assert "<strong>Third</strong> by Friday" in thread
    assert '<ol class="path across">' in thread


def test_short_threads_count_knots() -> None:
    knots = re.findall(r'<i class="([^"]*)">', shown("{% dots 2 of=4 %}"))
    assert knots == ["d", "d", "n", ""]
    assert re.findall(r'<i class="([^"]*)">', shown("{% dots 4 of=4 %}")) == ["d"] * 4


def test_blocks_escape_what_they_are_given() -> None:
    page = shown(
        "{% card title %}{{ text }}{% endcard %}{% gate title %}{{ text }}{% endgate %}"
        "{% note %}{{ text }}{% endnote %}{% chip text %}{% phone text %}{% code text %}",
        title="<b>",
        text='<b>"',
    )
    assert "<b>" not in page
