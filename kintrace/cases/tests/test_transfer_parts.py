"""When somebody was born and last heard of goes over as it was said, with the days it means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.utils.formats import date_format

from kintrace.cases import casefile, lookups, transfer_pages, transfer_parts
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import transfer_sending as sending
from kintrace.cases.models import Lead, Transfer
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.handing import prepared, with_incoming
from kintrace.cases.tests.test_one_more_sought import seek
from kintrace.cases.transfers import Part
from kintrace.demo import playing
from kintrace.people.calendars import Calendar, Precision, Said, window
from kintrace.people.told import Birth
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.cases.transfer_parts import Row
    from kintrace.network.tests.cast import SignIn

BIRTH, NEWS = "Birth, as it was said", "Last news: when, where and how"
NOT_KNOWN: dict[str, list[str]] = {}
BORN_IN_1375 = {
    "said": ["1375"], "calendar": ["solar_hijri"], "precision": ["year"], "year": ["1375"],
    "said_unknown": [],
}  # fmt: skip
AGED_25 = {
    "said": ["25"], "calendar": ["gregorian"], "precision": ["age_at_date"], "age": ["25"],
    "said_unknown": [],
}  # fmt: skip
IN_MESKEREM = {
    "said": ["Meskerem 2016"], "calendar": ["ethiopian"], "year": ["2016"], "month": ["1"],
}  # fmt: skip
IN_SPRING = {"said": ["in spring"], "calendar": ["solar_hijri"], "year": [""]}


@pytest.fixture
def there(scene: Scene) -> Scene:
    """The society that is asked."""
    del scene
    return build_scene("BG")


def read_there(
    scene: Scene, there: Scene, born: dict[str, list[str]], news: dict[str, list[str]]
) -> dict[str, list[Row]]:
    """The rows of birth and news on the page of the society that was asked; what the last look
    showed at home is the same."""
    usual = vars(playing)["_told"]

    def told(person: Any) -> dict[str, Any]:
        pages: dict[str, Any] = usual(person)
        return pages | {"sought": pages["sought"] | born, "news": pages["news"] | news}

    with pytest.MonkeyPatch.context() as patch, scene.acting(scene.alma):
        patch.setattr(playing, "_told", told)
        case = playing.open_a_case(SELAM, by=scene.alma)
        transfer = prepared(case, there.society, parts=["birth", "news"], by=scene.alma)
        preview = transfer_pages.preview(transfer, by=scene.alma)["parts"]
        sending.send(transfer, by=scene.alma)
    with with_incoming(there.alma) as incoming:
        answering.accept(incoming, by=there.alma)
        parts = transfer_pages.received(incoming, by=there.alma)["parts"]
    assert parts == preview, "exactly what was chosen"
    return dict(parts)


def test_two_calendars_come_with_the_gregorian_days_they_mean(scene: Scene, there: Scene) -> None:
    rows = read_there(scene, there, BORN_IN_1375, IN_MESKEREM)
    assert rows[BIRTH] == [
        ("As told", "1375"),
        ("What is known?", "The year is known"),
        ("Calendar", "Solar Hijri (Hamal or Farvardin …)"),
        ("In the Gregorian calendar", "20 March 1996 – 20 March 1997"),
    ]
    assert rows[NEWS][:3] == [
        ("When", "Meskerem 2016"),
        ("Calendar", "Ethiopian (Meskerem, Tikimt …)"),
        ("In the Gregorian calendar", "12 September 2023 – 11 October 2023"),
    ]
    assert [label for label, _told in rows[NEWS][3:]] == ["Where", "How"]


def test_a_number_that_is_an_age_is_read_as_an_age(scene: Scene, there: Scene) -> None:
    told, known, calendar, days = read_there(scene, there, AGED_25, IN_SPRING)[BIRTH]
    assert (told[1], known[1]) == ("25", "An age, now or at a date")
    assert calendar[1] == "Gregorian (January, February …)"
    start, end = window(Said(age=25), calendar=Calendar.GREGORIAN, precision=Precision.AGE_AT_DATE)
    assert days[1] == f"{date_format(start, 'j F Y')} – {date_format(end, 'j F Y')}"


def test_what_is_not_known_is_left_out_and_words_without_a_year_stay_words(
    scene: Scene, there: Scene
) -> None:
    rows = read_there(scene, there, NOT_KNOWN, IN_SPRING)
    assert BIRTH not in rows
    assert [label for label, _told in rows[NEWS]] == ["When", "Where", "How"]
    assert rows[NEWS][0] == ("When", "in spring")


def test_a_known_day_is_one_day_and_an_older_copy_is_shown_as_it_is() -> None:
    numbers = Said(year=1996, month=3, day=21)
    start, end = window(numbers, calendar=Calendar.GREGORIAN, precision=Precision.EXACT)
    birth = Birth("Nowruz", "gregorian", "exact", start, end)
    assert (start, end) == (date(1996, 3, 21),) * 2
    rows = transfer_parts.ROWS[Part.BIRTH]
    new = [birth.said, birth.calendar, birth.precision, start.isoformat(), end.isoformat()]
    assert rows([new])[-1] == ("In the Gregorian calendar", "21 March 1996")
    assert rows(["1375"]) == [("As told", "1375")]


@pytest.fixture
def two(scene: Scene) -> Case:
    """Selam looks for her brother and her sister; what was learned of each, and of both, is sealed
    in the case."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        seek(case, scene)
        brother, sister = lookups.still_sought(case)
        for whom, what in (("", BOTH), (brother.subject, OF_HIM), (sister.subject, OF_HER)):
            lead = Lead(file=case.file, case=case, society=scene.society, message=uuid4())
            lead.by, lead.told = scene.alma, {"what": what, "about": str(whom)}
            lead.save(force_insert=True)
        return case


BOTH, OF_HIM, OF_HER = "Two came by ship.", "He works in a bakery.", "She sews for a shop."


@pytest.mark.parametrize("place", [1, 2])
def test_what_was_learned_of_one_person_does_not_go_where_another_is_sought(
    scene: Scene, there: Scene, two: Case, place: int
) -> None:
    with scene.acting(scene.alma):
        draft = prepared(two, there.society, parts=["names", "leads"], place=place, by=scene.alma)
        told = transfer_parts.boxed(draft)["leads"]["text"]
    theirs, others = (OF_HIM, OF_HER) if place == 1 else (OF_HER, OF_HIM)
    assert theirs in told
    assert BOTH in told
    assert others not in told


def test_where_several_are_sought_the_page_of_parts_says_what_may_speak_of_the_others(
    scene: Scene, there: Scene, two: Case, sign_in: SignIn, client: Client
) -> None:
    with scene.acting(scene.alma):
        draft = prepared(two, there.society, by=scene.alma)
        Transfer.objects.filter(pk=draft.pk).update(parts=[])  # nobody chose yet
        alone = prepared(playing.open_a_case(SELAM, by=scene.alma), there.society, by=scene.alma)
    ours, warns = sign_in(client, scene.alma), "may speak of the others"
    page = ours.get(f"/desk/other/asked/{draft.pk}/parts/")
    assert warns in page.content.decode()
    ticked = set(page.context["form"]["parts"].value())
    assert not ticked & {Part.STORY, Part.LEADS}
    assert warns not in ours.get(f"/desk/other/asked/{alone.pk}/parts/").content.decode()


def test_the_case_says_about_whom_a_lead_is(scene: Scene, two: Case) -> None:
    with scene.acting(scene.alma):
        rows = [dict(one["rows"]) for one in casefile.shown(two, by=scene.alma)["leads"]]
    asked = "About whom of those who are sought?"
    assert [one.get(asked) for one in rows] == [None, "Yonas Tesfay", "Hiwet"]
    with reading_as(scene.society.pk):
        assert all(not one["open"] for one in casefile.shown(two, by=scene.alma)["leads"])
