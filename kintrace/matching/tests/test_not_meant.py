"""Of somebody of ours whom a request may mean a member says that it is somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.http import Http404
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups as cases
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.tests.handing import with_incoming
from kintrace.matching.actions import say_whether_meant
from kintrace.matching.models import Meant
from kintrace.matching.tests import asked_of_us
from kintrace.matching.tests.asked_of_us import ENDS, him, over, page, url_of
from kintrace.matching.tests.at_desk import at_desk, deeds_of, read
from kintrace.matching.tests.conftest import STRANGER, searched
from kintrace.matching.tests.test_held import lines, works
from kintrace.people.actions import lay_card
from kintrace.people.lookups import card_of
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Case, Transfer
    from kintrace.cases.tests.conftest import Scene

SAID = "A member said that this is somebody else."
hers, transfer = asked_of_us.hers, asked_of_us.transfer  # fixtures


def press(here: Scene, hers: Case, what: str) -> str:
    """A member says that he is somebody else ("no"), or may be after all ("perhaps")."""
    with here.acting(here.alma):
        subject = him(hers)
    url = f"{url_of(here)}meant/{subject}/{what}/"
    return read(at_desk(here.alma).post(url, follow=True).content)


def test_the_line_goes_when_a_member_says_that_it_is_somebody_else_and_comes_back_when_taken_back(
    here: Scene, there: Scene, hers: Case, transfer: Transfer
) -> None:
    works(here)
    assert SAID not in page(here)
    before = deeds_of(there)
    assert SAID in press(here, hers, "no")
    assert deeds_of(there) == before, "nothing of it is told to who asked"
    assert lines(here) == []
    with reading_as(here.society.pk):
        entries = [(one.deed, one.about) for one in audit.entries(here.society.pk)]
    assert (Deed.JUDGED_PAIR, transfer.pk) in entries
    with freeze_time(timezone.now() + timedelta(days=1, minutes=1)):
        works(here)
        assert lines(here) == []
    assert SAID not in press(here, hers, "perhaps")
    assert lines(here) == [url_of(here)]


def test_it_can_be_said_before_the_worker_came(here: Scene, hers: Case, transfer: Transfer) -> None:
    del transfer
    assert SAID in press(here, hers, "no")
    works(here)
    assert lines(here) == []


def test_it_is_asked_again_when_what_is_told_of_the_person_changes(
    here: Scene, hers: Case, transfer: Transfer
) -> None:
    del transfer
    works(here)
    press(here, hers, "no")
    with here.acting(here.alma):
        card = card_of(him(hers))
        assert card is not None
        lay_card(him(hers), card=replace(card, sex=""))
    assert SAID not in page(here)
    works(here)
    assert lines(here) == [url_of(here)]


def test_of_somebody_without_a_card_here_nothing_can_be_said(
    here: Scene, there: Scene, transfer: Transfer
) -> None:
    del transfer
    works(here)
    with there.acting(there.alma):
        theirs = searched(there, STRANGER, compared=False).subject
    for nobody in (uuid4(), theirs):
        url = f"{url_of(here)}meant/{nobody}/no/"
        assert at_desk(here.alma).post(url).status_code == 404
    assert Meant.objects.filter(is_not=True).count() == 0


def test_another_society_says_nothing_of_our_requests(
    here: Scene, there: Scene, hers: Case, transfer: Transfer
) -> None:
    del transfer
    with here.acting(here.alma):
        subject = him(hers)
    url = f"{url_of(here)}meant/{subject}/no/"
    assert at_desk(there.alma).post(url).status_code == 404


@pytest.mark.parametrize("how", ENDS)
def test_the_action_itself_asks_whether_the_search_goes_on_and_may_be_shared(
    here: Scene, there: Scene, hers: Case, transfer: Transfer, how: str
) -> None:
    with with_incoming(here.alma) as incoming:
        whom, subject = cases.still_afar(incoming), him(hers)
    over(how, here, there, transfer)
    with here.acting(here.alma), pytest.raises((NotSo, NotAllowed, Http404)):
        say_whether_meant(whom, subject=subject, is_not=True, by=here.alma)
    assert not Meant.objects.exists()
