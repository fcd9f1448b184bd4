"""A way to reach somebody may change after the request was handed in: the old one is gone then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import holder, lookups, reminders
from kintrace.cases.actions import corrections, moves, opening
from kintrace.cases.actions.opening import CaseIsClosed
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Case, Words
from kintrace.cases.states import State, Why
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.demo.told import WAYS
from kintrace.network.seen import ChangedElsewhere
from kintrace.protection import actions as protection
from kintrace.protection.refusals import InformationNotGiven, NotAllowed

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.lookups import Kept
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

OLD, NEW, ADDRESS = "on market days", "+00 010 555 0199", "new@example.invalid"
NOW = {"phone": [NEW], "email": [ADDRESS]}


def kept(case: Case) -> Kept:
    return lookups.words_of(case)["ways"]


def change(case: Case, scene: Scene, **answers: list[str]) -> None:
    """As the page does it that was opened a moment ago."""
    said, seen = answers or NOW, kept(case).version
    corrections.change_ways(case, answers=said, seen=seen, by=scene.alma)


def test_a_new_way_stands_in_the_place_of_the_old_which_nobody_reads_any_more(
    scene: Scene, selams: Case
) -> None:
    assert OLD in WAYS[0]["times"]
    with scene.acting(scene.alma):
        assert OLD in all_that_opens()
        change(selams, scene)
        assert kept(selams).answers == NOW
        assert OLD not in all_that_opens()
        assert Words.objects.filter(case=selams, kind="ways").count() == 1
        newest, *_older = audit.entries(scene.society.pk)
        assert (newest.deed, newest.about) == (Deed.CHANGED_CASE, selams.pk)


def test_the_next_letter_goes_to_the_new_address_or_nowhere(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        assert reminders.safe_address(selams) == ""
        change(selams, scene)
        assert reminders.safe_address(selams) == ADDRESS
        change(selams, scene, email=[ADDRESS], quiet=["on"])
        assert reminders.safe_address(selams) == ""


def test_an_access_copy_tells_the_person_how_they_are_reached_now(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        change(selams, scene)
        told = [line.value for line in holder.OfCases().boxed(selams.subject)]
    assert NEW in told
    assert OLD not in told


def test_who_did_not_see_what_a_colleague_wrote_does_not_write_over_it(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        seen = kept(selams).version
        change(selams, scene)
        with pytest.raises(ChangedElsewhere):
            corrections.change_ways(selams, answers={"visits": ["on"]}, seen=seen, by=scene.alma)
        assert kept(selams).answers == NOW


def test_a_case_without_any_way_gets_its_first(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        Words.objects.filter(case=selams, kind="ways").delete()
        corrections.change_ways(selams, answers=NOW, seen=0, by=scene.alma)
        assert kept(selams).answers == NOW


def test_a_request_that_waits_and_a_search_that_rests_learn_a_new_number(scene: Scene) -> None:
    with scene.acting(scene.chidi):
        waiting = playing.open_a_case(PEOPLE[0], by=scene.chidi)
    with scene.acting(scene.alma):
        assert waiting.state == State.SUBMITTED
        change(waiting, scene)
        resting = playing.open_a_case(PEOPLE[1], by=scene.alma)
        moves.move(resting, to=State.SUSPENDED, by=scene.alma, why=Why.WANTS_A_REST)
        change(resting, scene)
        assert kept(waiting).answers == kept(resting).answers == NOW


def test_nothing_is_changed_in_a_closed_case(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        seen = kept(selams).version
        opening.close_case(selams, closing=Closing.SELF_SOLVED, by=scene.alma)
        with pytest.raises(CaseIsClosed):
            corrections.change_ways(selams, answers=NOW, seen=seen, by=scene.alma)


def test_while_somebody_looks_first_nothing_is_replaced_that_they_may_have_to_see(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        protection.put_on_hold(selams.subject, reason="A worry.", by=scene.alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            change(selams, scene)
        assert OLD in str(kept(selams).answers)


def test_of_somebody_whom_nobody_informed_no_way_is_kept(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        Case.objects.filter(pk=selams.pk).update(subject=protection.new_subject())
        case = Case.objects.get(pk=selams.pk)
        with pytest.raises(InformationNotGiven):
            change(case, scene)


# --- the page ---


def ways_of(case: Case) -> str:
    return f"/desk/cases/{case.pk}/ways/"


def seen_on(shown: str) -> str:
    found = re.search(r'name="seen" value="(\d+)"', shown)
    assert found
    return found[1]


def test_the_page_begins_with_what_is_known_and_the_case_shows_what_was_changed(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    assert ways_of(selams) in page(alma, case)
    shown = page(alma, ways_of(selams))
    assert f'value="{OLD}"' in shown
    assert "the old is gone" in shown
    typed = {"phone": NEW, "quiet": "on", "seen": seen_on(shown)}
    assert press(alma, ways_of(selams), **typed) == case
    there = page(alma, case)
    assert NEW in there
    assert OLD not in there
    assert "Do not say who is calling" in there


def test_without_any_way_the_page_asks_again_and_keeps_what_was_typed(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma = at_desk(sign_in, scene.alma)
    typed = {"times": "before noon", "seen": seen_on(page(alma, ways_of(selams)))}
    answer = alma.post(ways_of(selams), typed)
    assert answer.status_code == 422
    assert 'value="before noon"' in answer.content.decode()
    with scene.acting(scene.alma):
        assert OLD in str(kept(selams).answers)


def test_of_two_tabs_both_are_shown_and_saving_again_is_a_choice(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma = at_desk(sign_in, scene.alma)
    seen = seen_on(page(alma, ways_of(selams)))
    press(alma, ways_of(selams), through="an uncle", seen=seen)
    late = alma.post(ways_of(selams), {"through": "a guard", "seen": seen})
    shown = late.content.decode()
    assert late.status_code == 422
    assert "an uncle" in shown
    assert "a guard" in shown
    press(alma, ways_of(selams), through="a guard", seen=seen_on(shown))
    with scene.acting(scene.alma):
        assert kept(selams).answers == {"through": ["a guard"]}


def test_who_cannot_see_what_is_replaced_replaces_nothing(
    scene: Scene, there: Scene, selams: Case, sign_in: SignIn, client: Client
) -> None:
    shut = sign_in(client, scene.alma)
    asked = shut.get(ways_of(selams))
    assert asked.headers["Location"].startswith("/desk/open-box/")
    assert at_desk(sign_in, there.alma).get(ways_of(selams)).status_code == 404
    with scene.acting(scene.alma):
        assert OLD in str(kept(selams).answers)


def test_the_page_of_a_closed_case_says_so_and_the_case_leads_there_no_more(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        opening.close_case(selams, closing=Closing.SELF_SOLVED, by=scene.alma)
    alma = at_desk(sign_in, scene.alma)
    assert ways_of(selams) not in page(alma, f"/desk/cases/{selams.pk}/")
    assert "This case is closed" in alma.get(ways_of(selams)).content.decode()
