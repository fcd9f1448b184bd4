"""Cases that may belong to an event, and events to which a case may belong, are looked for in steps
that cost no more however many there are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kintrace.cases import event_search, lookups
from kintrace.cases.actions import events
from kintrace.cases.event_words import EventKind
from kintrace.cases.happened import Happened
from kintrace.cases.models import Case
from kintrace.cases.tests.conftest import SELAM
from kintrace.cases.tests.test_events import boat, open_case
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.cases.tests.ways import day

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from pytest_django import DjangoAssertNumQueries

    from kintrace.cases.models import Event
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page looks at two cases, one by one, and is full with one."""
    for name, number in (("BATCH", 1), ("MOST", 2), ("PAGE", 1)):
        monkeypatch.setattr(event_search, name, number)


def last_heard(case: Case) -> date:
    news = lookups.sought_in(case)[0].last_news
    assert news
    return date.fromisoformat(news["window"][1])


def on(scene: Scene, first: date, called: str = "the blue boat") -> Event:
    known = Happened(called, "then", "gregorian", first, first, "off Zarzis")
    return events.make_event(kind=EventKind.SHIPWRECK, happened=known, by=scene.alma)


def opened_then(case: Case, ago: int) -> None:
    rows: QuerySet[Case] = Case.objects.filter(pk=case.pk)
    rows.update(opened=case.opened - timedelta(days=ago))


def seen(scene: Scene, event: Event, **far: Any) -> dict[str, Any]:
    return event_search.who_else(event, member=scene.alma, **far)


def found(shown: dict[str, Any]) -> list[Case]:
    return [line.case for line in shown["lines"]]


def test_the_walk_goes_on_where_it_ended_and_tells_how_far_it_came(scene: Scene) -> None:
    fits = [open_case(scene, SELAM) for _number in range(4)]
    with scene.acting(scene.alma):
        event = on(scene, last_heard(fits[0]))
        for ago, case in enumerate(fits):
            opened_then(case, ago)  # the one that was opened last comes first
        events.join_case(event, case=fits[2], why="She says so.", by=scene.alma)
        first = seen(scene, event)
        assert (found(first), first["looked"].number, first["looked"].left) == ([fits[3]], 1, 2)
        events.join_case(event, case=fits[3], why="She says so.", by=scene.alma)
        second = seen(scene, event, after=first["looked"].at.pk)
        assert (found(second), second["looked"].left) == ([fits[1]], 1)
        last = seen(scene, event, after=second["looked"].at.pk)
        assert (found(last), last["looked"].left, last["older"]) == ([fits[0]], 0, False)
        assert seen(scene, event, after=fits[0].pk)["looked"] is None


def test_a_page_ends_when_it_looked_long_enough_though_nothing_fits(scene: Scene) -> None:
    cases = [open_case(scene) for _number in range(3)]
    with scene.acting(scene.alma):
        event = on(scene, last_heard(cases[0]) - timedelta(days=3000))
        shown = seen(scene, event)
        assert (found(shown), shown["looked"].number, shown["looked"].left) == ([], 2, 1)


def test_cases_opened_before_the_event_are_looked_at_when_somebody_asks(scene: Scene) -> None:
    early, late = open_case(scene), open_case(scene)
    with scene.acting(scene.alma):
        event = on(scene, last_heard(early))
        opened_then(early, 3000)
        now = seen(scene, event)
        assert (found(now), now["older"]) == ([late], True)
        before = seen(scene, event, earlier=True)
        assert (found(before), before["older"]) == ([early], False)
        assert seen(scene, event, earlier=True, after=early.pk)["looked"] is None


def test_more_cases_cost_no_more_questions(
    scene: Scene,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for name in ("BATCH", "MOST"):
        monkeypatch.setattr(event_search, name, 20)
    cases = [open_case(scene) for _number in range(4)]
    with scene.acting(scene.alma):
        event = on(scene, last_heard(cases[0]) - timedelta(days=3000))
    with scene.acting(scene.alma), django_assert_max_num_queries(8):
        assert found(seen(scene, event)) == []


def test_of_many_events_the_newest_stand_there_and_others_are_found_by_what_they_are_called(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_search, "NEWEST", 2)
    with scene.acting(scene.alma):
        old, *newer = [on(scene, day(-300), f"the {what}") for what in ("Été boat", "camp", "fire")]

        def offered(**wanted: Any) -> list[Event]:
            return [line.event for line in event_search.offered(scene.alma, **wanted)]

        assert offered() == newer[::-1]
        assert offered(called="boat ete") == [old]
        assert offered(called="river") == []
        assert offered(event=old.pk) == [old, *newer[::-1]]


def test_an_event_is_looked_for_and_joined_without_a_word_in_the_address(
    scene: Scene, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_search, "NEWEST", 1)
    case, event = open_case(scene), boat(scene)
    with scene.acting(scene.alma):
        on(scene, day(-200), "the camp")
    alma, url = at_desk(sign_in, scene.alma), f"/desk/cases/{case.pk}/event/"
    assert "the blue boat" not in page(alma, url)
    looked = alma.post(url, {"called": "blue", "why": "He sent a photo.", "look": "1"})
    shown = looked.content.decode()
    assert looked.status_code == 200
    assert "He sent a photo." in shown
    assert "the blue boat" in shown
    assert "the camp" not in shown
    nobody = alma.post(url, {"called": "river", "look": "1"}).content.decode()
    assert "No event is called so." in nobody
    chosen = {"event": str(event.pk), "why": "He sent a photo.", "called": ""}
    assert press(alma, url, **chosen) == f"/desk/events/{event.pk}/"


def test_the_page_goes_on_looking_and_begins_anew_at_what_is_not_ours(
    scene: Scene, sign_in: SignIn
) -> None:
    cases = [open_case(scene) for _number in range(2)]
    with scene.acting(scene.alma):
        event = on(scene, last_heard(cases[0]))
    alma, url = at_desk(sign_in, scene.alma), f"/desk/events/{event.pk}/who-else/"
    shown = page(alma, url)
    assert cases[0].reference in shown
    assert f"?after={cases[0].pk}" in shown
    rest = page(alma, f"{url}?after={cases[0].pk}")
    assert cases[1].reference in rest
    assert "All open cases were looked at." in rest
    for strange in ("nothing", str(event.pk)):
        assert cases[0].reference in page(alma, f"{url}?after={strange}")
