"""Who said that they are safe and well and searches for nobody, beside who is sought."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.actions import safe
from kintrace.cases.safe_words import BEFORE_LOOKING, Look
from kintrace.cases.tests.test_safe_alone import hold, informed
from kintrace.matching import lookups, standing
from kintrace.matching.tests.at_desk import (
    PAIRS,
    address,
    at_desk,
    read,
    says,
    the_worker_works,
    words_of,
)
from kintrace.matching.tests.conftest import invented, searched
from kintrace.matching.worklist import pairs_to_look_at

if TYPE_CHECKING:
    from kintrace.cases.models import Case, SafeAndWell
    from kintrace.cases.tests.conftest import Scene
    from kintrace.matching.models import Candidate

NAME = "Rigat Weldu"
# A brother who looks for her under the name and the father’s name that she told.
HER_BROTHER = invented(
    "man|25|1989|gregorian|Filmon|Weldu|Gebru|Filmon|Weldu|sister|Rigat|Rigat|woman|Keren|ti|dark"
)
SAYS = "said that they are safe and well"


def well(scene: Scene, look: Look) -> SafeAndWell:
    """Rigat says that she is safe, and how far we may look."""
    known = safe.Known(NAME, year="1995", father="Weldu")
    with scene.acting(scene.alma):
        subject, said = informed(scene), ["alive", "think"]
        return safe.write_alone(
            subject, known=known, sentences=said, how="spoken", look=look, by=scene.alma
        )


def pairs(scene: Scene) -> list[Candidate]:
    with scene.acting(scene.alma):
        standing.search_new()
        the_worker_works()
        return list(lookups.candidates_for(scene.alma))


def work(scene: Scene) -> list[str]:
    with scene.acting(scene.alma):
        return [line.what for line in pairs_to_look_at(scene.alma)]


@pytest.fixture
def at_home(here: Scene) -> tuple[Candidate, SafeAndWell, Case]:
    """Her brother searches for her at the same society."""
    entry, case = well(here, Look.HERE), searched(here, HER_BROTHER, compared=False)
    [row] = pairs(here)
    return row, entry, case


@pytest.fixture
def across(here: Scene, there: Scene) -> tuple[Candidate, SafeAndWell]:
    """He searches for her at another society."""
    entry = well(here, Look.ACROSS)
    searched(there, HER_BROTHER)
    [row] = pairs(here)
    return row, entry


# --- proposed ---


def test_without_a_yes_nobody_is_proposed(here: Scene, there: Scene) -> None:
    entry = well(here, Look.NO)
    searched(here, HER_BROTHER)
    searched(there, HER_BROTHER)
    assert not [row for row in pairs(here) if entry.subject in {row.first, row.second}]


def test_a_yes_to_our_own_searches_is_none_to_others(here: Scene, there: Scene) -> None:
    well(here, Look.HERE)
    searched(there, HER_BROTHER)
    assert pairs(here) == []


def test_the_person_is_held_beside_who_is_sought_and_nobody_else(here: Scene) -> None:
    """Neither beside who searches nor beside another who is safe: the question was another one."""
    well(here, Look.HERE)
    well(here, Look.HERE)
    herself = invented(
        "woman|25|1995|gregorian|Rigat|Weldu|Gebru|Rigat|Weldu|brother|Isak|Isak|man|Keren|ti|dark"
    )
    searched(here, herself, compared=False)
    assert pairs(here) == []


# --- shown ---


def test_the_pages_of_a_pair_say_who_it_is_and_lead_to_what_may_be_told(
    here: Scene, at_home: tuple[Candidate, SafeAndWell, Case]
) -> None:
    row, entry, case = at_home
    alma = at_desk(here.alma)
    page = alma.get(address(row)).content.decode()
    assert f'href="/desk/safe/{entry.pk}/"' in page
    for words in (SAYS, NAME, "1995"):
        assert words in read(page.encode())
    assert "erased" not in read(page.encode())
    for place in (PAIRS, f"/desk/cases/{case.pk}/"):
        assert NAME in words_of(alma, place)
    assert any("may have said that they are safe and well" in line for line in work(here))


def test_a_search_by_hand_shows_it_with_its_page(
    here: Scene, at_home: tuple[Candidate, SafeAndWell, Case]
) -> None:
    _row, entry, _case = at_home
    asked = {"given": "Rigat", "family": "Weldu"}
    page = at_desk(here.alma).post("/desk/search/", asked).content.decode()
    assert SAYS in read(page.encode())
    assert f'href="/desk/safe/{entry.pk}/"' in page


def test_another_society_reads_that_somebody_is_safe_and_no_name(
    here: Scene, there: Scene, across: tuple[Candidate, SafeAndWell]
) -> None:
    row, _entry = across
    with there.acting(there.alma):
        facts = lookups.other_side(row).facts
    assert facts == {"role": "safe", "relation": "", "sex": "", "born": [1995, 1999], "from": []}
    assert SAYS in words_of(at_desk(there.alma), address(row))
    [line] = work(here)
    assert "may be sought by" in line


def test_what_is_read_aloud_says_that_the_reasons_are_read_there(
    here: Scene, there: Scene, across: tuple[Candidate, SafeAndWell]
) -> None:
    row, _entry = across
    assert "The given name agrees." in words_of(at_desk(there.alma), address(row))
    aloud = " ".join(map(str, BEFORE_LOOKING))
    assert "how far names and birth fit whom they search for: they may guess that it is" in aloud


def test_on_hold_the_pair_is_gone(
    here: Scene, at_home: tuple[Candidate, SafeAndWell, Case]
) -> None:
    _row, entry, _case = at_home
    with here.acting(here.alma):
        hold(here, entry.subject)
    assert pairs(here) == []


def test_taken_back_by_its_key_the_pair_is_gone(
    here: Scene, across: tuple[Candidate, SafeAndWell]
) -> None:
    with here.acting(here.alma):
        safe.take_back(safe.Known(NAME, year="1995"), by=here.alma)
    assert pairs(here) == []


# --- what comes next ---


def test_confirmed_at_home_the_family_may_hear_the_sentences_and_nothing_else(
    here: Scene, at_home: tuple[Candidate, SafeAndWell, Case]
) -> None:
    row, entry, _case = at_home
    says(here.alma, row, "yes:facts_agree")
    says(here.omar, row, "yes:facts_agree")
    page = words_of(at_desk(here.alma), address(row))
    assert "The family may be told the sentences that this person chose, and nothing else" in page
    assert "Both cases stay as they are." not in page
    assert "decide who speaks first" not in page
    what = words_of(at_desk(here.alma), f"/desk/safe/{entry.pk}/")
    assert "We look whether one of our own searches is for this person." in what
    assert "Say nothing else: not where" in what


def test_confirmed_across_each_side_reads_what_it_may_do(
    here: Scene, there: Scene, across: tuple[Candidate, SafeAndWell]
) -> None:
    row, _entry = across
    says(here.alma, row, "yes:facts_agree")
    says(there.alma, row, "yes:facts_agree")
    ours, theirs = (words_of(at_desk(one.alma), address(row)) for one in (here, there))
    assert "Answer with the sentences that the person chose" in ours
    assert "lets the family hear some ready sentences and nothing else" in theirs
    assert "asks whether there shall be contact" not in theirs
    for page in (ours, theirs):
        assert "below stands what may be told, and who begins." in page
        assert "who speaks with whom first" not in page


OVER = "Of one of the two nothing can be read now: tell nobody of it."


def test_what_was_taken_back_later_is_gone_from_a_pair_that_was_confirmed(
    here: Scene, there: Scene, across: tuple[Candidate, SafeAndWell]
) -> None:
    row, entry = across
    says(here.alma, row, "yes:facts_agree")
    says(there.alma, row, "yes:facts_agree")
    with here.acting(here.alma):
        safe.end(entry, by=here.alma)
    page = at_desk(there.alma).get(address(row)).content
    assert OVER in read(page)
    assert "asks whether there shall be contact" not in read(page)
    assert "Begin a search at that society" not in read(page)
    with there.acting(there.alma):
        assert lookups.other_side(pairs(there)[0]).facts == {}


def test_at_home_nobody_is_told_once_it_was_taken_back(
    here: Scene, at_home: tuple[Candidate, SafeAndWell, Case]
) -> None:
    row, entry, _case = at_home
    says(here.alma, row, "yes:facts_agree")
    says(here.omar, row, "yes:facts_agree")
    with here.acting(here.alma):
        safe.end(entry, by=here.alma)
    page = words_of(at_desk(here.alma), address(row))
    assert OVER in page
    assert "Somebody who was erased" in page


def test_nobody_is_told_to_ask_for_what_the_person_did_not_tell(
    here: Scene, there: Scene, across: tuple[Candidate, SafeAndWell]
) -> None:
    row, _entry = across
    assert "Ask the family" not in words_of(at_desk(here.alma), address(row))
    assert "It may ask its family" not in words_of(at_desk(there.alma), address(row))
