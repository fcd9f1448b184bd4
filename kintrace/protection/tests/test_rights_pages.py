"""The rights desk in the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network.tests.cast import open_box
from kintrace.protection import lookups
from kintrace.protection.lookups import rights as desk
from kintrace.protection.purposes import Purpose
from kintrace.protection.rights import Kind
from kintrace.protection.tests.given import Team, cleared, consented
from kintrace.protection.tests.test_rights import SECRET, again, asked

if TYPE_CHECKING:
    from uuid import UUID

    from django.test import Client

    from kintrace.network.tests.cast import SignIn
    from kintrace.protection.models import RightsRequest

LIST = reverse("protection:rights")


def url(name: str, *ids: object) -> str:
    return reverse(f"protection:{name}", args=ids)


def typed(**changes: Any) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {"kind": "access", "came": "phone", "received": today, "identity": SECRET} | changes


def only_request(team: Team, subject: UUID) -> RightsRequest:
    with team.reading():
        (request,) = desk.requests_about(team.dora, subject)
        return request


def test_a_caseworker_writes_a_request_down_from_the_page_of_the_person(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
    sign_in(client, sealed_team.alma)
    page = client.get(url("subject", subject)).content.decode()
    assert url("write_request", subject) in page
    made = client.post(url("write_request", subject), typed(), follow=True).content.decode()
    assert "A copy of what we keep" in made
    assert SECRET not in made
    request = only_request(sealed_team, subject)
    assert url("request", request.pk) in client.get(LIST).content.decode()
    assert url("request", request.pk) in client.get(url("subject", subject)).content.decode()


def test_what_is_missing_or_in_the_future_is_asked_again(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
    sign_in(client, sealed_team.alma)
    for wrong in ({"kind": ""}, {"came": "pigeon"}, {"received": "2999-01-01"}):
        answer = client.post(url("write_request", subject), typed(**wrong))
        assert answer.status_code == 422
        assert SECRET in answer.content.decode()


def test_who_writes_down_a_suspicion_does_not_see_it_again_and_the_dpo_does(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        subject = consented(sealed_team)
    sign_in(client, sealed_team.alma)
    suspicious = typed(suspicious="on")
    page = client.post(url("write_request", subject), suspicious, follow=True).content.decode()
    assert "Only the data-protection officer sees it." in page
    place = url("request", only_request(sealed_team, subject).pk)
    for member in (sealed_team.alma, sealed_team.boris, sealed_team.carla):
        sign_in(client, member)
        assert client.get(place).status_code == 404
        for page_of in (LIST, f"{LIST}?state=ended", url("subject", subject), "/desk/"):
            assert place not in client.get(page_of).content.decode()
    sign_in(client, sealed_team.dora)
    assert "Perhaps an offender" in client.get(place).content.decode()
    assert place in client.get("/desk/").content.decode()


def test_a_withdrawal_is_done_and_answered_on_one_page(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, Kind.WITHDRAWAL)
    sign_in(client, sealed_team.boris)
    assert (
        "Show the photo to everyone"
        in client.get(url("answer_request", request.pk)).content.decode()
    )
    answer = client.post(url("answer_request", request.pk), {"purposes": ["publish"]}, follow=True)
    assert answer.status_code == 200
    with sealed_team.reading():
        assert not lookups.may(request.subject, Purpose.PUBLISH)
        assert again(request).state == "answered"
    assert url("request", request.pk) in client.get(f"{LIST}?state=ended").content.decode()


def test_the_dpo_deletes_everything_as_the_person_asked(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, Kind.ERASURE)
    sign_in(client, sealed_team.dora)
    to = client.get(url("answer_request", request.pk))
    assert to["Location"] == url("answer_erasure", request.pk)
    assert client.post(url("answer_erasure", request.pk), {"sure": ""}).status_code == 422
    page = client.post(url("answer_erasure", request.pk), {"sure": "on"}, follow=True)
    assert "lawful bases" in page.content.decode()
    with sealed_team.reading():
        assert lookups.is_erased(request.subject)


def test_more_time_and_a_refusal_are_on_the_page_of_the_dpo_alone(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, Kind.CORRECTION)
    longer, refuse = url("extend_request", request.pk), url("refuse_request", request.pk)
    sign_in(client, sealed_team.boris)
    page = client.get(url("request", request.pk)).content.decode()
    assert longer not in page
    assert refuse not in page
    open_box(sign_in(client, sealed_team.dora))
    today = timezone.localdate().isoformat()
    told = {"because": "Many papers.", "told_on": today}
    assert client.post(longer, told | {"told_on": "2999-01-01"}).status_code == 422
    assert "Many papers." in client.post(longer, told, follow=True).content.decode()
    answer = client.post(refuse, {"because": "Not the person."}, follow=True).content.decode()
    assert "Not the person." in answer
    assert "What to do" not in answer


def test_a_request_is_taken_over_and_its_identity_noted(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, Kind.CORRECTION, identity="")
    sign_in(client, sealed_team.boris)
    page = client.post(url("take_request", request.pk), follow=True).content.decode()
    assert sealed_team.boris.sign_in in page
    assert "Not written down yet." in page
    assert client.post(url("note_identity", request.pk), {"how": " "}).status_code == 422
    noted = client.post(url("note_identity", request.pk), {"how": SECRET}, follow=True)
    assert "Written down, sealed." in noted.content.decode()
    assert client.post(url("answer_request", request.pk), {"outcome": ""}).status_code == 422


# --- the copy ---


def look(client: Client, request: RightsRequest) -> tuple[str, str]:
    """The page of the whole copy, and what it says it showed."""
    page = client.get(url("copy", request.pk)).content.decode()
    (seen,) = re.findall(r'name="seen" value="([0-9a-f]{32})"', page)
    return page, seen


def test_the_dpo_looks_at_the_copy_and_gets_a_paper(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, subject=cleared(sealed_team))
    open_box(sign_in(client, sealed_team.dora))
    page, seen = look(client, request)
    assert "You were given our information notice" in page
    assert client.post(url("copy", request.pk), {"seen": seen}).status_code == 422
    answer = client.post(url("copy", request.pk), {"seen": seen, "read": "on"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    with sealed_team.reading():
        done = [one.deed for one in audit.entries(sealed_team.society.pk, about=request.pk)]
    assert done.count(Deed.TOOK_FILE) == 1, "many of them in a day ring"


def test_what_changed_since_it_was_looked_at_is_shown_again_and_not_made(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, subject=cleared(sealed_team))
    open_box(sign_in(client, sealed_team.dora))
    _page, seen = look(client, request)
    assert seen != "0" * 32
    sent = {"seen": "0" * 32, "read": "on", "names": "Luwam Habte"}
    answer = client.post(url("copy", request.pk), sent)
    assert answer["Content-Type"].startswith("text/html")
    assert "Look at the whole copy again." in answer.content.decode()
    assert "Luwam Habte" in answer.content.decode(), "what was typed stands"


def test_without_the_open_box_the_copy_is_not_shown(
    sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team, subject=cleared(sealed_team))
    sign_in(client, sealed_team.dora)
    assert client.get(url("copy", request.pk)).status_code == 302


@pytest.mark.parametrize("who", ["alma", "boris", "carla"])
def test_nobody_else_makes_a_copy(
    who: str, sealed_team: Team, client: Client, sign_in: SignIn
) -> None:
    with sealed_team.reading():
        request = asked(sealed_team)
    open_box(sign_in(client, getattr(sealed_team, who)))
    assert client.get(url("copy", request.pk)).status_code == 403
    assert url("copy", request.pk) not in client.get(url("request", request.pk)).content.decode()
