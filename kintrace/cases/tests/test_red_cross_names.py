"""A name that is known better stands on messages that are still here; what went out is marked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.red_cross import State
from kintrace.cases.tests.red_cross_ways import ADDRESS, NEWS, SENDER, begun, is_at, keep
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_red_cross_pages import HERE, at_desk, page, press
from kintrace.cases.tests.test_told_anew import NOBODY_KNOWS, YONAN, first, named, told_page
from kintrace.people.told import Part

if TYPE_CHECKING:
    from kintrace.cases.models import Case, RedCrossMessage
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

IN_BOTH = replace(YONAN, names=(*YONAN.names, (Part("given", "ዮናን"), Part("father", "ሃብተ"))))
MARKED = "With an older name"
OLD = ("Yonas Tesfay", "ዮናስ ተስፋይ")


def written(case: Case, scene: Scene, *, name: str = "") -> RedCrossMessage:
    """Its addressee as the form begins with them; or by a name that was typed."""
    message = begun(case, by=scene.alma)
    known = lookups.known_of(message, "addressee")
    to = known | {"address": ADDRESS, "language": "ar"} | ({"name": name} if name else {})
    said = {field: told for field, told in to.items() if told}
    for kind, told in (("sender", SENDER), ("addressee", said), ("text", {"text": NEWS})):
        keep(message, kind, told, by=scene.alma)
    return message


def checked(case: Case, scene: Scene) -> RedCrossMessage:
    collected = actions.collect(written(case, scene), by=scene.alma)
    return actions.check(collected, by=scene.omar)


def sent(case: Case, scene: Scene, there: Scene) -> RedCrossMessage:
    return actions.send(checked(case, scene), partner=there.society.pk, by=scene.alma)


def addressee(message: RedCrossMessage) -> tuple[str, str]:
    said = lookups.part_of(message, "addressee")
    return said["name"], said.get("name_own", "")


def test_a_message_that_is_still_here_names_them_as_they_are_called_now(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = written(selams, scene)
        before = lookups.part_of(message, "addressee")
        assert addressee(message) == OLD
        named(selams, scene, told=IN_BOTH, relation="cousin")
        assert addressee(message) == ("Yonan Habte", "ዮናን ሃብተ")
        now = lookups.part_of(message, "addressee")
        assert now["relation"] == "cousin"
        assert now["address"] == before["address"]
        assert now["father"] == "Habte"
        message.refresh_from_db()
        assert lookups.names_on(message) == ("Selam Habte", "Yonan Habte")
        assert lookups.part_of(message, "text") == {"text": NEWS}
        assert not lookups.called_since(message)


def test_a_name_that_is_not_told_any_more_leaves_the_sheet(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        message = written(selams, scene)
        named(selams, scene)
        assert addressee(message) == ("Yonan Habte", "")
        begins = lookups.known_of(begun(selams, by=scene.alma), "addressee")
        assert (begins["name"], begins["name_own"]) == ("Yonan Habte", "")


def test_of_whom_nothing_is_written_yet_the_lists_say_the_name_of_now(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = begun(selams, by=scene.alma)
        named(selams, scene)
        message = lookups.red_cross_for(scene.alma, message.pk)
        assert lookups.names_on(message)[1] == "Yonan Habte"
        assert not lookups.part_of(message, "addressee")


def test_what_was_checked_is_checked_again_by_who_did_not_correct_it(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = checked(selams, scene)
        named(selams, scene)
        assert is_at(message, State.COLLECTED)
        assert message.checked_by is None
        assert addressee(message)[0] == "Yonan Habte"
        with pytest.raises(actions.NeedsAnother):
            actions.check(message, by=scene.alma)
        assert actions.check(message, by=scene.omar).state == State.CHECKED


def test_a_correction_that_changes_nothing_on_the_sheet_leaves_it_checked(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = checked(selams, scene)
        named(selams, scene, told=lookups.told_of(first(selams).subject))
        assert is_at(message, State.CHECKED)


def test_a_name_typed_by_hand_stays_and_is_asked_about_before_it_goes(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = written(selams, scene, name="Yonas the baker")
        assert not lookups.called_since(message)
        named(selams, scene)
        assert addressee(message)[0] == "Yonas the baker"
        assert lookups.called_since(message) == ["Yonan Habte"]


def test_what_was_handed_over_stays_as_it_went_and_its_home_alone_is_told(
    scene: Scene, there: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = sent(selams, scene, there)
        assert not lookups.called_since(message)
        named(selams, scene, told=IN_BOTH)
        assert addressee(message) == OLD
        assert is_at(message, State.SENT)
        assert lookups.called_since(message) == ["Yonan Habte"]
        assert lookups.sent_with_older_names(first(selams).subject) == [message]
    with there.acting(there.alma):
        found = lookups.red_cross_for(there.alma, message.pk)
        assert lookups.names_on(found) == ("Selam Habte", OLD[0])
        assert addressee(found) == OLD
        assert not lookups.called_since(found)


def test_what_was_called_off_is_marked_no_more(scene: Scene, there: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        message = sent(selams, scene, there)
        named(selams, scene)
        assert not lookups.called_since(actions.call_off(message, why="mistake", by=scene.alma))


def test_the_desk_reads_it_after_correcting_on_the_case_and_on_the_message(
    scene: Scene, there: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        message = sent(selams, scene, there)
    alma, case, here = (
        at_desk(sign_in, scene.alma),
        f"/desk/cases/{selams.pk}/",
        f"{HERE}{message.pk}/",
    )
    assert MARKED not in page(alma, case)
    assert "An older name stands" not in page(alma, here)
    person = told_page(selams, scene, "sought")
    typed = NOBODY_KNOWS | {"relation": "brother", "given": "Yonan", "sex": "male"}
    assert press(alma, person, **typed, seen=seen_on(page(alma, person))) == case
    told = page(alma, case)
    assert "1 Red Cross Message went out with an older name" in told
    assert MARKED in told
    told = page(alma, here)
    assert "An older name stands" in told
    assert "Yonan" in told
    far = page(at_desk(sign_in, there.alma), here)
    assert "An older name stands" not in far
    assert "Yonan" not in far
