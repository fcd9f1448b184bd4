"""What other societies ask is held beside our own people, and the work list says where to look."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from kintrace.cases.actions import incoming_desk
from kintrace.cases.tests.conftest import build_scene
from kintrace.cases.tests.handing import accepted, with_incoming
from kintrace.cases.work_of import MINE, Of, WorkOf
from kintrace.matching import held, jobs, lookups, standing
from kintrace.matching.models import Held, Meant
from kintrace.matching.tests import asked_of_us
from kintrace.matching.tests.asked_of_us import ENDS, STOPS, asked, kept_apart, over, url_of
from kintrace.matching.tests.at_desk import at_desk, deeds_of, words_of
from kintrace.matching.tests.conftest import SHE, STRANGER, searched
from kintrace.matching.worklist_asked import requests_to_look_at
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.purposes import WhyErased
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Case, Transfer
    from kintrace.cases.tests.conftest import Scene
    from kintrace.matching.tests.asked_of_us import Stop
    from kintrace.network.models import Member

LINE = "Somebody of your own society may be whom "
hers, transfer = asked_of_us.hers, asked_of_us.transfer  # fixtures


def works(scene: Scene) -> None:
    """What the staff worker does within the minute, for this society."""
    with reading_as(scene.society.pk):
        while standing.search_new():
            pass
        while held.hold_requests():
            pass


def lines(scene: Scene, member: Member | None = None, of: WorkOf = MINE) -> list[str]:
    one = member or scene.alma
    with scene.acting(one):
        return [line.url for line in requests_to_look_at(one, of)]


def test_a_request_of_which_somebody_of_ours_may_be_meant_stands_in_the_work_list(
    here: Scene, there: Scene, transfer: Transfer
) -> None:
    del transfer
    assert lines(here) == []
    works(here)
    assert lines(here) == [url_of(here)]
    assert f"{LINE}{there.society.name} seeks." in words_of(at_desk(here.alma), "/desk/")


def test_a_case_that_comes_later_is_held_beside_what_was_asked_before(
    here: Scene, there: Scene
) -> None:
    asked(there, here)
    accepted(here.alma)
    searched(here, STRANGER, compared=False)
    works(here)
    assert lines(here) == []
    searched(here, SHE, compared=False)
    works(here)
    assert lines(here) == [url_of(here)]


def test_the_job_of_the_minute_does_it_for_every_society(here: Scene, transfer: Transfer) -> None:
    del transfer
    jobs.search_new_cards.call()
    assert lines(here) == [url_of(here)]


def test_a_request_is_held_once_and_again_after_a_new_card_and_each_day(
    here: Scene, transfer: Transfer
) -> None:
    del transfer
    works(here)
    with reading_as(here.society.pk):
        assert held.hold_requests() == 0
    searched(here, STRANGER, compared=False)
    with reading_as(here.society.pk):
        standing.search_new()
        assert held.hold_requests() == 1
        assert held.hold_requests() == 0
        with freeze_time(timezone.now() + timedelta(days=1, minutes=1)):
            assert held.hold_requests() == 1


def test_before_it_was_accepted_nothing_is_held(here: Scene, there: Scene, hers: Case) -> None:
    del hers
    asked(there, here)
    works(here)
    assert lines(here) == []
    assert not Held.objects.exists()


def test_the_society_that_asked_reads_nothing_of_it_and_its_chain_neither(
    here: Scene, there: Scene, hers: Case, transfer: Transfer
) -> None:
    before = deeds_of(there)
    works(here)
    assert deeds_of(there) == before
    assert lines(there) == []
    there_it_stands = words_of(at_desk(there.alma), reverse("cases:transfer", args=[transfer.pk]))
    assert hers.reference not in there_it_stands


@pytest.mark.database_bound
def test_the_rows_do_not_exist_for_another_society(
    here: Scene, there: Scene, transfer: Transfer
) -> None:
    del transfer
    works(here)
    with with_incoming(here.alma) as incoming:
        assert list(lookups.maybe_meant()) == [incoming.pk]
        assert not lookups.requests_to_hold(1)
    with reading_as(there.society.pk):
        assert not lookups.maybe_meant()
        assert not lookups.said_not_meant(incoming)
        assert not lookups.requests_to_hold(1)


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS.keys())
def test_of_whom_may_not_be_found_or_told_of_the_line_goes_at_once(
    here: Scene, there: Scene, hers: Case, transfer: Transfer, stop: Stop
) -> None:
    del transfer
    works(here)
    assert len(lines(here)) == 1
    with here.acting(here.alma):
        stop(here, there, hers)
    assert lines(here) == []


def test_of_whom_may_not_be_found_nothing_is_noted(
    here: Scene, there: Scene, hers: Case, transfer: Transfer
) -> None:
    del transfer
    with here.acting(here.alma):
        STOPS["held"](here, there, hers)
    works(here)
    assert not Meant.objects.exists()


def test_who_is_kept_apart_in_silence_leaves_the_line_as_it_was(db: None, there: Scene) -> None:
    here = build_scene("NM", carla=Role.CHILD_PROTECTION)
    hers = searched(here, SHE, compared=False)
    asked(there, here)
    accepted(here.alma)
    works(here)
    before = lines(here)
    kept_apart(here, hers)
    assert lines(here) == before == [url_of(here)]
    works(here)
    assert lines(here) == before


def test_an_erased_person_leaves_no_row(here: Scene, hers: Case, transfer: Transfer) -> None:
    del transfer
    works(here)
    with here.acting(here.dora):
        protection.erase(hers.subject, why=WhyErased.ASKED, by=here.dora)
    assert not Meant.objects.exists()


@pytest.mark.parametrize("how", ENDS)
def test_once_it_ended_no_line_and_in_the_end_no_row_is_left(
    here: Scene, there: Scene, transfer: Transfer, how: str
) -> None:
    works(here)
    over(how, here, there, transfer)
    assert lines(here) == []
    with freeze_time(timezone.now() + timedelta(days=1, minutes=1)):
        works(here)
    assert not Meant.objects.exists()


def test_the_line_goes_once_a_case_is_noted_as_the_same_search(
    here: Scene, hers: Case, transfer: Transfer
) -> None:
    del transfer
    works(here)
    with with_incoming(here.alma) as incoming:
        incoming_desk.link(incoming, case=hers, by=here.alma)
    assert lines(here) == []


def test_the_line_stands_with_whom_it_falls_to(here: Scene, transfer: Transfer) -> None:
    del transfer
    works(here)
    assert len(lines(here, here.alma)) == 1, "she took it on"
    assert lines(here, here.omar) == []
    assert len(lines(here, here.omar, WorkOf(Of.SOCIETY))) == 1
    assert lines(here, here.omar, WorkOf(Of.DESK, uuid4())) == []
    assert lines(here, here.chidi) == []
