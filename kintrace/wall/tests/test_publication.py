"""A face's way to the wall and off it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from kintrace.audit import lookups as audit
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.protection import actions as protection
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.tests.camera import TRACES
from kintrace.wall import actions, jobs, lookups, pictures
from kintrace.wall.actions.publication import (
    AlreadyUnderWay,
    NotReady,
    NotSomeone,
    SecondEyeNeeded,
)
from kintrace.wall.models import Face, Notice
from kintrace.wall.tests import cast
from tests import stored

State = Notice.State
House = tuple[Society, Member, Member]


def deeds(society: Society, about: UUID) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk) if entry.about == about]


def files() -> list[str]:
    return sorted(stored.faces())


@pytest.mark.usefixtures("either_store")
def test_a_face_walks_from_proposal_to_the_wall_and_every_step_is_written_down(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, boris = with_boxes
    notice, face, code = cast.put_up(alma, boris)
    assert notice.state == State.LIVE
    assert str(face.pk) in visitor.get("/en/?o=1").content.decode()
    assert visitor.get(f"/faces/{face.name}-160.webp").status_code == 200
    assert len(code) == 14
    steps = ["proposed_face", "consented_face", "cleared_face", "approved_face", "put_on_wall"]
    assert sorted(deeds(society, notice.pk)) == sorted(steps)


@pytest.mark.usefixtures("either_store")
def test_what_is_published_holds_pixels_and_nothing_the_camera_wrote(with_boxes: House) -> None:
    _society, alma, boris = with_boxes
    cast.put_up(alma, boris)
    assert [name[33:] for name in files()] == sorted(pictures.KEYS)
    assert not any(trace in held for held in stored.faces().values() for trace in TRACES)


def test_who_proposes_does_not_approve(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        with pytest.raises(SecondEyeNeeded):
            actions.approve(notice, by=alma)


@pytest.mark.database_bound
def test_the_database_too_refuses_one_person_in_both_roles(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.filter(pk=notice.pk).update(approved_by=alma)
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.filter(pk=notice.pk).update(state=State.LIVE)


@pytest.mark.parametrize(
    ("lacks", "stays"),
    [({"consents": False, "asked": False}, State.PROPOSED), ({"asked": False}, State.CONSENTED)],
)
def test_without_consent_or_risk_answers_nobody_can_approve(
    lacks: dict[str, Any], stays: str, with_boxes: House
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma, **lacks), alma)
        assert notice.state == stays
        with pytest.raises(NotAllowed):
            actions.approve(notice, by=boris)


def test_nothing_goes_up_that_was_not_approved(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        with pytest.raises(NotReady):
            actions.publish(notice, by=boris)
    assert not Face.objects.exists()
    assert not files()


def test_consent_taken_back_after_approval_stops_the_publishing(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        actions.approve(notice, by=boris)
        protection.withdraw(notice.subject, purpose=Purpose.PUBLISH, by=alma)
        with pytest.raises((NotAllowed, NotReady)):
            actions.publish(notice, by=boris)
    assert not files()


@pytest.mark.usefixtures("either_store")
def test_a_roll_back_leaves_neither_row_nor_picture(
    with_boxes: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, alma, boris = with_boxes

    class Fails(Exception):
        pass

    def fail(*_: object, **__: object) -> None:
        raise Fails

    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        actions.approve(notice, by=boris)
        monkeypatch.setattr("kintrace.wall.actions.publication.record", fail)
        with pytest.raises(Fails):
            actions.publish(notice, by=boris)
    assert not Face.objects.exists()
    assert not files()


@pytest.mark.usefixtures("either_store")
def test_what_a_later_roll_back_left_on_disk_is_swept_and_what_is_shown_stays(
    with_boxes: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    _society, alma, boris = with_boxes
    _notice, face, _code = cast.put_up(alma, boris)
    left = pictures.write(dict.fromkeys(pictures.KEYS, b"x"))
    jobs.sweep_pictures.call()
    assert len(files()) == 12
    monkeypatch.setattr(pictures, "STRAY_AFTER", -60)
    jobs.sweep_pictures.call()
    assert {name[:32] for name in files()} == {face.name} != {left}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"relations": []}, "whom"),
        ({"relations": ["enemy"]}, "whom"),
        ({"sex": "x"}, "woman or a man"),
        ({"age_band": "14"}, "under 15"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_sentence(
    said: dict[str, object], sentence: str, with_boxes: House
) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk), pytest.raises(NotSomeone, match=sentence):
        cast.proposed(cast.somebody(alma), alma, **said)


@pytest.mark.database_bound
def test_one_person_has_one_publication_under_way(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        subject = cast.somebody(alma)
        first = cast.proposed(subject, alma)
        with pytest.raises(AlreadyUnderWay):
            cast.proposed(subject, alma)
        actions.take_down(first, why=State.TAKEN_DOWN, by=alma)
        again = cast.proposed(subject, alma)
        assert lookups.notice_of(subject) == again


@pytest.mark.usefixtures("either_store")
def test_taken_down_it_is_gone_on_the_next_request_everywhere(
    with_boxes: House,
    visitor: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris)
    with django_capture_on_commit_callbacks(execute=True), reading_as(society.pk):
        ended = actions.take_down(notice, why=State.MATCHED, by=alma)
        again = actions.take_down(notice, why=State.EXPIRED, by=alma)
    assert ended.state == again.state == State.MATCHED
    assert str(face.pk) not in visitor.get("/en/?o=1").content.decode()
    assert visitor.get(f"/en/face/{face.pk}/").status_code == 404
    assert visitor.get(f"/faces/{face.name}-960.jpg").status_code == 404
    assert not files()
    assert deeds(society, notice.pk).count("took_down") == 1


def test_every_publication_gets_new_names(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    notice, face, code = cast.put_up(alma, boris)
    with reading_as(society.pk):
        actions.take_down(notice, why=State.EXPIRED, by=alma)
        again = cast.proposed(notice.subject, alma)
        actions.approve(again, by=boris)
        newer, new_code = actions.publish(again, by=boris)
    assert newer.pk != face.pk
    assert newer.name != face.name
    assert new_code != code


def test_a_hold_takes_the_face_down_at_once(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    notice, _face, _code = cast.put_up(alma, boris)
    with reading_as(society.pk):
        done = protection.put_on_hold(notice.subject, reason="Somebody asks for her.", by=alma)
        notice.refresh_from_db()
    assert notice.state == State.TAKEN_DOWN
    assert not Face.objects.exists()
    assert any("off the wall" in sentence for sentence in done)


@pytest.mark.usefixtures("either_store")
def test_consent_taken_back_takes_the_face_down_and_the_photo_with_it(
    with_boxes: House, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    society, alma, boris = with_boxes
    notice, _face, _code = cast.put_up(alma, boris)
    with django_capture_on_commit_callbacks(execute=True), reading_as(society.pk):
        protection.withdraw(notice.subject, purpose=Purpose.PUBLISH, by=alma)
        notice.refresh_from_db()
    assert notice.state == State.WITHDRAWN
    assert not Face.objects.exists()
    with reading_as(society.pk), pytest.raises(Http404):
        lookups.picture_of(notice)


@pytest.mark.usefixtures("either_store")
def test_erasing_the_person_leaves_no_face_no_record_and_no_photo(
    with_boxes: House, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    society, alma, boris = with_boxes
    notice, _face, _code = cast.put_up(alma, boris)
    with django_capture_on_commit_callbacks(execute=True), reading_as(society.pk):
        gone = protection.erase(notice.subject, why=WhyErased.ASKED, by=alma)
    assert gone
    assert not Face.objects.exists()
    assert not files()
    with reading_as(society.pk):
        assert lookups.notice_of(notice.subject) is None
        with pytest.raises((Http404, KeyNotAtHand)):
            lookups.picture_of(notice)


def test_a_face_comes_down_when_its_last_day_is_over(with_boxes: House, visitor: Client) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris)
    Face.objects.filter(pk=face.pk).update(live_until=timezone.localdate() - timedelta(days=1))
    assert visitor.get(f"/en/face/{face.pk}/").status_code == 404
    jobs.expire_faces.call(str(notice.live_until))
    with reading_as(society.pk):
        notice.refresh_from_db()
        assert notice.state == State.LIVE
    jobs.expire_faces.call(str(notice.live_until + timedelta(days=1)))
    with reading_as(society.pk):
        notice.refresh_from_db()
    assert notice.state == State.EXPIRED
    assert not Face.objects.exists()


def test_another_society_cannot_tell_that_a_publication_or_its_photo_exists(
    with_boxes: House,
) -> None:
    _society, alma, boris = with_boxes
    notice, _face, _code = cast.put_up(alma, boris)
    stranger = enlist(found("BG"), Role.OFFICER)
    with reading_as(stranger.society_id):
        with pytest.raises(Http404):
            lookups.notice_for(stranger, notice.pk)
        assert lookups.notices(stranger) == []
        with pytest.raises(KeyNotAtHand):
            lookups.picture_of(notice)
