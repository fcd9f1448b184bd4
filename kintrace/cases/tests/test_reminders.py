"""When asking falls due, whose work it is, and the letters that a member lets go."""

from datetime import timedelta

import pytest
from django.test import Client

from kintrace.cases import reminders, worklist
from kintrace.cases.actions import contacts, faces
from kintrace.cases.models import Case
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import (
    BEGIN,
    LASTS,
    NOT_REACHED,
    Clock,
    asks,
    day,
    go,
    latest,
    log,
    on_the_wall,
)
from kintrace.demo import playing
from kintrace.letters.models import Outgoing
from kintrace.network.tests.cast import SignIn
from kintrace.protection.tests.given import read_on
from kintrace.vault.reader import reading_as
from kintrace.wall.models import Notice
from kintrace.wall.terms import Terms


def test_asking_falls_due_at_half_time_and_twice_before_the_end(
    scene: Scene, hanging: Case, clock: Clock
) -> None:
    for number, since in (
        (149, []),
        (150, [day(150)]),
        (269, [day(150)]),
        (270, [day(270)]),
        (293, [day(293)]),
    ):
        go(clock, number)
        assert asks(scene) == since, number


def test_a_try_at_half_time_is_enough_and_before_the_end_it_falls_due_again(
    scene: Scene, hanging: Case, clock: Clock
) -> None:
    go(clock, 151)
    log(scene, hanging, **NOT_REACHED)
    for number, since in ((151, []), (269, []), (270, [day(270)])):
        go(clock, number)
        assert asks(scene) == since, number
    log(scene, hanging, **NOT_REACHED)
    for number, since in ((271, []), (277, [day(277)]), (293, [day(293)])):
        go(clock, number)
        assert asks(scene) == since, number


def test_a_childs_face_is_asked_about_fourteen_and_three_days_before() -> None:
    child = Notice(terms=Terms.GUARDIAN, agreed=day(0), live_until=day(92))
    fell_due = [reminders.due_since(child, None, day(n)) for n in (45, 46, 77, 78, 88, 89)]
    assert fell_due == [None, day(46), day(46), day(78), day(78), day(89)]


def test_the_work_list_says_it_with_the_last_day(scene: Scene, hanging: Case, clock: Clock) -> None:
    go(clock, 270)
    with scene.acting(scene.alma):
        [line] = worklist.faces_to_ask(scene.alma)
    assert line.what.endswith("Its last day is 26 December.")
    assert line.url == f"/desk/cases/{hanging.pk}/contact/"


def test_a_case_of_who_works_on_none_stands_in_every_officers_list(
    scene: Scene, clock: Clock
) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        playing.propose(case, SELAM, seed=1, by=scene.alma)
        Case.objects.filter(pk=case.pk).update(handler=scene.chidi)
    with scene.acting(scene.omar):
        playing.approve(case, by=scene.omar)
        [approved] = worklist.faces_approved(scene.omar)
        faces.put_on_wall(case, by=scene.omar)
    assert case.reference == approved.reference
    go(clock, 365)
    with scene.acting(scene.omar):
        assert [one.reference for one in worklist.reviews_due(scene.omar)] == [case.reference]
        assert [one.case for one in reminders.due_for(scene.omar)] == [case]
    with scene.acting(scene.alma):
        assert list(worklist.reviews_due(scene.alma)) == []
        assert reminders.due_for(scene.alma) == []


def test_who_has_nobody_any_more_stands_in_every_officers_list(
    scene: Scene, hanging: Case, clock: Clock
) -> None:
    go(clock, 150)
    with scene.acting(scene.omar):
        assert reminders.due_for(scene.omar) == []
    with reading_as(scene.society.pk):
        type(scene.alma).objects.filter(pk=scene.alma.pk).update(state="left")
    with scene.acting(scene.omar):
        assert [one.case for one in reminders.due_for(scene.omar)] == [hanging]


# --- letters ---


def with_ways(scene: Scene, **ways: list[str]) -> Case:
    """A face that hangs, whose person may be reached like this."""
    with scene.acting(scene.alma), pytest.MonkeyPatch.context() as patch:
        patch.setattr(playing, "_boxed", lambda _person: {"ways": ways, "story": {"story": ["."]}})
        case = playing.open_a_case(SELAM, by=scene.alma)
        until = BEGIN + timedelta(days=LASTS)
        on_the_wall(case, until=until, alma=scene.alma, omar=scene.omar)
    return case


@pytest.mark.parametrize(
    ("ways", "safe"),
    [
        ({"email": ["selam@example.invalid"]}, True),
        ({"email": ["selam@example.invalid"], "quiet": ["on"]}, False),
        ({"email": ["ask my cousin"]}, False),
        ({"phone": ["+00 1"]}, False),
    ],
)
def test_a_letter_is_offered_where_it_is_safe(
    scene: Scene, clock: Clock, ways: dict[str, list[str]], safe: bool
) -> None:
    with_ways(scene, **ways)
    go(clock, 150)
    with scene.acting(scene.alma):
        due = reminders.due_for(scene.alma)
        assert bool(reminders.with_a_safe_letter(due)) is safe


def test_no_letter_is_offered_while_the_box_is_shut(scene: Scene, clock: Clock) -> None:
    with_ways(scene, email=["selam@example.invalid"])
    go(clock, 150)
    with reading_as(scene.society.pk, member=scene.alma.pk):
        assert reminders.with_a_safe_letter(reminders.due_for(scene.alma)) == []


def test_a_released_letter_says_nothing_rests_the_asking_and_renews_nothing(
    scene: Scene, clock: Clock
) -> None:
    case = with_ways(scene, email=["selam@example.invalid"])
    go(clock, 270)
    with scene.acting(scene.alma):
        due = reminders.due_for(scene.alma)
        assert not Outgoing.objects.exists(), "sent before a member let it go"
        assert contacts.release_letters(due, by=scene.alma) == 1
        [letter] = Outgoing.objects.all()
        assert (letter.kind, letter.to, letter.facts) == (
            "get-in-touch", "selam@example.invalid", {},
        )  # fmt: skip
        assert letter.file != case.file
        assert latest(case).live_until == day(LASTS)
    assert asks(scene) == []
    go(clock, 277)
    assert asks(scene) == [day(277)]


# --- the pages ---


def test_the_page_of_a_talk_and_of_the_days_letters(
    scene: Scene, clock: Clock, client: Client, sign_in: SignIn
) -> None:
    case = with_ways(scene, email=["selam@example.invalid"])
    go(clock, 270)
    at_desk = sign_in(client, scene.alma)
    assert "Ask whether the person still wants" in at_desk.get("/desk/").content.decode()
    said = {"day": day(270).isoformat(), "way": "phone", "partner": "person"}
    here = f"/desk/cases/{case.pk}/contact/"
    wrong = at_desk.post(here, said | {"outcome": "wants"})
    assert wrong.status_code == 422
    somebody_else = said | {"outcome": "wants", "months": "6", "partner": "other", "note": "Fine."}
    refused = at_desk.post(here, somebody_else)
    assert refused.status_code == 422
    assert "Only the person can say" in refused.content.decode()
    assert "Fine." in refused.content.decode(), "what was typed is lost"
    wants = said | {"outcome": "wants", "months": "6"}
    assert at_desk.post(here, wants).status_code == 422  # no words stood on the page
    wants |= read_on(refused.content.decode())
    assert at_desk.post(here, wants).status_code == 302
    page = at_desk.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "renew by" in page
    assert "Yes, the photo may go on" in page
    assert at_desk.get("/desk/reminders/").headers["Location"].startswith("/desk/open-box/")
