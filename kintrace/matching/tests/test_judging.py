"""What people say of a pair, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import Http404

from kintrace.cases.actions import corrections
from kintrace.cases.lookups import still_sought
from kintrace.cases.tests.conftest import build_scene
from kintrace.cases.tests.ways import LASTS, day, on_the_wall
from kintrace.matching import actions, lookups, network, standing
from kintrace.matching.actions.judging import NoReasonGiven, NothingToOpen
from kintrace.matching.models import Candidate
from kintrace.matching.tests.conftest import HE, SHE, everybody_in, searched
from kintrace.matching.words import State, Verdict, Why
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.lookups import looked_at
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member


@pytest.fixture
def both(here: Scene, there: Scene) -> tuple[Case, Case]:
    """The two cases, held beside each other."""
    cases = searched(here, SHE), searched(there, HE)
    network.turn()
    network.turn()
    return cases


def pair_of(scene: Scene, subject: str) -> Candidate:
    with scene.acting(scene.alma):
        [row] = [
            one
            for one in lookups.candidates_for(scene.alma)
            if subject in {str(one.first), str(one.second)}
        ]
    return row


def say(scene: Scene, row: Candidate, verdict: Verdict, why: Why, **more: str) -> Candidate:
    with scene.acting(scene.alma):
        return actions.judge(row, verdict=verdict, why=why, by=scene.alma, **more)


def test_one_society_alone_makes_nobody_one_person(
    here: Scene, there: Scene, both: tuple[Case, Case]
) -> None:
    row = pair_of(here, str(both[0].subject))
    assert say(here, row, Verdict.YES, Why.FACTS_AGREE).state == State.OPEN
    assert say(there, row, Verdict.YES, Why.FACTS_AGREE).state == State.CONFIRMED


def test_one_no_is_enough_and_it_can_be_taken_back(
    here: Scene, there: Scene, both: tuple[Case, Case]
) -> None:
    row = pair_of(here, str(both[0].subject))
    say(here, row, Verdict.YES, Why.FACTS_AGREE)
    assert say(there, row, Verdict.NO, Why.SIBLING).state == State.DISMISSED
    assert say(there, row, Verdict.BACK, Why.MISTAKE).state == State.OPEN
    assert say(there, row, Verdict.YES, Why.SAME_KIN).state == State.CONFIRMED
    assert say(here, row, Verdict.BACK, Why.NEW_FACT).state == State.OPEN


def test_a_dismissed_pair_stays_dismissed_until_a_fact_changes(
    here: Scene, there: Scene, both: tuple[Case, Case]
) -> None:
    hers, his = both
    row = pair_of(here, str(hers.subject))
    say(here, row, Verdict.NO, Why.OTHER_AGE)
    network.turn()
    assert Candidate.objects.get(pk=row.pk).state == State.DISMISSED
    another_place(there, his)
    network.turn()
    assert Candidate.objects.get(pk=row.pk).state == State.OPEN


def another_place(scene: Scene, case: Case) -> None:
    """Where the person sought was last is known better now."""
    with scene.acting(scene.alma):
        [sought] = still_sought(case)
        corrections.correct_news(
            sought,
            news=(sought.last_news or {}) | {"place": "Hama"},
            reason=case.circumstances["reason"],
            seen=corrections.version_of_news(sought),
            sure=True,
            by=scene.alma,
        )


def test_the_photo_of_who_searched_for_that_person_alone_comes_down_as_matched(
    here: Scene, there: Scene, both: tuple[Case, Case]
) -> None:
    _hers, his = both
    with there.acting(there.alma):
        on_the_wall(his, until=day(LASTS), alma=there.alma, omar=there.omar)
    row = pair_of(here, everybody_in(there, his)[1])
    say(here, row, Verdict.YES, Why.FACTS_AGREE)
    say(there, row, Verdict.YES, Why.FACTS_AGREE)
    with there.acting(there.alma):
        notice = notice_of(his.subject)
        assert notice is not None
        assert notice.state == "matched"


def test_more_is_read_only_when_both_agreed(
    here: Scene, there: Scene, both: tuple[Case, Case]
) -> None:
    row = pair_of(here, str(both[0].subject))
    with here.acting(here.alma):
        actions.agree_to_more(row, by=here.alma)
    network.turn()
    with there.acting(there.alma):
        assert not lookups.other_side(Candidate.objects.get(pk=row.pk)).is_more
        actions.agree_to_more(row, by=there.alma)
    network.turn()
    with there.acting(there.alma):
        side = lookups.other_side(Candidate.objects.get(pk=row.pk))
    assert side.is_more
    assert "أمل" in str(side.facts)
    assert not {"kin", "not_with", "reference"} & side.facts.keys()


def test_a_verdict_needs_one_of_its_reasons_and_the_right(
    here: Scene, both: tuple[Case, Case]
) -> None:
    row = pair_of(here, str(both[0].subject))
    with here.acting(here.alma), pytest.raises(NoReasonGiven):
        actions.judge(row, verdict=Verdict.YES, why=Why.SIBLING, by=here.alma)
    with here.acting(here.dora), pytest.raises(NoRight):
        actions.judge(row, verdict=Verdict.YES, why=Why.SAME_KIN, by=here.dora)


def test_in_one_society_two_members_must_say_it(here: Scene) -> None:
    searched(here, SHE, compared=False)
    searched(here, HE, compared=False)
    with here.acting(here.alma):
        assert standing.search_new() == 4
        rows = list(lookups.candidates_for(here.alma))
        assert len(rows) == 2
        actions.judge(rows[0], verdict=Verdict.YES, why=Why.SAME_KIN, by=here.alma)
        row = actions.judge(rows[0], verdict=Verdict.YES, why=Why.FACTS_AGREE, by=here.alma)
        assert row.state == State.OPEN
    with here.acting(here.omar):
        row = actions.judge(rows[0], verdict=Verdict.YES, why=Why.FACTS_AGREE, by=here.omar)
        assert row.state == State.CONFIRMED


def test_who_came_back_with_a_new_fact_is_judged_anew(
    here: Scene, there: Scene, both: tuple[Case, Case]
) -> None:
    """What was said of other facts does not count: else one old no would settle it again."""
    hers, his = both
    row = pair_of(here, str(hers.subject))
    say(here, row, Verdict.NO, Why.OTHER_AGE)
    another_place(there, his)
    network.turn()
    row = Candidate.objects.get(pk=row.pk)
    with here.acting(here.alma):
        assert row in lookups.not_judged(here.alma)
    say(there, row, Verdict.YES, Why.SAME_KIN)
    assert say(here, row, Verdict.YES, Why.FACTS_AGREE).state == State.CONFIRMED


def says_yes(row: Candidate, *, by: Member) -> None:
    actions.judge(row, verdict=Verdict.YES, why=Why.SAME_KIN, by=by)


def says_no(row: Candidate, *, by: Member) -> None:
    actions.judge(row, verdict=Verdict.NO, why=Why.NAMESAKE, by=by)


def agrees(row: Candidate, *, by: Member) -> None:
    actions.agree_to_more(row, by=by)


@pytest.mark.parametrize("act", [says_yes, agrees])
def test_what_is_allowed_no_more_is_neither_judged_to_be_one_nor_opened_further(
    here: Scene, there: Scene, both: tuple[Case, Case], act: Callable[..., None]
) -> None:
    hers, _his = both
    row = pair_of(here, str(hers.subject))
    say(there, row, Verdict.UNSURE, Why.TOO_LITTLE)
    with here.acting(here.alma):
        protection.put_on_hold(hers.subject, reason="Somebody asks after her.", by=here.alma)
    for scene in (here, there):
        with scene.acting(scene.alma), pytest.raises(NotAllowed) as refused:
            act(row, by=scene.alma)
        assert str(refused.value) == looked_at(), "nobody hears more at the other society"


def test_what_a_society_read_of_who_is_stopped_is_gone_though_it_was_judged(
    here: Scene, there: Scene, both: tuple[Case, Case]
) -> None:
    hers, _his = both
    row = pair_of(here, str(hers.subject))
    for scene in (here, there):
        with scene.acting(scene.alma):
            actions.agree_to_more(row, by=scene.alma)
    network.turn()
    say(there, row, Verdict.UNSURE, Why.TOO_LITTLE)
    with here.acting(here.alma):
        protection.withdraw(hers.subject, purpose=Purpose.COMPARE, by=here.alma)
    for scene in (here, there):
        with scene.acting(scene.alma):
            side = lookups.other_side(Candidate.objects.get(pk=row.pk))
        assert (side.facts, side.is_more) == ({}, False)


@pytest.mark.parametrize("act", [says_no, agrees])
def test_a_pair_of_two_other_societies_does_not_exist(
    here: Scene, both: tuple[Case, Case], act: Callable[..., None]
) -> None:
    row, stranger = pair_of(here, str(both[0].subject)), build_scene("OL")
    with stranger.acting(stranger.alma), pytest.raises(Http404):
        act(row, by=stranger.alma)


def test_a_pair_of_one_society_opens_no_further_and_says_what_to_do(here: Scene) -> None:
    case = searched(here, SHE)
    searched(here, HE)
    with here.acting(here.alma):
        standing.search_new()
        with pytest.raises(NothingToOpen, match="Open the two cases"):
            actions.agree_to_more(pair_of(here, str(case.subject)), by=here.alma)


def test_the_own_search_leaves_what_was_found_across_societies(
    here: Scene, both: tuple[Case, Case]
) -> None:
    before = Candidate.objects.count()
    with here.acting(here.alma):
        standing.search_new()
    assert Candidate.objects.count() == before


def test_who_leaves_the_network_keeps_nothing_of_others(
    here: Scene, both: tuple[Case, Case]
) -> None:
    with here.acting(here.alma):
        holders.part_from(here.society.pk)
    assert not Candidate.objects.exists()
