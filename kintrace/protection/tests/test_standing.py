"""Where a person stands, on the page of their rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.protection import actions, lookups
from kintrace.protection.purposes import Channel, Purpose
from kintrace.protection.tests.given import agrees, consented, informed
from kintrace.protection.tests.test_pages import url

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.protection.tests.given import Team
    from kintrace.protection.tests.test_pages import SignIn


def test_the_page_of_a_person_says_who_informed_them_how_and_who_wrote_each_ground_down(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        subject = informed(team)
        text = lookups.text_in_force(team.society.pk, "en")
        assert text is not None
        actions.give_notice(
            subject, text=text, channel=Channel.PHONE, interpreter=True, by=team.alma
        )
        agrees(team, subject, purpose=Purpose.SHARE, scope=())
    who = team.alma.sign_in
    page = sign_in(client, team.alma).get(url("subject", subject)).content.decode()
    gate, _sep, ground = page.partition("Lawful bases")
    assert f"By {who}. An interpreter helped." in gate
    assert f"<bdi>{who}</bdi>" in ground


def test_what_waits_for_the_risk_questions_is_said_whole(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        subject = consented(team)
        assert not lookups.may(subject, Purpose.TRACE)
    page = sign_in(client, team.alma).get(url("subject", subject)).content.decode()
    assert "nothing is searched, shown or shared" in page
