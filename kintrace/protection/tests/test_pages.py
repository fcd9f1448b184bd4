from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from kintrace.network.access import Role
from kintrace.network.tests.cast import PASSWORD, enlist, open_box
from kintrace.protection import actions, lookups
from kintrace.protection.forms import NoticeTextForm
from kintrace.protection.purposes import Channel, Purpose, TextKind
from kintrace.protection.tests.given import (
    CALM,
    WORDS,
    Team,
    a_team,
    a_text,
    agrees,
    cleared,
    consented,
    informed,
    read_on,
)

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.models import Member
    from kintrace.protection.tests.onlooker import Onlooker

SignIn = Callable[["Client", "Member"], "Client"]


def url(name: str, *ids: object) -> str:
    return reverse(f"protection:{name}", args=ids)


def test_the_first_words_are_drafted_looked_at_and_approved(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, team.boris)
    page = client.post(url("first_words"), follow=True).content.decode()
    assert "Our first texts are kept as drafts." in page
    assert "Draft, not to be given" in page
    with team.reading():
        texts = lookups.every_text(team.society.pk)
    notices = {text.language: text for text in texts if text.kind == TextKind.NOTICE}
    arabic, english = notices["ar"], notices["en"]
    looked_at = client.get(url("notice", arabic.pk)).content.decode()
    assert 'dir="rtl"' in looked_at
    assert arabic.pictures[0][1] in looked_at
    assert "You wrote this text." in looked_at
    assert client.post(url("approve_notice", english.pk)).status_code == 409
    sign_in(client, team.dora)
    assert "Approve this text" in client.get(url("notice", english.pk)).content.decode()
    page = client.post(url("approve_notice", english.pk), follow=True).content.decode()
    with team.reading():
        assert lookups.text_in_force(team.society.pk, "en") == english
    assert "In force" in page
    assert "This text is in force now." in page


def test_a_new_version_begins_with_the_older_one(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        text = a_text(team)
    sign_in(client, team.boris)
    page = client.get(url("new_notice"), {"from": str(text.pk)}).content.decode()
    assert WORDS.short in page
    typed = NoticeTextForm.beginning(text) | {"short": "Shorter."}
    blank = {f"drawing_{number}": "people" for number in range(2, 9)}
    kept = client.post(url("new_notice"), typed | blank, follow=True).content.decode()
    assert "Your text is kept as a draft." in kept
    with team.reading():
        newest = lookups.every_text(team.society.pk)[0]
    assert (newest.version, newest.short, newest.state) == (2, "Shorter.", "draft")


def test_a_notice_with_a_layer_missing_is_shown_again_and_nothing_is_lost(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, team.boris)
    answer = client.post(url("new_notice"), {"language": "en", "title": "My own title"})
    assert answer.status_code == 422
    assert "My own title" in answer.content.decode()


def test_the_notice_is_given_from_a_page_that_shows_its_layers(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        subject = informed(team)
        text = lookups.text_in_force(team.society.pk, "en")
    assert text is not None
    sign_in(client, team.alma)
    page = client.get(url("give_notice", subject)).content.decode()
    assert WORDS.short in page
    answer = client.post(
        url("give_notice", subject),
        {"text": str(text.pk), "channel": "pictograms", "interpreter": "on"},
    )
    assert answer.status_code == 302
    with team.reading():
        assert len(lookups.notices_given(subject)) == 2


def test_giving_no_text_or_a_foreign_one_is_shown_as_an_error(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    other = a_team("BG")
    with other.reading():
        foreign = a_text(other)
    with team.reading():
        subject = informed(team)
    sign_in(client, team.alma)
    for text in ("", str(foreign.pk), "x"):
        answer = client.post(url("give_notice", subject), {"text": text, "channel": "phone"})
        assert answer.status_code == 422


def test_hold_and_lift_in_the_browser_take_two_members(
    sealed_team: Team, client: Client, sign_in: SignIn, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
    sign_in(client, sealed_team.carla)
    open_box(client, password=PASSWORD)
    answer = client.post(url("put_on_hold", subject), {"reason": "A worry."}, follow=True)
    page = answer.content.decode()
    assert "The onlooker stopped." in page
    assert "On hold" in page
    with sealed_team.reading():
        hold = lookups.holds_in_force(subject).get()
    own = client.post(url("lift_hold", hold.pk), {"reason": "It is safe."})
    assert own.status_code == 409
    sign_in(client, sealed_team.dora)
    shut = client.get(url("lift_hold", hold.pk))
    assert shut.headers["Location"].startswith("/desk/open-box/")
    open_box(client, password=PASSWORD)
    assert "A worry." in client.get(url("lift_hold", hold.pk)).content.decode()
    answer = client.post(url("lift_hold", hold.pk), {"reason": "It is safe."}, follow=True)
    assert "The onlooker goes on." in answer.content.decode()
    with sealed_team.reading():
        assert lookups.may(subject, Purpose.PUBLISH)


def test_the_risk_questions_are_answered_on_a_page(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
    sign_in(client, sealed_team.alma)
    assert client.post(url("answer_risk", subject), {}).status_code == 422
    wrong = client.post(url("answer_risk", subject), {"note": "What I typed."})
    assert "What I typed." in wrong.content.decode()
    told = CALM | read_on(wrong.content.decode())
    assert client.post(url("answer_risk", subject), told).status_code == 302
    with sealed_team.reading():
        assert lookups.may(subject, Purpose.PUBLISH)


def test_taking_back_says_what_stopped(
    sealed_team: Team, client: Client, sign_in: SignIn, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
    sign_in(client, sealed_team.alma)
    answer = client.post(url("withdraw", subject), {"purpose": "publish"}, follow=True)
    assert "The onlooker stopped." in answer.content.decode()
    with sealed_team.reading():
        assert not lookups.may(subject, Purpose.PUBLISH)


def test_erasing_is_for_the_data_protection_officer_who_just_proved_it(
    team: Team, client: Client, sign_in: Callable[..., Client]
) -> None:
    with team.reading():
        subject = informed(team)
    sign_in(client, team.dora, stepped_up=False)
    asked_again = client.get(url("erase", subject))
    assert asked_again.status_code == 302
    assert asked_again.headers["Location"].startswith(reverse("account_reauthenticate"))
    sign_in(client, team.dora)
    assert client.post(url("erase", subject), {"why": "asked"}).status_code == 422
    answer = client.post(url("erase", subject), {"why": "asked", "sure": "on"}, follow=True)
    assert "Everything about this person was deleted." in answer.content.decode()
    with team.reading():
        assert lookups.is_erased(subject)


def test_a_page_leads_back_to_where_the_member_came_from_and_nowhere_else(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        subject = consented(team)
    sign_in(client, team.alma)
    for wanted, led_to in (
        ("/desk/cases/", "/desk/cases/"),
        ("https://example.org/desk/", url("subject", subject)),
        ("//example.org/desk/", url("subject", subject)),
        ("/sign-in/", url("subject", subject)),
    ):
        answer = client.post(url("withdraw", subject), {"purpose": "publish", "next": wanted})
        assert answer.status_code == 302
        assert answer.headers["Location"] == led_to
        with team.reading():
            agrees(team, subject)


def test_another_society_gets_the_same_answer_as_for_nobody(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    other = a_team("BG")
    with team.reading():
        subject, text = consented(team), a_text(team)
    for member in (other.alma, other.dora, other.boris):
        sign_in(client, member)
        for theirs, nobodys in (
            (url("subject", subject), url("subject", uuid4())),
            (url("put_on_hold", subject), url("put_on_hold", uuid4())),
            (url("withdraw", subject), url("withdraw", uuid4())),
            (url("give_notice", subject), url("give_notice", uuid4())),
            (url("erase", subject), url("erase", uuid4())),
            (url("notice", text.pk), url("notice", uuid4())),
        ):
            answers = {client.get(theirs).status_code, client.get(nobodys).status_code}
            assert answers in ({404}, {403})


@pytest.mark.parametrize("role", [Role.SOCIETY_ADMIN, Role.NETWORK_ADMIN, Role.AUDITOR])
def test_who_reads_no_case_opens_none_of_these_pages(
    team: Team, client: Client, sign_in: SignIn, role: Role
) -> None:
    with team.reading():
        subject = informed(team)
    sign_in(client, enlist(team.society, role))
    names = ("subject", "give_notice", "answer_risk", "put_on_hold", "withdraw", "erase")
    for name in names:
        assert client.get(url(name, subject)).status_code == 403
    assert client.get(url("notices")).status_code == 403


def test_a_volunteer_informs_again_whom_they_informed_and_is_led_to_the_desk(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        hers, text = informed(team), a_text(team)
        volunteer, own = enlist(team.society, Role.VOLUNTEER), actions.new_subject()
        actions.give_notice(own, text=text, channel=Channel.READ_ALOUD, by=volunteer)
    sign_in(client, volunteer)
    sent = {"text": str(text.pk), "channel": "read_aloud"}
    assert client.post(url("give_notice", own), sent).headers["Location"] == "/desk/"
    assert client.get(url("do_not_find", own)).status_code == 200
    assert client.get(url("subject", own)).status_code == 403
    for page in ("give_notice", "answer_risk", "do_not_find"):
        assert client.get(url(page, hers)).status_code == 404
        assert client.get(url(page, uuid4())).status_code == 404


def test_opening_a_page_writes_nothing_but_the_read_log(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        actions.put_on_hold(subject, reason="A worry.", by=sealed_team.alma)
        hold = lookups.holds_in_force(subject).get()
    sign_in(client, sealed_team.dora)
    open_box(client, password=PASSWORD)
    for page in (url("subject", subject), url("lift_hold", hold.pk), url("erase", subject)):
        assert client.get(page).status_code == 200
    with sealed_team.reading():
        assert lookups.is_held(subject)
        assert not lookups.is_erased(subject)
