"""Reading through the pages: counted whatever the view does, and stopped before it is endless."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from kintrace.audit import lookups as audit
from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.demo import playing
from kintrace.network import kept
from kintrace.network.access import Role
from kintrace.network.tests.cast import let_in
from kintrace.vault.reader import reading_as
from kintrace.watch import table
from kintrace.watch.models import Reason
from kintrace.watch.table import Line, Lines

if TYPE_CHECKING:
    from django.test import Client
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.models import Case

pytestmark = pytest.mark.django_db
FEW = Line(hour=2, day=4, stop_hour=3, stop_day=6, more=2)
REASON = {"words": "The yearly review of old cases."}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three records an hour instead of eighty."""
    lines = Lines(FEW, FEW, FEW, usual=9, idle_usual=9, stranger=9, off_hours=9, printed=9, taken=9)
    monkeypatch.setitem(table.LINES, Role.CASEWORKER, lines)


@pytest.fixture
def case(clock: FrozenDateTimeFactory, scene: Scene) -> Case:
    with scene.acting(scene.alma):
        return playing.open_a_case(SELAM, by=scene.alma)


@pytest.fixture
def desk(client: Client, case: Case, scene: Scene) -> Client:
    return let_in(client, scene.alma)


def opens(scene: Scene, times: int, deed: Deed = Deed.READ_CASE) -> None:
    with reading_as(scene.society.pk, member=scene.alma.pk):
        for _ in range(times):
            record(deed, about=uuid4(), by=scene.alma)


def entries(scene: Scene, about: UUID) -> list[str]:
    with reading_as(scene.society.pk):
        return [one.deed for one in audit.entries(scene.society.pk, about=about)]


def test_a_page_that_writes_no_read_of_its_own_is_counted(
    desk: Client, case: Case, scene: Scene
) -> None:
    assert desk.get(f"/desk/cases/{case.pk}/close/").status_code == 200
    assert entries(scene, case.pk)[0] == Deed.OPENED_RECORD
    assert desk.get(f"/desk/cases/{case.pk}/").status_code == 200
    assert entries(scene, case.pk)[:2] == [Deed.READ_CASE, Deed.OPENED_RECORD]


def test_what_is_not_there_and_what_is_refused_counts_for_nothing(
    desk: Client, case: Case, scene: Scene
) -> None:
    nobody = uuid4()
    assert desk.get(f"/desk/cases/{nobody}/").status_code == 404
    assert entries(scene, nobody) == []


def test_beyond_the_limit_a_reason_is_asked_and_then_it_goes_on(
    desk: Client, case: Case, scene: Scene
) -> None:
    opens(scene, 3)
    asked = desk.get(f"/desk/cases/{case.pk}/")
    assert asked["Location"] == f"/desk/reading/?next=%2Fdesk%2Fcases%2F{case.pk}%2F"
    assert Deed.READ_CASE not in entries(scene, case.pk)
    page = desk.get(asked["Location"])
    assert "Records opened in the last hour: 3." in page.content.decode()
    assert desk.post(asked["Location"], {"words": ""}).status_code == 422
    on = desk.post(asked["Location"], REASON)
    assert on["Location"] == f"/desk/cases/{case.pk}/"
    assert desk.get(on["Location"]).status_code == 200
    with reading_as(scene.society.pk):
        assert [one.words for one in Reason.objects.all()] == [REASON["words"]]


def test_a_reason_lets_on_for_a_bounded_number_and_three_are_all(
    desk: Client, case: Case, scene: Scene
) -> None:
    opens(scene, 3)
    for _ in range(3):
        assert desk.get(f"/desk/cases/{case.pk}/")["Location"].startswith("/desk/reading/")
        assert desk.post("/desk/reading/", REASON).status_code == 302
        opens(scene, FEW.more)
    assert desk.get(f"/desk/cases/{case.pk}/")["Location"].startswith("/desk/reading/")
    refused = desk.post("/desk/reading/", REASON)
    assert refused.status_code == 409
    assert "Speak with your data-protection officer" in refused.content.decode()
    assert "<textarea" not in desk.get("/desk/reading/").content.decode()


def test_an_hour_later_the_records_open_again(
    desk: Client, case: Case, scene: Scene, clock: FrozenDateTimeFactory
) -> None:
    opens(scene, 3)
    clock.tick(timedelta(minutes=61))
    assert let_in(desk, scene.alma).get(f"/desk/cases/{case.pk}/").status_code == 200


def test_who_works_on_an_open_record_is_never_stopped(
    desk: Client, case: Case, scene: Scene
) -> None:
    assert desk.get(f"/desk/cases/{case.pk}/").status_code == 200
    opens(scene, 9)
    assert desk.get(f"/desk/cases/{case.pk}/close/").status_code == 200
    assert desk.post(f"/desk/cases/{case.pk}/close/", {"closing": ""}).status_code in {200, 422}


def test_what_was_typed_waits_behind_the_reason(desk: Client, case: Case, scene: Scene) -> None:
    opens(scene, 3)
    typed = {"closing": "found", kept.FIELD: kept.owner_of_form(scene.alma)}
    asked = desk.post(f"/desk/cases/{case.pk}/close/", typed)
    assert asked["Location"] == "/desk/reading/?next=%2Fsign-in%2Ftyped%2F"
    on = desk.post(asked["Location"], REASON)
    page = desk.get(on["Location"]).content.decode()
    assert f'action="/desk/cases/{case.pk}/close/"' in page
    assert 'name="closing" value="found"' in page


def test_pages_of_the_list_count_and_one_page_often_is_one(desk: Client, scene: Scene) -> None:
    for _ in range(9):
        assert desk.get("/desk/cases/").status_code == 200
    opens(scene, 3, Deed.LISTED_CASES)
    stopped = desk.get("/desk/cases/?state=closed")
    assert stopped["Location"].startswith("/desk/reading/")
    assert desk.post("/desk/reading/", REASON).status_code == 302
    assert desk.get("/desk/cases/?state=closed").status_code == 200


@pytest.mark.parametrize("said", ["NM-2222-2222", "right"])
def test_who_types_codes_of_cases_is_stopped_whether_they_are_right_or_wrong(
    desk: Client, case: Case, scene: Scene, said: str
) -> None:
    typed = {"code": case.reference if said == "right" else said}
    assert not desk.post("/desk/cases/find/", typed)["Location"].startswith("/desk/reading/")
    opens(scene, 2, Deed.TRIED_CODE)
    assert desk.post("/desk/cases/find/", {"code": "NM-3333-3333"})["Location"].startswith(
        "/desk/reading/"
    )


def test_who_types_codes_of_posters_is_stopped_too(desk: Client, scene: Scene) -> None:
    for number in range(3):
        assert desk.get(f"/desk/caller/?code={number + 90}-1").status_code == 422
    stopped = desk.get("/desk/caller/?code=99-1")
    assert stopped["Location"].startswith("/desk/reading/")
    assert desk.post("/desk/reading/", REASON).status_code == 302
    assert desk.get("/desk/caller/?code=99-1").status_code == 422


@pytest.mark.parametrize(
    ("deed", "title", "says"),
    [
        (Deed.READ_CASE, "You opened many records", "Records opened in the last hour: 3."),
        (Deed.SEARCHED, "You looked through many lists", "Lists and searches in the last hour: 3."),
        (Deed.HEARD_CODE, "You looked up many codes", "Codes looked up in the last hour, right"),
    ],
)
def test_the_page_that_asks_why_says_what_was_too_much(
    desk: Client, scene: Scene, deed: Deed, title: str, says: str
) -> None:
    opens(scene, 3, deed)
    page = desk.get("/desk/reading/").content.decode()
    every = ("You opened many records", "many lists", "many codes", "Records opened", "Lists and")
    assert title in page
    assert says in page
    assert not [one for one in every if one not in f"{title} {says}" and one in page]


def test_the_audit_says_that_a_code_was_tried_and_never_which(
    desk: Client, case: Case, scene: Scene
) -> None:
    desk.post("/desk/cases/find/", {"code": "NM-2222-2222"})
    desk.get("/desk/caller/?code=90-1")
    desk.post("/desk/cases/find/", {"code": case.reference})
    with reading_as(scene.society.pk):
        tried = [one for one in audit.entries(scene.society.pk) if one.deed == Deed.TRIED_CODE]
    assert [one.about == case.pk for one in tried] == [True, False, False]
    assert len({one.about for one in tried}) == 3


def test_no_reason_leads_out_of_the_house(desk: Client, case: Case) -> None:
    for outside in ("https://example.org/", "//example.org/", "/\\example.org"):
        answer = desk.post(f"/desk/reading/?next={outside}", REASON)
        assert answer["Location"] == "/desk/"
