"""Somebody was asked for money."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import found
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as
from kintrace.wall import lookups
from kintrace.wall.models import Message
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import CODE, WORD, ask, everything_held, send

House = tuple[Society, Member, Member]
TOLD = {
    "text": "A man called and said 400 dollars or nobody finds Samira.",
    "who": "He says Kamal, +00 010 555 0666",
    "how_much": "400 dollars",
}


def report(visitor: Client, query: str = "", **other: str) -> Any:
    sent = {"stamp": cast.fine_stamp(), **TOLD, **other}
    return visitor.post(f"/en/money/{query}", sent)


def inside(page: Any) -> str:
    """The page without its frame, whose links of languages lead to where one is."""
    content: str = page.content.decode()
    return content.partition("<main")[2].partition("</main>")[0]


def test_every_warning_of_money_leads_to_the_report(society: Society, visitor: Client) -> None:
    face = cast.stands(society)
    for page in (f"face/{face.pk}/", f"face/{face.pk}/write/"):
        assert f'href="/en/money/?face={face.pk}"' in visitor.get(f"/en/{page}").content.decode()
    for page in ("", "sent/", "about/"):
        assert 'href="/en/money/"' in visitor.get(f"/en/{page}").content.decode()


def test_a_report_is_sealed_and_stands_first_in_the_inbox_of_that_society(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society)
    send(visitor, face)
    assert report(visitor, f"?face={face.pk}").status_code == 200
    held = everything_held()
    assert not [said for said in TOLD.values() if said.encode() in held]
    with cast.at_the_desk(alma):
        first, second = lookups.inbox(alma)
        assert (first.kind, first.state, first.is_urgent) == ("demand", "received", True)
        assert first.face == face.pk
        assert TOLD.items() <= first.body.items()
        assert not second.is_urgent


def test_without_a_face_who_speaks_for_the_network_has_it(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    found("AA")  # comes first, and can lock nothing yet: better the next one than nobody
    assert report(visitor).status_code == 200
    with reading_as(society.pk):
        [message] = lookups.inbox(alma)
        assert message.face is None
        assert message.is_urgent


def test_the_page_is_the_same_for_a_face_that_is_there_and_for_one_that_is_not(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    known = report(visitor, f"?face={cast.stands(society).pk}")
    pages = [report(visitor, query) for query in (f"?face={uuid4()}", "?face=nothing", "")]
    for page in (known, *pages):
        assert page.status_code == 200
        assert inside(page) == inside(known)
    assert society.name not in inside(known)


def test_who_is_afraid_need_not_say_who_they_are_and_who_chose_a_word_reads_an_answer(
    with_boxes: House, visitor: Client
) -> None:
    assert "Your code" not in report(visitor).content.decode()
    page = report(visitor, word=WORD, come_back="on").content.decode()
    code = CODE.search(page)
    assert code
    assert "We have your message" in ask(visitor, code[1])


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"text": ""}, "Write some words to us."),
        ({"come_back": "on"}, "Choose a word, so that you can read our answer here."),
        ({"phone": "his number"}, "Write only the number here"),
    ],
)
def test_a_mistake_is_told_and_everything_typed_stays(
    other: dict[str, str], sentence: str, society: Society, visitor: Client
) -> None:
    answer = report(visitor, **other)
    content = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in content
    assert all(value in content for value in {**TOLD, **other}.values())


def test_the_same_report_again_is_kept_and_noticed(with_boxes: House, visitor: Client) -> None:
    _society, alma, _boris = with_boxes
    story = f"{TOLD['text']} He gave me three days and the number of an account abroad."
    for _ in range(2):
        assert report(visitor, text=story).status_code == 200
    with reading_as(alma.society_id):
        assert [message.flags for message in lookups.inbox(alma)] == ["", "alike"]


def test_nothing_is_kept_when_nobody_can_lock_it(with_boxes: House, visitor: Client) -> None:
    society, _alma, _boris = with_boxes
    pin(society.pk, "0" * 64)
    answer = report(visitor)
    assert answer.status_code == 503
    assert TOLD["text"] in answer.content.decode()
    assert not Message.objects.exists()
