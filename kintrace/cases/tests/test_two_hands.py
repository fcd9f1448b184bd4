"""Two members write about a person in one moment: the second sees what the first did."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction

from kintrace.cases.fates import MAY_BE_TOLD, Standing
from kintrace.cases.tests.bringing import as_sure_as, establish
from kintrace.cases.tests.together import asked_later, next_day, settled
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member

    Deed = Callable[[Member], object]

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("postgres", "transactional_db"),
]
A_MOMENT = 0.5  # seconds


def holding_on(scene: Scene, member: Member, deed: Deed, done: Event) -> str:
    """Do it, and keep the transaction open for a moment; gives how it ended."""
    try:
        with scene.acting(member) as by, transaction.atomic():
            deed(by)
            done.set()
            Event().wait(A_MOMENT)
    except Refusal as no:
        return type(no).__name__
    else:
        return "done"
    finally:
        done.set()
        connection.close()


def one_upon_the_other(
    scene: Scene, first: tuple[Member, Deed], second: tuple[Member, Deed]
) -> tuple[str, str]:
    done = Event()
    with ThreadPoolExecutor() as hands:
        one = hands.submit(holding_on, scene, *first, done)
        done.wait()
        other = hands.submit(holding_on, scene, *second, Event())
        return one.result(), other.result()


def test_of_two_who_write_what_came_of_a_planned_day_one_is_told_that_it_is_written(
    search: Found,
) -> None:
    asked_later(search)
    scene = search.scene
    with scene.acting(scene.alma):
        day = next_day(search)

    def write(by: Member) -> None:
        settled(search, day, by=by)

    ended = one_upon_the_other(scene, (scene.alma, write), (scene.lena, write))
    assert ended == ("done", "NotWaiting")


def test_nobody_settles_as_dead_whom_another_says_at_that_moment_not_to_be(search: Found) -> None:
    as_sure_as(search, "corroborated")
    scene = search.scene
    result = MAY_BE_TOLD[Standing.CORROBORATED]
    ended = one_upon_the_other(
        scene,
        (scene.omar, lambda by: establish(search, "not_so", by=by)),
        (scene.alma, lambda by: search.settle(result, by=by)),
    )
    assert ended == ("done", "NotEstablished")
