"""The pages about who was found: who sees them, and what no page ever says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.urls import reverse

from kintrace.cases.actions import verifying
from kintrace.cases.card import Wish
from kintrace.cases.models import Release
from kintrace.cases.tests.meeting import PHONE, QUESTIONS, TOWN, Found
from kintrace.cases.worklist_found import found_waiting
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.network.kept import FIELD
from kintrace.network.tests.cast import enlist, open_box
from kintrace.protection import actions as protection

if TYPE_CHECKING:
    from django.http import HttpResponseBase
    from django.test import Client

    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

CALM_PAGES = ("found", "found_where", "found_take_back", "found_sign", "found_decide", "found_tell")
STOPPED = ("found_meet", "found_card")


def read(answer: HttpResponseBase) -> str:
    """What a page says, without what differs from one request to the next."""
    fresh = rf'(csrfmiddlewaretoken" value|{FIELD}" value|nonce)="[^"]*"'
    return re.sub(fresh, "", b"".join(answer).decode())


def page(client: Client, search: Found, name: str = "found", *more: str) -> tuple[int, str]:
    answer = client.get(reverse(f"cases:{name}", args=[search.sought.pk, *more]))
    return answer.status_code, read(answer)


def test_a_colleague_reads_the_same_whether_or_not_anybody_was_found(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    colleague = enlist(search.scene.society, Role.CASEWORKER)
    sign_in(client, colleague)
    case = reverse("cases:case", args=[search.case.pk])

    def seen() -> list[tuple[int, str]]:
        told = client.get(case)
        pages = [page(client, search, name) for name in ("found", "found_card")]
        return [(told.status_code, read(told)), *pages]

    before = seen()
    search.as_far_as_the_choice(Wish.NOTHING)
    assert seen() == before
    assert "Only who works on this search sees how far it has come." in before[0][1]
    assert before[1][0] == before[2][0] == 403


def test_no_page_of_a_second_member_changes_with_a_hold(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    sign_in(client, scene.lena)
    open_box(client, password=PASSWORD)
    before = {name: page(client, search, name) for name in CALM_PAGES}
    with scene.acting(scene.alma) as alma:
        waiting = [one.what for one in found_waiting(scene.lena)]
        for subject in (search.subject, search.case.subject):
            protection.put_on_hold(subject, reason="A worry.", by=alma)
        assert [one.what for one in found_waiting(scene.lena)] == waiting
    assert {name: page(client, search, name) for name in CALM_PAGES} == before
    for name in STOPPED:
        status, words = page(client, search, name)
        assert status == 409
        assert "Somebody looks at this first." in words


def test_the_page_for_who_searches_shows_questions_and_nothing_of_who_was_found(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    search.as_far_as_the_choice()
    with scene.acting(scene.alma) as alma:
        search.ask_found(by=alma)
    sign_in(client, scene.omar)
    open_box(client, password=PASSWORD)
    status, words = page(client, search, "found_ask", "seeker")
    assert status == 200
    assert all(question in words for question in QUESTIONS)
    assert not [said for said in (PHONE, TOWN, "A found word") if said in words]
    assert page(client, search, "found_ask", "somebody")[0] == 404


def test_the_card_is_in_the_words_of_the_society_and_the_language_of_the_person(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        search.locate(by=alma)
    sign_in(client, scene.alma)
    _status, words = page(client, search, "found_card")
    assert "Somebody is looking for you. You alone decide what we may tell them." in words
    assert "Tell them nothing at all. They hear the same as if I had not been found." in words
    assert words.count('type="radio" name="wish"') == len(Wish) - 1
    answer = client.post(
        reverse("cases:found_card", args=[search.sought.pk]), {"wish": "alive", "how": "spoken"}
    )
    assert answer.status_code == 422, "which words were read is asked, too"


def test_what_is_passed_on_is_shown_once_on_the_page_that_passes_it_on(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    sign_in(client, scene.lena)
    open_box(client, password=PASSWORD)
    form = {"ways": ["phone"], "told": "in_person", "asked_again": "on"}
    url = reverse("cases:found_pass_on", args=[search.sought.pk])
    assert PHONE in client.post(url, form).content.decode()
    assert client.post(url, form).status_code == 409
    with scene.acting(scene.lena):
        assert Release.objects.count() == 1
    assert "It cannot be called back." in page(client, search)[1]


COMPARE = "A found person and the one who searches were asked. Compare what they said."
JUDGE = "Decide whether the one who searches is the family of a found person."
HAND_ON = "A second member agreed. Pass on how the found person is reached."


def officers_read(search: Found, *words: str) -> None:
    """In their work lists; whoever works on the case reads that they go on with it."""
    scene = search.scene
    waiting: list[list[str]] = []
    for member in (scene.omar, scene.lena, scene.alma):
        with scene.acting(member):
            waiting.append([one.what for one in found_waiting(member)])
    assert waiting == [[*words], [*words], ["Go on with somebody who was found."]]


def test_what_is_to_be_decided_stands_in_the_work_list_of_every_member_who_decides_it(
    search: Found,
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        search.as_far_as_asked(by=alma)
    officers_read(search)
    with scene.acting(scene.omar) as omar:
        search.ask_seeker(by=omar)
    officers_read(search, COMPARE)
    with scene.acting(scene.omar) as omar:
        search.compare("unsure", by=omar)
    officers_read(search, JUDGE)
    with scene.acting(scene.omar) as omar:
        verifying.decide(search.sought, verdict="not_yet", by=omar)
    officers_read(search)  # decided, until there is more


def test_who_may_pass_contact_on_reads_it_in_the_work_list_until_it_was(search: Found) -> None:
    search.as_far_as_the_signature()
    officers_read(search, HAND_ON)
    with search.scene.acting(search.scene.lena) as lena:
        search.release(by=lena)
    officers_read(search)


def test_who_may_be_the_second_finds_it_on_the_work_list_and_nobody_else(search: Found) -> None:
    scene = search.scene
    search.as_far_as_the_verdict()

    def waits(member: Member) -> list[str]:
        with scene.acting(member):
            return [one.what for one in found_waiting(member)]

    assert waits(scene.lena) == ["Look at it as the second member before contact is passed on."]
    assert waits(scene.omar) == []
    assert waits(scene.alma) == ["Go on with somebody who was found."]
    assert waits(scene.dora) == []
