"""The touch screen: the same pages, no way out, back at the start by itself."""

import re
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client

from kintrace.network.models import Member, Society
from kintrace.ui.kiosk import LONGEST, LOOKING, READING, WRITING
from kintrace.wall.models import Message
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import written

START = f"/{settings.LANGUAGE_CODE}/kiosk/"
House = tuple[Society, Member, Member]
STAYS = (LOOKING, READING, WRITING)
CODE = re.compile(r'class="code" dir="ltr">([A-Z0-9-]+)<')


def leads(content: str) -> set[str]:
    """Where a page lets one go: links and forms. What only loads (pictures, styles) is no way."""
    named = re.findall(r'<(?:a|area|form)\b[^>]*?(?:href|action)="([^"]*)"', content)
    return {address.replace("&amp;", "&").split("#")[0] for address in named} - {""}


def goes_back(answer: Any, after: int) -> bool:
    """By the script so long after a touch, without one so long after the opening; and in an hour
    at the latest."""
    content = answer.content.decode()
    [told] = re.findall(r"<script [^>]*ui/kiosk.js[^>]*>", content)
    return (
        f'data-after="{after}" data-start="{START}"' in told
        and f'<noscript><meta http-equiv="refresh" content="{after}; url={START}"></noscript>'
        in content.partition("</head>")[0]
        and answer["Refresh"] == f"{LONGEST}; url={START}"
    )


def test_the_start_asks_the_question_in_every_language_and_shows_no_face(
    society: Society, visitor: Client
) -> None:
    cast.stands(society)
    content = visitor.get(START).content.decode()
    assert "/faces/" not in content
    assert "Who may be looking for you?" in content
    for code, _name in settings.LANGUAGES:
        assert f'href="/{code}/kiosk/wall/" lang="{code}"' in content


EVERY_LANGUAGE = [
    # The ways are the same in all: one is walked each time, the others by `make test-slow`.
    pytest.param(code, marks=[] if code == "ar" else pytest.mark.slow)
    for code, _name in settings.LANGUAGES
]


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_no_path_leads_out_of_the_kiosk(language: str, with_boxes: House, visitor: Client) -> None:
    """Every page that can be reached from its start, whichever way one presses."""
    for code in ("brother", "mother", "cousin"):
        cast.stands(with_boxes[0], code)
    first = f"/{language}/kiosk/"
    waiting, seen = {first, f"{first}wall/?o=0"}, set[str]()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        assert any(goes_back(answer, after) for after in STAYS), path
        there = {urljoin(path, address) for address in leads(answer.content.decode())}
        assert all(re.match(r"/[a-z-]+/kiosk/", address) for address in there), (path, there)
        # One order and one choice of each kind are enough: the pages are the same.
        waiting |= {one for one in there if _is_another_page(one)} - seen
    routes = {re.sub(r"[0-9a-f-]{36}", "", urlsplit(path).path) for path in seen}
    assert len(routes) >= 7


def _is_another_page(address: str) -> bool:
    query = parse_qsl(urlsplit(address).query)
    return (len(query) <= 2 and ("o", "0") in query) or not query or "face" in dict(query)


def test_a_page_that_is_not_there_and_a_face_that_is_gone_lead_back_too(
    society: Society, visitor: Client
) -> None:
    cast.stands(society)
    for path in (f"wall/face/{uuid4()}/", "nothing/", "wall/nothing/"):
        answer = visitor.get(f"/en/kiosk/{path}")
        assert answer.status_code == 404
        assert goes_back(answer, LOOKING)
        assert "wikipedia" not in answer.content.decode()
        there = leads(answer.content.decode())
        assert all(re.match(r"/[a-z-]+/kiosk/", address) for address in there), there


def test_pages_of_the_open_wall_never_reset_themselves(society: Society, visitor: Client) -> None:
    face = cast.stands(society)
    for path in ("", f"face/{face.pk}/", f"face/{face.pk}/write/", "answer/", "nothing/"):
        answer = visitor.get(f"/en/{path}")
        assert "Refresh" not in answer
        assert not {"kiosk.js", "http-equiv"} & set(re.findall(r"[\w.-]+", answer.content.decode()))


def test_what_is_no_page_leads_back_by_its_header(
    society: Society, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program broke, and where a browser is told nothing, no script can be."""
    cast.stands(society)
    monkeypatch.setattr("kintrace.wall.views.answering.help_desk", lambda: 1 / 0)
    client.raise_request_exception = False
    for answer in (client.get("/en/kiosk/wall/answer/"), client.put("/en/kiosk/wall/answer/")):
        assert answer.status_code in {500, 405}
        assert answer["Refresh"] == f"{LOOKING}; url={START}"


def test_who_writes_has_longer_and_is_told_so(society: Society, visitor: Client) -> None:
    face = cast.stands(society)
    assert goes_back(visitor.get("/en/kiosk/wall/"), LOOKING)
    for path in (f"face/{face.pk}/write/", "answer/", f"take-down/?face={face.pk}"):
        answer = visitor.get(f"/en/kiosk/wall/{path}")
        assert goes_back(answer, WRITING)
        assert "when nobody touches it for 10 minutes" in answer.content.decode()
    assert (LOOKING, WRITING) == (2 * 60, 10 * 60)


def test_writing_and_reading_an_answer_work_and_the_code_can_be_printed(
    with_boxes: House, visitor: Client
) -> None:
    _society, alma, boris = with_boxes
    _notice, face, _code = cast.put_up(alma, boris)
    sent = visitor.post(f"/en/kiosk/wall/face/{face.pk}/write/", written(word="almond"))
    content = sent.content.decode()
    assert sent.status_code == 200
    assert goes_back(sent, READING)
    assert 'id="print"' in content
    assert "tel:" not in content
    assert Message.objects.count() == 1
    [code] = CODE.findall(content)
    asked = {"code": code, "word": "almond", "stamp": cast.fine_stamp()}
    read = visitor.post("/en/kiosk/wall/answer/", asked)
    assert "We have your message" in read.content.decode()
    assert goes_back(read, READING)
    again = visitor.post(f"/en/kiosk/wall/face/{face.pk}/write/", written(text=""))
    assert again.status_code == 422
    assert goes_back(again, WRITING)


def test_the_button_pressed_at_the_screen_travels_with_the_message(
    society: Society, visitor: Client
) -> None:
    face = cast.stands(society, "sister", "mother")
    page = visitor.get(f"/en/kiosk/wall/face/{face.pk}/").content.decode()
    asked = f"/en/kiosk/wall/face/{face.pk}/write/?as=sought"
    assert f'href="{asked}&amp;is=mother"' in page
    assert 'name="claim" value="mother"' in visitor.get(f"{asked}&is=mother").content.decode()


def test_the_screen_offers_nothing_that_opens_another_program(
    society: Society, visitor: Client
) -> None:
    society.phone = "+43 1 23 45"
    society.save()
    face = cast.stands(society)
    for path in ("", f"face/{face.pk}/", f"face/{face.pk}/sheet/", "sent/", "answer/"):
        content = visitor.get(f"/en/kiosk/wall/{path}").content.decode()
        assert not re.search(r'href="(?:tel|sms|mailto|https?):', content)
        assert "+43 1 23 45" in content
