"""The public half of the thread as the public role and without any key; PostgreSQL only."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time
from pytest_django import Settings

from kintrace.network.models import Member, Society
from kintrace.vault import keyring
from kintrace.vault.reader import reading_as
from kintrace.visitors import actions as visitors
from kintrace.wall import actions, jobs, lookups
from kintrace.wall.models import Face, Hanging, Message, Notice, Poster, Region, Spot
from kintrace.wall.tests import cast
from kintrace.wall.tests.test_posters import BOTH, made, region_of
from kintrace.wall.tests.test_who_i_am import PAGE, TOLD, tell
from kintrace.wall.tests.writing import CODE, SECRETS, WORD, ask, everything_held, send

pytestmark = pytest.mark.database_bound
AsPublic = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def in_public(as_public_role: AsPublic, settings: Settings, tmp_path: Path) -> AsPublic:
    """`with in_public():` the process is the public one: its role, and no key file to read."""

    class Public:
        def __enter__(self) -> None:
            self.keys, settings.ROOT_KEYS = settings.ROOT_KEYS, tmp_path / "no-keys-here"
            keyring.forget_all()
            self.role = as_public_role()
            self.role.__enter__()

        def __exit__(self, *failure: Any) -> None:
            self.role.__exit__(*failure)
            settings.ROOT_KEYS = self.keys

    return Public


def test_a_face_is_seen_written_to_answered_and_removed(
    in_public: AsPublic, visitor: Client
) -> None:
    society, alma, boris = cast.society_with_boxes()
    _notice, face, removal_code = cast.put_up(alma, boris)
    with in_public():
        code = looks_and_writes(visitor, face)
    jobs.pick_up_messages.call()
    with reading_as(society.pk):
        [message] = lookups.inbox(alma)
        actions.answer(message, text="Come on Monday.", by=alma)
        held = everything_held()
        assert not [one for one in (*SECRETS.values(), WORD, code) if one.encode() in held]
    with in_public():
        assert "Come on Monday." in ask(visitor, code, text="I will.")
        goes_away(visitor, face, removal_code)
    jobs.pick_up_messages.call()
    jobs.empty_removals.call()
    end_every_message(society, alma)
    with in_public():
        assert "There is nothing to read" in ask(visitor, code)
        assert str(face.pk) not in visitor.get("/en/?o=1").content.decode()


def looks_and_writes(visitor: Client, face: Face) -> str:
    """Every page a visitor sees before and after writing; gives the code."""
    for page in (f"/en/face/{face.pk}/", f"/faces/{face.name}-160.webp", "/ar/about/"):
        assert visitor.get(page).status_code == 200
    assert str(face.pk) in visitor.get("/en/?o=1").content.decode()
    code = send(visitor, face)
    assert "We have your message" in ask(visitor, code)
    return code


def goes_away(visitor: Client, face: Face, removal_code: str) -> None:
    """Taken down with the code, pressed in danger, and counted."""
    sent = {"what": "code", "code": removal_code, "stamp": cast.fine_stamp()}
    assert visitor.post("/en/take-down/", sent).status_code == 200
    demand = {"text": "He wants 400.", "word": WORD, "stamp": cast.fine_stamp()}
    for query in (f"?face={face.pk}", ""):
        assert visitor.post(f"/en/money/{query}", demand).status_code == 200
    danger = {"what": "danger", "text": "Help.", "stamp": cast.fine_stamp()}
    assert visitor.post(f"/en/take-down/?face={face.pk}", danger).status_code == 200
    assert visitor.get(f"/en/face/{face.pk}/").status_code == 404
    visitors.count_day("test-public")
    visitors.write_counts()


def end_every_message(society: Society, alma: Member) -> None:
    """Close what waits, and let its time run out."""
    with reading_as(society.pk):
        for message in lookups.inbox(alma):
            state = "spam" if message.state == "received" else "not_related"
            actions.screen(message, state=state, by=alma)
    with freeze_time(timezone.now() + timedelta(days=91)):
        jobs.close_old_messages.call()


def test_what_visitors_wrote_and_what_staff_keep_cannot_be_read_by_the_public_role(
    in_public: AsPublic, visitor: Client
) -> None:
    society, _alma, _boris = cast.society_with_boxes()
    with reading_as(society.pk):
        face = cast.stands(society)
    with in_public():
        send(visitor, face)
        for rows in (Message.objects, Notice.objects):
            with pytest.raises(ProgrammingError), transaction.atomic():
                rows.count()
        for change in ("DELETE FROM wall_face", "UPDATE wall_reply SET at = now()"):
            with (
                pytest.raises(ProgrammingError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(change)


def test_who_says_who_they_are_is_asked_and_sealed_without_a_key_and_read_by_the_staff_alone(
    in_public: AsPublic, visitor: Client
) -> None:
    society, alma, _boris = cast.society_with_boxes()
    with reading_as(society.pk):
        cast.heard(alma)
    with in_public():
        assert society.name in visitor.get(PAGE).content.decode()
        assert visitor.post(PAGE, {"society": society.code}).status_code == 200
        code = CODE.search(tell(visitor, society).content.decode())
        assert code
        assert "We have your message" in ask(visitor, code[1])
        with pytest.raises(ProgrammingError), transaction.atomic():
            Message.objects.count()
    with cast.at_the_desk(alma):
        [message] = lookups.inbox(alma)
        assert message.body["names"] == TOLD["names"]


def test_the_address_on_a_poster_works_without_a_key_and_the_rest_of_it_cannot_be_read(
    in_public: AsPublic, visitor: Client
) -> None:
    society, alma, boris = cast.society_with_boxes()
    _notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        other = cast.stands(society)
        poster = made(region_of(alma, society), [face], by=alma)
        actions.hang(poster, where="Hall", who="Chidi", since=timezone.localdate(), by=alma)
    with in_public():
        page = visitor.get(f"/en/?o=1&p={poster.issue.token}").content.decode()
        assert str(face.pk) in page
        assert str(other.pk) not in page
        for rows in (Region.objects, Poster.objects, Spot.objects, Hanging.objects):
            with pytest.raises(ProgrammingError), transaction.atomic():
                rows.count()


def test_without_a_society_staff_see_no_row_of_the_wall(
    as_public_role: AsPublic, visitor: Client
) -> None:
    society, alma, _boris = cast.society_with_boxes()
    with reading_as(society.pk):
        face = cast.stands(society)
    with as_public_role():
        send(visitor, face)
    assert not Message.objects.exists()
    assert lookups.showing() == []
    with reading_as(society.pk):
        assert len(lookups.inbox(alma)) == 1
        assert lookups.showing() == [face]
