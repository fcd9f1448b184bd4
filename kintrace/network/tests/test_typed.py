"""A refusal loses nothing that was typed: it stands on the page that refuses, and in its form."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from django.contrib.sessions.models import Session

from kintrace.network import kept
from kintrace.network.access import Role
from kintrace.network.put_back import Filling, Page
from kintrace.network.typed import BACK_TO_FORM, words

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.models import Member
    from kintrace.network.tests.cast import MakeMember, MakeSociety, SignIn

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
WORDS = "He wore a <green> coat\nat the ferry"
ASKS = "/desk/asks/"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def alma(make_society: MakeSociety, make_member: MakeMember) -> Member:
    return make_member(make_society("AT"), Role.CASEWORKER, "alma")


@pytest.fixture
def desk(client: Client, alma: Member, sign_in: SignIn) -> Client:
    return sign_in(client, alma)


@pytest.fixture
def typed(alma: Member) -> dict[str, str]:
    return {"words": WORDS, kept.FIELD: kept.owner_of_form(alma)}


def offered(page: str) -> dict[str, str]:
    """What the button of the page that refuses sends."""
    return {name: html.unescape(value) for name, value in HIDDEN.findall(page)}


def test_the_words_stand_on_the_page_that_refuses_and_then_in_their_form(
    desk: Client, typed: dict[str, str]
) -> None:
    answer = desk.post(ASKS, typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Ask the enquirer first." in page
    assert "coat<br>at the ferry" in page
    again = desk.post(ASKS, offered(page))
    assert again.status_code == 200
    there = again.content.decode()
    assert f'<textarea name="words">\n{html.escape(WORDS)}</textarea>' in there
    assert '<input type="checkbox" name="sure">' in there, "it was not ticked when it was sent"
    assert "Nothing of it is saved yet" in there


def test_to_go_back_does_nothing_whatever_it_carries(desk: Client, typed: dict[str, str]) -> None:
    for strange in ({}, {kept.FIELD: "forged"}):
        answer = desk.post(ASKS, {**typed, **strange, BACK_TO_FORM: ASKS})
        assert answer.status_code == 200, "the view that refuses every post was not asked to do it"


def test_nothing_of_it_stands_in_a_session_or_an_address(
    desk: Client, typed: dict[str, str]
) -> None:
    answer = desk.post(ASKS, typed, HTTP_REFERER="http://testserver/desk/asks/?page=2")
    page = answer.content.decode()
    assert 'action="/desk/asks/?page=2#typed"' in page
    assert kept.SESSION not in str([row.get_decoded() for row in Session.objects.all()])
    desk.post("/desk/asks/?page=2", offered(page))
    assert kept.SESSION not in str([row.get_decoded() for row in Session.objects.all()])


@pytest.mark.parametrize(
    "said",
    [
        "http://elsewhere.example/desk/",
        "http://testserver//x.example",
        "http://[half.example/desk/",
    ],
)
def test_no_other_house_is_led_to(desk: Client, typed: dict[str, str], said: str) -> None:
    page = desk.post(ASKS, typed, HTTP_REFERER=said).content.decode()
    assert 'action="/desk/asks/#typed"' in page
    assert "example" not in page


def test_words_of_another_members_form_are_not_shown(
    desk: Client, alma: Member, make_member: MakeMember
) -> None:
    other = make_member(alma.society, Role.OFFICER, "boris")
    sent = {"words": WORDS, kept.FIELD: kept.owner_of_form(other)}
    assert "coat" not in desk.post(ASKS, sent).content.decode()


def test_a_page_that_refuses_too_shows_the_words_and_leads_to_no_circle(
    desk: Client, typed: dict[str, str]
) -> None:
    answer = desk.post("/desk/asks/?shut=1", {**typed, BACK_TO_FORM: ASKS})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "coat<br>at the ferry" in page
    assert BACK_TO_FORM not in page


def test_a_page_without_such_a_form_shows_the_words(desk: Client, typed: dict[str, str]) -> None:
    for url in ("/desk/", "/desk/careful/"):
        page = desk.post(url, {**typed, BACK_TO_FORM: ASKS}).content.decode()
        assert "coat<br>at the ferry" in page


@pytest.mark.parametrize(("url", "gives"), [("/desk/gone/", 404), ("/desk/careful/", 403)])
def test_a_door_that_is_shut_meanwhile_shows_what_was_typed_before_it(
    desk: Client, typed: dict[str, str], url: str, gives: int
) -> None:
    answer = desk.post(url, typed)
    assert answer.status_code == gives
    assert "coat<br>at the ferry" in answer.content.decode()


def test_a_proof_that_grew_old_on_the_way_back_does_not_lose_it(
    client: Client, alma: Member, typed: dict[str, str], sign_in: SignIn
) -> None:
    sign_in(client, alma, stepped_up=False)
    client.logout()
    page = client.post(ASKS, {**typed, BACK_TO_FORM: ASKS}).content.decode()
    carried = kept.unseal(offered(page)["kept"])
    assert carried is not None
    assert carried.fields["words"] == [WORDS]
    assert carried.fields[BACK_TO_FORM] == [ASKS]


def test_who_was_refused_with_nothing_typed_is_led_back_to_where_they_were(desk: Client) -> None:
    page = desk.post(ASKS, HTTP_REFERER="http://testserver/desk/cases/").content.decode()
    assert '<a class="button main" href="/desk/cases/">' in page


def test_choices_versions_and_numbers_of_records_are_no_words() -> None:
    said = ["take_up", "on", "7", "6f0a" * 8, "Omar", "0660 55", "2026-11-29", "ዮናስ"]
    assert words({"a": said, "seen": ["12 of 3"], BACK_TO_FORM: [ASKS]}) == said[4:]


PAGE = """<form method="post" action="/a/"><input name="x" value="1">
<input type="password" name="p">
<select name="s"><option value="">—</option><option value="b" selected>B</option></select>
<input type="radio" name="r" value="1" checked><input type="radio" name="r" value="2"></form>
<form method="post" action="/b/"><textarea name="x">&lt;old&gt;</textarea></form>"""


def filled(sent_to: str, **typed: list[str]) -> tuple[str, dict[str, list[str]]]:
    page = Page(PAGE, here="/")
    form = page.form_for(typed, sent_to=sent_to)
    assert form is not None
    filling = Filling(form, typed)
    return page.edited(filling.edits), filling.left


def test_each_kind_of_field_takes_its_words_and_no_other_form_does() -> None:
    page, left = filled("/a/", x=['"new"'], s=[""], r=["2"], p=["secret"], y=["gone"])
    assert '<input name="x" value="&quot;new&quot;">' in page
    assert '<option value="" selected>' in page
    assert '<option value="b">' in page
    assert '<input type="radio" name="r" value="2" checked>' in page
    assert '<input type="radio" name="r" value="1">' in page
    assert "secret" not in page
    assert '<textarea name="x">&lt;old&gt;</textarea>' in page
    assert left == {"y": ["gone"]}


def test_of_several_selects_with_one_name_each_has_its_own() -> None:
    select = '<select name="s"><option value="a">A</option><option value="b">B</option></select>'
    page = Page(f'<form method="post">{select * 4}</form>', here="/")
    filling = Filling(page.forms[0], {"s": ["b", "gone", "b", "a"]})
    texts = page.edited(filling.edits).split("</select>")
    assert [re.findall(r'value="(.)" selected', one) for one in texts] == [
        ["b"],
        [],
        ["b"],
        ["a"],
        [],
    ]


def test_a_page_that_takes_nothing_back_stays_as_it_is() -> None:
    assert filled("/b/", y=["gone"]) == (PAGE, {"y": ["gone"]})
