"""Bodies and graves without a name: for specialists, without a picture."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import events, unnamed
from kintrace.cases.models import Unnamed
from kintrace.cases.tests.bringing import MARKS, a_card, body
from kintrace.cases.tests.happenings import happened
from kintrace.cases.tests.opened import all_that_opens
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.told import Birth, Part, Told
from kintrace.ui.refusals import NoRight
from kintrace.vault.fields import SealedField
from kintrace.vault.lookups import slots_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from kintrace.cases.tests.meeting import Found
    from kintrace.network.tests.cast import SignIn

TODAY = timezone.localdate()


def somebody(sex: str = "male", *, age: int | None = None) -> Told:
    births: tuple[Birth, ...] = ()
    if age is not None:
        year = Said(year=TODAY.year - age)
        precision = {"calendar": Calendar.GREGORIAN, "precision": Precision.YEAR}
        births = (Birth.told("then", year, **precision),)  # type: ignore[arg-type]
    return Told(names=((Part("given", "A"),),), sex=sex, births=births)


def news(days_ago: int, country: str = "") -> dict[str, Any]:
    day = (TODAY - timedelta(days=days_ago)).isoformat()
    return {"window": [day, day], "country": country}


@pytest.mark.parametrize(
    ("told", "heard", "fits"),
    [
        (somebody(), None, True),
        (somebody("female"), None, False),
        (somebody("unknown"), None, True),
        (somebody(age=35), None, True),  # who sees a body guesses badly
        (somebody(age=37), None, False),
        (somebody(age=13), None, False),
        (somebody(), news(1), True),
        (somebody(), news(-1), False),  # they were heard from later
        (somebody(), news(1, "LY"), True),
    ],
)
def test_a_card_fits_by_sex_age_and_last_news(told: Told, heard: Any, fits: bool) -> None:
    assert body(day=TODAY).may_be(told, heard) is fits


def test_another_country_speaks_against_it_but_where_the_sea_was() -> None:
    on_land = body(at_sea=False, country="IT")
    assert not on_land.may_be(somebody(), news(1, "LY"))
    assert on_land.may_be(somebody(), news(1, "IT"))
    assert body(country="IT").may_be(somebody(), news(1, "LY"))


def test_searches_of_the_event_stand_beside_its_card_whatever_the_place_was(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        event = happened(scene)
        far = body(at_sea=False, country="IT", day=TODAY - timedelta(days=9000))
        row = unnamed.write_card(card=far, words={}, event=event, by=omar)
        assert lookups.may_be_about(row, [search.case]) == []
        events.join_case(event, case=search.case, why="She says so.", by=omar)
        assert lookups.may_be_about(row, [search.case]) == [search.case]
        other = a_card(by=omar, sex="female")
        assert lookups.may_be_about(other, [search.case]) == []


def test_a_card_keeps_no_picture_and_has_no_column_for_one(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    sign_in(client, scene.omar)
    page = client.get(reverse("cases:new_unnamed")).content.decode()
    assert 'type="file"' not in page
    form = {"kind": "body", "sex": "male", "place": "A beach", "day": TODAY, "held_by": "morgue"}
    photo = SimpleUploadedFile("a.jpg", b"\xff\xd8picture", content_type="image/jpeg")
    answer = client.post(reverse("cases:new_unnamed"), form | {"photo": photo})
    assert answer.status_code == 302
    with scene.acting(scene.omar):
        assert "picture" not in all_that_opens()
    sealed = {one.name for one in Unnamed._meta.fields if isinstance(one, SealedField)}
    assert sealed == {"told", "words"}
    assert not [one for one in Unnamed._meta.fields if isinstance(one, models.FileField)]


def test_specialists_alone_read_a_card_and_its_words_with_the_box_open(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        row = a_card(by=omar)
    url = reverse("cases:unnamed", args=[row.pk])
    sign_in(client, scene.alma)
    assert client.get(url).status_code == 403
    sign_in(client, scene.lena)
    assert MARKS not in client.get(url).content.decode()
    open_box(client, password=PASSWORD)
    assert MARKS in client.get(url).content.decode()
    beside = client.get(reverse("cases:unnamed_searches", args=[row.pk])).content.decode()
    assert search.case.reference in beside


def test_a_card_that_is_corrected_is_written_whole(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        row = a_card(by=omar)
        empty = {"marks": "", "held": ""}
        unnamed.correct_card(row, card=body(), words=empty, event=None, by=omar)
        assert lookups.words_on(lookups.unnamed_for(omar, row.pk)) == empty


def test_nobody_but_specialists_touches_a_card(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        row = a_card(by=omar)
    with scene.acting(scene.alma) as alma:
        acts: tuple[Callable[[], object], ...] = (
            lambda: a_card(by=alma),
            lambda: unnamed.correct_card(row, card=body(), words={}, event=None, by=alma),
            lambda: unnamed.note_looked_at(row, by=alma),
            lambda: unnamed.end_card(row, why="named", by=alma),
        )
        for act in acts:
            with pytest.raises(NoRight):
                act()
        assert Unnamed.objects.get().pk == row.pk


def test_a_card_that_ends_is_gone_with_its_key(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        row = a_card(by=omar)
        unnamed.end_card(row, why="named", by=omar)
        assert not Unnamed.objects.exists()
        assert not slots_of(scene.society.pk).filter(file=row.file).exists()
