"""What happened to many at once: who is sought there, what was counted, which cases may belong."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases import event_board, lookups
from kintrace.cases.actions import events, opening
from kintrace.cases.actions.events import JoinedBefore
from kintrace.cases.circumstances import Closing
from kintrace.cases.event_words import EventKind
from kintrace.cases.forms_events import EventForm, known_of
from kintrace.cases.happened import Happened, Vessel
from kintrace.cases.models import Count, Event, Joined
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.test_happened import TYPED
from kintrace.cases.tests.ways import Clock, day, go
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.protection import actions as protection
from kintrace.protection.purposes import WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.network.tests.cast import SignIn

FORTY = {"of": "aboard", "number": 40, "by": "survivors", "day": "2025-06-06"}


def boat(scene: Scene) -> Event:
    known = Happened("the blue boat", "in June", "gregorian", day(-300), day(-290), "off Zarzis")
    with scene.acting(scene.alma):
        return events.make_event(kind=EventKind.SHIPWRECK, happened=known, by=scene.alma)


def open_case(scene: Scene, person: Any = SELAM) -> Case:
    with scene.acting(scene.alma):
        return playing.open_a_case(person, by=scene.alma)


def join(scene: Scene, event: Event, case: Case) -> Joined:
    with scene.acting(scene.alma):
        return events.join_case(event, case=case, why="He sent a photo.", by=scene.alma)


def end(scene: Scene) -> int:
    today = timezone.localdate()
    with reading_as(scene.society.pk):
        return events.end_lonely_events(today, by=Machine(scene.society.pk))


def test_a_corrected_event_keeps_what_nobody_changed(scene: Scene) -> None:
    vessel = Vessel("Zuwara", "at dusk", "blue, wood, 9 m")
    form = EventForm(TYPED | {"left_from": "Zuwara", "left_when": "at dusk"})
    assert form.is_valid()
    with scene.acting(scene.alma):
        made = events.make_event(kind=EventKind.DAY, happened=form.happened(), by=scene.alma)
        again = EventForm(known_of(made, lookups.happened(made)) | {"looks": vessel.looks})
        assert again.is_valid(), again.errors
        events.correct_event(
            made, kind=EventKind.SHIPWRECK, happened=again.happened(), by=scene.alma
        )
        found = lookups.event_for(scene.alma, made.pk)
        assert lookups.happened(found).vessel == vessel
        assert lookups.happened(found).first == date(2025, 6, 5)
        assert found.kind == "shipwreck"


# --- joining ---


def test_who_is_sought_stands_there_until_the_case_is_taken_out_or_closed(scene: Scene) -> None:
    event, first, second = boat(scene), open_case(scene), open_case(scene, PEOPLE[1])
    joined = join(scene, event, first)
    join(scene, event, second)
    with pytest.raises(JoinedBefore):
        join(scene, event, first)
    with scene.acting(scene.alma):
        shown = event_board.shown(event, number=None)
        assert [line.searcher for _one, line in shown["rows"]] == [
            "Selam Tesfay Gebre",
            "Karim Rahman Nazar",
        ]
        events.take_out(joined, by=scene.alma)
        opening.close_case(second, closing=Closing.SELF_SOLVED, by=scene.alma)
        shown = event_board.shown(event, number=None)
        assert shown["rows"] == []
        assert [one.case for one in shown["closed"]] == [second]


def test_a_held_search_is_joined_to_nothing_and_one_that_was_joined_looks_like_any_other(
    scene: Scene,
) -> None:
    event, case, other = boat(scene), open_case(scene), open_case(scene, PEOPLE[1])
    join(scene, event, case)
    with scene.acting(scene.alma):
        before = event_board.shown(event, number=None)["rows"]
        for subject in (case.subject, lookups.sought_in(other)[0].subject):
            protection.put_on_hold(subject, reason="A worry.", by=scene.alma)
        assert event_board.shown(event, number=None)["rows"] == before
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            events.join_case(event, case=other, why="She says so.", by=scene.alma)


def test_an_erased_case_leaves_the_event_and_takes_the_reason_along(scene: Scene) -> None:
    event, case = boat(scene), open_case(scene)
    join(scene, event, case)
    with scene.acting(scene.alma):
        assert "He sent a photo." in all_that_opens()
        protection.erase(case.subject, why=WhyErased.ASKED, by=scene.alma)
        assert "He sent a photo." not in all_that_opens()
        assert event_board.shown(event, number=None)["rows"] == []
        assert Event.objects.filter(pk=event.pk).exists()


def test_events_of_another_society_do_not_exist(
    scene: Scene, stage: Any, client: Client, sign_in: SignIn
) -> None:
    event, case = boat(scene), open_case(scene)
    joined = join(scene, event, case)
    other: Scene = stage("XX")
    sign_in(client, other.alma)
    assert client.get(f"/desk/events/{event.pk}/").status_code == 404
    assert client.post(f"/desk/joined/{joined.pk}/take-out/").status_code == 404
    own = open_case(other)
    form = {"event": str(event.pk), "why": "A guess."}
    assert client.post(f"/desk/cases/{own.pk}/event/", form).status_code == 422


# --- counts ---


def test_a_bar_is_as_long_as_its_number_and_nothing_is_worked_out(scene: Scene) -> None:
    event = boat(scene)
    told = [
        FORTY,
        FORTY | {"number": 80, "by": "rescuers"},
        FORTY | {"of": "rescued", "number": 20},
        FORTY | {"of": "dead", "number": 0},
    ]
    with scene.acting(scene.alma):
        for one in told:
            events.write_count(event, told=one, by=scene.alma)
        shown = event_board.shown(event, number=None)
    assert [(one.number, one.bar) for one in shown["figures"]] == [
        (40, 50.0),
        (80, 100.0),
        (20, 25.0),
        (0, 0.0),
    ], "nobody is counted whom nobody counted, and nobody who is not counted is missing"


# --- the end ---


def test_an_event_ends_a_year_after_the_last_case_left_it(clock: Clock, scene: Scene) -> None:
    event, case = boat(scene), open_case(scene)
    joined = join(scene, event, case)
    with scene.acting(scene.alma):
        events.write_count(event, told=FORTY, by=scene.alma)
    go(clock, 800)
    assert end(scene) == 0, "a case is joined to it"
    with scene.acting(scene.alma):
        events.take_out(joined, by=scene.alma)
    go(clock, 800 + 365)
    assert end(scene) == 0
    go(clock, 800 + 366)
    assert end(scene) == 1
    with scene.acting(scene.alma):
        assert not Event.objects.exists()
        assert not Count.objects.exists()
        assert "blue boat" not in all_that_opens()


def test_the_year_begins_when_the_last_case_was_erased(clock: Clock, scene: Scene) -> None:
    event, case = boat(scene), open_case(scene)
    join(scene, event, case)
    go(clock, 500)
    with scene.acting(scene.alma):
        protection.erase(case.subject, why=WhyErased.ASKED, by=scene.alma)
    assert end(scene) == 0
    go(clock, 500 + 365)
    assert end(scene) == 0
    go(clock, 500 + 366)
    assert end(scene) == 1


# --- at the desk ---


def test_a_caseworker_writes_an_event_down_joins_a_case_and_counts(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    case = open_case(scene)
    sign_in(client, scene.alma)
    assert "Join it to an event" not in client.get(f"/desk/cases/{case.pk}/").content.decode()
    here = client.post("/desk/events/new/", TYPED)["Location"]
    assert "the blue boat" in client.get("/desk/events/").content.decode()
    sent = {"event": here.split("/")[-2], "why": "He sent a photo."}
    assert client.post(f"/desk/cases/{case.pk}/event/", sent)["Location"] == here
    page = client.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "Part of:" in page
    assert "the blue boat" in page
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    figure = {"of": "aboard", "number": "٤٠", "by": "survivors", "day": tomorrow}
    assert client.post(f"{here}count/", figure).status_code == 422
    client.post(f"{here}count/", figure | {"day": "2025-06-06"})
    page = client.get(here).content.decode()
    for words in ("Selam", "Yonas", case.reference, "He sent a photo.", "off Zarzis", "40"):
        assert words in page
    assert client.get(f"{here}who-else/").status_code == 200
    assert client.get(f"{here}correct/").status_code == 200
