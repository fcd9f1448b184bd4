"""Safe and well: told to who knows a person well enough, and to nobody else."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import safe
from kintrace.cases.models import SafeAndWell, SafeTag
from kintrace.cases.safe_words import Sentence, State
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.red_cross_ways import erased, fear, hold, take_back
from kintrace.protection.actions import change_not_with, register_do_not_find
from kintrace.protection.circles import NotWith
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

pytestmark = pytest.mark.database_bound
NAME = "Selam Tesfay"
KNOWN = safe.Known(NAME, "ሰላም ተስፋይ", "1990", "Tesfay")


@pytest.fixture
def entry(scene: Scene, selams: Case) -> SafeAndWell:
    with scene.acting(scene.alma):
        return written(scene, selams)


def written(scene: Scene, case: Case) -> SafeAndWell:
    said = ["well", "think"]
    return safe.write(case, known=KNOWN, sentences=said, how="spoken", by=scene.alma)


def found(scene: Scene, name: str, *, year: str = "", father: str = "") -> int:
    with reading_as(scene.society.pk):
        tags = safe.Known(name, year=year, father=father).tags()
        return len(lookups.safe_found(scene.alma, tags))


def asks(client: Client, **said: str) -> str:
    page = client.post("/desk/safe/", said).content.decode()
    return re.sub(r'(value|csrfmiddlewaretoken" value)="[^"]*"', "", page.split("<main")[1])


def expire(scene: Scene) -> int:
    with reading_as(scene.society.pk):
        return safe.expire(timezone.localdate(), by=Machine(scene.society.pk))


def test_only_the_whole_name_and_one_thing_more_finds_somebody(
    scene: Scene, there: Scene, entry: SafeAndWell
) -> None:
    assert found(scene, "tesfay SELAM", year="1990") == 1
    assert found(scene, "ሰላም ተስፋይ", year="١٩٩٠") == 1
    assert found(scene, NAME, father="tesfay") == 1
    assert found(scene, NAME, year="1991") == 0
    assert found(scene, "Selam", year="1990") == 0
    assert found(scene, NAME) == 0
    assert found(there, NAME, year="1990") == 0, "another society has other marks"


def forbid(scene: Scene, case: Case) -> None:
    register_do_not_find(case.subject, told={"by_whom": "an uncle"}, by=scene.alma)


@pytest.mark.parametrize("happens", [hold, take_back, forbid, fear, erased])
def test_what_may_not_be_told_looks_like_what_is_not_known(
    scene: Scene,
    there: Scene,
    selams: Case,
    entry: SafeAndWell,
    sign_in: SignIn,
    happens: Callable[[Scene, Case], None],
) -> None:
    client = sign_in(Client(), scene.omar)
    assert "I am safe and well." in asks(client, name=NAME, year="1990")
    nothing = asks(client, name="Nobody Known", year="1990")
    with scene.acting(scene.alma):
        happens(scene, selams)
    assert asks(client, name=NAME, year="1990") == nothing
    assert "There is nothing that this service may pass on." in nothing


@pytest.mark.parametrize("happens", [hold, take_back, forbid, fear, erased])
def test_the_database_is_asked_as_often_whether_or_not_somebody_is_known(
    scene: Scene,
    there: Scene,
    selams: Case,
    entry: SafeAndWell,
    sign_in: SignIn,
    happens: Callable[[Scene, Case], None],
) -> None:
    assert asked_often(scene, NAME) == asked_often(scene, "Nobody Known")
    with scene.acting(scene.alma):
        happens(scene, selams)
    assert asked_often(scene, NAME) == asked_often(scene, "Nobody Known")
    client = sign_in(Client(), scene.omar)
    asks(client, name=NAME, year="1990")  # what is read once a sign-in is read
    with CaptureQueriesContext(connection) as known:
        asks(client, name=NAME, year="1990")
    with CaptureQueriesContext(connection) as unknown:
        asks(client, name="Nobody Known", year="1990")
    assert len(known) == len(unknown)


def asked_often(scene: Scene, name: str) -> int:
    with reading_as(scene.society.pk):
        tags = safe.Known(name, year="1990").tags()
        with CaptureQueriesContext(connection) as asked:
            lookups.safe_found(scene.alma, tags)
        return len(asked)


def test_it_is_over_after_twelve_months_and_no_word_is_left(
    clock: FrozenDateTimeFactory, scene: Scene, entry: SafeAndWell
) -> None:
    clock.tick(timedelta(days=365))
    assert expire(scene) == 0
    assert found(scene, NAME, year="1990") == 1
    clock.tick(timedelta(days=1))
    assert found(scene, NAME, year="1990") == 0
    assert expire(scene) == 1
    with reading_as(scene.society.pk):
        entry.refresh_from_db()
        assert (entry.state, entry.told) == (State.EXPIRED, None)
        assert not SafeTag.objects.exists()
        assert "ሰላም ተስፋይ" not in all_that_opens()


def test_marks_that_no_backup_holds_are_made_anew(scene: Scene, entry: SafeAndWell) -> None:
    with reading_as(scene.society.pk):
        SafeTag.objects.all().delete()
    assert found(scene, NAME, year="1990") == 0
    expire(scene)
    assert found(scene, NAME, year="1990") == 1


def test_whoever_fears_somebody_is_not_asked_to_use_it(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        change_not_with(selams.subject, not_with=NotWith(persons=("An uncle",)), by=scene.alma)
        with pytest.raises(safe.SomebodyMustNotLearn):
            written(scene, selams)


def test_it_is_written_told_and_taken_back_by_its_pages(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, here = sign_in(Client(), scene.alma), f"/desk/cases/{selams.pk}/safe/"
    assert here in alma.get(f"/desk/cases/{selams.pk}/").content.decode()
    said = {"name": NAME, "year": "1990", "sentences": ["well"], "how": "spoken"}
    assert alma.post(here, said).status_code == 422, "it was not read aloud"
    assert alma.post(here, said | {"heard": "on", "year": ""}).status_code == 422
    assert not SafeAndWell.objects.exists()
    assert alma.post(here, said | {"heard": "on"}).status_code == 302
    with reading_as(scene.society.pk):
        entry = SafeAndWell.objects.get()
    assert alma.post("/desk/safe/", {"name": NAME}).status_code == 422
    page = asks(alma, name=NAME, year="1990")
    for told in (selams.reference, str(selams.pk), "Keren"):
        assert told not in page
    assert alma.post(f"/desk/safe/{entry.pk}/told/").status_code == 302
    assert "The family was told" in alma.get(f"/desk/cases/{selams.pk}/").content.decode()
    assert alma.post(f"/desk/safe/{entry.pk}/end/").status_code == 302
    assert found(scene, NAME, year="1990") == 0
    assert alma.post(f"/desk/safe/{entry.pk}/told/").status_code == 409


def test_there_are_sentences_enough_and_none_tells_a_place() -> None:
    assert len(Sentence) >= 10
    assert not [
        one for one in Sentence if re.search(r"\b(at|in|from|near) (the|a)\b", str(one.label))
    ]
