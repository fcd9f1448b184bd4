"""The wall while the store of pictures does not answer: hidden at once, deleted when it can be."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest
from botocore.config import Config
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kintrace.network.tests.cast import work_off
from kintrace.vault import stores
from kintrace.vault.jobs import AGAIN_AFTER
from kintrace.vault.reader import reading_as
from kintrace.vault.stores import StoreAway, bucket, rest
from kintrace.wall import actions, gone, jobs, pictures, purging
from kintrace.wall.models import Face, Notice
from kintrace.wall.terms import Declined
from kintrace.wall.tests import cast
from tests import stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

    from kintrace.network.models import Member, Society
    from tests.lame_store import Lameness

    House = tuple[Society, Member, Member]

State = Notice.State
ALL = frozenset({"GET", "HEAD", "PUT", "POST", "DELETE"})


@pytest.fixture(autouse=True)
def asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rest between two questions: that it rests is tested in the vault."""
    quick = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 1})
    monkeypatch.setattr(bucket, "_CALLS", bucket._CALLS.merge(quick))  # noqa: SLF001
    monkeypatch.setattr(rest, "LENGTH", 0.0)


def later_jobs() -> None:
    """What was put off is due now."""
    DBTaskResult.objects.update(run_after=timezone.now())
    work_off()


def test_taking_down_needs_no_store_and_the_pictures_go_when_it_is_back(
    lame: Lameness,
    with_boxes: House,
    visitor: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris)
    lame.fails = ALL
    with django_capture_on_commit_callbacks(execute=True), reading_as(society.pk):
        assert actions.take_down(notice, why=State.WITHDRAWN, by=alma).state == State.WITHDRAWN
    assert visitor.get(f"/en/face/{face.pk}/").status_code == 404
    assert visitor.get(f"/faces/{face.name}-320.jpg").status_code == 404
    waiting = list(DBTaskResult.objects.all())
    assert {job.task_path.rpartition(".")[2] for job in waiting} == {"lose_and_purge", "lose_file"}
    DBTaskResult.objects.all().delete()  # they are begun: what is asked for from now on is another
    for job in waiting:
        job.task.call(*job.args_kwargs["args"])
    soon = timezone.now(), timezone.now() + AGAIN_AFTER
    assert DBTaskResult.objects.filter(run_after__range=soon).count() == 2
    lame.forget()
    assert stored.faces()
    assert stored.sealed(), "the photo of somebody who took the consent back goes, too"
    later_jobs()
    assert stored.faces() == stored.sealed() == {}
    assert [job.task_path for job in DBTaskResult.objects.all()] == []


def test_a_job_that_never_ran_is_made_good_by_the_sweep(
    lame: Lameness, with_boxes: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, alma, boris = with_boxes
    notice, _face, _code = cast.put_up(alma, boris)
    lame.fails = ALL
    with reading_as(society.pk):
        actions.take_down(notice, why=State.TAKEN_DOWN, by=alma)
    with pytest.raises(StoreAway):
        jobs.sweep_pictures.call()  # the duty failed, falls due again and is told of
    lame.forget()
    monkeypatch.setattr(pictures, "STRAY_AFTER", -60)
    jobs.sweep_pictures.call()
    assert stored.faces() == {}


@pytest.mark.parametrize("through", [0, 2])
def test_a_store_that_fails_in_the_middle_of_publishing_leaves_nothing_on_the_wall(
    through: int, lame: Lameness, with_boxes: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        actions.approve(notice, by=boris)
        lame.asked.clear()
        lame.fails, lame.after = frozenset({"PUT", "POST"}), through
        with pytest.raises(StoreAway):
            actions.publish(notice, by=boris)
        notice.refresh_from_db()
        assert not Face.objects.exists()
    assert notice.state == State.APPROVED
    assert lame.asked.count("PUT") == through + 1
    lame.forget()
    monkeypatch.setattr(pictures, "STRAY_AFTER", -60)
    jobs.sweep_pictures.call()
    assert stored.faces() == {}, "and what got through is swept"
    with reading_as(society.pk):
        actions.publish(notice, by=boris)
    assert len(stored.faces()) == len(pictures.KEYS)


def test_nobody_approves_a_face_that_nobody_can_see_at_the_moment(
    lame: Lameness, with_boxes: House
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        lame.fails = frozenset({"GET", "HEAD"})
        with pytest.raises(StoreAway):
            actions.approve(notice, by=boris)
        notice.refresh_from_db()
        assert notice.state == State.CLEARED
        actions.send_back(notice, because=Declined.PICTURE, by=boris)
        notice.refresh_from_db()
        assert notice.is_ended, "to say no one need not see it again"


def test_a_picture_that_cannot_be_fetched_is_said_to_come_later_and_the_page_stands(
    lame: Lameness, society: Society, visitor: Client
) -> None:
    with reading_as(society.pk):
        face = cast.stands(society)
    lame.fails = ALL
    answer = visitor.get(f"/faces/{face.name}-320.jpg")
    assert answer.status_code == 503
    assert answer["Cache-Control"] == "no-store"
    assert answer["Retry-After"]
    assert answer.content == b""
    page = visitor.get(f"/en/face/{face.pk}/")
    assert page.status_code == 200
    assert "Photo of the person searching" in page.content.decode()


def test_a_face_that_is_down_is_not_even_looked_for_in_the_store(
    lame: Lameness, society: Society, visitor: Client
) -> None:
    with reading_as(society.pk):
        face = cast.stands(society)
        Face.objects.filter(pk=face.pk).delete()
    lame.asked.clear()
    assert visitor.get(f"/faces/{face.name}-320.jpg").status_code == 404
    assert lame.asked == []


# --- what keeps copies in front of us ---


@contextmanager
def cache(*answers: int) -> Iterator[tuple[str, list[str]]]:
    """A cache that answers PURGE like this, and what it was asked for."""
    asked: list[str] = []

    class Hand(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            asked.append(self.path)
            self.send_response_only(answers[min(len(asked), len(answers)) - 1])
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Nothing is said of requests."""

    with HTTPServer(("127.0.0.1", 0), Hand) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{listening.server_address[1]}", asked
        finally:
            listening.shutdown()


def test_every_cache_is_asked_to_forget_the_six_pictures_and_learns_no_more(
    with_boxes: House, settings: Settings
) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris)
    with cache(200) as (one, first), cache(404) as (other, second):
        settings.PURGE = [one, f"{other}/inner"]
        with reading_as(society.pk):
            actions.take_down(notice, why=State.TAKEN_DOWN, by=alma)
        work_off()
    assert first == [f"/faces/{face.name}-{key}" for key in pictures.KEYS]
    assert second == [f"/inner{path}" for path in first]


def test_a_cache_that_does_not_forget_is_asked_again_and_keeps_no_other_from_it(
    settings: Settings, db: None
) -> None:
    name = "0" * 32
    with cache(500, 200) as (refuses, _asked), cache(200) as (forgets, asked):
        settings.PURGE = ["http://127.0.0.1:9", refuses, forgets]
        assert not purging.purge(name)
        assert len(asked) == len(pictures.KEYS)
        with pytest.raises(gone.CacheAway):  # the queue tries again, later each time
            gone.lose_and_purge.call(name)
        settings.PURGE = [refuses, forgets]
        assert purging.purge(name)


def test_a_picture_is_deleted_also_where_no_cache_answers(settings: Settings, db: None) -> None:
    name = pictures.write(dict.fromkeys(pictures.KEYS, b"x"))
    settings.PURGE = ["http://127.0.0.1:9"]
    with pytest.raises(gone.CacheAway):
        gone.lose_and_purge.call(name)
    assert list(stores.faces().lying()) == []
