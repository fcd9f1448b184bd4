"""Only a talk with the person renews a face; silence ends it. All under a moved clock."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.cases.actions import faces
from kintrace.cases.actions.ages import TooYoung
from kintrace.cases.actions.contacts import NoSuchContact, NotSaidByThem
from kintrace.cases.casefile import shown
from kintrace.cases.models import Case, Contact
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import (
    LASTS,
    NO,
    NOT_REACHED,
    Clock,
    asks,
    consented,
    day,
    go,
    latest,
    log,
    put_up,
    taken,
)
from kintrace.demo import playing
from kintrace.protection.lookups import agreed_until, is_held
from kintrace.protection.purposes import Scope
from kintrace.vault.reader import reading_as
from kintrace.wall import jobs
from kintrace.wall.lookups import showing
from kintrace.wall.terms import A_CHILDS_FACE_HANGS


def test_a_talk_renews_the_consent_the_notice_and_the_face(
    scene: Scene, hanging: Case, clock: Clock
) -> None:
    go(clock, 280)
    log(scene, hanging)
    last = day(580)
    with scene.acting(scene.alma):
        assert latest(hanging).live_until == last
        assert agreed_until(hanging.subject, Scope.WALL) == last
        deeds = [one.deed for one in audit.entries(scene.society.pk)]
    assert {"logged_contact", "renewed_face", "recorded_basis"} <= set(deeds)
    assert asks(scene) == []
    go(clock, 580)
    jobs.expire_faces.call()
    assert [face.live_until for face in showing()] == [last]
    go(clock, 581)
    assert showing() == []
    jobs.expire_faces.call()
    with scene.acting(scene.alma):
        assert latest(hanging).state == "expired"


def test_a_shorter_time_named_now_is_kept_to(scene: Scene, hanging: Case, clock: Clock) -> None:
    go(clock, 150)
    log(scene, hanging, until=day(180))
    assert [face.live_until for face in showing()] == [day(180)]
    with scene.acting(scene.alma):
        assert agreed_until(hanging.subject, Scope.WALL) == day(180)


@pytest.mark.parametrize("said", [NOT_REACHED, None], ids=["nobody was reached", "silence"])
def test_without_an_answer_the_face_comes_down_on_its_last_day(
    scene: Scene, hanging: Case, clock: Clock, said: dict[str, Any] | None
) -> None:
    go(clock, 295)
    if said:
        log(scene, hanging, **said)
    go(clock, LASTS)
    assert len(showing()) == 1
    go(clock, LASTS + 1)
    jobs.expire_faces.call()
    assert showing() == []
    with scene.acting(scene.alma):
        assert latest(hanging).state == "expired"


@pytest.mark.parametrize("partner", ["person", "other"])
def test_a_no_takes_the_face_down_at_once_whoever_says_it(
    scene: Scene, hanging: Case, partner: str
) -> None:
    log(scene, hanging, **NO, partner=partner)
    assert showing() == []
    with scene.acting(scene.alma):
        assert latest(hanging).state == "withdrawn"
        assert agreed_until(hanging.subject, Scope.WALL) is None


def test_a_no_on_the_last_night_still_takes_the_face_down(
    scene: Scene, hanging: Case, clock: Clock
) -> None:
    go(clock, LASTS + 1)  # the consent is over, and the daily duty has not come by yet
    log(scene, hanging, **NO)
    with scene.acting(scene.alma):
        assert latest(hanging).state == "withdrawn"


def test_who_is_afraid_now_is_on_hold_and_down(scene: Scene, hanging: Case) -> None:
    log(scene, hanging, outcome="afraid", until=None, note="A man asked for her.")
    assert showing() == []
    with scene.acting(scene.alma):
        assert is_held(hanging.subject)


def test_that_somebody_is_afraid_now_is_read_by_who_works_the_case_and_by_no_colleague(
    scene: Scene, hanging: Case
) -> None:
    log(scene, hanging, outcome="afraid", until=None, note="A man asked for her.")
    seen = {}
    for by in (scene.alma, scene.omar, scene.lena):
        with scene.acting(by):
            seen[by.sign_in] = len(shown(hanging, by=by)["talks"])
    assert seen == {"alma-nm": 1, "omar-nm": 0, "lena-nm": 0}


@pytest.mark.parametrize("partner", ["other", "nobody"])
def test_nobody_else_lets_a_face_hang_longer(scene: Scene, hanging: Case, partner: str) -> None:
    with pytest.raises((NotSaidByThem, NoSuchContact)):
        log(scene, hanging, partner=partner)
    with reading_as(scene.society.pk):
        assert not Contact.objects.exists()


@pytest.mark.parametrize("days", [-31, 1])
def test_a_talk_is_of_today_or_of_the_last_thirty_days(
    scene: Scene, hanging: Case, clock: Clock, days: int
) -> None:
    go(clock, 150)
    with pytest.raises(NoSuchContact):
        log(scene, hanging, day=day(150 + days))


def test_a_talk_adds_twelve_months_at_most(scene: Scene, hanging: Case) -> None:
    with pytest.raises(Exception, match="at most 366 days"):
        log(scene, hanging, until=timezone.localdate() + timedelta(days=400))


def test_a_child_is_renewed_for_three_months_on_the_guardians_word(
    scene: Scene, clock: Clock
) -> None:
    child = replace(SELAM, born=("2009", "gregorian"), age_band="15")  # 16 until the year ends
    with scene.acting(scene.alma):
        case = playing.open_a_case(child, by=scene.alma)
        _guardians(case, scene)
    go(clock, 80)
    with pytest.raises(TooYoung):
        log(scene, case, partner="guardian", until=day(80) + timedelta(days=93))
    with pytest.raises(NotSaidByThem):
        log(scene, case, partner="person", until=day(80) + A_CHILDS_FACE_HANGS)
    log(scene, case, partner="guardian", until=day(80) + A_CHILDS_FACE_HANGS)
    assert [face.live_until for face in showing()] == [day(80) + A_CHILDS_FACE_HANGS]


def _guardians(hanging: Case, scene: Scene) -> None:
    consented(hanging, by=scene.alma, how="guardian", until=day(90))
    taken(hanging, by=scene.alma)
    faces.propose(hanging, **put_up(), by=scene.alma)
    faces.decide(latest(hanging), agreed=True, by=scene.omar)
    faces.put_on_wall(hanging, by=scene.alma)


def test_a_talk_about_a_photo_that_does_not_hang_is_none(scene: Scene, clock: Clock) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    with pytest.raises(Http404):
        log(scene, case)


@pytest.mark.database_bound
def test_the_database_too_takes_a_longer_time_from_the_person_alone(
    scene: Scene, hanging: Case
) -> None:
    wrong = ({"partner": "other"}, {"until": None}, {"outcome": "no"})
    with reading_as(scene.society.pk):
        for one in wrong:
            row = {"partner": "person", "outcome": "wants", "until": day(9)} | one
            with pytest.raises(IntegrityError), transaction.atomic():
                Contact.objects.create(
                    society=scene.society, case=hanging, day=day(0), way="phone", **row
                )


@pytest.mark.database_bound
def test_what_was_said_lies_in_the_box_and_goes_with_the_case(scene: Scene, hanging: Case) -> None:
    log(scene, hanging, note="She moved to Valletta.")
    with reading_as(scene.society.pk):
        [kept] = Contact.objects.all()
        assert b"Valletta" not in bytes(kept.note_sealed)  # type: ignore[attr-defined]
        hanging.delete()
        assert not Contact.objects.exists()
