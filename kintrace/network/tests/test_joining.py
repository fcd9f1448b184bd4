"""Invitations, forgotten passwords, changed ones: whole, through pages and letters."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions, lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, OneTimeLink, Society
from kintrace.network.tests.cast import (
    PASSWORD,
    MakeMember,
    SignIn,
    open_box,
    with_boxes,
    work_off,
)
from kintrace.vault.reader import reading_as

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
NEW = "seven geese over the lake"
MORNING = "2026-03-02 08:00:00"


@pytest.fixture
def alma(at: Society, make_member: MakeMember) -> Member:
    member = make_member(at, Role.CASEWORKER, "alma")
    with reading_as(at.pk):
        member.email = "alma@example.org"
        member.save()
    return member


def invitation(**other: object) -> dict[str, object]:
    said = {
        "sign_in": "Nour",
        "role": "caseworker",
        "name": "Nour Haddad",
        "email": "nour@example.org",
        "phone": "",
        "languages": ["en", "ar"],
    }
    return said | other


def link_in_letter() -> str:
    work_off()
    text = mail.outbox[-1].body
    found = re.search(r"https?://testserver(/sign-in/letter/\S+)", str(text))
    assert found
    return found[1]


def choose(path: str, password: str = NEW) -> str:
    """Use the link of a letter; gives the page that follows."""
    answer = Client().post(path, {"password": password, "again": password})
    return answer.content.decode()


def deeds(society: Society) -> list[str]:
    with reading_as(society.pk):
        return [entry.deed for entry in audit.entries(society.pk)]


@pytest.mark.database_bound
def test_an_invited_member_joins_by_letter(
    client: Client, at: Society, admin: Member, sign_in: SignIn
) -> None:
    sign_in(client, admin)
    assert client.post("/desk/members/invite/", invitation()).status_code == 302
    path = link_in_letter()
    assert mail.outbox[-1].to == ["nour@example.org"]
    assert "nour" in Client().get(path).content.decode()
    page = choose(path)
    assert re.search(r"([A-Z0-9]{4}-){5}[A-Z0-9]{4}", page)
    nour = lookups.member_named("nour")
    assert nour is not None
    assert nour.is_active
    assert nour.check_password(NEW)
    assert lookups.has_keys(nour)
    assert {Deed.INVITED_MEMBER, Deed.JOINED} <= set(deeds(at))


def test_a_letters_link_works_once_and_for_three_days(
    client: Client, admin: Member, sign_in: SignIn
) -> None:
    with freeze_time(MORNING) as clock:
        sign_in(client, admin)
        client.post("/desk/members/invite/", invitation())
        path = link_in_letter()
        clock.tick(timedelta(hours=73))
        assert Client().get(path).status_code == 409
        clock.tick(-timedelta(hours=2))
        assert Client().get(path).status_code == 200
        choose(path)
        assert Client().get(path).status_code == 409


def test_a_second_invitation_ends_the_first(client: Client, admin: Member, sign_in: SignIn) -> None:
    sign_in(client, admin)
    client.post("/desk/members/invite/", invitation())
    first = link_in_letter()
    nour = lookups.member_named("nour")
    assert nour is not None
    client.post(f"/desk/members/{nour.pk}/invite/")
    second = link_in_letter()
    assert Client().get(first).status_code == 409
    assert Client().get(second).status_code == 200


def test_only_a_digest_of_a_link_is_kept(client: Client, admin: Member, sign_in: SignIn) -> None:
    sign_in(client, admin)
    client.post("/desk/members/invite/", invitation())
    token = link_in_letter().split("/")[-2]
    assert token not in str(list(OneTimeLink.objects.values_list()))


@pytest.mark.parametrize(
    "password",
    [
        *("too short", "password12345678"[:14], "nour"),
        *("passwordpassword", "1234567890123456", "qwertyuiopasdfghjkl", "aaaaaaaaaaaaaaaaaaaa"),
        *(
            "RedCross-Kintrace-2026",
            "nour nour nour nour",
            "Society AT desk 2026",
            "zyxwvutsrqponmlk",
        ),
    ],
)
def test_a_weak_password_is_refused(
    client: Client, admin: Member, sign_in: SignIn, password: str
) -> None:
    sign_in(client, admin)
    client.post("/desk/members/invite/", invitation())
    path = link_in_letter()
    answer = Client().post(path, {"password": password, "again": password})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "password",
    [
        "a bridge of nine stones",
        "correct horse battery staple",
        "سبع إوزات فوق البحيرة",
        "x7!Kp0-qW2#mZ9vL",
    ],
)
def test_four_words_or_fifteen_signs_of_chance_are_taken(password: str) -> None:
    validate_password(password)


def test_a_taken_name_is_refused_on_the_form(
    client: Client, admin: Member, alma: Member, sign_in: SignIn
) -> None:
    sign_in(client, admin)
    answer = client.post("/desk/members/invite/", invitation(sign_in="ALMA"))
    assert answer.status_code == 422
    assert "This sign-in name is taken." in answer.content.decode()


def test_a_society_makes_no_network_administrator(
    client: Client, admin: Member, sign_in: SignIn
) -> None:
    sign_in(client, admin)
    answer = client.post("/desk/members/invite/", invitation(role="network_admin"))
    assert answer.status_code == 422
    assert lookups.member_named("nour") is None


@pytest.mark.database_bound
def test_the_answer_to_a_forgotten_password_is_the_same_for_unknown_names(alma: Member) -> None:
    answers, queries = [], []
    for name in ["alma", "nobody"]:
        client = Client()
        client.get("/sign-in/forgotten/")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answers.append(client.post("/sign-in/forgotten/", {"sign_in": name}))
        queries.append([re.sub(r"'.*?'|x'.*?'", "?", one["sql"])[:60] for one in asked])
    known, unknown = answers
    assert known.status_code == unknown.status_code == 200
    assert known.content == unknown.content
    assert queries[0] == queries[1]


@pytest.mark.parametrize(
    ("path", "typed"),
    [("/sign-in/forgotten/", {"sign_in": "alma"}), ("/sign-in/passkey/", {"credential": "{}"})],
)
@pytest.mark.django_db
def test_who_tries_too_often_is_told_so(client: Client, path: str, typed: dict[str, str]) -> None:
    """With the status of it, and once: an answer laid into another ends the request early."""
    statuses = {client.post(path, typed).status_code for _ in range(40)}
    assert 429 in statuses
    assert statuses <= {200, 422, 429}


@pytest.mark.database_bound
def test_a_forgotten_password_is_chosen_anew_and_opens_no_box(
    client: Client, at: Society, alma: Member, sign_in: SignIn
) -> None:
    with_boxes(at, alma)
    open_box(sign_in(client, alma))
    Client().post("/sign-in/forgotten/", {"sign_in": "alma"})
    path = link_in_letter()
    assert "you cannot open your society" in Client().get(path).content.decode()
    choose(path)
    alma.refresh_from_db()
    assert alma.check_password(NEW)
    assert client.get("/desk/")["Location"].startswith("/sign-in/?")
    sign_in(client, alma)
    answer = client.post("/desk/open-box/", {"opening_password": NEW})
    assert "no box is open to you yet" in answer.content.decode()
    assert Deed.RESET_PASSWORD in deeds(at)


def test_who_gave_up_the_password_has_one_again_by_letter(alma: Member) -> None:
    with reading_as(alma.society_id, member=alma.pk):
        Authenticator.objects.create(user=alma, type="webauthn", data={})
        actions.give_up_password(alma, came_alone=True)
    Client().post("/sign-in/forgotten/", {"sign_in": "alma"})
    choose(link_in_letter())
    alma.refresh_from_db()
    assert alma.check_password(NEW)


def test_no_letter_goes_to_who_left(alma: Member, admin: Member) -> None:
    actions.let_go(alma, by=admin)
    Client().post("/sign-in/forgotten/", {"sign_in": "alma"})
    work_off()
    assert mail.outbox == []


def test_a_changed_password_keeps_the_boxes_and_ends_other_sessions(
    client: Client, at: Society, alma: Member, sign_in: SignIn
) -> None:
    with_boxes(at, alma)
    elsewhere = sign_in(Client(), alma)
    sign_in(client, alma)
    answer = client.post("/sign-in/password/", {"old": PASSWORD, "password": NEW, "again": NEW})
    assert answer.status_code == 302
    assert client.get("/desk/").status_code == 200
    assert elsewhere.get("/desk/").status_code == 302
    open_box(client, password=NEW)
    assert client.get("/desk/boxed/").content == b"the box is open"
    assert Deed.CHANGED_PASSWORD in deeds(at)


def test_changing_the_password_asks_for_the_old_one(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    sign_in(client, alma)
    answer = client.post("/sign-in/password/", {"old": "a guess", "password": NEW, "again": NEW})
    assert answer.status_code == 422
    alma.refresh_from_db()
    assert alma.check_password(PASSWORD)


def test_nobody_guesses_the_old_password_without_end_or_unseen(
    client: Client, alma: Member, sign_in: SignIn
) -> None:
    sign_in(client, alma)
    path, new = "/sign-in/password/", {"password": NEW, "again": NEW}
    for guess in range(5):
        assert client.post(path, {"old": f"guess {guess}", **new}).status_code == 422
    assert client.post(path, {"old": PASSWORD, **new}).status_code == 429
    alma.refresh_from_db()
    assert alma.check_password(PASSWORD)
    assert deeds(alma.society).count(Deed.SIGN_IN_FAILED) == 5
