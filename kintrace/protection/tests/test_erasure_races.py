"""An erasure and somebody who writes at the same moment: whichever is first, nothing stays."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import UUID

import pytest
from django.db import connection

from kintrace.protection import actions, lookups
from kintrace.protection.models import Erasure, NoticeGiven
from kintrace.protection.purposes import Channel, WhyErased
from kintrace.protection.refusals import AlreadyErased, NothingToDo
from kintrace.protection.tests.given import Team, informed

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("postgres", "transactional_db"),
]
A_MOMENT = 0.5  # seconds


def give_notice(team: Team, subject: UUID, written: Event, go_on: Event) -> str:
    try:
        with team.reading():
            text = lookups.text_in_force(team.society.pk, "en")
            assert text is not None
            actions.give_notice(subject, text=text, channel=Channel.PHONE, by=team.alma)
            written.set()
            go_on.wait(A_MOMENT)
    except AlreadyErased:
        return "refused"
    else:
        return "written"
    finally:
        written.set()
        connection.close()


def erase(team: Team, subject: UUID, done: Event, go_on: Event) -> str:
    try:
        with team.reading():
            actions.erase(subject, why=WhyErased.ASKED, by=team.dora)
            done.set()
            go_on.wait(A_MOMENT)
    except NothingToDo:
        return "refused"
    else:
        return "erased"
    finally:
        done.set()
        connection.close()


def left(team: Team, subject: UUID) -> int:
    with team.reading():
        assert Erasure.objects.filter(subject=subject).count() == 1
        return NoticeGiven.objects.filter(subject=subject).count()


def test_an_erasure_waits_for_who_writes_and_takes_that_too(team: Team) -> None:
    with team.reading():
        subject = informed(team)
    written, never = Event(), Event()
    with ThreadPoolExecutor() as hands:
        first = hands.submit(give_notice, team, subject, written, never)
        written.wait()
        second = hands.submit(erase, team, subject, Event(), Event())
        assert (first.result(), second.result()) == ("written", "erased")
    assert left(team, subject) == 0


def test_who_writes_waits_for_an_erasure_and_is_refused(team: Team) -> None:
    with team.reading():
        subject = informed(team)
    erased, never = Event(), Event()
    with ThreadPoolExecutor() as hands:
        first = hands.submit(erase, team, subject, erased, never)
        erased.wait()
        second = hands.submit(give_notice, team, subject, Event(), Event())
        assert (first.result(), second.result()) == ("erased", "refused")
    assert left(team, subject) == 0


def test_of_two_erasures_one_finds_nothing_to_do(team: Team) -> None:
    with team.reading():
        subject = informed(team)
    erased, never = Event(), Event()
    with ThreadPoolExecutor() as hands:
        first = hands.submit(erase, team, subject, erased, never)
        erased.wait()
        second = hands.submit(erase, team, subject, Event(), Event())
        assert (first.result(), second.result()) == ("erased", "refused")
    assert left(team, subject) == 0
