"""The end of a Red Cross Message: its time is over, it came back, it is stopped, it is erased."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_ends as ends
from kintrace.cases.models import RedCrossMessage, RedCrossPaper, RedCrossPart
from kintrace.cases.red_cross import State
from kintrace.cases.tests.red_cross_ways import (
    ADDRESS,
    NEWS,
    REPLY,
    begun,
    delivered,
    erased,
    everything_read,
    fear,
    is_at_home,
    keep,
    take_back,
    taken,
)
from kintrace.protection.actions import erase
from kintrace.protection.purposes import WhyErased
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Callable

    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.database_bound


def expire(scene: Scene) -> tuple[int, int]:
    with reading_as(scene.society.pk):
        return ends.expire(timezone.localdate(), by=Machine(scene.society.pk))


def test_the_text_is_gone_on_both_sides_thirty_days_after_it_was_delivered(
    clock: FrozenDateTimeFactory, scene: Scene, there: Scene, letter: RedCrossMessage
) -> None:
    delivered(there, letter)
    clock.tick(timedelta(days=30))
    assert expire(scene) == (0, 0)
    assert NEWS in everything_read(there)
    clock.tick(timedelta(days=1))
    assert expire(scene) == (0, 1)
    for side in (scene, there):
        assert NEWS not in everything_read(side)
        assert ADDRESS not in everything_read(side)
        with reading_as(side.society.pk):
            found = lookups.red_cross_for(side.alma, letter.pk)
            assert (found.state, found.delivered) == (State.DELIVERED, letter.sent)
            assert lookups.names_on(found) == ("", "")
    assert expire(scene) == (0, 0)


def test_an_answer_outlives_the_text_until_its_sender_got_it_and_thirty_days(
    clock: FrozenDateTimeFactory, scene: Scene, there: Scene, letter: RedCrossMessage
) -> None:
    delivered(there, letter)
    clock.tick(timedelta(days=45))
    expire(scene)
    with there.acting(there.alma):
        found = lookups.red_cross_for(there.alma, letter.pk)
        delivery.write_reply(found, text=REPLY, by=there.alma)
    clock.tick(timedelta(days=200))
    assert expire(scene) == (0, 0)
    with scene.acting(scene.alma):
        delivery.give_reply(lookups.red_cross_for(scene.alma, letter.pk), by=scene.alma)
    clock.tick(timedelta(days=31))
    assert expire(scene) == (0, 1)
    for side in (scene, there):
        assert REPLY not in everything_read(side)


def test_what_waits_to_be_delivered_is_never_deleted_by_itself(
    clock: FrozenDateTimeFactory, scene: Scene, there: Scene, letter: RedCrossMessage
) -> None:
    clock.tick(timedelta(days=400))
    assert expire(scene) == (0, 0)
    assert NEWS in everything_read(there)


def test_a_message_nobody_went_on_with_ends_like_a_draft(
    clock: FrozenDateTimeFactory, scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        keep(begun(selams, by=scene.alma), "text", {"text": NEWS}, by=scene.alma)
    clock.tick(timedelta(days=31))
    assert expire(scene) == (1, 0)
    assert not RedCrossMessage.objects.exists()
    assert NEWS not in everything_read(scene)


@pytest.mark.parametrize("happens", [take_back, fear, erased])
def test_what_was_taken_back_leaves_no_word_with_the_other_society(
    scene: Scene,
    there: Scene,
    selams: Case,
    letter: RedCrossMessage,
    happens: Callable[[Scene, Case], None],
) -> None:
    assert NEWS in everything_read(there)
    with scene.acting(scene.alma):
        happens(scene, selams)
    read = everything_read(there)
    assert NEWS not in read
    assert ADDRESS not in read
    assert "Yonas Habte" not in read
    with reading_as(there.society.pk):
        assert not RedCrossPart.objects.filter(society_id=there.society.pk).exists()


def test_who_must_not_learn_loses_a_delivered_message_too(
    scene: Scene, there: Scene, selams: Case, letter: RedCrossMessage
) -> None:
    delivered(there, letter)
    with scene.acting(scene.alma):
        fear(scene, selams)
    assert NEWS not in everything_read(there)
    assert is_at_home(scene, letter, State.DELIVERED)


def test_an_answer_that_came_after_the_text_was_over_is_taken_like_the_rest(
    clock: FrozenDateTimeFactory, scene: Scene, there: Scene, selams: Case, letter: RedCrossMessage
) -> None:
    delivered(there, letter)
    clock.tick(timedelta(days=45))
    expire(scene)
    answered(there, letter)
    assert REPLY in everything_read(there)
    with scene.acting(scene.alma):
        fear(scene, selams)
    assert REPLY not in everything_read(there)
    assert REPLY in everything_read(scene)


@pytest.mark.parametrize("happens", [take_back, fear])
def test_an_answer_to_what_was_taken_back_lies_at_home_alone(
    scene: Scene,
    there: Scene,
    selams: Case,
    letter: RedCrossMessage,
    happens: Callable[[Scene, Case], None],
) -> None:
    delivered(there, letter)
    with scene.acting(scene.alma):
        happens(scene, selams)
    answered(there, letter)
    assert REPLY not in everything_read(there)
    assert REPLY in everything_read(scene)


def answered(there: Scene, letter: RedCrossMessage) -> None:
    with there.acting(there.alma):
        found = lookups.red_cross_for(there.alma, letter.pk)
        delivery.write_reply(found, text=REPLY, by=there.alma)


def test_erasing_the_addressee_alone_deletes_the_message(
    scene: Scene, there: Scene, selams: Case, letter: RedCrossMessage
) -> None:
    with scene.acting(scene.alma):
        sought = lookups.sought_in(selams)[0].subject
        erase(sought, by=scene.dora, why=WhyErased.ASKED)
        assert not RedCrossMessage.objects.exists()
        assert not RedCrossPaper.objects.exists()
    with reading_as(there.society.pk):
        assert not RedCrossPart.objects.filter(society_id=there.society.pk).exists()


def test_a_message_that_came_back_tells_why_and_leaves_no_copy_there(
    scene: Scene, there: Scene, letter: RedCrossMessage
) -> None:
    with there.acting(there.alma):
        delivery.return_(taken(letter, by=there.alma), why="not_handed", by=there.alma)
    assert NEWS not in everything_read(there)
    assert NEWS in everything_read(scene)
    with reading_as(scene.society.pk):
        found = lookups.red_cross_for(scene.alma, letter.pk)
        assert (found.state, found.why) == (State.RETURNED, "not_handed")


def test_what_lies_with_a_society_that_leaves_the_network_comes_back(
    scene: Scene, there: Scene, letter: RedCrossMessage
) -> None:
    society = there.society
    society.state, society.left = society.State.LEFT, timezone.localdate()
    society.save(update_fields=["state", "left"])
    expire(scene)
    assert NEWS not in everything_read(there)
    assert NEWS in everything_read(scene)
    with reading_as(scene.society.pk):
        letter.refresh_from_db()
        assert (letter.state, letter.why) == (State.RETURNED, "left")
