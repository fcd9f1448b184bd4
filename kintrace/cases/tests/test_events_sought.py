"""On the page of an event stands who is still sought there, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import event_board, lookups
from kintrace.cases.actions import moves
from kintrace.cases.outcomes import Result
from kintrace.cases.states import State, Why
from kintrace.cases.tests.meeting import Found
from kintrace.cases.tests.test_events import boat, join
from kintrace.cases.tests.test_one_more_sought import seek
from kintrace.protection import actions as protection
from kintrace.protection.purposes import WhyErased

if TYPE_CHECKING:
    from kintrace.cases.models import Case, Event
    from kintrace.cases.tests.conftest import Scene


def sought_at(event: Event) -> list[tuple[str, ...]]:
    return [line.sought for _joined, line in event_board.shown(event, number=None)["rows"]]


def hear_of(search: Found, place: int) -> None:
    """The family hears that nobody was found."""
    scene = search.scene
    one = lookups.sought_in(search.case)[place]
    told = Found(scene, search.case, lookups.sought_for(scene.alma, one.pk))
    told.settle(Result.NOT_FOUND, by=scene.alma)
    told.tell(by=scene.alma)


def search_on(scene: Scene, case: Case, why: str = "") -> None:
    moves.move(lookups.case_for(scene.alma, case.pk), to=State.TRACING, by=scene.alma, why=why)


def test_of_whom_the_family_heard_is_sought_there_no_more_until_there_is_a_new_fact(
    scene: Scene, search: Found
) -> None:
    event = boat(scene)
    join(scene, event, search.case)
    with scene.acting(scene.alma):
        seek(search.case, scene)
        search_on(scene, search.case)
        assert sought_at(event) == [("Yonas Tesfay", "Hiwet")]
        hear_of(search, 0)
        assert sought_at(event) == [("Hiwet",)]
        hear_of(search, 1)
        shown = event_board.shown(event, number=None)
        assert shown["rows"] == []
        assert shown["page"].paginator.count == 0, "nor does it fill a page on which nobody stands"
        assert [one.case for one in shown["told"]] == [search.case]
        search_on(scene, search.case, Why.NEW_FACT)
        assert sought_at(event) == [("Yonas Tesfay", "Hiwet")]
        assert event_board.shown(event, number=None)["told"] == []


def test_who_was_erased_alone_does_not_stand_there(scene: Scene, search: Found) -> None:
    event = boat(scene)
    join(scene, event, search.case)
    with scene.acting(scene.alma):
        other = seek(search.case, scene)
    with scene.acting(scene.dora):
        protection.erase(other.subject, why=WhyErased.ASKED, by=scene.dora)
    with scene.acting(scene.alma):
        assert sought_at(event) == [("Yonas Tesfay",)]
