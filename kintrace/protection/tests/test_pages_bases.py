from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone

from kintrace.network.access import Role
from kintrace.network.tests.cast import PASSWORD, enlist, open_box
from kintrace.protection import actions, lookups
from kintrace.protection.purposes import Purpose
from kintrace.protection.tests.given import Team, a_team, cleared, consented, informed

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.models import Member

SignIn = Callable[["Client", "Member"], "Client"]
TOLD = {"names": "Luwam Habte", "born": "19", "origin": "Keren", "by_whom": "her uncle"}
BASIS = {"purpose": "share", "kind": "public_interest", "how": "weighed"}


def url(name: str, *ids: object) -> str:
    return reverse(f"protection:{name}", args=ids)


def test_a_basis_is_written_down_on_a_page(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
    sign_in(client, sealed_team.alma)
    assert "publish" not in client.get(url("record_basis", subject)).content.decode()
    until = timezone.localdate() + timedelta(days=90)
    told = BASIS | {"until": until.isoformat()}
    answer = client.post(url("record_basis", subject), told, follow=True)
    assert "Public interest" in answer.content.decode()
    with sealed_team.reading():
        assert lookups.may(subject, Purpose.SHARE)
        assert lookups.bases_in_force(subject, Purpose.SHARE).get().until == until


def test_a_basis_that_is_not_sound_is_shown_again_with_what_was_typed(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    with team.reading():
        subject = informed(team)
    sign_in(client, team.alma)
    over = (timezone.localdate() - timedelta(days=1)).isoformat()
    wrong: list[dict[str, Any]] = [
        {},
        BASIS | {"kind": "consent"},
        BASIS | {"until": over},
        BASIS | {"purpose": "publish"},
    ]
    for told in wrong:
        answer = client.post(url("record_basis", subject), told)
        assert answer.status_code == 422
        assert str(told.get("until", "")) in answer.content.decode()
    with team.reading():
        assert not lookups.every_basis(subject).exists()


def test_who_must_not_learn_is_said_and_taken_back_on_a_page(
    team: Team, client: Client, sign_in: SignIn
) -> None:
    bulgaria = a_team("BG").society
    with team.reading():
        subject = consented(team)
    sign_in(client, team.alma)
    told = {"societies": [str(bulgaria.pk)], "country": "ER", "persons": "my uncle\n\nhis son"}
    client.post(url("not_with", subject), told)
    client.post(url("not_with", subject), told | {"country": "SY", "countries": ["ER"]})
    with team.reading():
        circle = lookups.not_with(subject)
    assert circle.persons == ("my uncle", "his son")
    assert circle.forbids(society=bulgaria.pk, country="BG")
    assert circle.countries == {"ER", "SY"}
    page = client.get(url("not_with", subject)).content.decode()
    assert "my uncle\nhis son" in page
    assert re.search(f'value="{bulgaria.pk}"[^>]* checked', page)
    client.post(url("not_with", subject), {"persons": ""})
    with team.reading():
        assert not lookups.not_with(subject)


def test_a_volunteer_writes_down_who_does_not_want_to_be_found(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        informed(sealed_team)
        text = lookups.text_in_force(sealed_team.society.pk, "en")
    assert text is not None
    sign_in(client, enlist(sealed_team.society, Role.VOLUNTEER))
    given = {"text": str(text.pk), "channel": "read_aloud"}
    answer = client.post(url("begin_do_not_find"), given)
    assert answer.status_code == 302
    half = client.post(answer["Location"], {"names": "Luwam Habte"})
    assert half.status_code == 422
    assert "Luwam Habte" in half.content.decode()
    done = client.post(answer["Location"], TOLD, follow=True).content.decode()
    assert "It is written down, sealed." in done
    assert "Luwam" not in done
    with sealed_team.reading(opened_by=sealed_team.carla):
        assert lookups.entries().get().told == TOLD


def test_the_register_opens_for_the_protection_team_and_is_ended_by_another(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        actions.register_do_not_find(subject, told=TOLD, by=sealed_team.carla)
        entry = lookups.entries().get()
    for other in (sealed_team.alma, sealed_team.boris):
        sign_in(client, other)
        assert client.get(url("register")).status_code == 403
        assert client.get(url("entry", entry.pk)).status_code == 403
    sign_in(client, sealed_team.carla)
    open_box(client, password=PASSWORD)
    assert "Luwam Habte" in client.get(url("register")).content.decode()
    own = client.post(url("entry", entry.pk), {"because": "She says so."})
    assert own.status_code == 409
    sign_in(client, sealed_team.dora)
    open_box(client, password=PASSWORD)
    assert client.post(url("entry", entry.pk), {"because": ""}).status_code == 422
    done = client.post(url("entry", entry.pk), {"because": "She told me alone."}, follow=True)
    assert "Nobody stands in this register." in done.content.decode()


def test_an_entry_of_another_society_does_not_exist(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    other = a_team("BG")
    other.open_for_sealing()
    with other.reading():
        actions.register_do_not_find(informed(other), told=TOLD, by=other.alma)
        foreign = lookups.entries().get()
    sign_in(client, sealed_team.carla)
    open_box(client, password=PASSWORD)
    assert client.get(url("entry", foreign.pk)).status_code == 404
    assert "Luwam" not in client.get(url("register")).content.decode()
