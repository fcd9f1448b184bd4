"""Ages on the way to the wall: every way in, and what is told of an age later."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.cases.actions import ages, faces
from kintrace.cases.actions.ages import TooYoung
from kintrace.cases.actions.faces import Decided, Looks, RecognitionNotAsked
from kintrace.cases.models import Case
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import consented, latest, put_up, taken
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.models import Member
from kintrace.network.tests.cast import SignIn, enlist
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.lookups import person_of
from kintrace.people.told import Birth
from kintrace.protection.actions import lift_hold
from kintrace.protection.lookups import holds_in_force
from kintrace.vault.reader import reading_as
from kintrace.wall.actions.publication import SecondEyeNeeded
from kintrace.wall.lookups import showing
from kintrace.wall.terms import A_CHILDS_FACE_HANGS, Terms

WHY = "The aunt is all there is."


def born_years_ago(years: int) -> str:
    """A year of birth by which the person is at least so old, on every day of this year."""
    return str(timezone.localdate().year - years - 1)


def a_case(scene: Scene, age: int | None) -> Case:
    """A case of somebody of this age; None: no birth was told."""
    person = replace(SELAM, born=(born_years_ago(age) if age else "", "gregorian"), age_band="15")
    with scene.acting(scene.alma):
        return playing.open_a_case(person, by=scene.alma)


def proposed(scene: Scene, case: Case, *, how: str = "spoken", by: Member | None = None) -> None:
    """Chidi's colleague Lena took the photo, Alma proposes."""
    with scene.acting(scene.lena):
        consented(case, how=how, by=scene.lena)
        taken(case, by=scene.lena)
    with scene.acting(scene.alma):
        faces.propose(case, **put_up(), by=by or scene.alma)


def decide(scene: Scene, case: Case, by: Member, **said: object) -> Decided:
    with scene.acting(by):
        return faces.decide(latest(case), agreed=True, by=by, **said)  # type: ignore[arg-type]


def correct(scene: Scene, case: Case, years: int) -> bool:
    year = int(born_years_ago(years))
    born = Birth.told(
        str(year), Said(year=year), calendar=Calendar.GREGORIAN, precision=Precision.YEAR
    )
    with scene.acting(scene.alma):
        told = replace(person_of(case.subject).told, births=(born,))
        return ages.correct(case.subject, told=told, by=scene.alma)


def test_a_child_without_a_guardian_waits_for_two_who_did_not_take_the_photo(
    scene: Scene,
) -> None:
    case = a_case(scene, 16)
    proposed(scene, case)
    carla = enlist(scene.society, Role.CHILD_PROTECTION)
    with pytest.raises(SecondEyeNeeded):
        decide(scene, case, scene.lena, because=WHY)  # she took it
    assert decide(scene, case, scene.omar, because=WHY) is Decided.SIGNED_ONCE
    with reading_as(scene.society.pk, member=carla.pk):
        assert faces.decide(latest(case), agreed=True, by=carla, because=WHY) is Decided.APPROVED
    with scene.acting(scene.alma):
        faces.put_on_wall(case, by=scene.alma)
        assert latest(case).live_until <= timezone.localdate() + A_CHILDS_FACE_HANGS
    assert len(showing()) == 1


def test_a_guardians_consent_needs_one_second_eye(scene: Scene) -> None:
    case = a_case(scene, 16)
    proposed(scene, case, how="guardian")
    assert latest_terms(scene, case) == Terms.GUARDIAN
    assert decide(scene, case, scene.omar) is Decided.APPROVED


def latest_terms(scene: Scene, case: Case) -> str:
    with scene.acting(scene.alma):
        return latest(case).terms


@pytest.mark.parametrize(
    ("looks", "terms", "decided"),
    [
        (Looks(fifteen=True, eighteen=True), Terms.ADULT, Decided.APPROVED),
        (Looks(fifteen=True, eighteen=False), Terms.BEST_INTEREST, Decided.JUDGED),
        (Looks(fifteen=False, eighteen=False), Terms.UNSAID, Decided.TOO_YOUNG),
        (Looks(fifteen=False, eighteen=True), Terms.UNSAID, Decided.TOO_YOUNG),
    ],
)
def test_whose_birth_nobody_told_is_judged_by_the_second_eye_and_unsure_is_a_child(
    scene: Scene, looks: Looks, terms: Terms, decided: Decided
) -> None:
    case = a_case(scene, None)
    proposed(scene, case)
    assert decide(scene, case, scene.omar, looks=looks) is decided
    with scene.acting(scene.alma):
        notice = latest(case)
        assert notice.terms == terms
        assert (notice.ended is not None) is (decided is Decided.TOO_YOUNG)
        assert (notice.state == "approved") is (decided is Decided.APPROVED)


@pytest.mark.parametrize("later", [14, 16])
@pytest.mark.parametrize("state", ["proposed", "approved", "live"])
def test_a_face_that_no_longer_fits_the_age_comes_down_when_the_birth_is_corrected(
    scene: Scene, later: int, state: str
) -> None:
    case = a_case(scene, 30)
    proposed(scene, case)
    if state != "proposed":
        decide(scene, case, scene.omar)
    if state == "live":
        with scene.acting(scene.alma):
            faces.put_on_wall(case, by=scene.alma)
    assert correct(scene, case, later)
    assert showing() == []
    with scene.acting(scene.alma):
        assert latest(case).state == "taken_down"


def test_a_correction_that_changes_nothing_for_the_wall_leaves_the_face_up(scene: Scene) -> None:
    case = a_case(scene, 30)
    proposed(scene, case)
    assert not correct(scene, case, 40)


def test_who_grows_older_on_paper_than_a_child_is_asked_anew_and_not_shown_as_one(
    scene: Scene,
) -> None:
    case = a_case(scene, 16)
    proposed(scene, case)
    assert not correct(scene, case, 30)
    assert decide(scene, case, scene.omar, because=WHY) is Decided.SIGNED_ONCE


@pytest.mark.parametrize("at", ["consent", "propose", "decide", "put up"])
def test_nobody_who_may_be_under_fifteen_gets_by_any_door(
    scene: Scene, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person is told to be 30 up to the door, and 14 when it is reached, by another way in."""
    case = a_case(scene, 30)
    doors = ("consent", "propose", "decide", "put up")
    for door in doors:
        if door == at:
            monkeypatch.setattr(ages, "_least_age", lambda _subject: 14)
            with pytest.raises(TooYoung):
                go_through(scene, case, door)
            break
        go_through(scene, case, door)
    assert showing() == []


def go_through(scene: Scene, case: Case, door: str) -> None:
    by = scene.omar if door == "decide" else scene.alma
    with scene.acting(by):
        if door == "consent":
            consented(case, by=by)
            taken(case, by=by)
        elif door == "propose":
            faces.propose(case, **put_up(), by=by)
        elif door == "decide":
            faces.decide(latest(case), agreed=True, by=by)
        else:
            faces.put_on_wall(case, by=by)


def test_the_pages_of_two_who_sign(scene: Scene, sign_in: SignIn, client: Client) -> None:
    case = a_case(scene, 16)
    proposed(scene, case)
    with scene.acting(scene.alma):
        notice = latest(case)
    here = f"/desk/second-eye/{notice.pk}/"
    omar = sign_in(client, scene.omar)
    assert omar.post(here, {"approve": "1"}).status_code == 422  # a reason is asked
    assert omar.post(here, {"approve": "1", "because": WHY}).status_code == 302
    at_desk = sign_in(Client(), scene.alma)
    assert "waits for sign-off 2 of 2" in at_desk.get(f"/desk/cases/{case.pk}/").content.decode()
    lena = sign_in(Client(), scene.lena)  # took the photo
    page = lena.get("/desk/second-eye/").content.decode()
    assert "You took the photo or signed already" in page
    assert lena.post(here, {"approve": "1", "because": WHY}).status_code == 409


def test_a_child_under_fifteen_is_refused_before_anything_is_asked(
    scene: Scene, sign_in: SignIn, client: Client
) -> None:
    case = a_case(scene, 13)
    answer = sign_in(client, scene.alma).get(f"/desk/cases/{case.pk}/consent/")
    assert answer.status_code == 409
    assert "No child under 15 is shown on the wall." in answer.content.decode()


def test_a_child_of_sixteen_is_asked_for_three_months_at_most(
    scene: Scene, sign_in: SignIn, client: Client
) -> None:
    case = a_case(scene, 16)
    page = sign_in(client, scene.alma).get(f"/desk/cases/{case.pk}/consent/").content.decode()
    assert "3 months" in page
    assert "12 months" not in page


# --- who may recognise the person ---


def test_no_consent_without_the_answer_and_no_proposal_of_who_was_never_asked(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_case(scene, 30)
    with scene.acting(scene.alma):
        consented(case, by=scene.alma)
        taken(case, by=scene.alma)
        # A consent from before the question was asked: as if nobody had.
        monkeypatch.setattr(faces, "who_recognises", lambda _subject: None)
        with pytest.raises(RecognitionNotAsked):
            faces.propose(case, **put_up(), by=scene.alma)


@pytest.mark.parametrize("danger", ["yes", "unsure"])
def test_a_danger_stops_everything_until_the_protection_team_has_decided(
    scene: Scene, danger: str
) -> None:
    case = a_case(scene, 30)
    with scene.acting(scene.alma):
        asked = faces.Recognised("Men of that village.", danger)
        until = timezone.localdate() + timedelta(days=60)
        faces.consent(
            case, recognised=asked, scope=["wall"], how="spoken", until=until, by=scene.alma
        )
        with pytest.raises(faces.TakeNoPhoto):
            taken(case, by=scene.alma)
        assert not case.has_photo
    with scene.acting(scene.dora):
        [hold] = holds_in_force(case.subject)
        lift_hold(hold, because="They moved away.", by=scene.dora)
    with scene.acting(scene.alma):
        taken(case, by=scene.alma)
        faces.propose(case, **put_up(), by=scene.alma)
    assert decide(scene, case, scene.omar) is Decided.APPROVED


def test_the_case_remembers_who_took_the_photo(scene: Scene) -> None:
    case = a_case(scene, 30)
    with scene.acting(scene.lena):
        consented(case, by=scene.lena)
        taken(case, by=scene.lena)
        case.refresh_from_db()
        assert case.photo_by_id == scene.lena.pk
