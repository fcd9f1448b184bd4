"""A photo is taken while the store does not answer: said calmly, nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from botocore.config import Config
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.cases.actions import faces
from kintrace.cases.models import Case, CaseFile
from kintrace.cases.tests.conftest import SELAM, Scene, selams_case
from kintrace.cases.tests.papers import photo
from kintrace.demo import playing
from kintrace.vault.reader import reading_as
from kintrace.vault.stores import bucket, rest
from kintrace.vault.tests.camera import camera_jpeg
from kintrace.wall.models import Face
from tests import stored

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.tests.cast import SignIn
    from tests.lame_store import Lameness

SAID = {
    "en": "Photos and papers cannot be reached at the moment.",
    "ar": "لا يمكن الوصول إلى الصور والأوراق في هذه اللحظة.",
}
NOTE = "Her brother Yonas wrote it."
WRITES = frozenset({"PUT", "POST"})


@pytest.fixture(autouse=True)
def asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rest between two questions: that it rests is tested in the vault."""
    quick = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 1})
    monkeypatch.setattr(bucket, "_CALLS", bucket._CALLS.merge(quick))  # noqa: SLF001
    monkeypatch.setattr(rest, "LENGTH", 0.0)


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_photo_that_cannot_be_kept_is_asked_for_again_and_nothing_half_stands(
    language: str, lame: Lameness, scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    agreed(scene, case)
    at_desk = sign_in(client, scene.alma)
    lame.asked.clear()
    lame.fails, lame.after = WRITES, 2
    sent = SimpleUploadedFile("IMG_1.jpg", camera_jpeg(megapixels=0.4), "image/jpeg")
    answer = at_desk.post(
        f"/desk/cases/{case.pk}/photo/", {"photo": sent}, headers={"accept-language": language}
    )
    assert answer.status_code == 422
    assert SAID[language] in answer.content.decode()
    assert 'type="file"' in answer.content.decode(), "the form is there to try again"
    with scene.acting(scene.alma):
        case.refresh_from_db()
        assert not case.has_photo
    lame.forget()
    again = SimpleUploadedFile("IMG_1.jpg", camera_jpeg(megapixels=0.4), "image/jpeg")
    answer = at_desk.post(f"/desk/cases/{case.pk}/photo/", {"photo": again})
    assert answer.status_code == 302
    assert len(stored.sealed()) == 6


def agreed(scene: Scene, case: Case) -> None:
    with scene.acting(scene.alma):
        faces.consent(
            case,
            recognised=faces.Recognised("People from home.", "no"),
            scope=["wall"],
            how="spoken",
            until=timezone.localdate() + timedelta(days=30),
            by=scene.alma,
        )


def test_a_paper_that_cannot_be_kept_leaves_the_note_in_its_form(
    lame: Lameness, scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    at_desk = sign_in(client, scene.alma)
    lame.fails = WRITES
    said = {"kind": "letter", "note": NOTE, "about": ""}
    sent = SimpleUploadedFile("letter.jpg", photo(), "image/jpeg")
    answer = at_desk.post(f"/desk/cases/{case.pk}/files/add/", said | {"file": sent})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert SAID["en"] in page
    assert NOTE in page
    assert not CaseFile.objects.exists()


def test_what_cannot_be_put_up_now_is_said_and_counts_as_no_refusal(
    lame: Lameness, scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        playing.propose(case, SELAM, seed=1, by=scene.alma)
    with scene.acting(scene.omar):
        playing.approve(case, by=scene.omar)
    at_desk = sign_in(client, scene.alma)
    lame.asked.clear()
    lame.fails, lame.after = WRITES, 3
    answer = at_desk.post(f"/desk/cases/{case.pk}/put-up/")
    assert answer.status_code == 503
    assert SAID["en"] in answer.content.decode()
    assert not Face.objects.exists()
    with reading_as(scene.society.pk):
        deeds = [entry.deed for entry in audit.entries(scene.society.pk)]
    assert "put_on_wall" not in deeds
    assert "refused" not in deeds, "an outage is nobody's doing"
    lame.forget()
    assert at_desk.post(f"/desk/cases/{case.pk}/put-up/").status_code == 200
    assert Face.objects.exists()


def test_a_preview_that_cannot_be_fetched_is_no_crash(
    lame: Lameness, scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        playing.propose(case, SELAM, seed=1, by=scene.alma)
    at_desk = sign_in(client, scene.alma)
    lame.fails = frozenset({"GET", "HEAD"})
    assert at_desk.get(f"/desk/cases/{case.pk}/photo/whole.jpg").status_code == 503
    lame.forget()
    assert at_desk.get(f"/desk/cases/{case.pk}/photo/whole.jpg").status_code == 200
