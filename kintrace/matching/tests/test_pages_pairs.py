"""The list of pairs and the page of one: what is read, said, shown to whom, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.audit.deeds import Deed
from kintrace.matching import actions, lookups
from kintrace.matching.tests.at_desk import (
    PAIRS,
    address,
    at_desk,
    deeds_of,
    of_samir,
    says,
    the_worker_works,
    words_of,
)
from kintrace.matching.tests.conftest import STRANGER, searched
from kintrace.matching.words import Verdict, Why

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene


# --- the list ---


def test_the_list_has_who_of_ours_it_is_and_the_name_of_the_other_society(
    here: Scene, there: Scene, hers: Case
) -> None:
    page = words_of(at_desk(here.alma), PAIRS)
    assert "أمل خليل حميد" in page
    assert "سمير خليل" in page
    assert there.society.name in page
    assert hers.reference in page
    assert "Waits for your word" in page
    assert "Samir" not in page


def test_the_list_is_chosen_by_state(here: Scene, hers: Case) -> None:
    says(here.alma, of_samir(here, hers), "no:namesake")
    client = at_desk(here.alma)
    assert "سمير خليل" not in words_of(client, PAIRS)
    assert "سمير خليل" in words_of(client, f"{PAIRS}?state=dismissed")
    assert "There is no pair here now." in words_of(client, f"{PAIRS}?state=confirmed")
    assert "أمل خليل" in words_of(client, f"{PAIRS}?state=nonsense")


def test_a_page_of_the_list_is_written_down_as_one(here: Scene, hers: Case) -> None:
    del hers
    words_of(at_desk(here.alma), PAIRS)
    assert deeds_of(here)[-1] == Deed.LISTED_CASES


# --- one pair ---


def test_at_first_the_other_side_is_coarse(here: Scene, there: Scene, hers: Case) -> None:
    page = words_of(at_desk(here.alma), address(of_samir(here, hers)))
    assert "سمير" in page
    assert hers.reference in page
    assert there.society.name in page
    assert "between 1985 and 1989" in page
    assert "searches" in page
    assert not any(word in page for word in ("Samir", "Khalil", "Homs", "1 January 1989"))


def test_the_reasons_stand_there_in_words_and_as_bars(here: Scene, hers: Case) -> None:
    page = at_desk(here.alma).get(address(of_samir(here, hers))).content.decode()
    assert "The given name agrees." in page
    assert page.count('<rect class="a"') >= 3
    assert "Very likely" in page


def test_what_would_tell_more_is_said(here: Scene, there: Scene, hers: Case) -> None:
    page = words_of(at_desk(here.alma), address(of_samir(here, hers)))
    assert "Ask the family for the day or the year of birth, or the age." in page
    page = words_of(at_desk(there.alma), address(of_samir(here, hers)))
    assert "The other side tells no birth. It may ask its family." in page


def test_reading_a_pair_is_written_down_with_whom_it_shows(here: Scene, hers: Case) -> None:
    row = of_samir(here, hers)
    words_of(at_desk(here.alma), address(row))
    assert set(deeds_of(here)[-2:]) == {Deed.READ_PAIR, Deed.READ_PERSON}


def test_more_is_read_when_both_asked_and_before_that_each_is_told_what_waits(
    here: Scene, there: Scene, hers: Case
) -> None:
    row = of_samir(here, hers)
    page = words_of(at_desk(here.alma), address(row))
    assert f"When both agreed, {there.society.name} reads of our person" in page
    assert at_desk(here.alma).post(f"{address(row)}more/").status_code == 302
    assert f"It opens when {there.society.name} agrees, too." in words_of(
        at_desk(here.alma), address(row)
    )
    page = words_of(at_desk(there.alma), address(row))
    assert f"{here.society.name} wants both to read more." in page
    at_desk(there.alma).post(f"{address(row)}more/")
    assert "It opens within a minute" in words_of(at_desk(here.alma), address(row))
    the_worker_works()
    page = words_of(at_desk(here.alma), address(row))
    assert "Samir" in page
    assert "Homs" in page
    assert "Amal" not in page, "nobody else of the other case"
    assert "سمير" in words_of(at_desk(there.alma), address(row))


# --- what is said ---


def test_what_the_other_society_says_is_shown_after_our_own_word(
    here: Scene, there: Scene, hers: Case
) -> None:
    row = of_samir(here, hers)
    before = words_of(at_desk(here.alma), address(row))
    says(there.alma, row, "yes:same_kin", note="His uncle knows the village.")
    assert words_of(at_desk(here.alma), address(row)) == before
    says(here.alma, row, "unsure:ask_family")
    page = words_of(at_desk(here.alma), address(row))
    assert f"{there.society.name}: It is the same person" in page
    assert "uncle" not in page, "a note is read by its own society alone"


def test_a_form_without_an_answer_comes_back_with_the_note(here: Scene, hers: Case) -> None:
    row = of_samir(here, hers)
    answer = at_desk(here.alma).post(f"{address(row)}judge/", {"note": "Both name a mill."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose what you think, and why." in page
    assert "Both name a mill." in page


@pytest.mark.parametrize("answer", ["yes:sibling", "back:mistake", "yes", "", "no:yes:no"])
def test_a_reason_of_another_answer_is_refused(here: Scene, hers: Case, answer: str) -> None:
    row = of_samir(here, hers)
    sent = at_desk(here.alma).post(f"{address(row)}judge/", {"says": answer})
    assert sent.status_code == 422
    with here.acting(here.alma):
        assert lookups.newest_of_each(row) == {}


def test_what_was_said_can_be_taken_back_and_said_anew(here: Scene, hers: Case) -> None:
    row = of_samir(here, hers)
    says(here.alma, row, "no:other_age")
    assert "These are held to be two people" in words_of(at_desk(here.alma), address(row))
    sent = at_desk(here.alma).post(f"{address(row)}take-back/", {"why": "mistake"})
    assert sent.status_code == 302
    page = words_of(at_desk(here.alma), address(row))
    assert "Could this be one person?" in page
    assert "We have not said anything yet." in page


def test_to_take_back_what_nobody_said_is_refused_in_a_sentence(here: Scene, hers: Case) -> None:
    row = of_samir(here, hers)
    sent = at_desk(here.alma).post(f"{address(row)}take-back/", {"why": "mistake"})
    assert "Nothing that you said stands here." in sent.content.decode()


def test_taken_back_without_a_reason_the_page_comes_back(here: Scene, hers: Case) -> None:
    row = of_samir(here, hers)
    says(here.alma, row, "no:other_age")
    assert at_desk(here.alma).post(f"{address(row)}take-back/", {}).status_code == 422


# --- doors ---


def test_a_verdict_of_a_stopped_pair_finds_nothing(here: Scene, there: Scene, hers: Case) -> None:
    row = of_samir(here, hers)
    with here.acting(here.alma):
        actions.stop_pairs([row.first, row.second], across=True)
    assert at_desk(here.alma).get(address(row)).status_code == 404


def test_nobody_who_is_not_alike_is_in_the_list(here: Scene, there: Scene, hers: Case) -> None:
    searched(there, STRANGER)
    the_worker_works()
    assert "Viktor" not in words_of(at_desk(there.alma), PAIRS)


def test_every_reason_of_a_verdict_can_be_chosen(here: Scene, hers: Case) -> None:
    page = at_desk(here.alma).get(address(of_samir(here, hers))).content.decode()
    for verdict, why in ((Verdict.NO, Why.SIBLING), (Verdict.UNSURE, Why.TOO_LITTLE)):
        assert f'value="{verdict.value}:{why.value}"' in page
    assert 'value="back:' not in page
