"""How people found our work: a face and a sentence, sealed, without anybody's name."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.network.access import Role
from kintrace.network.tests.cast import PASSWORD, enlist, found, let_in, open_box, with_boxes
from kintrace.vault.reader import reading_as
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors import actions, jobs, quota
from kintrace.visitors.models import Feedback
from kintrace.visitors.said_by import SaidBy
from kintrace.wall.tests.cast import fine_stamp
from tests import environment
from tests.postgres import connected_as

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from pytest_django import Settings

    from kintrace.network.models import Member, Society

PAGE = "/en/feedback/"


@pytest.fixture
def society(db: None, settings: Settings, tmp_path: Path) -> Society:
    settings.PINS = tmp_path / "pins.json"
    quota.forget_all()
    return found("AT")


@pytest.fixture
def omar(society: Society) -> Member:
    return with_boxes(society)[0]


def send(**said: str) -> Any:
    return Client().post(PAGE, {"stamp": fine_stamp(), "society": "AT", **said})


@pytest.mark.database_bound
def test_a_face_and_a_sentence_reach_who_opens_the_inbox_and_nobody_else(
    transactional_db: None, omar: Member, client: Client
) -> None:
    with connected_as(environment.PUBLIC) if environment.on_postgres() else nullcontext():
        answer = send(mood="bad", words="I waited in the rain.")
        assert (answer.status_code, "Thank you" in answer.content.decode()) == (200, True)
    with reading_as(omar.society_id):
        assert Feedback.objects.get().mood == "bad"
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM visitors_feedback")
            assert b"rain" not in bytes(cursor.fetchone()[0])
    open_box(let_in(client, omar), password=PASSWORD)
    page = client.get("/desk/feedback/").content.decode()
    assert "I waited in the rain." in page
    let_in(client, enlist(omar.society, Role.VOLUNTEER))
    assert client.get("/desk/feedback/").status_code == 403


def test_no_column_tells_who_it_was_or_at_which_minute(omar: Member) -> None:
    send(mood="good")
    said = Feedback.objects.get()
    assert (said.said_by, said.language, said.day) == ("people", "en", timezone.localdate())
    names = {field.name for field in Feedback._meta.fields}
    assert names == {"id", "society", "said_by", "mood", "words", "language", "day"}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"mood": ""}, "Choose one of the three faces."),
        ({"mood": "great"}, "great"),
        ({"mood": "good", "society": "XX"}, "Choose a society."),
        ({"mood": "good", "words": "a" * 301}, "at most 300"),
        ({"mood": "good", "website": "x"}, "One field must stay empty."),
    ],
)
def test_what_cannot_be_taken_comes_back_with_a_sentence(
    omar: Member, said: dict[str, str], sentence: str
) -> None:
    answer = send(**said)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not Feedback.objects.exists()


def test_what_cannot_be_locked_is_not_kept_and_stays_on_the_page(
    omar: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_trusted(*_: object, **__: object) -> None:
        raise BoxNotTrusted("the pins are lost")

    monkeypatch.setattr(actions, "leave_feedback", not_trusted)
    answer = send(mood="fair", words="So many stairs.")
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "We cannot lock it safely at this moment." in page
    assert "So many stairs." in page


def test_who_sends_again_and_again_waits(omar: Member) -> None:
    assert [send(mood="good").status_code for _n in range(5)] == [200, 200, 200, 200, 429]


def test_a_member_says_it_without_a_name(omar: Member, client: Client) -> None:
    let_in(client, enlist(omar.society, Role.VOLUNTEER))
    assert client.post("/desk/feedback/tell/", {"mood": ""}).status_code == 422
    sent = client.post("/desk/feedback/tell/", {"mood": "fair", "words": "Too few chairs."})
    assert sent.status_code == 302
    assert Feedback.objects.get().said_by == SaidBy.STAFF


def test_it_ends_after_90_days(omar: Member) -> None:
    with freeze_time("2026-05-01 10:00"):
        actions.leave_feedback(omar.society_id, mood="good", words="")
    for today, left in (("2026-07-30", 1), ("2026-07-31", 0)):
        with freeze_time(f"{today} 10:00"):
            jobs.forget_feedback.call()
            assert Feedback.objects.count() == left
