"""Whom of ours a search for another society may mean: asked each time its page is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups as cases
from kintrace.cases.lookups import still_sought
from kintrace.cases.safe_words import Look
from kintrace.cases.tests.conftest import build_scene
from kintrace.cases.tests.handing import accepted, sent, with_incoming
from kintrace.matching.asked import OurResult, Panel
from kintrace.matching.models import Candidate, Meant
from kintrace.matching.tests import asked_of_us
from kintrace.matching.tests.asked_of_us import (
    ENDS,
    SAMIR,
    STOPS,
    asked,
    kept_apart,
    over,
    page,
    url_of,
)
from kintrace.matching.tests.at_desk import at_desk, deeds_of, read
from kintrace.matching.tests.conftest import HE, SHE, STRANGER, searched
from kintrace.matching.tests.test_safe import HER_BROTHER, well
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Case, Transfer
    from kintrace.cases.tests.conftest import Scene
    from kintrace.matching.tests.asked_of_us import Stop


TITLE = "Whom of ours this may be"
NOBODY = "Nobody of your own society is likely to be this person now."
hers, transfer = asked_of_us.hers, asked_of_us.transfer  # fixtures


def results(here: Scene) -> list[OurResult]:
    with with_incoming(here.alma) as incoming:
        shown = Panel().context(cases.still_afar(incoming), by=here.alma)
        assert shown is not None
        found = shown["results"]
    assert isinstance(found, list)
    return found


def test_who_accepts_lands_on_whom_of_ours_it_may_be_in_another_script(
    here: Scene, there: Scene, hers: Case
) -> None:
    asked(there, here)
    url, desk = url_of(here), at_desk(here.alma)
    landed = desk.post(f"{url}accept/", follow=True)
    words = read(landed.content)
    assert TITLE in words
    for told in (SAMIR, "is sought", hers.reference, "Very likely", "The given name agrees."):
        assert told in words
    assert f"/desk/cases/{hers.pk}/" in landed.content.decode()


def test_nothing_is_shown_before_it_was_accepted(here: Scene, there: Scene, hers: Case) -> None:
    asked(there, here)
    words = page(here)
    assert TITLE not in words
    assert hers.reference not in words


@pytest.mark.parametrize("how", ENDS)
def test_nothing_is_shown_once_it_ended(
    here: Scene, there: Scene, transfer: Transfer, how: str
) -> None:
    over(how, here, there, transfer)
    assert TITLE not in page(here)
    assert SAMIR not in page(here)


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS.keys())
def test_nobody_of_ours_is_shown_who_may_not_be_found_or_told_to_that_society(
    here: Scene, there: Scene, hers: Case, transfer: Transfer, stop: Stop
) -> None:
    del transfer
    assert [one.reference for one in results(here)] == [hers.reference]
    with here.acting(here.alma):
        stop(here, there, hers)
    words = page(here)
    assert NOBODY in words
    assert SAMIR not in words


def test_who_is_kept_apart_in_silence_stands_there_as_in_the_search_of_members(
    db: None, there: Scene
) -> None:
    here = build_scene("NM", carla=Role.CHILD_PROTECTION)
    hers = searched(here, SHE, compared=False)
    asked(there, here)
    accepted(here.alma)
    before = page(here)
    kept_apart(here, hers)
    typed = {"given": "Samir", "father_name": "Khalil", "birth_place": "Homs"}
    assert SAMIR in read(at_desk(here.alma).post("/desk/search/", typed).content)
    assert page(here) == before, "a line that is gone would break the silence"


@pytest.mark.database_bound
def test_another_societys_people_are_never_shown(
    here: Scene, hers: Case, transfer: Transfer
) -> None:
    del transfer
    third = build_scene("CH")
    searched(third, SHE)
    assert [one.reference for one in results(here)] == [hers.reference]


def test_opening_the_page_keeps_nothing_and_the_society_that_asked_hears_nothing(
    here: Scene, there: Scene, transfer: Transfer
) -> None:
    del transfer
    before = deeds_of(there)
    assert SAMIR in page(here)
    assert deeds_of(there) == before
    assert not Candidate.objects.exists()
    assert not Meant.objects.exists()


def test_each_of_ours_that_is_shown_is_written_down_as_read_and_it_is_no_search_of_the_member(
    here: Scene, hers: Case, transfer: Transfer
) -> None:
    client = at_desk(here.alma)
    assert [client.get(url_of(here)).status_code for _ in range(12)] == [200] * 12
    with reading_as(here.society.pk):
        entries = [(one.deed, one.about) for one in audit.entries(here.society.pk)]
        subject = still_sought(hers)[0].subject
    assert (Deed.READ_PERSON, subject) in entries
    assert (Deed.READ_TRANSFER, transfer.pk) in entries
    assert Deed.SEARCHED not in {deed for deed, _about in entries}


def test_where_nobody_is_likely_the_page_says_so_and_finds_a_case_that_comes_later(
    here: Scene, there: Scene
) -> None:
    asked(there, here)
    accepted(here.alma)
    searched(here, STRANGER, compared=False)
    assert NOBODY in page(here)
    later = searched(here, SHE, compared=False)
    words = page(here)
    assert NOBODY not in words
    assert later.reference in words


def test_without_a_name_the_page_says_what_to_ask_for(
    here: Scene, there: Scene, hers: Case
) -> None:
    del hers
    asked(there, here, parts=["places", "news"])
    accepted(here.alma)
    assert "No name was sent" in page(here)


def test_the_case_of_a_line_is_noted_as_the_same_search_with_one_press(
    here: Scene, hers: Case, transfer: Transfer
) -> None:
    del transfer
    url, desk = url_of(here), at_desk(here.alma)
    shown = desk.get(url).content.decode()
    assert f'<input type="hidden" name="reference" value="{hers.reference}">' in shown
    assert desk.post(f"{url}link/", {"reference": hers.reference}).status_code == 302
    words = page(here)
    assert "You noted that this case is the same search." in words
    assert "This case is the same search" not in words


def test_who_searches_here_is_found_too_and_is_no_search_for_the_same_person(
    here: Scene, there: Scene, hers: Case
) -> None:
    case = searched(there, HE, compared=False)
    with there.acting(there.alma):
        sent(case, here.society, by=there.alma)
    accepted(here.alma)
    [she] = results(here)
    assert (she.role, she.reference, she.may_be_linked) == ("searches", hers.reference, False)


def test_who_is_safe_is_held_beside_it_who_said_yes_to_searches_of_other_societies(
    here: Scene, there: Scene
) -> None:
    asked(there, here, who=HER_BROTHER)
    accepted(here.alma)
    well(here, Look.NO)
    well(here, Look.HERE)
    assert results(here) == []
    entry = well(here, Look.ACROSS)
    [she] = results(here)
    assert (she.page, she.reference) == (f"/desk/safe/{entry.pk}/", "")
    assert (she.is_safe, she.may_be_linked) == (True, False)
    words = page(here)
    assert "said that they are safe and well" in words
    assert "Answer only when a second member says, too, that it is this person" in words
    with here.acting(here.alma):
        protection.withdraw(entry.subject, purpose=Purpose.COMPARE, by=here.alma)
    assert results(here) == []


def test_the_page_reads_in_arabic(here: Scene, hers: Case, transfer: Transfer) -> None:
    del transfer
    answer = at_desk(here.alma).get(url_of(here), headers={"accept-language": "ar"})
    shown = answer.content.decode()
    assert 'dir="rtl"' in shown
    assert TITLE not in shown
    assert hers.reference in shown
