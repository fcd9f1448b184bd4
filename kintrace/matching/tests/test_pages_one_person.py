"""What comes after the words of both: a search there, a photo that comes down, two at one desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.actions import faces
from kintrace.cases.tests.ways import consented, put_up, taken
from kintrace.matching import lookups, standing
from kintrace.matching.tests.at_desk import (
    PAIRS,
    address,
    at_desk,
    of_samir,
    says,
    words_of,
)
from kintrace.matching.tests.conftest import HE, SHE, searched
from kintrace.matching.words import State
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.matching.models import Candidate


# --- and then ---


def both_say_yes(here: Scene, there: Scene, row: Candidate) -> None:
    says(here.alma, row, "yes:facts_agree")
    says(there.alma, row, "yes:same_kin")


def test_where_we_search_for_the_person_a_search_there_can_begin(
    here: Scene, there: Scene, hers: Case
) -> None:
    row = of_samir(here, hers)
    both_say_yes(here, there, row)
    page = at_desk(here.alma).get(address(row)).content.decode()
    begin = f"/desk/cases/{hers.pk}/ask-society/?society={there.society.pk}&amp;sought="
    assert begin in page
    assert "No family was told" in page
    href = begin + page.split(begin)[1].split('"')[0]
    form = at_desk(here.alma).get(href.replace("&amp;", "&")).content.decode()
    assert f'<option value="{there.society.pk}" selected' in form


def test_where_the_person_searches_with_us_the_other_society_begins(
    here: Scene, there: Scene, hers: Case
) -> None:
    row = of_samir(here, hers)
    both_say_yes(here, there, row)
    page = words_of(at_desk(there.alma), address(row))
    assert f"{here.society.name} searches for this person. It asks us next" in page
    assert "Begin a search" not in page


def test_an_address_chooses_nothing_but_whom_to_ask(here: Scene, hers: Case) -> None:
    client = at_desk(here.alma)
    page = client.get(f"/desk/cases/{hers.pk}/ask-society/?question=Send+her+address")
    assert "Send her address" not in page.content.decode()


def test_a_photo_that_waits_ends_as_matched_and_the_page_says_so(
    here: Scene, there: Scene, hers: Case
) -> None:
    with here.acting(here.alma):
        consented(hers, by=here.alma)
        taken(hers, by=here.alma)
        faces.propose(hers, **put_up(), by=here.alma)
    row = of_samir(here, hers)
    both_say_yes(here, there, row)
    assert "The photo on the wall came down" in words_of(at_desk(here.alma), address(row))
    assert "No photo of ours had to come down." in words_of(at_desk(there.alma), address(row))


# --- pairs of one society ---


@pytest.fixture
def at_home(here: Scene) -> Candidate:
    """Both search here, so that both are read in full."""
    case = searched(here, SHE, compared=False)
    searched(here, HE, compared=False)
    with here.acting(here.alma):
        standing.search_new()
    return of_samir(here, case)


def test_of_a_pair_of_one_society_both_are_read_in_full(here: Scene, at_home: Candidate) -> None:
    page = words_of(at_desk(here.alma), address(at_home))
    assert "سمير" in page
    assert "Samir" in page
    assert "Ask to read more" not in page
    assert "Another member does the same; nobody decides this alone." in page


def test_in_one_society_a_colleagues_word_opens_after_ones_own(
    here: Scene, at_home: Candidate
) -> None:
    says(here.alma, at_home, "yes:same_kin")
    page = words_of(at_desk(here.omar), address(at_home))
    assert "You have not said anything yet." in page
    assert "The same relatives are named Dora" not in page
    assert "alma-nm" not in page.partition("What was said")[2]
    says(here.omar, at_home, "yes:facts_agree")
    assert "alma-nm" in words_of(at_desk(here.omar), address(at_home))
    with here.acting(here.omar):
        assert lookups.candidate_for(here.omar, at_home.pk).state == State.CONFIRMED


def test_the_photo_of_either_case_comes_down(here: Scene) -> None:
    """Whichever of the two stands first: each is sought in one case, and searches in the other."""
    both = [searched(here, SHE, compared=False), searched(here, HE, compared=False)]
    with here.acting(here.alma):
        for case in both:
            consented(case, by=here.alma)
            taken(case, by=here.alma)
            faces.propose(case, **put_up(), by=here.alma)
        standing.search_new()
        rows = list(lookups.candidates_for(here.alma))
    for row in rows:
        says(here.alma, row, "yes:same_kin")
        says(here.omar, row, "yes:facts_agree")
    with here.acting(here.alma):
        notices = [notice_of(case.subject) for case in both]
    assert [one.state for one in notices if one] == ["matched", "matched"]
    assert "The photo on the wall came down" in words_of(at_desk(here.alma), address(rows[0]))


# --- doors ---


def test_another_society_cannot_tell_that_the_pair_exists(
    here: Scene, there: Scene, at_home: Candidate
) -> None:
    client = at_desk(there.alma)
    for path in ("", "more/", "judge/", "take-back/"):
        send = client.post if path else client.get
        assert send(address(at_home) + path, {"why": "mistake"}).status_code == 404


def test_who_judges_no_pairs_opens_none(here: Scene, at_home: Candidate) -> None:
    assert at_desk(here.dora).get(PAIRS).status_code == 403
    assert at_desk(here.chidi).get(address(at_home)).status_code == 403
