"""What ends a plan where two societies each ask their own side, and what goes with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import plans, transfer_ends, transfer_sending
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.contact_plan import Side
from kintrace.cases.models import ContactPlan, PlannedTalk
from kintrace.cases.tests import together
from kintrace.cases.tests.test_found_pages import read
from kintrace.protection import actions as protection
from kintrace.protection import holders, retention
from kintrace.protection.lookups import holds_in_force
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.retention import Kind
from kintrace.vault.lookups import slots
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from django.test import Client

    from kintrace.cases.tests.meeting import Found
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.tests.cast import SignIn

pytestmark = pytest.mark.database_bound


@pytest.fixture
def asked_there(passed: FoundAfar) -> FoundAfar:
    """The society that found the person asks them later."""
    with passed.scene.acting(passed.scene.alma) as alba:
        together.planned(passed, Side.FOUND, by=alba)
    return passed


def files_of_plans(search: Found) -> list[UUID]:
    with reading_as(search.scene.society.pk):
        own = ContactPlan.objects.filter(society=search.scene.society)
        return list(own.values_list("file", flat=True))


def test_with_the_search_there_goes_its_plan_and_the_family_is_asked_on_at_home(
    asked_there: FoundAfar, asked_at_home: Found
) -> None:
    there, home = asked_there.scene, asked_there.home
    [file] = files_of_plans(asked_there)
    with there.acting(there.alma) as alba:
        asked_there.give_result(by=alba)
    with home.acting(home.omar):
        late = timezone.localdate() + timedelta(days=40)
        transfer_ends.expire(late, by=Machine(home.society.pk))
    assert files_of_plans(asked_there) == []
    with reading_as(there.society.pk):
        assert not slots(there.society.pk, [file]).exists()
    with home.acting(home.alma) as alma:
        assert not lookups.was_passed_over(asked_at_home.sought)
        together.talked(asked_at_home, by=alma)
        assert len(lookups.plans_of(asked_at_home.now)[0].waiting) == 2


def test_a_search_that_is_taken_back_ends_the_plan_there_alone(
    asked_there: FoundAfar, asked_at_home: Found
) -> None:
    with asked_there.home.acting(asked_there.home.omar) as omar:
        transfer_sending.recall(asked_there.transfer, why="not_needed", by=omar)
    assert files_of_plans(asked_there) == []
    assert len(files_of_plans(asked_at_home)) == 1


def test_how_the_family_was_asked_goes_with_who_was_found_and_is_erased(
    asked_there: FoundAfar, asked_at_home: Found
) -> None:
    there, home = asked_there.scene, asked_there.home
    [file] = files_of_plans(asked_at_home)
    with there.acting(there.dora) as dana:
        protection.erase(asked_there.subject, why=WhyErased.ASKED, by=dana)
    for search in (asked_there, asked_at_home):
        assert files_of_plans(search) == []
    with reading_as(home.society.pk):
        assert not slots(home.society.pk, [file]).exists()


@pytest.mark.parametrize("who", ["searches", "is sought"])
def test_a_plan_goes_with_who_searches_and_with_who_is_sought(
    asked_at_home: Found, who: str
) -> None:
    home, subject = asked_at_home.scene, asked_at_home.case.subject
    with home.acting(home.dora) as dora:
        whom = subject if who == "searches" else asked_at_home.sought.subject
        protection.erase(whom, why=WhyErased.ASKED, by=dora)
    assert files_of_plans(asked_at_home) == []


def test_who_takes_contact_back_is_asked_no_more_and_the_other_one_is(
    asked_there: FoundAfar, asked_at_home: Found
) -> None:
    there, home = asked_there.scene, asked_there.home
    with there.acting(there.omar) as orel:
        protection.withdraw(asked_there.subject, purpose=Purpose.CONTACT, by=orel)
        assert [one.row.ended is None for one in lookups.plans_of(asked_there.now)] == [False]
    with home.acting(home.omar) as omar:
        assert [one.row.ended is None for one in lookups.plans_of(asked_at_home.now)] == [True]
        protection.withdraw(asked_at_home.case.subject, purpose=Purpose.CONTACT, by=omar)
        assert [one.row.ended is None for one in lookups.plans_of(asked_at_home.now)] == [False]


def test_a_worry_there_holds_the_found_person_and_says_nothing_at_home(
    asked_there: FoundAfar, asked_at_home: Found
) -> None:
    there, home = asked_there.scene, asked_there.home
    with there.acting(there.alma) as alba:
        together.talked(asked_there, by=alba, worry="She is locked in.")
        assert holds_in_force(asked_there.subject)
        with pytest.raises(NotAsExpected):
            plans.hold_for_worry(asked_there.sought, side="seeker", worry="He too.", by=alba)
    with home.acting(home.alma):
        assert not holds_in_force(asked_at_home.case.subject)
        assert len(lookups.plans_of(asked_at_home.now)[0].waiting) == 3


def test_a_worry_at_home_holds_who_searches_and_its_words_stay_for_the_protection_team(
    asked_at_home: Found, client: Client, sign_in: SignIn
) -> None:
    home = asked_at_home.scene
    day = reverse("cases:plan_talk", args=[asked_at_home.sought.pk])
    with home.acting(home.alma) as alma:
        together.talked(asked_at_home, by=alma, note="He shouts.", worry="She is afraid.")
        assert holds_in_force(asked_at_home.case.subject)
        assert PlannedTalk.objects.exclude(settled=None).get().note == "He shouts."
        late = timezone.localdate() + timedelta(days=91 + 90 + 1)
        assert plans.expire(late, by=alma) == 0
    sign_in(client, home.alma)
    answer = client.get(day)
    assert answer.status_code == 409
    assert "Somebody looks at this first" in read(answer)


def test_a_plan_at_home_is_deleted_when_its_time_is_over(asked_at_home: Found) -> None:
    home = asked_at_home.scene
    with home.acting(home.alma) as alma:
        last = timezone.localdate() + timedelta(days=91 + 90)
        assert plans.expire(last, by=alma) == 0
        assert plans.expire(last + timedelta(days=1), by=alma) == 1
    assert files_of_plans(asked_at_home) == []


def test_each_of_the_two_reads_their_own_in_the_copy_of_their_own_society(
    asked_there: FoundAfar, asked_at_home: Found
) -> None:
    with asked_there.scene.acting(asked_there.scene.alma):
        found = asked_there.subject
    searches = asked_at_home.case.subject
    for scene, subject in ((asked_there.scene, found), (asked_at_home.scene, searches)):
        with scene.acting(scene.alma):
            assert [one.value for one in holders.boxed(subject)].count(together.SENTENCE) == 1
            assert "How we may ask you how you are" in [one.name for one in holders.copy(subject)]


def test_the_pages_say_whom_this_society_asks(
    asked_there: FoundAfar, asked_at_home: Found, client: Client, sign_in: SignIn
) -> None:
    there, home = asked_there.scene, asked_at_home.scene
    page = reverse("cases:plan", args=[asked_there.sought.pk])
    sign_in(client, there.alma)
    seen = read(client.get(page))
    assert "The society that asked you asks the family." in seen
    assert "All of this search is deleted here 30 days after you give the result" in seen
    assert page in read(client.get(reverse("cases:found", args=[asked_there.sought.pk])))
    begin = read(client.get(reverse("cases:plan_begin", args=[asked_there.sought.pk])))
    assert 'value="found"' in begin
    assert 'value="seeker"' not in begin
    own = reverse("cases:plan", args=[asked_at_home.sought.pk])
    assert client.get(own).status_code == 404
    sign_in(client, home.alma)
    assert "The society that found the person asks them." in read(client.get(own))
    assert own in read(client.get(reverse("cases:found", args=[asked_at_home.sought.pk])))
    assert client.get(page).status_code == 404


def test_how_long_the_copy_stays_after_the_result_is_said_as_the_table_has_it(
    asked_there: FoundAfar, client: Client, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    twelve = replace(retention.TABLE[Kind.TRANSFER], days=12)
    monkeypatch.setitem(retention.TABLE, Kind.TRANSFER, twelve)
    there, last = asked_there.scene, timezone.localdate() + timedelta(days=12)
    sign_in(client, there.alma)
    plan = reverse("cases:plan", args=[asked_there.sought.pk])
    assert "deleted here 12 days after you give the result" in read(client.get(plan))
    with there.acting(there.alma) as alba:
        asked_there.give_result(by=alba)
    day = f"deleted after {date_format(last, 'j F Y')}."
    came = reverse("cases:incoming", args=[asked_there.incoming.pk])
    assert f"The copy is {day}" in read(client.get(came))
    sign_in(client, asked_there.home.alma)
    asked = reverse("cases:transfer", args=[asked_there.transfer.pk])
    assert f"copy is {day}" in read(client.get(asked))


def test_before_the_family_heard_the_page_says_what_comes_first(
    passed: FoundAfar, client: Client, sign_in: SignIn
) -> None:
    with passed.home.acting(passed.home.alma):
        sought = passed.at_home.sought
    sign_in(client, passed.home.alma)
    first = "First tell the family that the person was found"
    assert first in read(client.get(reverse("cases:plan", args=[sought.pk])))
    assert client.get(reverse("cases:plan_begin", args=[sought.pk])).status_code == 409
    dossier = read(client.get(reverse("cases:reunion", args=[sought.pk])))
    assert "found by another society" in dossier
    assert first in dossier
    sign_in(client, passed.home.lena)
    assert client.get(reverse("cases:reunion_open", args=[sought.pk])).status_code == 409
