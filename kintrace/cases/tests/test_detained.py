"""Somebody was detained: a message and a word to the ICRC, and no other society is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import transfer_sending
from kintrace.cases.actions.transfers import CannotBeAsked
from kintrace.cases.circumstances import Reason
from kintrace.cases.enquiries import may_search
from kintrace.cases.models import Transfer
from kintrace.cases.states import State
from kintrace.cases.tests.bringing import is_detained
from kintrace.cases.tests.handing import QUESTION, REGION, prepared, sent
from kintrace.cases.tests.test_found_pages import read
from kintrace.network.words import SocietyKind
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found
    from kintrace.network.tests.cast import SignIn

TWO_THINGS = "Here we do two things only: a Red Cross Message, and a word to the ICRC"
HARM = "asking another society may harm the person"


def visits_the_detained(there: Scene) -> None:
    there.society.kind = SocietyKind.DELEGATION
    there.society.save(update_fields=["kind"])


@pytest.mark.parametrize("kind", SocietyKind.values)
@pytest.mark.parametrize("reason", Reason.values)
def test_a_delegation_alone_searches_for_who_is_detained_and_all_for_others(
    kind: str, reason: str
) -> None:
    is_icrc = kind == SocietyKind.DELEGATION
    assert may_search(kind, reason=reason) == (is_icrc or reason != Reason.DETENTION)


def test_no_other_society_is_asked_about_who_is_detained_and_a_delegation_is(
    search: Found, there: Scene
) -> None:
    with search.scene.acting(search.scene.alma) as alma:
        is_detained(search)
        case = lookups.case_for(alma, search.case.pk)
        with pytest.raises(CannotBeAsked, match="may harm the person"):
            prepared(case, there.society, by=alma)
        assert not Transfer.objects.exists()
        visits_the_detained(there)
        assert sent(case, there.society, by=alma).is_out


def test_what_was_prepared_is_not_sent_once_it_is_known_that_somebody_is_detained(
    search: Found, there: Scene
) -> None:
    with search.scene.acting(search.scene.alma) as alma:
        transfer = prepared(search.case, there.society, by=alma)
        is_detained(search)
        with pytest.raises(CannotBeAsked, match="may harm the person"):
            transfer_sending.send(transfer, by=alma)
    with reading_as(there.society.pk):
        assert not Transfer.objects.filter(receiver=there.society.pk).exists()


def test_what_the_page_says_is_so_nobody_else_is_offered_to_be_asked(
    search: Found, there: Scene, client: Client, sign_in: SignIn
) -> None:
    with search.scene.acting(search.scene.alma):
        is_detained(search)
    sign_in(client, search.scene.alma)
    case = reverse("cases:case", args=[search.case.pk])
    ask = reverse("cases:ask_society", args=[search.case.pk])
    words = read(client.get(case))
    assert TWO_THINGS in words
    assert ask not in words
    assert "Next: begin to search, here or with another society." not in words
    assert "or refer the person to the ICRC. Nobody else is asked." in words
    assert HARM in read(client.get(ask))
    asking = {"society": there.society.pk, "sought": search.sought.pk, "wish": "search"}
    asking |= {"question": QUESTION, "region": REGION, "answer_by": timezone.localdate()}
    assert client.post(ask, asking).status_code == 422
    go = read(client.get(reverse("cases:go", args=[search.case.pk, State.TRACING])))
    assert "with other societies" not in go
    assert "wait for the ICRC" in go
    visits_the_detained(there)
    assert "Ask a delegation of the ICRC" in read(client.get(case))
    assert there.society.name in read(client.get(ask))


def test_of_a_society_that_searches_already_the_page_says_to_take_it_back(
    search: Found, there: Scene, client: Client, sign_in: SignIn
) -> None:
    with search.scene.acting(search.scene.alma) as alma:
        sent(search.case, there.society, by=alma)
    sign_in(client, search.scene.alma)
    case, warns = reverse("cases:case", args=[search.case.pk]), "searches still, and somebody was"
    assert warns not in read(client.get(case))
    with search.scene.acting(search.scene.alma):
        is_detained(search)
    assert warns in read(client.get(case))
