"""Hospitals are told as little as they need; of the detained nobody learns but the ICRC."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import enquiries, moves, opening
from kintrace.cases.actions.enquiries import NotToBeAsked
from kintrace.cases.actions.opening import CaseIsClosed, SearchRests
from kintrace.cases.circumstances import Closing, Reason
from kintrace.cases.enquiries import SourceKind, may_ask
from kintrace.cases.forms_enquiries import SourceForm
from kintrace.cases.models import Enquiry
from kintrace.cases.states import State, Why
from kintrace.cases.tests.bringing import a_place, ask_at, is_detained
from kintrace.cases.tests.test_found_pages import read
from kintrace.cases.worklist_enquiries import places_waited_for
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import bases_in_force
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight
from kintrace.vault.classes import classes_of

if TYPE_CHECKING:
    from django.test import Client
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn


def test_a_name_is_told_only_where_life_may_hang_on_it(search: Found) -> None:
    with search.scene.acting(search.scene.omar) as omar:
        place = a_place(by=omar)
        with pytest.raises(NotToBeAsked, match="A name is told only where life"):
            ask_at(search, place, "sex", "name", by=omar)
        asked = ask_at(search, place, "sex", "name", ground="vital_interest", by=omar)
        assert asked.asked["parts"] == ["sex", "name"]
        with pytest.raises(NotToBeAsked, match="Weigh on which ground"):
            ask_at(search, place, ground="consent", by=omar)


def test_a_place_in_a_country_that_must_not_learn_is_not_asked(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        feared = NotWith(countries=frozenset({"ER"}))
        protection.change_not_with(search.case.subject, not_with=feared, by=omar)
        with pytest.raises(NotAllowed, match="This place must not learn"):
            ask_at(search, a_place(by=omar, country="ER"), by=omar)
        with pytest.raises(NotAllowed, match="in which country this place is"):
            ask_at(search, a_place(by=omar), by=omar)
        ask_at(search, a_place(by=omar, country="AT"), by=omar)


def test_of_each_place_the_country_is_asked() -> None:
    said = {"kind": "hospital", "name": "Harbour hospital", "how": "By phone"}
    assert set(SourceForm(said).errors) == {"country"}
    assert SourceForm(said | {"country": "AT"}).is_valid()


@pytest.mark.parametrize("kind", SourceKind.values)
def test_who_is_detained_is_told_to_the_icrc_alone_and_nobody_else_is(kind: str) -> None:
    is_icrc = kind == SourceKind.ICRC
    assert [may_ask(kind, reason=one) for one in Reason] == [
        is_icrc == (one == Reason.DETENTION) for one in Reason
    ]


def test_the_page_of_a_detained_persons_case_offers_a_message_and_the_icrc(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        hospital, icrc = a_place(by=omar), a_place("icrc", by=omar)
        is_detained(search)
        with pytest.raises(NotToBeAsked):
            ask_at(search, hospital, by=omar)
    sign_in(client, scene.alma)
    words = read(client.get(reverse("cases:case", args=[search.case.pk])))
    assert "Here we do two things only: a Red Cross Message, and a word to the ICRC" in words
    url = reverse("cases:ask_place", args=[search.sought.pk])
    page = read(client.get(url))
    assert str(icrc.pk) in page
    assert str(hospital.pk) not in page
    today = timezone.localdate()
    form: dict[str, Any] = {"source": icrc.pk, "day": today, "due": today + timedelta(days=5)}
    assert client.post(url, form).status_code == 422, "who searches agrees first"
    assert client.post(url, form | {"how": "spoken"}).status_code == 302
    with scene.acting(scene.alma):
        assert Enquiry.objects.get().asked["how"] == "spoken"
        [consent] = bases_in_force(search.case.subject, Purpose.REFER)
        assert (consent.kind, consent.how) == ("consent", "spoken")


def test_who_does_not_want_to_be_passed_on_any_more_ends_the_wait_for_the_icrc_alone(
    search: Found,
) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        hospital = ask_at(search, a_place(by=omar), by=omar)
        is_detained(search)
        icrc = ask_at(search, a_place("icrc", by=omar), by=omar)
        assert set(lookups.enquiries_waiting(omar)) == {hospital, icrc}
        protection.withdraw(search.case.subject, purpose=Purpose.REFER, by=omar)
        assert list(lookups.enquiries_waiting(omar)) == [hospital]


def test_who_does_not_settle_what_we_do_writes_no_list_of_places(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        place = a_place(by=scene.omar)
        with pytest.raises(NoRight):
            a_place(by=alma)
        with pytest.raises(NoRight):
            enquiries.end_source(place, by=alma)


def test_what_a_place_said_is_sealed_and_seen_by_who_works_on_the_search(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene, today = search.scene, timezone.localdate()
    colleague = enlist(scene.society, Role.CASEWORKER)
    with scene.acting(scene.alma) as alma:
        asked = ask_at(search, a_place(by=scene.omar), by=alma)
        enquiries.note_answer(asked, day=today, result="known", said="Ward 9", by=alma)
        plain = {name for name, kind in classes_of(Enquiry).items() if kind == "routing"}
        assert plain & {"asked", "result", "said"} == set()
    page = reverse("cases:enquiry", args=[asked.pk])
    sign_in(client, colleague)
    assert client.get(page).status_code == 403
    assert "They know the person" not in read(client.get(f"/desk/cases/{search.case.pk}/"))
    sign_in(client, scene.alma)
    assert "They know the person" in read(client.get(page))


def test_a_place_that_does_not_answer_stands_in_the_work_list(
    clock: FrozenDateTimeFactory, search: Found
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        asked = ask_at(search, a_place(by=scene.omar), by=alma)
        assert [one.what for one in places_waited_for(alma)] == [
            "A place was asked, and has not answered yet."
        ]
        clock.tick(timedelta(days=14))
        [late] = places_waited_for(alma)
        assert late.what == "A place that you asked has not answered. Ask again."
        assert not list(places_waited_for(scene.lena))
        enquiries.note_answer(asked, day=timezone.localdate(), result="nothing", said="", by=alma)
        assert not list(places_waited_for(alma))


def answer(asked: Enquiry, result: str, said: str = "", *, by: Member) -> None:
    enquiries.note_answer(asked, day=timezone.localdate(), result=result, said=said, by=by)


def test_nobody_waits_or_is_asked_while_a_search_rests_and_nothing_is_added_when_it_ended(
    search: Found,
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        place = a_place(by=scene.omar)
        asked = ask_at(search, place, by=alma)
        moves.move(search.case, to=State.SUSPENDED, by=alma, why=Why.WANTS_A_REST)
        assert not lookups.enquiries_waiting(alma)
        with pytest.raises(SearchRests), transaction.atomic():
            ask_at(search, place, by=alma)  # with the case as it was read before
        opening.close_case(search.case, closing=Closing.SELF_SOLVED, by=alma)
        with pytest.raises(CaseIsClosed), transaction.atomic():
            answer(asked, "nothing", by=alma)


def test_who_is_asked_again_is_waited_for_once(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        place, other = a_place(by=scene.omar), a_place(by=scene.omar)
        first, beside, again = (ask_at(search, one, by=alma) for one in (place, other, place))
        assert set(lookups.enquiries_waiting(alma)) == {beside, again}
        answer(first, "known", by=alma)  # an answer to the first question may come still


@pytest.mark.parametrize(
    ("result", "said", "kept"),
    [
        ("nothing", "", True),
        ("not_said", "", True),
        ("nothing", "Ask next door.", False),
        ("known", "", False),
    ],
)
def test_on_hold_others_words_stay_outside_and_that_there_are_none_is_written_down(
    search: Found, result: str, said: str, kept: bool
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        asked = ask_at(search, a_place(by=scene.omar), by=alma)
        protection.put_on_hold(search.case.subject, reason="A worry.", by=alma)
        with nullcontext() if kept else pytest.raises(NotAllowed), transaction.atomic():
            answer(asked, result, said, by=alma)
        assert Enquiry.objects.exclude(answered=None).exists() == kept


def test_who_takes_the_search_back_ends_the_wait(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        ask_at(search, a_place(by=scene.omar), by=alma)
        protection.put_on_hold(search.case.subject, reason="A worry.", by=alma)
        assert lookups.enquiries_waiting(alma)  # a hold passes
        done = protection.withdraw(search.case.subject, purpose=Purpose.TRACE, by=alma)
        assert "Nobody waits for an answer of the places that were asked." in done
        assert not lookups.enquiries_waiting(alma)
