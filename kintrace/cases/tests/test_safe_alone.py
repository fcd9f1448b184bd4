"""Safe and well of who searches for nobody: kept like that of a case, and told in the same way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kintrace.cases import lookups
from kintrace.cases.actions import safe
from kintrace.cases.models import Case, SafeAndWell, SafeTag
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.test_safe import KNOWN, NAME, asked_often, asks, found, written
from kintrace.network.lookups import every_society
from kintrace.protection import actions as protection
from kintrace.protection import holders, jobs
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import is_known, texts_in_force
from kintrace.protection.purposes import Channel, Purpose, WhyErased
from kintrace.protection.refusals import InformationNotGiven, NotAllowed
from kintrace.protection.tests.given import CALM, read_on
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

pytestmark = pytest.mark.database_bound
TOLD = {"name": NAME, "year": "1990", "sentences": ["well"], "how": "spoken", "heard": "on"}
KEY = {"name": NAME, "year": "1990"}


def informed(scene: Scene) -> UUID:
    """Somebody who came to the desk and was asked about safety; of whom nothing else is kept."""
    subject, text = protection.new_subject(), texts_in_force(scene.society.pk)[0]
    protection.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=scene.chidi)
    protection.answer_risk(subject, answers=CALM, by=scene.chidi)
    return subject


def kept(scene: Scene, subject: UUID) -> SafeAndWell:
    said = ["well", "think"]
    return safe.write_alone(subject, known=KNOWN, sentences=said, how="spoken", by=scene.chidi)


@pytest.fixture
def subject(scene: Scene) -> UUID:
    with reading_as(scene.society.pk):
        return informed(scene)


@pytest.fixture
def entry(scene: Scene, subject: UUID) -> SafeAndWell:
    with reading_as(scene.society.pk):
        return kept(scene, subject)


def hold(scene: Scene, subject: UUID) -> None:
    protection.put_on_hold(subject, reason="An uncle asks.", by=scene.alma)


def take_back(scene: Scene, subject: UUID) -> None:
    protection.withdraw(subject, purpose=Purpose.MESSAGE, by=scene.alma)


def forbid(scene: Scene, subject: UUID) -> None:
    protection.register_do_not_find(subject, told={"by_whom": "an uncle"}, by=scene.alma)


def fear(scene: Scene, subject: UUID) -> None:
    others = {one.pk for one in every_society()} - {scene.society.pk}
    feared = NotWith(societies=frozenset(others))
    protection.change_not_with(subject, not_with=feared, by=scene.alma)


def erased(scene: Scene, subject: UUID) -> None:
    protection.erase(subject, by=scene.dora, why=WhyErased.ASKED)


HAPPENS = [hold, take_back, forbid, fear, erased]


def rows(scene: Scene) -> int:
    with reading_as(scene.society.pk):
        return SafeAndWell.objects.count() + SafeTag.objects.count()


# --- written down ---


def test_a_volunteer_writes_it_down_after_the_notice_and_the_questions_about_safety(
    scene: Scene, sign_in: SignIn
) -> None:
    chidi = sign_in(Client(), scene.chidi)
    assert "/desk/safe/new/" in chidi.get("/desk/new/").content.decode()
    with reading_as(scene.society.pk):
        text = texts_in_force(scene.society.pk)[0]
    assert chidi.post("/desk/safe/new/", {"channel": "read_aloud"}).status_code == 422
    given = {"text": str(text.pk), "channel": "read_aloud"}
    page = chidi.post("/desk/safe/new/", given)["Location"]
    safety = chidi.post(page, TOLD)["Location"]
    assert "/risk/?next=" in safety, "nothing is written down before"
    assert rows(scene) == 0
    answers = CALM | read_on(chidi.get(safety).content.decode())
    assert chidi.post(safety, answers)["Location"] == page
    assert chidi.post(page, TOLD | {"heard": ""}).status_code == 422
    assert chidi.post(page, TOLD)["Location"] == "/desk/"
    with reading_as(scene.society.pk):
        assert not Case.objects.exists()
    assert found(scene, NAME, year="1990") == 1
    alma = sign_in(Client(), scene.alma)
    assert "I am safe and well." in asks(alma, **KEY)


def test_nothing_is_kept_before_the_notice_and_the_questions_about_safety(scene: Scene) -> None:
    with reading_as(scene.society.pk):
        with pytest.raises(InformationNotGiven):
            kept(scene, protection.new_subject())
        heard, text = protection.new_subject(), texts_in_force(scene.society.pk)[0]
        protection.give_notice(heard, text=text, channel=Channel.PHONE, by=scene.chidi)
        with pytest.raises(NotAllowed):
            kept(scene, heard)
    assert rows(scene) == 0


def test_a_worry_stops_it_in_words_that_say_no_more(
    scene: Scene, subject: UUID, sign_in: SignIn
) -> None:
    with reading_as(scene.society.pk):
        protection.answer_risk(subject, answers=CALM | {"fled": "yes"}, by=scene.chidi)
    page = sign_in(Client(), scene.chidi).get(f"/desk/safe/new/{subject}/")
    assert page.status_code == 409
    assert "Somebody looks at this first." in page.content.decode()


def test_who_fears_somebody_is_not_asked_to_use_it(
    scene: Scene, there: Scene, entry: SafeAndWell, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        fear(scene, entry.subject)
        with pytest.raises(safe.SomebodyMustNotLearn):
            kept(scene, entry.subject)
    page = sign_in(Client(), scene.alma).get(f"/desk/safe/new/{entry.subject}/")
    assert page.status_code == 409


def test_it_is_no_door_to_who_has_one_of_their_own(
    scene: Scene, there: Scene, selams: Case, entry: SafeAndWell, sign_in: SignIn
) -> None:
    chidi, other = sign_in(Client(), scene.chidi), sign_in(Client(), there.alma)
    with reading_as(scene.society.pk):
        sought = lookups.sought_in(selams)[0].subject
    for one in (selams.subject, sought, uuid4()):
        assert chidi.get(f"/desk/safe/new/{one}/").status_code == 404
    assert chidi.get(f"/desk/safe/new/{entry.subject}/").status_code == 200
    for path in (f"new/{entry.subject}/", f"{entry.pk}/"):
        assert other.get(f"/desk/safe/{path}").status_code == 404


# --- told ---


@pytest.mark.parametrize("happens", HAPPENS)
def test_what_may_not_be_told_looks_like_what_is_not_known_and_takes_as_long(
    scene: Scene,
    there: Scene,
    entry: SafeAndWell,
    sign_in: SignIn,
    happens: Callable[[Scene, UUID], None],
) -> None:
    client = sign_in(Client(), scene.omar)
    assert "I am safe and well." in asks(client, **KEY)
    nothing = asks(client, name="Nobody Known", year="1990")
    assert asked_often(scene, NAME) == asked_often(scene, "Nobody Known")
    with scene.acting(scene.alma):
        happens(scene, entry.subject)
    assert asks(client, **KEY) == nothing
    assert asked_often(scene, NAME) == asked_often(scene, "Nobody Known")


def test_it_is_told_and_taken_back_at_its_page_and_nothing_is_left(
    scene: Scene, entry: SafeAndWell, sign_in: SignIn
) -> None:
    alma, here = sign_in(Client(), scene.alma), f"/desk/safe/{entry.pk}/"
    assert here in asks(alma, **KEY)
    assert alma.post(f"{here}told/").status_code == 302
    page = alma.get(here).content.decode()
    assert "The family was told" in page
    assert f"/desk/subjects/{entry.subject}/" in page
    assert alma.post(f"{here}end/")["Location"] == "/desk/safe/"
    assert rows(scene) == 0
    assert alma.get(here).status_code == 404


def test_the_page_of_who_has_a_case_is_that_of_the_case(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        entry = written(scene, selams)
    page = sign_in(Client(), scene.alma).get(f"/desk/safe/{entry.pk}/")
    assert page["Location"] == f"/desk/cases/{selams.pk}/"


# --- taken back, over, by right ---


@pytest.mark.parametrize("happens", [lambda *_: None, hold])
def test_the_person_takes_it_back_at_any_desk_and_nobody_learns_whether_there_was_anything(
    scene: Scene,
    entry: SafeAndWell,
    sign_in: SignIn,
    happens: Callable[[Scene, UUID], None],
) -> None:
    with scene.acting(scene.alma):
        happens(scene, entry.subject)
    chidi, back = sign_in(Client(), scene.chidi), "/desk/safe/take-back/"
    assert chidi.post(back, KEY).status_code == 422, "only the person themself"
    said = KEY | {"alone": "on"}
    unknown = chidi.post(back, said | {"name": "Nobody Known"}, follow=True).content.decode()
    assert rows(scene) > 0
    known = chidi.post(back, said, follow=True).content.decode()
    assert rows(scene) == 0
    for page in (known, unknown):
        assert "If anything was to be told, it is over" in page


def test_the_database_is_asked_as_often_whatever_is_taken_back(
    scene: Scene, entry: SafeAndWell
) -> None:
    assert taking_back(scene, "Nobody Known") == taking_back(scene, NAME)
    assert rows(scene) == 0


def taking_back(scene: Scene, name: str) -> int:
    with (
        reading_as(scene.society.pk, member=scene.chidi.pk),
        CaptureQueriesContext(connection) as asked,
    ):
        safe.take_back(safe.Known(name, year="1990"), by=scene.chidi)
    return len(asked)


def test_it_is_over_after_twelve_months_and_then_the_person_is_forgotten(
    clock: FrozenDateTimeFactory, scene: Scene, entry: SafeAndWell
) -> None:
    clock.tick(timedelta(days=365))
    jobs.expire.call()
    assert found(scene, NAME, year="1990") == 1
    clock.tick(timedelta(days=1))
    jobs.expire.call()
    assert rows(scene) == 0
    with reading_as(scene.society.pk):
        assert "ሰላም ተስፋይ" not in all_that_opens()
        assert not is_known(entry.subject)


def test_a_copy_has_what_is_told_and_what_has_to_be_known_for_it(
    scene: Scene, entry: SafeAndWell
) -> None:
    with reading_as(scene.society.pk):
        lines = " ".join(line.value for line in holders.copy(entry.subject))
        assert holders.page(entry.subject) == f"/desk/safe/{entry.pk}/"
        assert NAME not in holders.label(entry.subject)
    for kept_of_them in ("I am safe and well.", NAME, "ሰላም ተስፋይ", "1990", "Tesfay"):
        assert kept_of_them in lines


def test_who_says_it_anew_is_told_once(scene: Scene, entry: SafeAndWell) -> None:
    with reading_as(scene.society.pk):
        kept(scene, entry.subject)
    assert found(scene, NAME, year="1990") == 1
