"""What was told of who searches is known better now: every place that reads it reads the new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import attesting, casefile, lookups, timeline
from kintrace.cases.actions import corrections, opening
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.actions.opening import CaseIsClosed, SamePerson
from kintrace.cases.circumstances import Closing
from kintrace.cases.red_cross import State
from kintrace.cases.tests.handing import sent as transferred
from kintrace.cases.tests.red_cross_ways import ADDRESSEE, NEWS, begun, is_at, keep
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.cases.tests.test_told_anew import first
from kintrace.cases.tests.ways import latest
from kintrace.network.seen import ChangedElsewhere
from kintrace.people.anew import Anew
from kintrace.people.lookups import person_of
from kintrace.people.told import Part, PlaceKind, Told
from kintrace.protection import actions as protection
from kintrace.protection.refusals import NotAllowed
from kintrace.wall.lookups import showing

if TYPE_CHECKING:
    from kintrace.cases.models import Case, RedCrossMessage
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

SALEM = Told(names=((Part("given", "Salem"), Part("father", "Habte")),), sex="female")
TYPED = {"given": "Salem", "father": "Habte", "sex": "female", "languages": "ar", "why": "wrong"}
CORRECTED = "What was told of who searches was corrected"


def named(
    case: Case, scene: Scene, *, told: Told = SALEM, why: str = "otherwise", seen: int = 0
) -> bool:
    """As the page does it that was opened a moment ago; whether a photo came down."""
    shown = seen or len(person_of(case.subject).tellings)
    return corrections.correct_searcher(case, told=told, why=why, seen=shown, by=scene.alma)


def born(case: Case, year: int) -> Told:
    """The same person, born in another year."""
    told = lookups.told_of(case.subject)
    [birth, *_older] = told.births
    start, end = birth.start.replace(year=year), birth.end.replace(year=year + 1)
    return replace(told, births=(replace(birth, said=str(year), start=start, end=end),))


def checked(case: Case, scene: Scene) -> RedCrossMessage:
    """A message whose sender stands on it as the form begins with them."""
    message = begun(case, by=scene.alma)
    known = {field: told for field, told in lookups.known_of(message, "sender").items() if told}
    sender = known | {"language": "ti", "reply_to": "society", "shown": ["birth", "sex"]}
    for kind, told in (("sender", sender), ("addressee", ADDRESSEE), ("text", {"text": NEWS})):
        keep(message, kind, told, by=scene.alma)
    return actions.check(actions.collect(message, by=scene.alma), by=scene.omar)


def test_a_name_known_better_stands_before_the_older_and_the_case_is_called_by_it(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        before = lookups.told_of(selams.subject)
        assert not named(selams, scene)
        now = lookups.told_of(selams.subject)
        assert now.called == "Salem Habte"
        assert set(before.names) < set(now.names)
        assert (now.births, now.languages) == (before.births, before.languages)
        assert casefile.title_of(selams).startswith("Salem Habte is looking for")
        assert attesting.names_on(now)[-1][0] == "Salem Habte"


def test_who_corrected_it_and_why_stands_in_the_timeline_and_in_the_audit(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        named(selams, scene)
        assert person_of(selams.subject).tellings[-1].why == Anew.OTHERWISE
        [line] = [one for one in timeline.of(selams, by=scene.alma) if CORRECTED in one.what]
        assert line.what.endswith("Reason: It is told otherwise now")
        assert line.by == scene.alma.name
        changed, corrected = audit.entries(scene.society.pk)[:2]
        assert (changed.deed, changed.about) == (Deed.CHANGED_CASE, selams.pk)
        assert (corrected.deed, corrected.about) == (
            Deed.CORRECTED_PERSON,
            person_of(selams.subject).id,
        )


def test_a_message_that_is_still_here_follows_and_is_checked_again(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = checked(selams, scene)
        named(selams, scene)
        assert is_at(message, State.COLLECTED)
        assert lookups.part_of(message, "sender")["name"] == "Salem Habte"
        message.refresh_from_db()
        assert lookups.names_on(message)[0] == "Salem Habte"
        with pytest.raises(actions.NeedsAnother):
            actions.check(message, by=scene.alma)


def test_a_message_that_went_out_stays_and_is_marked(
    scene: Scene, there: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = actions.send(checked(selams, scene), partner=there.society.pk, by=scene.alma)
        named(selams, scene)
        assert lookups.sent_with_older_names(selams.subject) == [message]


def test_a_face_that_shows_somebody_of_another_age_or_sex_comes_down(
    scene: Scene, hanging: Case
) -> None:
    with scene.acting(scene.alma):
        assert not named(hanging, scene)
        assert not named(hanging, scene, told=born(hanging, 1991))
        assert len(showing()) == 1
        assert named(hanging, scene, told=born(hanging, 1950))
        assert showing() == []
        assert latest(hanging).state == "taken_down"


def test_a_face_comes_down_for_whom_it_calls_a_woman_and_for_a_child(
    scene: Scene, hanging: Case
) -> None:
    with scene.acting(scene.alma):
        assert named(hanging, scene, told=replace(SALEM, sex="male"))
        assert showing() == []


def test_a_face_that_no_longer_fits_the_age_comes_down(scene: Scene, hanging: Case) -> None:
    with scene.acting(scene.alma):
        assert named(hanging, scene, told=born(hanging, 2013))
        assert showing() == []


def test_nobody_becomes_the_one_whom_they_seek(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        one = lookups.told_of(selams.subject).births
        yonas = replace(lookups.told_of(first(selams).subject), births=one)
        corrections.correct_person(
            first(selams), told=yonas, relation="brother", why="more", seen=1, by=scene.alma
        )
        with pytest.raises(SamePerson):
            named(selams, scene, told=yonas)


def test_who_did_not_see_what_a_colleague_wrote_writes_over_nothing(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        named(selams, scene, seen=1)
        with pytest.raises(ChangedElsewhere):
            named(selams, scene, told=replace(SALEM, sex="male"), seen=1)


def test_nothing_is_corrected_while_somebody_looks_first_or_after_the_end(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        protection.put_on_hold(selams.subject, reason="A worry.", by=scene.alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            named(selams, scene)


def test_nothing_is_corrected_after_the_end(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        opening.close_case(selams, closing=Closing.SELF_SOLVED, by=scene.alma)
        with pytest.raises(CaseIsClosed):
            named(selams, scene)


# --- the page ---


def searcher_page(case: Case) -> str:
    return f"/desk/cases/{case.pk}/searcher/"


def test_the_page_begins_with_what_is_known_and_the_case_shows_what_is_new(
    scene: Scene, there: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        transferred(selams, there.society, by=scene.alma)
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    here = searcher_page(selams)
    assert here in page(alma, case)
    shown = page(alma, here)
    assert 'value="Selam"' in shown
    assert 'value="ሰላም"' in shown
    assert "searches with the copy that was sent" in shown
    assert press(alma, here, **TYPED, seen=seen_on(shown)) == case
    now = page(alma, case)
    assert "Salem Habte is looking for" in now
    assert "It was written down wrongly" in now
    assert "Selam" in now


def test_where_the_person_lives_stands_on_the_page_and_is_told_once(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, here = at_desk(sign_in, scene.alma), searcher_page(selams)
    for country in ("IT", "GR"):
        press(alma, here, **TYPED, lives=country, seen=seen_on(page(alma, here)))
        assert f'<option value="{country}" selected' in page(alma, here)
    with scene.acting(scene.alma):
        places = lookups.told_of(selams.subject).places
    assert [one.country for one in places if one.kind == PlaceKind.LIVES] == ["GR"]


def test_a_correction_without_a_reason_is_asked_again_and_keeps_what_was_typed(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, here = at_desk(sign_in, scene.alma), searcher_page(selams)
    typed = TYPED | {"seen": seen_on(page(alma, here))}
    answer = alma.post(here, {name: said for name, said in typed.items() if name != "why"})
    assert answer.status_code == 422
    assert 'value="Salem"' in answer.content.decode()


def test_of_two_tabs_both_names_are_shown(scene: Scene, selams: Case, sign_in: SignIn) -> None:
    alma, here = at_desk(sign_in, scene.alma), searcher_page(selams)
    typed = TYPED | {"seen": seen_on(page(alma, here))}
    press(alma, here, **typed)
    late = alma.post(here, typed | {"given": "Selma"})
    shown = late.content.decode()
    assert late.status_code == 422
    assert "What was saved elsewhere" in shown
    assert 'value="Selma"' in shown
    press(alma, here, **(typed | {"given": "Selma", "seen": seen_on(shown)}))


def test_a_birth_known_better_takes_a_photo_down_that_no_longer_fits(
    scene: Scene, hanging: Case, sign_in: SignIn
) -> None:
    alma, here = at_desk(sign_in, scene.alma), searcher_page(hanging)
    told = {"said": "2014", "year": "2014", "calendar": "gregorian", "precision": "year"}
    press(alma, here, **TYPED, **told, seen=seen_on(page(alma, here)))
    assert showing() == []
    assert "The photo came down" in page(alma, f"/desk/cases/{hanging.pk}/")


def test_another_society_has_no_such_page(
    scene: Scene, there: Scene, selams: Case, sign_in: SignIn
) -> None:
    assert at_desk(sign_in, there.alma).get(searcher_page(selams)).status_code == 404
