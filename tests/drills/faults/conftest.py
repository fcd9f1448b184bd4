"""A desk beside the street of the drills, a database that flushes, and how long the suite is."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone

from kintrace.cases.tests.conftest import selams_case
from kintrace.cases.tests.ways import on_the_wall
from kintrace.vault import ciphers
from kintrace.vault.reader import reading_as
from tests import environment
from tests.drills import service
from tests.drills.faults.clerks import Clerk
from tests.journeys.people import second_factor
from tests.postgres import start, stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.cases.models import Case
    from tests.drills.conftest import Stage

    Figure = Callable[[str, str, str], None]
    Line = Callable[..., None]

LONG = (
    os.environ.get("KINTRACE_TEST_FAULTS") == "long"
)  # make faults; else what make test has time for


# What a visitor's code costs where it is derived, in the processes of service: here it must, too.
CODE_COST = ciphers.CODE_COST


def many(short: int, long: int) -> int:
    """A number of the long form or of the short one."""
    return long if LONG else short


@pytest.fixture
def flushing(postgres: None, stage: Stage) -> Iterator[None]:
    """The database as an installation runs it: what is committed lies on the disk. Making the stage
    and emptying the tables need not wait for that."""
    del postgres, stage
    restart(lasting=True)
    yield
    restart(lasting=False)


def restart(*, lasting: bool) -> None:
    connection.close()
    stop(environment.server_folder())
    start(environment.server_folder(), lasting=lasting)


@pytest.fixture(autouse=True)
def codes_cost_what_they_cost(cheap_codes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    del cheap_codes
    monkeypatch.setattr(ciphers, "CODE_COST", CODE_COST)


@pytest.fixture
def search(stage: Stage) -> Case:
    """Selam's search; her photo hangs, and alma, omar and lena may sign in."""
    scene = stage.scene
    case = selams_case(scene)
    with scene.acting(scene.alma):
        last = timezone.localdate() + timedelta(days=300)
        on_the_wall(case, until=last, alma=scene.alma, omar=scene.omar)
    for member in (scene.alma, scene.omar, scene.lena):
        second_factor(member)
        with reading_as(scene.society.pk):
            member.email = f"{member.sign_in}@example.invalid"
            member.save(update_fields=["email"])
    connection.close()
    return case


@pytest.fixture
def desk(stage: Stage, search: Case) -> Iterator[service.Web]:
    """The staff side, started and serving; stopped when the test is over."""
    del search
    web = service.web(stage.staff, stage.folder / "desk.log", first_page="/sign-in/")
    with service.serving(web):
        yield web


@pytest.fixture
def alma(stage: Stage, desk: service.Web) -> Clerk:
    """Signed in, with a browser that asks for Arabic."""
    return Clerk(desk.home, stage.scene.alma, language="ar").sign_in()


@pytest.fixture
def line(report: Figure) -> Line:
    """One line of bench/RELIABILITY.md: what broke, what was seen, what was lost, how soon back."""

    def note(fault: str, *, seen: str, lost: str, back: str, goal: str = "0 lost") -> None:
        report(fault, f"seen: {seen}; lost: {lost}; works again: {back}", goal)

    return note
