"""What authorities ask: a register of one member's, whose answer is no, and which names nobody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from kintrace.network.access import RIGHTS, Right, Role
from kintrace.network.tests.cast import enlist, open_box
from kintrace.protection.actions import authorities, rights
from kintrace.protection.lookups import rights as desk
from kintrace.protection.models import AuthorityRequest
from kintrace.protection.refusals import NothingToDo, NotYours, RequestNotAsExpected
from kintrace.protection.rights import Authority, Decision
from kintrace.protection.tests.given import Team, a_team

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.tests.cast import SignIn

REGISTER = reverse("protection:authorities")
ASKED = "A list of everybody from one village."


def came(team: Team, **changes: Any) -> AuthorityRequest:
    terms: dict[str, Any] = {
        "kind": Authority.POLICE,
        "country": "xo",
        "received": timezone.localdate(),
        "asked": ASKED,
        "by": team.dora,
    }
    return authorities.write_authority(**(terms | changes))


def test_the_answer_is_no_until_somebody_decides_else(sealed_team: Team) -> None:
    with sealed_team.reading(opened_by=sealed_team.dora):
        request = came(sealed_team)
        assert (request.decision, request.answered, request.country) == ("refused", None, "XO")
        assert desk.authority_words(request)["asked"] == ASKED


def test_only_the_data_protection_officer_writes_and_decides(sealed_team: Team) -> None:
    team = sealed_team
    with team.reading():
        request = came(team)
        for member in (team.alma, team.boris, team.carla):
            with pytest.raises(NotYours):
                came(team, by=member)
            with pytest.raises(NotYours):
                authorities.decide_authority(
                    request, decision=Decision.REFUSED, answered=timezone.localdate(), by=member
                )
    holders = {role for role, held in RIGHTS.items() if Right.ANSWER_AUTHORITIES in held}
    assert holders == {Role.DATA_PROTECTION}


def test_to_answer_takes_a_law_and_advice_and_is_decided_once(sealed_team: Team) -> None:
    today = timezone.localdate()
    with sealed_team.reading():
        request = came(sealed_team)
        terms: dict[str, Any] = {"decision": Decision.BOUND, "answered": today}
        terms["by"] = sealed_team.dora
        halves: list[dict[str, Any]] = [{"ground": "A law."}, {"advice": "The legal office."}]
        for half in halves:
            with pytest.raises(RequestNotAsExpected):
                authorities.decide_authority(request, **terms, **half)
        words: dict[str, Any] = {"ground": "A law.", "advice": "The legal office."}
        authorities.decide_authority(request, **terms, **words)
        with pytest.raises(NothingToDo):
            authorities.decide_authority(request, **terms, **words)


def test_an_answer_has_a_day_between_the_question_and_today(sealed_team: Team) -> None:
    with freeze_time("2026-03-10 12:00"), sealed_team.reading():
        request = came(sealed_team, received=date(2026, 3, 5))
        for day in (date(2026, 3, 4), date(2026, 3, 11)):
            with pytest.raises(RequestNotAsExpected):
                authorities.decide_authority(
                    request, decision=Decision.REFUSED, answered=day, by=sealed_team.dora
                )
        with pytest.raises(RequestNotAsExpected):
            came(sealed_team, received=date(2026, 3, 11))


def test_the_register_names_no_person_and_no_case() -> None:
    columns = {field.name for field in AuthorityRequest._meta.concrete_fields}
    assert not columns & {"subject", "case", "reference", "member", "by", "written_by", "name"}


def test_it_is_kept_for_ten_years(sealed_team: Team) -> None:
    with freeze_time("2026-03-01 12:00") as clock, sealed_team.reading():
        came(sealed_team)
        clock.move_to("2036-03-01 12:00")
        assert rights.expire_requests(timezone.localdate()).total() == 0
        clock.move_to("2036-03-02 12:00")
        assert rights.expire_requests(timezone.localdate()).total() == 1


def test_another_society_cannot_tell_that_anything_was_asked(sealed_team: Team) -> None:
    other = a_team("BG")
    with sealed_team.reading():
        request = came(sealed_team)
    with other.reading():
        assert desk.authorities(other.dora) == []
        with pytest.raises(Http404):
            desk.authority_for(other.dora, request.pk)


@pytest.mark.database_bound
def test_the_database_refuses_an_answer_without_a_day(sealed_team: Team) -> None:
    with sealed_team.reading():
        request = came(sealed_team)
        request.decision = Decision.BOUND
        with pytest.raises(IntegrityError), transaction.atomic():
            request.save(update_fields=["decision"])


# --- pages ---


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DATA_PROTECTION])
def test_nobody_else_opens_the_register(
    role: Role, sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = came(sealed_team)
    sign_in(client, enlist(sealed_team.society, role))
    for url in (REGISTER, f"{REGISTER}new/", f"{REGISTER}{request.pk}/"):
        assert client.get(url).status_code == 403
    page = client.get("/desk/when-an-authority-asks/").content.decode()
    assert REGISTER not in page


@pytest.mark.parametrize("role", Role)
def test_everybody_finds_what_to_do_on_a_page_without_a_form(
    role: Role, sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, enlist(sealed_team.society, role))
    page = client.get("/desk/when-an-authority-asks/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "Say nothing." in main
    assert "Write nothing down about the person" in main
    assert not [tag for tag in ("<form", "<input", "<textarea", "<button") if tag in main]
    assert sealed_team.dora.sign_in in main


def test_the_officer_writes_a_question_down_and_answers_it(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    open_box(sign_in(client, sealed_team.dora))
    today = timezone.localdate().isoformat()
    typed = {"kind": "embassy", "country": "FR", "received": today, "asked": ASKED}
    assert client.post(f"{REGISTER}new/", typed | {"asked": ""}).status_code == 422
    page = client.post(f"{REGISTER}new/", typed, follow=True)
    assert ASKED in page.content.decode()
    assert "Tell the person, too, if the law lets you" in page.content.decode()
    entry = page.redirect_chain[-1][0]
    bound = {"decision": "bound", "answered": today, "ground": "", "advice": ""}
    refused = client.post(entry, bound)
    assert refused.status_code == 422
    assert "Without both, the answer is no." in refused.content.decode()
    answered = client.post(entry, bound | {"decision": "refused"}, follow=True).content.decode()
    assert "Refused" in answered
    assert "<textarea" not in answered
    assert "Embassy or consulate" in client.get(REGISTER).content.decode()
