"""The search of a member: typed in any script, in the own society, with reasons and no count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.matching.forms import SearchForm
from kintrace.matching.tests.at_desk import at_desk, read, words_of
from kintrace.matching.tests.conftest import HE, SHE, STRANGER, searched
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

SEARCH = "/desk/search/"
SAMIR = {"given": "Samir", "father_name": "Khalil", "birth_place": "Homs"}


def ask(scene: Scene, **told: str) -> tuple[int, str]:
    answer = at_desk(scene.alma).post(SEARCH, told)
    return answer.status_code, read(answer.content)


@pytest.fixture
def hers(here: Scene) -> Case:
    return searched(here, SHE, compared=False)


def test_a_name_in_latin_letters_finds_who_was_told_in_arabic_script(
    here: Scene, hers: Case
) -> None:
    status, page = ask(here, **SAMIR)
    assert status == 200
    assert "سمير خليل" in page
    assert "is sought" in page
    assert hers.reference in page
    assert "The given name agrees." in page


def test_it_leads_to_the_case(here: Scene, hers: Case) -> None:
    answer = at_desk(here.alma).post(SEARCH, SAMIR)
    assert f"/desk/cases/{hers.pk}/" in answer.content.decode()


def test_what_was_typed_stands_there_still_and_nothing_of_it_in_an_address(
    here: Scene, hers: Case
) -> None:
    page = at_desk(here.alma).post(SEARCH, SAMIR).content.decode()
    assert 'value="Samir"' in page
    assert "Samir" not in "".join(part.split('"')[0] for part in page.split('href="')[1:])


def test_one_fact_alone_is_sent_back_with_a_sentence_and_is_not_lost(here: Scene) -> None:
    answer = at_desk(here.alma).post(SEARCH, {"given": "Samir"})
    assert answer.status_code == 422
    assert "Write one thing more" in answer.content.decode()
    assert 'value="Samir"' in answer.content.decode()


@pytest.mark.parametrize(
    ("told", "is_enough"),
    [
        ({"full_name": "سمير خليل"}, True),
        ({"full_name": "Samir"}, False),
        ({"given": "Samir", "age": "30-40"}, True),
        ({"given": "Samir", "sex": "male"}, False),
        ({"birth": "1990", "birth_place": "Homs"}, False),
        ({"given": "Samir", "birth": "last spring"}, False),
        ({"given": "Samir", "age": "young"}, False),
    ],
)
def test_what_is_enough_to_search_by(told: dict[str, str], is_enough: bool) -> None:
    assert SearchForm(told).is_valid() is is_enough


def test_a_birth_is_read_in_the_calendar_that_was_chosen() -> None:
    form = SearchForm({"given": "A", "birth": "1982", "calendar": "ethiopian"})
    assert form.is_valid()
    assert form.description()["dob"] == "1982 E.C."


def test_nobody_of_another_society_is_ever_shown(here: Scene, there: Scene, hers: Case) -> None:
    del hers
    searched(there, HE)
    _status, page = ask(here, given="Samir", family="Hamid", birth="1989", father_name="Khalil")
    assert "Hamid" not in page.replace('value="Hamid"', "")
    assert there.society.name not in page


def test_nobody_found_is_the_same_page(here: Scene, hers: Case) -> None:
    _status, found = ask(here, **SAMIR)
    status, page = ask(here, given="Oleksandr", father_name="Petro", birth="1950")
    assert status == 200
    assert "Who may be meant" in page
    assert "Who may be meant" in found
    assert not any(word in page for word in ("0 ", "no results"))


def test_a_search_is_written_down_without_what_was_typed(here: Scene) -> None:
    ask(here, **SAMIR)
    with reading_as(here.society.pk):
        newest = audit.entries_after(here.society.pk, 0, limit=1000)[-1]
    assert newest.deed == Deed.SEARCHED
    assert newest.actor == here.alma.pk


def test_whoever_searches_without_end_is_asked_for_a_reason(here: Scene) -> None:
    client = at_desk(here.alma)
    answers = [client.post(SEARCH, SAMIR) for _ in range(11)]
    assert {one.status_code for one in answers[:10]} == {200}
    assert answers[10].headers["Location"].startswith("/desk/reading/")


def test_no_answer_is_kept_by_a_browser(here: Scene) -> None:
    assert at_desk(here.alma).post(SEARCH, SAMIR).headers["Cache-Control"] == "no-store"


def test_who_does_not_search_is_shut_out(here: Scene) -> None:
    assert at_desk(here.dora).get(SEARCH).status_code == 403
    assert "Search for a person" not in words_of(at_desk(here.dora), "/desk/")


def test_a_stranger_is_not_shown_as_likely(here: Scene, hers: Case) -> None:
    del hers
    searched(here, STRANGER, compared=False)
    _status, page = ask(here, **SAMIR)
    assert "Віктор" not in page
