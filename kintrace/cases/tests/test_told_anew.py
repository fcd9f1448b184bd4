"""What was told of who is sought is known better now: every place that reads it reads the new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kintrace.cases import casefile, lookups, transfer_parts
from kintrace.cases.actions import corrections, opening
from kintrace.cases.actions.opening import CaseIsClosed, SamePerson
from kintrace.cases.circumstances import Closing, Reason
from kintrace.cases.models import Sought, Words
from kintrace.cases.tests.conftest import SELAM, build_scene, selams_case
from kintrace.cases.tests.handing import sent
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.cases.tests.ways import latest
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.seen import ChangedElsewhere
from kintrace.people.lookups import person_of
from kintrace.people.told import Part, Told
from kintrace.protection import actions as protection
from kintrace.protection.lookups import notice_given, to_compare
from kintrace.protection.purposes import Channel, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.wall.lookups import showing

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

YONAN = Told(names=((Part("given", "Yonan"), Part("father", "Habte")),), sex="male")
NOBODY_KNOWS = {f"{name}_unknown": "on" for name in ("father", "said", "place")} | {"why": "more"}
NEWS = {"said": "in the rains", "calendar": "gregorian", "window": ["2024-07-01", "2024-07-31"],
        "place": "Sabha", "country": "LY", "heard": "phone"}  # fmt: skip
BRIDGE = {"work": ["He mends nets near the bridge."]}


def first(case: Case) -> Sought:
    return lookups.sought_in(case)[0]


def named(
    case: Case, scene: Scene, *, told: Told = YONAN, relation: str = "brother", seen: int = 0
) -> bool:
    """As the page does it that was opened a moment ago; whether a photo came down."""
    one, by = first(case), scene.alma
    shown = seen or len(person_of(one.subject).tellings)
    _row, down = corrections.correct_person(
        one, told=told, relation=relation, why="more", seen=shown, by=by
    )
    return down


def news_of(case: Case, scene: Scene, *, reason: str = "sea", **changed: Any) -> None:
    one, by = first(case), scene.alma
    seen = corrections.version_of_news(one)
    corrections.correct_news(one, news=NEWS | changed, reason=reason, seen=seen, by=by)


def helps(case: Case, scene: Scene, answers: dict[str, list[str]]) -> None:
    kept = lookups.words_of(case).get("more")
    seen = kept.version if kept else 0
    corrections.change_more(first(case), answers=answers, seen=seen, by=scene.alma)


def test_a_name_known_better_stands_before_the_older_which_is_kept(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        before = lookups.told_of(first(selams).subject)
        assert not named(selams, scene)
        now = lookups.told_of(first(selams).subject)
        assert now.called == "Yonan Habte"
        assert set(before.names) < set(now.names)
        assert now.births == before.births
        assert now.languages == before.languages
        assert "Yonan Habte" in casefile.title_of(selams)


@pytest.mark.django_db
def test_who_is_called_otherwise_is_held_beside_the_register_anew() -> None:
    scene = build_scene("NM", carla=Role.CHILD_PROTECTION)
    case, carla = selams_case(scene), scene.others["carla"]
    with scene.acting(scene.alma):
        _does_not_want_to_be_found(case, by=scene.alma)
    subject = _compared(case, scene, carla)
    with scene.acting(scene.alma):
        assert not to_compare([subject])
        named(case, scene)
        assert to_compare([subject]) == {subject}


def _does_not_want_to_be_found(case: Case, *, by: Member) -> None:
    given, hidden = notice_given(case.subject), protection.new_subject()
    assert given is not None
    protection.give_notice(hidden, text=given.text, channel=Channel.PHONE, by=by)
    protection.register_do_not_find(hidden, told={"names": "Luwam"}, by=by)


def _compared(case: Case, scene: Scene, carla: Member) -> UUID:
    with scene.acting(carla):
        subject = first(case).subject
        protection.compared(subject, by=carla)
        return subject


def test_a_photo_that_names_another_relation_comes_down_at_once(
    scene: Scene, hanging: Case
) -> None:
    with scene.acting(scene.alma):
        assert not named(hanging, scene)
        assert len(showing()) == 1
        assert named(hanging, scene, relation="cousin")
        assert showing() == []
        assert latest(hanging).state == "taken_down"
        assert first(hanging).relation == "cousin"


def test_nobody_becomes_the_one_who_searches(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        searcher = lookups.told_of(selams.subject)
        assert searcher.births
        with pytest.raises(SamePerson):
            named(selams, scene, told=searcher)


def test_news_and_reason_known_better_stand_on_the_case(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        news_of(selams, scene, reason="disaster")
        shown = casefile.shown(lookups.case_for(scene.alma, selams.pk), by=scene.alma)
        assert shown["sought"][0]["news"]["place"] == "Sabha"
        assert shown["reason"] == Reason.DISASTER.label


def test_what_else_may_help_is_replaced_and_the_old_is_gone(scene: Scene, selams: Case) -> None:
    with scene.acting(scene.alma):
        helps(selams, scene, {"work": ["He sells bread."]})
        helps(selams, scene, BRIDGE)
        assert lookups.words_of(selams)["more"].answers == BRIDGE
        assert Words.objects.filter(case=selams, kind="more").count() == 1


def test_another_society_keeps_what_was_sent_and_the_next_gets_the_new(
    scene: Scene, there: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(selams, there.society, by=scene.alma)
        copied = dict(transfer.told or {})
        named(selams, scene)
        news_of(selams, scene)
        transfer.refresh_from_db()
        assert transfer.told == copied
        anew = transfer_parts.copied(selams, first(selams), parts=["names", "news"])
        assert ["given", "Yonan"] in anew["names"]
        assert anew["news"]["place"] == "Sabha"


def test_who_did_not_see_what_a_colleague_wrote_writes_over_nothing(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        one = first(selams)
        tellings, version = len(person_of(one.subject).tellings), corrections.version_of_news(one)
        named(selams, scene)
        news_of(selams, scene)
        helps(selams, scene, BRIDGE)
        with pytest.raises(ChangedElsewhere):
            named(selams, scene, seen=tellings)
        with pytest.raises(ChangedElsewhere):
            corrections.correct_news(one, news=NEWS, reason="sea", seen=version, by=scene.alma)
        with pytest.raises(ChangedElsewhere):
            corrections.change_more(one, answers={}, seen=0, by=scene.alma)


def test_nothing_is_corrected_while_somebody_looks_first_or_after_the_end(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        other = playing.open_a_case(SELAM, by=scene.alma)
        opening.close_case(other, closing=Closing.SELF_SOLVED, by=scene.alma)
        protection.put_on_hold(first(selams).subject, reason="A worry.", by=scene.alma)
        for change in (named, news_of):
            with pytest.raises(NotAllowed, match="Somebody looks at this first"):
                change(selams, scene)
            with pytest.raises(CaseIsClosed):
                change(other, scene)


# --- the pages ---


def told_page(case: Case, scene: Scene, key: str) -> str:
    with scene.acting(scene.alma):
        return f"/desk/sought/{first(case).pk}/{key}/"


def test_each_page_begins_with_what_is_known_and_the_case_shows_what_is_new(
    scene: Scene, there: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        sent(selams, there.society, by=scene.alma)
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    person, news, more = (told_page(selams, scene, key) for key in ("sought", "news", "more"))
    there_now = page(alma, case)
    assert all(way in there_now for way in (person, news, more))
    shown = page(alma, person)
    assert 'value="Yonas"' in shown
    assert 'value="ዮናስ"' in shown
    assert "searches with the copy that was sent" in shown
    assert re.search(r"<input[^>]* name=\"said_unknown\"[^>]* checked", shown)
    typed = NOBODY_KNOWS | {"relation": "cousin", "given": "Yonan", "sex": "male"}
    typed |= {"seen": seen_on(shown)}
    assert press(alma, person, **typed) == case
    typed = {"reason": "sea", "said": "in the rains", "year": "2024", "month": "7"}
    typed |= {"calendar": "gregorian", "place": "Sabha", "heard": "phone"}
    assert press(alma, news, **typed, seen=seen_on(page(alma, news))) == case
    again = page(alma, news)
    assert 'value="2024"' in again
    assert 'value="7"' in again
    assert press(alma, more, work=BRIDGE["work"][0], seen=seen_on(page(alma, more))) == case
    now = page(alma, case)
    assert all(said in now for said in ("Yonan", "Sabha", "in the rains", BRIDGE["work"][0]))


def test_of_two_tabs_both_names_are_shown_and_saving_again_is_a_choice(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, person = at_desk(sign_in, scene.alma), told_page(selams, scene, "sought")
    typed = NOBODY_KNOWS | {"relation": "brother", "sex": "male"}
    typed |= {"seen": seen_on(page(alma, person))}
    press(alma, person, **typed, given="Yonan")
    late = alma.post(person, typed | {"given": "Jonas"})
    shown = late.content.decode()
    assert late.status_code == 422
    assert "What was saved elsewhere" in shown
    assert "Yonan" in shown
    assert 'value="Jonas"' in shown
    press(alma, person, **(typed | {"given": "Jonas", "seen": seen_on(shown)}))


def test_another_society_and_who_was_erased_have_no_such_page(
    scene: Scene, there: Scene, selams: Case, sign_in: SignIn
) -> None:
    person = told_page(selams, scene, "sought")
    assert at_desk(sign_in, there.alma).get(person).status_code == 404
    assert at_desk(sign_in, scene.alma).get(f"{person[:-7]}story/").status_code == 404
    with scene.acting(scene.dora):
        protection.erase(first(selams).subject, why=WhyErased.ASKED, by=scene.dora)
        with pytest.raises(Http404):
            lookups.sought_for(scene.alma, first(selams).pk)
    assert at_desk(sign_in, scene.alma).get(person).status_code == 404
