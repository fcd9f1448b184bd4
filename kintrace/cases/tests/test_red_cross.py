"""A Red Cross Message between two societies: written, checked, handed over, delivered, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kintrace.audit.models import Entry
from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.actions.red_cross_moves import NotThisStep, Waits
from kintrace.cases.models import RedCrossMessage, RedCrossPart
from kintrace.cases.red_cross import ARROWS, LINES, State, lines_of
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.red_cross_ways import (
    ADDRESS,
    ADDRESSEE,
    NEWS,
    REPLY,
    begun,
    collected,
    delivered,
    fear,
    hold,
    is_at,
    is_at_home,
    sent,
    take_back,
    taken,
)
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight
from kintrace.vault.photos import PhotoRefused
from kintrace.vault.reader import BoxIsShut, reading_as
from kintrace.vault.tests.camera import camera_jpeg

if TYPE_CHECKING:
    from collections.abc import Callable

    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.database_bound


def test_each_society_reads_its_own_copy_with_its_own_box_and_nothing_without(
    scene: Scene, there: Scene, letter: RedCrossMessage
) -> None:
    with there.acting(there.alma):
        found = lookups.red_cross_for(there.alma, letter.pk)
        assert lookups.part_of(found, "text") == {"text": NEWS}
        assert lookups.part_of(found, "addressee") == ADDRESSEE
        assert lookups.names_on(found) == ("Selam Habte", "Yonas Habte")
        assert not lookups.cases_of(there.alma).exists()
    for side in (scene, there):
        with reading_as(side.society.pk):
            found = lookups.red_cross_for(side.alma, letter.pk)
            with pytest.raises(BoxIsShut):
                lookups.part_of(found, "text")
            assert NEWS not in all_that_opens()
            assert ADDRESS not in all_that_opens()


def test_there_and_back(
    scene: Scene, there: Scene, letter: RedCrossMessage, clock: FrozenDateTimeFactory
) -> None:
    delivered(there, letter)
    with there.acting(there.omar):
        found = lookups.red_cross_for(there.omar, letter.pk)
        delivery.write_reply(found, text=REPLY, by=there.omar)
    with scene.acting(scene.alma):
        found = lookups.red_cross_for(scene.alma, letter.pk)
        assert lookups.part_of(found, "reply") == {"text": REPLY}
        delivery.give_reply(found, by=scene.alma)
    for side in (scene, there):
        with reading_as(side.society.pk):
            deeds = Entry.objects.filter(society=side.society.pk, about=letter.pk)
            assert {"took_red_cross", "delivered_red_cross", "replied_red_cross"} <= set(
                deeds.values_list("deed", flat=True)
            )


def test_who_wrote_any_part_does_not_check_it(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        message = collected(selams, by=scene.alma)
        with pytest.raises(actions.NeedsAnother):
            actions.check(message, by=scene.alma)
        actions.check(message, why="money", by=scene.omar)
        assert is_at(message, State.WRITING)
        actions.keep(message, kind="text", said={"text": "All well."}, seen=1, by=scene.omar)
        actions.collect(message, by=scene.omar)
        for wrote in (scene.alma, scene.omar):
            with pytest.raises(actions.NeedsAnother):
                actions.check(message, by=wrote)
        actions.check(message, by=scene.lena)
    with pytest.raises(IntegrityError), transaction.atomic(), reading_as(scene.society.pk):
        RedCrossMessage.objects.update(checked_by=scene.alma)


def test_who_typed_an_answer_does_not_give_it_to_who_wrote(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        message = sent(selams, by=scene.alma, second=scene.omar, partner=None)
    delivered(scene, message)
    with scene.acting(scene.alma):
        delivery.write_reply(message, text=REPLY, by=scene.alma)
        assert not lookups.replies_to_give(scene.alma).exists()
        with pytest.raises(actions.NeedsAnother):
            delivery.give_reply(message, by=scene.alma)
    with scene.acting(scene.omar):
        assert lookups.replies_to_give(scene.omar).exists()
        delivery.give_reply(message, by=scene.omar)
        assert not lookups.replies_to_give(scene.omar).exists()


def test_no_arrow_is_taken_from_the_wrong_side_or_place(
    scene: Scene, there: Scene, letter: RedCrossMessage
) -> None:
    with scene.acting(scene.alma), pytest.raises(NoRight):
        delivery.take(letter, by=scene.alma)
    with there.acting(there.alma):
        found = lookups.red_cross_for(there.alma, letter.pk)
        with pytest.raises(NoRight):
            actions.call_off(found, why="mistake", by=there.alma)
        with pytest.raises(NotThisStep):
            delivery.deliver(found, day=timezone.localdate(), by=there.alma)
        with pytest.raises(NotThisStep):
            delivery.return_(found, why="", by=there.alma)
        with pytest.raises(NoRight):
            taken(letter, by=there.chidi)
    assert is_at_home(scene, letter, State.SENT)


@pytest.mark.parametrize("happens", [hold, take_back, fear])
def test_nothing_is_sent_when_the_one_question_says_no(
    scene: Scene, there: Scene, selams: Case, happens: Callable[[Scene, Case], None]
) -> None:
    with scene.acting(scene.alma):
        message = actions.check(collected(selams, by=scene.alma), by=scene.omar)
        happens(scene, selams)
        with pytest.raises((NotAllowed, NotThisStep)):
            actions.send(message, partner=there.society.pk, by=scene.alma)
    with reading_as(there.society.pk):
        assert not lookups.red_cross_of(there.alma).exists()
        assert not RedCrossPart.objects.filter(society_id=there.society.pk).exists()


def test_a_hold_stops_who_delivers_with_words_that_tell_nothing(
    scene: Scene, there: Scene, selams: Case, letter: RedCrossMessage
) -> None:
    with there.acting(there.alma):
        taken(letter, by=there.alma)
    with scene.acting(scene.alma):
        hold(scene, selams)
    with there.acting(there.alma):
        found = lookups.red_cross_for(there.alma, letter.pk)
        with pytest.raises(Waits) as refused:
            delivery.printed(found, by=there.alma)
    assert "hold" not in refused.value.sentence.lower()


def test_a_picture_is_redrawn_and_goes_along_sealed(
    scene: Scene, there: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = begun(selams, by=scene.alma)
        with pytest.raises(PhotoRefused):
            actions.keep_picture(message, photo=b"no picture", what="sketch", by=scene.alma)
        drawing = camera_jpeg(megapixels=0.3)
        actions.keep_picture(message, photo=drawing, what="sketch", by=scene.alma)
        kept = lookups.picture_of(message)
    assert kept is not None
    assert b"Exif" not in kept
    assert kept[:3] == b"\xff\xd8\xff"


def test_the_sheet_has_thirty_lines_and_a_long_line_counts_as_several() -> None:
    assert lines_of("") == 0
    assert lines_of("a\n\nb") == 3
    assert lines_of("a" * 71) == 2
    with pytest.raises(actions.TooLong):
        actions.require_short("\n".join("a" * (LINES + 1)))
    actions.require_short("\n".join("a" * LINES))


def test_every_arrow_has_a_right_and_ends_have_reasons() -> None:
    assert all(arrow.right for arrow in ARROWS.values())
    reached: dict[str, Any] = {to: arrow for (_from, to), arrow in ARROWS.items()}
    assert set(reached) == {state for state in State if state != State.WRITING} | {State.WRITING}
    assert all(reached[one].reasons for one in (State.RETURNED, State.CANCELLED, State.WRITING))
