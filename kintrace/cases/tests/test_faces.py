from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.cases.actions import faces
from kintrace.cases.actions.ages import TooYoung
from kintrace.cases.actions.faces import ConsentMissing, NotSaidWhy
from kintrace.cases.models import Case
from kintrace.cases.tests.conftest import SELAM, Scene, selams_case
from kintrace.demo import playing
from kintrace.network.tests.cast import SignIn
from kintrace.protection.actions import put_on_hold, register_do_not_find, withdraw
from kintrace.protection.purposes import Purpose, TextKind
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.spoken import require_words
from kintrace.protection.tests.given import read_on
from kintrace.vault import safe_files
from kintrace.vault.tests.camera import camera_jpeg
from kintrace.wall.actions.publication import NotReady, SecondEyeNeeded
from kintrace.wall.lookups import notice_of, showing

ASKED = {"who": "People from home.", "danger": "no"}
NOBODY_DANGEROUS = faces.Recognised("People from home.", "no")


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


def test_consent_to_posters_neither_opens_the_wall_nor_lengthens_it(
    scene: Scene, case: Case
) -> None:
    today = timezone.localdate()
    short, long = today + timedelta(days=30), today + timedelta(days=300)
    with scene.acting(scene.alma):
        faces.consent(
            case,
            recognised=NOBODY_DANGEROUS,
            scope=["posters"],
            how="spoken",
            until=long,
            by=scene.alma,
        )
        with pytest.raises(ConsentMissing):
            faces.require_consent(case)
        faces.consent(
            case,
            recognised=NOBODY_DANGEROUS,
            scope=["wall"],
            how="spoken",
            until=short,
            by=scene.alma,
        )
        assert faces.require_consent(case) == short


def proposed(scene: Scene, case: Case) -> None:
    with scene.acting(scene.alma):
        playing.propose(case, SELAM, seed=1, by=scene.alma)


def test_no_photo_is_kept_before_the_person_agreed(scene: Scene, case: Case) -> None:
    with scene.acting(scene.alma), pytest.raises(ConsentMissing):
        faces.keep_photo(case, photo=camera_jpeg(megapixels=0.4), by=scene.alma)


@freeze_time("2026-06-15 12:00")
@pytest.mark.parametrize(
    ("age", "how", "days", "agreed"),
    [
        (14, "guardian", 60, False),
        (15, "spoken", 60, True),  # and then two members sign: test_sign_offs.py
        (15, "spoken", 200, False),
        (17, "guardian", 200, False),
        (17, "guardian", 60, True),
        (18, "spoken", 200, True),
    ],
)
def test_a_childs_consent_lasts_three_months_and_is_none_before_fifteen(
    scene: Scene, age: int, how: str, days: int, *, agreed: bool
) -> None:
    today = timezone.localdate()
    # Of a year alone the last day counts: in June, born in 2011 may still be 14.
    child = replace(SELAM, born=(str(today.year - age - 1), "gregorian"))
    with scene.acting(scene.alma):
        case = playing.open_a_case(child, by=scene.alma)
        until = today + timedelta(days=days)
        with nullcontext() if agreed else pytest.raises(TooYoung):
            faces.consent(
                case,
                recognised=NOBODY_DANGEROUS,
                scope=["wall"],
                how=how,
                until=until,
                by=scene.alma,
            )


def test_whoever_proposes_a_face_cannot_approve_it(scene: Scene, case: Case) -> None:
    proposed(scene, case)
    with scene.acting(scene.alma):
        notice = notice_of(case.subject)
        assert notice is not None
        with pytest.raises(SecondEyeNeeded):
            faces.decide(notice, agreed=True, by=scene.alma)


def test_a_face_is_not_shown_before_the_second_eye(scene: Scene, case: Case) -> None:
    proposed(scene, case)
    with scene.acting(scene.alma), pytest.raises(NotReady):
        faces.put_on_wall(case, by=scene.alma)
    assert showing() == []


def test_a_face_sent_back_may_be_proposed_anew(scene: Scene, case: Case) -> None:
    proposed(scene, case)
    with scene.acting(scene.omar):
        notice = notice_of(case.subject)
        assert notice is not None
        with pytest.raises(NotSaidWhy):
            faces.decide(notice, agreed=False, by=scene.omar)
        faces.decide(notice, agreed=False, declined="picture", by=scene.omar)
    proposed(scene, case)


def on_the_wall(scene: Scene, case: Case) -> str:
    proposed(scene, case)
    with scene.acting(scene.omar):
        playing.approve(case, by=scene.omar)
    with scene.acting(scene.alma):
        return faces.put_on_wall(case, by=scene.alma)[1]


def test_a_withdrawal_takes_the_face_down_at_once(scene: Scene, case: Case) -> None:
    on_the_wall(scene, case)
    assert len(showing()) == 1
    with scene.acting(scene.alma):
        withdraw(case.subject, purpose=Purpose.PUBLISH, by=scene.alma)
    assert showing() == []


def test_a_hold_stops_an_approved_face(scene: Scene, case: Case) -> None:
    proposed(scene, case)
    with scene.acting(scene.omar):
        playing.approve(case, by=scene.omar)
        put_on_hold(case.subject, reason="someone listened", by=scene.omar)
    with scene.acting(scene.alma), pytest.raises((NotAllowed, NotReady)):
        faces.put_on_wall(case, by=scene.alma)
    assert showing() == []


def test_what_the_camera_wrote_is_not_kept_even_sealed(scene: Scene, case: Case) -> None:
    with scene.acting(scene.alma):
        playing.propose(case, SELAM, seed=1, by=scene.alma)
        faces.keep_photo(case, photo=camera_jpeg(megapixels=0.4), by=scene.alma)
        kept = safe_files.fetch(file=case.file, name=faces.PHOTO)
    assert b"Exif" not in kept
    assert b"GPS" not in kept


def test_who_does_not_want_to_be_found_is_asked_for_no_photo_in_the_words_of_a_hold(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        told = {"names": "Selam", "by_whom": "her uncle"}
        register_do_not_find(case.subject, told=told, by=scene.alma)
    at_desk = sign_in(client, scene.omar)
    for step in ("consent", "photo", "propose"):
        page = at_desk.get(f"/desk/cases/{case.pk}/{step}/").content.decode()
        assert "Ask nothing more now, and take no photo." in page


def test_a_danger_leads_to_the_case_and_no_photo_is_asked_for_or_kept(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, scene.alma)
    here = f"/desk/cases/{case.pk}/"
    danger = {"who": "Men of that village.", "danger": "yes"}
    agreed = danger | {"scope": ["wall"], "months": "6", "how": "spoken", "understood": "on"}
    agreed |= read_on(at_desk.get(f"{here}consent/").content.decode())
    told = at_desk.post(f"{here}consent/", agreed, follow=True)
    assert told.redirect_chain == [(here, 302)]
    says = "Ask nothing more now, and take no photo."
    assert says in told.content.decode()
    photo = SimpleUploadedFile("IMG_1.jpg", camera_jpeg(megapixels=0.4), "image/jpeg")
    for answer in (at_desk.get(f"{here}photo/"), at_desk.post(f"{here}photo/", {"photo": photo})):
        assert answer.status_code == 409
        assert says in answer.content.decode()
        assert 'type="file"' not in answer.content.decode()
    with scene.acting(scene.alma):
        case.refresh_from_db()
        assert not case.has_photo


def test_the_way_to_the_wall_page_by_page(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, scene.alma)
    here = f"/desk/cases/{case.pk}/"
    agreed = ASKED | {"scope": ["wall"], "months": "6", "how": "spoken", "understood": "on"}
    agreed |= read_on(at_desk.get(f"{here}consent/").content.decode())
    assert at_desk.post(f"{here}consent/", agreed).status_code == 302
    photo = SimpleUploadedFile("IMG_1.jpg", camera_jpeg(megapixels=0.4), "image/jpeg")
    assert at_desk.post(f"{here}photo/", {"photo": photo}).status_code == 302
    assert at_desk.get(f"{here}photo/upper.jpg").headers["Content-Type"] == "image/jpeg"
    shown = {"frame": "upper", "relations": ["brother"], "sex": "woman", "age_band": "25"}
    assert at_desk.post(f"{here}propose/", shown).status_code == 302
    omar = sign_in(Client(), scene.omar)
    with scene.acting(scene.omar):
        notice = notice_of(case.subject)
    assert notice is not None
    assert omar.get(f"/desk/second-eye/{notice.pk}/picture.jpg").status_code == 200
    assert omar.post(f"/desk/second-eye/{notice.pk}/", {"approve": "1"}).status_code == 302
    put_up = at_desk.post(f"{here}put-up/")
    assert 'class="code"' in put_up.content.decode()
    assert len(showing()) == 1
    down = at_desk.post(f"{here}take-down/", {"why": "withdrawn"})
    assert down.status_code == 302
    assert showing() == []


def test_approved_words_stand_above_the_question_and_none_lose_nothing_typed(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, scene.alma)
    here = f"/desk/cases/{case.pk}/consent/"
    with scene.acting(scene.alma):
        words = require_words(case.subject, TextKind.CONSENT)
    page = at_desk.get(here).content.decode()
    assert words.pictures[0][1] in page
    agreed = ASKED | {"scope": ["wall"], "months": "6", "how": "spoken", "understood": "on"}
    for read in ({"read": str(case.pk)}, {}):  # others, or none at all, stood on the page
        older = at_desk.post(here, agreed | read)
        assert older.status_code == 422
        assert ASKED["who"] in older.content.decode()
    assert at_desk.post(here, agreed | {"read": str(words.pk)}).status_code == 302


def test_a_photo_that_is_too_large_is_said_to_be(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, scene.alma)
    heavy = SimpleUploadedFile("IMG_2.jpg", bytes(17 * 1024 * 1024), "image/jpeg")
    refused = at_desk.post(f"/desk/cases/{case.pk}/photo/", {"photo": heavy})
    assert refused.status_code == 422
    assert "larger than 15 MB" in refused.content.decode()


def test_a_file_that_is_no_photo_is_refused_with_a_sentence(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, scene.alma)
    agreed = ASKED | {"scope": ["wall"], "months": "6", "how": "spoken", "understood": "on"}
    here = f"/desk/cases/{case.pk}/consent/"
    at_desk.post(here, agreed | read_on(at_desk.get(here).content.decode()))
    fake = SimpleUploadedFile("me.jpg", b"this is a letter", "image/jpeg")
    refused = at_desk.post(f"/desk/cases/{case.pk}/photo/", {"photo": fake})
    assert refused.status_code == 422
    assert "not a photo" in refused.content.decode()
