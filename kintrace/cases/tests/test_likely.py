"""Cases that may be about the same people are shown before a request is accepted."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from kintrace.audit.lookups import all_about
from kintrace.cases import likely, lookups
from kintrace.cases.actions import opening
from kintrace.cases.circumstances import Closing
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.demo import playing
from kintrace.network.tests.cast import SignIn
from kintrace.people.likely import alike
from kintrace.people.told import Birth, Part, Told


def told(names: str, *, sex: str = "unknown", born: str = "") -> Told:
    roles = ("given", "father", "grandfather")
    name = tuple(Part(role, text) for role, text in zip(roles, names.split(), strict=False))
    births = (
        (Birth(born, "gregorian", "year", date(int(born), 1, 1), date(int(born), 12, 31)),)
        if born
        else ()
    )
    return Told(names=(name,), sex=sex, births=births)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (told("Amal Yusuf"), told("AMAL Yusuf Hamid"), True),
        (told("Chérif Diallo"), told("Cherif Diallo"), True),
        (told("Amal Yusuf"), told("Amal Karim"), False),
        (told("Amal", born="1992"), told("Amal", born="1992"), True),
        (told("Amal Yusuf", born="1992"), told("Amal Yusuf", born="1990"), False),
        (told("Amal Yusuf", sex="female"), told("Amal Yusuf", sex="male"), False),
        (told("أَمَل يوسف"), told("أمل يوسف"), True),
        (told("علی کریم"), told("علي كريم"), True),
        (told("أحمد فاطمة"), told("احمد فاطمه"), True),
        (told("ٱمين يحيى"), told("آمین یحیی"), True),
        (told("محمـــد آصف"), told("محمد اصف"), True),
        (told("علی‌رضا کاظمی"), told("عليرضا كاظمي"), True),
        (told("أمل بيت٣"), told("امل بیت3"), True),
        (told("أمل بيت۳"), told("امل بیت3"), True),
        (told("علی کریم"), told("ولي كريم"), False),
        (told("أمير سمير"), told("أميرة سميرة"), False),
    ],
)
def test_names_and_births_are_compared_as_they_are_written(
    one: Told, other: Told, *, same: bool
) -> None:
    assert alike(one, other) is alike(other, one) is same


def test_a_second_request_of_the_same_family_is_shown(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        first = playing.open_a_case(SELAM, by=scene.alma)
    with scene.acting(scene.chidi):
        again = playing.open_a_case(SELAM, by=scene.chidi)
    with scene.acting(scene.alma):
        [line] = likely.shown(again, by=scene.alma)
        assert line.case == first
    page = sign_in(client, scene.alma).get(reverse("cases:accept", args=[again.pk]))
    assert "Perhaps the same people" in page.content.decode()
    assert first.reference in page.content.decode()
    with scene.acting(scene.dora):
        about = lookups.name_of_names(f"beside {again.pk}", 1)
        assert [one.deed for one in all_about(scene.society.pk, [about])] == ["listed_cases"]


def test_nobody_is_beside_themselves_or_beside_who_was_found(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        assert likely.shown(case, by=scene.alma) == []
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
        again = playing.open_a_case(SELAM, by=scene.alma)
        assert likely.shown(again, by=scene.alma) == []
        assert lookups.case_about(scene.alma, again.subject) == again


def test_another_societys_people_are_never_beside_ours(scene: Scene, stage: object) -> None:
    other: Scene = stage("XX")  # type: ignore[operator]
    with other.acting(other.alma):
        playing.open_a_case(SELAM, by=other.alma)
    with scene.acting(scene.alma):
        assert likely.shown(playing.open_a_case(SELAM, by=scene.alma), by=scene.alma) == []


def test_the_page_says_when_older_searches_were_not_compared(
    scene: Scene, client: Client, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scene.acting(scene.chidi):
        playing.open_a_case(SELAM, by=scene.chidi)
        again = playing.open_a_case(SELAM, by=scene.chidi)
    sign_in(client, scene.alma)
    url, words = reverse("cases:accept", args=[again.pk]), "searches were compared"
    monkeypatch.setattr(likely, "NEWEST", 2)
    assert words not in client.get(url).content.decode()
    monkeypatch.setattr(likely, "NEWEST", 1)
    assert "Only the newest 1 searches were compared" in client.get(url).content.decode()
