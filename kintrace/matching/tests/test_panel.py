"""What the matcher says on the page of a case, before one is accepted, and in the work list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import likely, neighbours
from kintrace.cases import lookups as cases
from kintrace.cases.actions import moves
from kintrace.cases.states import State
from kintrace.cases.work_of import Of, WorkOf
from kintrace.demo import playing
from kintrace.matching import actions, beside, lookups, standing, worklist
from kintrace.matching.tests.at_desk import at_desk, the_worker_works, words_of
from kintrace.matching.tests.conftest import HE, SHE, STRANGER, searched
from kintrace.matching.words import Verdict, Why
from kintrace.people.lookups import card_of
from kintrace.protection import actions as protection
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    import pytest

    from kintrace.cases.models import Case
    from kintrace.cases.neighbours import Work
    from kintrace.cases.tests.conftest import Scene
    from kintrace.demo.invented import Invented
    from kintrace.network.models import Member


def page_of(scene: Scene, case: Case) -> str:
    return words_of(at_desk(scene.alma), f"/desk/cases/{case.pk}/")


def work(scene: Scene, member: Member, of: WorkOf | None = None) -> list[Work]:
    with scene.acting(member):
        return list(worklist.pairs_to_look_at(member, of or WorkOf()))


def handed_in(scene: Scene, person: Invented) -> Case:
    with scene.acting(scene.chidi):
        return playing.open_a_case(person, by=scene.chidi)


# --- whether a case is compared ---


def test_a_case_that_is_not_compared_says_what_that_means_and_is_compared_with_one_press(
    here: Scene,
) -> None:
    case = searched(here, SHE, compared=False)
    assert "If another society searches for the same family, nobody notices." in page_of(here, case)
    sent = at_desk(here.alma).post(f"/desk/cases/{case.pk}/let-compare/", {"how": "phone"})
    assert sent.headers["Location"] == f"/desk/cases/{case.pk}/"
    page = page_of(here, case)
    assert "Said by phone." in page
    assert "Where the person takes it back" in page
    with here.acting(here.alma):
        assert bases_in_force(case.subject, Purpose.COMPARE).exists()


def test_without_how_it_was_agreed_the_question_is_asked_again(here: Scene) -> None:
    case = searched(here, SHE, compared=False)
    sent = at_desk(here.alma).post(f"/desk/cases/{case.pk}/let-compare/", {})
    assert sent.status_code == 422
    assert "They see no name." in sent.content.decode()


def test_nobody_weighs_or_guards_what_only_the_person_may_allow(here: Scene) -> None:
    case = searched(here, SHE, compared=False)
    for how in ("weighed", "guardian"):
        sent = at_desk(here.alma).post(f"/desk/cases/{case.pk}/let-compare/", {"how": how})
        assert sent.status_code == 422


def test_what_stands_against_it_is_said_in_a_sentence(here: Scene) -> None:
    case = searched(here, SHE, compared=False)
    with here.acting(here.omar):
        protection.put_on_hold(case.subject, reason="A worry.", by=here.omar)
    sent = at_desk(here.alma).post(f"/desk/cases/{case.pk}/let-compare/", {"how": "phone"})
    assert sent.status_code == 409
    with here.acting(here.alma):
        assert not bases_in_force(case.subject, Purpose.COMPARE).exists()


def test_a_case_of_another_society_is_not_there_to_be_compared(here: Scene, there: Scene) -> None:
    case = searched(here, SHE, compared=False)
    url = f"/desk/cases/{case.pk}/let-compare/"
    assert at_desk(there.alma).post(url, {"how": "phone"}).status_code == 404


# --- who is likely ---


def test_the_page_of_a_case_has_the_pairs_of_everybody_in_it(here: Scene, there: Scene) -> None:
    case = searched(here, SHE)
    assert "Nobody elsewhere is likely to be a person of this case." in page_of(here, case)
    searched(there, HE)
    the_worker_works()
    page = page_of(here, case)
    panel = page.partition("Likely pairs")[2].rpartition("Likely pairs")[2]
    assert panel.count(there.society.name) >= 2
    assert "Very likely" in panel


def test_a_pair_that_was_put_away_stands_there_no_more(here: Scene, there: Scene) -> None:
    case = searched(here, SHE)
    searched(there, HE)
    the_worker_works()
    with here.acting(here.alma):
        for row in lookups.candidates_for(here.alma):
            actions.judge(row, verdict=Verdict.NO, why=Why.NAMESAKE, by=here.alma)
    assert "Nobody elsewhere is likely" in page_of(here, case)


# --- before a request is accepted ---


def shown(scene: Scene, case: Case) -> Sequence[UUID]:
    with scene.acting(scene.alma):
        return [one.case.pk for one in likely.shown(case, by=scene.alma)]


def test_who_is_told_in_another_script_stands_beside_a_request(here: Scene) -> None:
    case = searched(here, SHE, compared=False)
    searched(here, STRANGER, compared=False)
    request = handed_in(here, HE)
    with here.acting(here.alma):
        assert card_of(request.subject) is None
        assert beside.duplicates_of([request.subject]) == [
            one.subject for one in cases.still_sought(case)
        ]
    assert shown(here, request) == [case.pk]


def test_a_case_that_both_ways_of_looking_find_stands_there_once(here: Scene) -> None:
    case = searched(here, SHE, compared=False)
    request = handed_in(here, SHE)
    assert shown(here, request).count(case.pk) == 1
    assert beside.duplicates_of in neighbours.duplicates
    assert likely.duplicates_of in neighbours.duplicates


def test_nobody_beside_the_request_is_of_the_request(here: Scene) -> None:
    with here.acting(here.alma):
        case = playing.open_a_case(SHE, by=here.alma)
        case = moves.move(case, to=State.TRACING, by=here.alma)
        assert beside.duplicates_of([case.subject]) == []


# --- the work list ---


def test_each_open_pair_is_a_line_for_who_has_the_case(
    here: Scene, there: Scene, hers: Case
) -> None:
    lines = work(here, here.alma)
    assert [one.reference for one in lines] == [hers.reference, hers.reference]
    assert all(there.society.name in one.what for one in lines)
    assert work(here, here.dora) == []
    assert work(here, here.chidi) == []
    assert work(here, here.omar) == [], "it is Alma's case"
    assert len(work(here, here.omar, WorkOf(Of.SOCIETY))) == 2


def test_what_our_side_judged_asks_nothing_more(here: Scene, there: Scene, hers: Case) -> None:
    del hers
    with here.acting(here.alma):
        rows = list(lookups.candidates_for(here.alma))
        actions.judge(rows[0], verdict=Verdict.UNSURE, why=Why.ASK_FAMILY, by=here.alma)
    assert len(work(here, here.alma)) == 1
    with here.acting(here.alma):
        actions.judge(rows[0], verdict=Verdict.BACK, why=Why.NEW_FACT, by=here.alma)
    assert len(work(here, here.alma)) == 2
    assert len(work(there, there.alma)) == 2


def test_that_the_other_society_wants_to_read_more_is_said_once(
    here: Scene, there: Scene, hers: Case
) -> None:
    del hers
    with there.acting(there.alma):
        row = lookups.candidates_for(there.alma)[0]
        actions.agree_to_more(row, by=there.alma)
    first, second = work(here, here.alma)
    assert f"{there.society.name} wants both to read more" in first.what
    assert "wants both" not in second.what
    assert first.url != second.url
    with here.acting(here.alma):
        actions.agree_to_more(row, by=here.alma)
    assert not any("wants both" in one.what for one in work(here, here.alma))


def test_that_two_are_one_is_said_to_both_for_a_week(here: Scene, there: Scene, hers: Case) -> None:
    del hers
    for scene in (here, there):
        with scene.acting(scene.alma):
            row = lookups.candidates_for(scene.alma).order_by("pk")[0]
            actions.judge(row, verdict=Verdict.YES, why=Why.SAME_KIN, by=scene.alma)
    for scene in (here, there):
        words = [one.what for one in work(scene, scene.alma)]
        assert any("held to be one" in one for one in words), words


def test_beyond_twenty_one_line_says_where_the_others_are(
    here: Scene, hers: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    del hers
    monkeypatch.setattr(worklist, "MOST", 1)
    first, rest = work(here, here.alma)
    assert first.reference
    assert rest.what == "1 more likely pair waits for your word."
    assert rest.url == "/desk/pairs/"


def test_the_second_member_of_a_pair_of_one_society_is_an_officer(here: Scene) -> None:
    searched(here, SHE, compared=False)
    searched(here, HE, compared=False)
    with here.acting(here.alma):
        standing.search_new()
        row = lookups.candidates_for(here.alma)[0]
        assert work(here, here.omar) == []
        actions.judge(row, verdict=Verdict.YES, why=Why.SAME_KIN, by=here.alma)
    assert [one.url for one in work(here, here.omar)] == [f"/desk/pairs/{row.pk}/"]
    assert f"/desk/pairs/{row.pk}/" not in [one.url for one in work(here, here.alma)]
