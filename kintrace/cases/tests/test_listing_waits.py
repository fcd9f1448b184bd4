"""The list of cases, narrowed to what waits for another society or has messages waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases.lookups import listing
from kintrace.cases.tests import test_calling_out as acts
from kintrace.cases.tests.conftest import SELAM
from kintrace.cases.tests.handing import accepted, sent
from kintrace.cases.tests.looked_through import codes, listed
from kintrace.cases.transfers import Stand
from kintrace.demo import playing
from kintrace.wall import actions as wall

if TYPE_CHECKING:
    import pytest

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

SOCIETY, MESSAGES = "?waits=society", "?waits=messages"


def test_a_case_waits_for_another_society_until_it_is_our_turn(
    scene: Scene, there: Scene, selams: Case
) -> None:
    assert codes(listed(scene.alma, SOCIETY)) == set()
    with scene.acting(scene.alma):
        transfer = sent(selams, there.society, by=scene.alma)
    assert codes(listed(scene.alma, SOCIETY)) == {selams.reference}
    accepted(there.alma)
    assert codes(listed(scene.alma, f"{SOCIETY}&whose=mine")) == {selams.reference}
    assert codes(listed(there.alma, SOCIETY)) == set()
    with scene.acting(scene.alma):
        transfer.refresh_from_db()
        transfer.turn_id = scene.society.pk
        transfer.save(update_fields=["turn"])
        assert transfer.state == Stand.ACCEPTED
    assert codes(listed(scene.alma, SOCIETY)) == set()


def test_a_case_has_messages_waiting_until_somebody_dealt_with_them(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case, message = acts.written(scene)
    assert codes(listed(scene.alma, MESSAGES)) == {case.reference}
    with scene.acting(scene.alma):
        wall.screen(message, state=message.State.PLAUSIBLE, by=scene.alma)
    assert codes(listed(scene.alma, MESSAGES)) == set()


def test_who_reads_no_inbox_is_not_told_by_the_list_where_messages_wait(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scene.acting(scene.alma):
        acts.written(scene)
        other = playing.open_a_case(SELAM, by=scene.alma)
    monkeypatch.setattr(listing, "has", lambda _member, _right: False)
    assert other.reference in codes(listed(scene.alma, MESSAGES)), "the filter chooses nothing"


def test_a_saved_address_keeps_what_was_waited_for(scene: Scene) -> None:
    assert listed(scene.alma, SOCIETY)["wanted"].query == "waits=society"
    assert listed(scene.alma, "?waits=nothing")["wanted"].query == ""
