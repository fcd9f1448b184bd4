"""Whoever searches for another society asks places, and that society hears that it did, no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import enquiries, transfer_sending
from kintrace.cases.actions.enquiries import NotToBeAsked
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.circumstances import Reason
from kintrace.cases.holder_enquiries import OfEnquiries
from kintrace.cases.models import Enquiry
from kintrace.cases.tests.bringing import a_place, ask_at
from kintrace.cases.tests.handing import slots_of
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.test_found_pages import read
from kintrace.cases.work_of import Of, WorkOf
from kintrace.cases.worklist_enquiries import places_waited_for
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.models import Source
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

NOT_FROM_HERE = "This place is not asked from here"
WARD = "He lies in ward 9."


def listed(afar: FoundAfar, kind: str = "hospital", country: str = "BG") -> Source:
    with afar.scene.acting(afar.scene.omar) as orel:
        return a_place(kind, by=orel, country=country)


def asked(afar: FoundAfar, *parts: str, **more: Any) -> Enquiry:
    place = listed(afar)
    with afar.scene.acting(afar.scene.alma) as alba:
        return ask_at(afar, place, *parts, by=alba, **more)


def answered(enquiry: Enquiry, result: str = "known", said: str = WARD, *, by: Member) -> None:
    day = timezone.localdate()
    enquiries.note_answer(enquiry, day=day, result=result, said=said, by=by)


def deeds(society: Any, about: Any) -> set[str]:
    with reading_as(society):
        return {one.deed for one in audit.entries(society, about=about)}


def test_both_chains_hold_that_a_place_was_told_and_ours_alone_that_it_answered(
    afar: FoundAfar,
) -> None:
    enquiry = asked(afar, "sex", "name", ground="vital_interest")
    with afar.scene.acting(afar.scene.alma) as alba:
        answered(enquiry, by=alba)
    ours = deeds(afar.scene.society.pk, afar.transfer.pk)
    theirs = deeds(afar.home.society.pk, afar.transfer.pk)
    assert {Deed.ASKED_PLACE, Deed.PLACE_ANSWERED} <= ours
    assert Deed.ASKED_PLACE in theirs
    assert Deed.PLACE_ANSWERED not in theirs


@pytest.mark.database_bound
def test_what_a_place_said_lies_in_a_file_that_the_society_that_asked_cannot_open(
    afar: FoundAfar,
) -> None:
    enquiry = asked(afar)
    with afar.scene.acting(afar.scene.alma) as alba:
        answered(enquiry, by=alba)
        assert WARD in all_that_opens()
    assert enquiry.file != afar.transfer.file
    assert slots_of(afar.scene.society.pk, enquiry.file) == 1
    assert slots_of(afar.home.society.pk, enquiry.file) == 0
    with afar.home.acting(afar.home.alma):
        assert WARD not in all_that_opens()


def test_of_the_name_the_same_is_asked_as_at_home(afar: FoundAfar) -> None:
    with pytest.raises(NotToBeAsked, match="A name is told only where life"):
        asked(afar, "name")


def not_told_why(afar: FoundAfar) -> None:
    copy_says(afar, None)


def told_of_prison(afar: FoundAfar) -> None:
    copy_says(afar, Reason.DETENTION.value)


def copy_says(afar: FoundAfar, reason: str | None) -> None:
    with reading_as(afar.home.society.pk):
        transfer = lookups.transfer_for(afar.home.alma, afar.transfer.pk)
        told = {**(transfer.told or {}), "reason": reason}
        transfer.told = {part: said for part, said in told.items() if said}
        transfer.save(update_fields=["told"])


def known_better_since(afar: FoundAfar) -> None:
    case = afar.case
    with afar.home.acting(afar.home.alma):
        case.circumstances = case.circumstances | {"reason": Reason.DETENTION.value}
        case.save(update_fields=["circumstances"])


def again(afar: FoundAfar, *, by: Member) -> FoundAfar:
    """As it is read anew."""
    return replace(afar, sought=lookups.afar_for(by, afar.incoming.pk))


def ask_page(afar: FoundAfar) -> str:
    return reverse("cases:ask_place", args=[afar.incoming.pk])


@pytest.mark.parametrize("known", [not_told_why, told_of_prison, known_better_since])
def test_where_somebody_may_be_detained_nobody_is_asked_and_the_page_says_so(
    afar: FoundAfar, known: Any, client: Client, sign_in: SignIn
) -> None:
    hospital, icrc = listed(afar), listed(afar, "icrc")
    known(afar)
    with afar.scene.acting(afar.scene.alma) as alba:
        afar = again(afar, by=alba)
        for place in (hospital, icrc):
            with pytest.raises(NotToBeAsked, match=NOT_FROM_HERE), transaction.atomic():
                ask_at(afar, place, by=alba)
    sign_in(client, afar.scene.alma)
    words = read(client.get(reverse("cases:incoming", args=[afar.incoming.pk])))
    assert "Where somebody may be detained, no place is asked from here." in words
    assert ask_page(afar) not in words
    assert str(hospital.pk) not in read(client.get(ask_page(afar)))


def test_the_icrc_is_asked_by_the_society_whose_people_they_are(afar: FoundAfar) -> None:
    icrc = listed(afar, "icrc")
    with (
        afar.scene.acting(afar.scene.alma) as alba,
        pytest.raises(NotToBeAsked, match=NOT_FROM_HERE),
    ):
        ask_at(afar, icrc, by=alba)


def test_which_countries_are_feared_at_home_is_not_told_to_who_searches(afar: FoundAfar) -> None:
    nowhere, there = listed(afar, country=""), listed(afar, country="ER")
    with (
        afar.scene.acting(afar.scene.alma) as alba,
        pytest.raises(NotAllowed, match="in which country"),  # although nobody fears any
        transaction.atomic(),
    ):
        ask_at(afar, nowhere, by=alba)
    with afar.home.acting(afar.home.alma) as alma:
        feared = NotWith(countries=frozenset({"ER"}))
        protection.change_not_with(afar.case.subject, not_with=feared, by=alma)
    with afar.scene.acting(afar.scene.alma) as alba:
        with pytest.raises(NotToBeAsked, match=NOT_FROM_HERE), transaction.atomic():
            ask_at(afar, there, by=alba)
        ask_at(afar, listed(afar), by=alba)


def test_who_works_on_it_asks_on_its_page_and_a_colleague_sees_the_days_alone(
    afar: FoundAfar, client: Client, sign_in: SignIn
) -> None:
    scene, today, place = afar.scene, timezone.localdate(), listed(afar)
    page = reverse("cases:incoming", args=[afar.incoming.pk])
    sign_in(client, scene.alma)
    assert ask_page(afar) in read(client.get(page))
    known = read(client.get(ask_page(afar)))
    assert "Yonas" in known
    assert page in known
    form: dict[str, Any] = {"source": place.pk, "ground": "public_interest", "parts": ["sex"]}
    sent = client.post(ask_page(afar), form | {"day": today, "due": today + timedelta(days=5)})
    enquiry = sent.headers["Location"]
    assert page in read(client.get(enquiry))
    assert client.post(enquiry, {"day": today, "result": "known", "said": WARD}).status_code == 302
    assert "They know the person" in read(client.get(enquiry))
    assert reverse("cases:found", args=[afar.incoming.pk]) in read(client.get(enquiry))
    sign_in(client, enlist(scene.society, Role.CASEWORKER))
    seen = read(client.get(page))
    assert enquiry in seen
    assert "They know the person" not in seen
    assert ask_page(afar) not in seen
    assert {client.get(one).status_code for one in (enquiry, ask_page(afar))} == {403}
    sign_in(client, afar.home.omar)
    assert {client.get(one).status_code for one in (enquiry, ask_page(afar))} == {404}


def test_what_was_asked_stands_in_the_work_list_of_who_took_it_on_until_the_result(
    clock: FrozenDateTimeFactory, afar: FoundAfar
) -> None:
    scene = afar.scene
    asked(afar)

    def lines(member: Member, of: Of = Of.MINE) -> list[str]:
        with reading_as(scene.society.pk, member=member.pk):
            return [one.what for one in places_waited_for(member, WorkOf(of))]

    assert lines(scene.alma) == ["A place was asked, and has not answered yet."]
    assert lines(scene.omar) == []
    assert len(lines(scene.omar, Of.SOCIETY)) == 1
    assert lines(enlist(scene.society, Role.CASEWORKER), Of.SOCIETY) == []
    clock.tick(timedelta(days=14))
    assert lines(scene.alma) == ["A place that you asked has not answered. Ask again."]
    with scene.acting(scene.alma) as alba:
        afar.give_result("cannot", by=alba)
    assert lines(scene.alma) == []


def test_after_the_result_nobody_is_asked_and_what_was_asked_before_may_be_answered(
    afar: FoundAfar,
) -> None:
    enquiry = asked(afar)
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.give_result("cannot", by=alba)
    with pytest.raises(NotSo), transaction.atomic():
        asked(afar)
    with afar.scene.acting(afar.scene.alma) as alba:
        answered(enquiry, "nothing", "", by=alba)


def test_what_was_taken_back_leaves_no_question_and_takes_no_answer(afar: FoundAfar) -> None:
    enquiry = asked(afar)
    with afar.home.acting(afar.home.alma) as alma:
        transfer = lookups.transfer_for(alma, afar.transfer.pk)
        transfer_sending.recall(transfer, why="mistake", by=alma)
    with afar.scene.acting(afar.scene.alma) as alba:
        assert not Enquiry.objects.exists()
        with pytest.raises(Http404):
            lookups.enquiry_for(alba, enquiry.pk)
        with pytest.raises(Http404), transaction.atomic():
            answered(enquiry, "nothing", "", by=alba)
        with pytest.raises(Http404), transaction.atomic():
            ask_at(afar, lookups.sources_of(alba)[0], by=alba)


@pytest.mark.database_bound
def test_a_copy_for_the_family_has_the_day_and_neither_the_place_nor_what_it_said(
    afar: FoundAfar,
) -> None:
    enquiry = asked(afar)
    with afar.scene.acting(afar.scene.alma) as alba:
        answered(enquiry, by=alba)
    with afar.home.acting(afar.home.dora):
        for subject in (afar.case.subject, afar.transfer.subject):
            [line] = OfEnquiries().copy(subject)
            assert line.name.startswith("A society that searches for us asked a place")
            assert line.value == date_format(enquiry.day, "DATE_FORMAT")
