"""What the server does for a safe: keep, give out, replace, delete, forget; and tell nobody."""

from __future__ import annotations

import base64
import secrets
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kintrace.safe import actions, lookups
from kintrace.safe.models import Box
from kintrace.safe.sealed import SIZE, made_up
from kintrace.visitors import passes, quota

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

TOKEN = bytes(range(32))
SEALED = secrets.token_bytes(SIZE)


@pytest.fixture(autouse=True)
def nobody_asked_before() -> Iterator[None]:
    quota.forget_all()
    yield
    quota.forget_all()


def kept(number: UUID | None = None) -> UUID:
    number = number or uuid4()
    assert actions.keep(number, sealed=SEALED, token=TOKEN)
    return number


def ask(what: str, number: UUID, **said: str) -> Any:
    sent = {"number": number.hex, **said}
    return Client(enforce_csrf_checks=True).post(f"/contact-safe/{what}/", sent)


def own(number: UUID, token: bytes = TOKEN, sealed: bytes = SEALED) -> dict[str, str]:
    return {"token": token.hex(), "sealed": base64.b64encode(sealed).decode()}


def test_what_was_kept_is_given_out_to_whoever_knows_the_number() -> None:
    number = uuid4()
    assert ask("keep", number, **own(number)).json() == {"kept": True}
    answer = ask("lying-under", number).json()
    assert base64.b64decode(answer["sealed"]) == SEALED


def test_an_unknown_number_is_answered_like_a_known_one() -> None:
    known, unknown = ask("lying-under", kept()), ask("lying-under", uuid4())
    assert (known.status_code, len(known.content)) == (unknown.status_code, len(unknown.content))
    assert {k: v for k, v in known.headers.items() if k != "Content-Length"} == {
        k: v for k, v in unknown.headers.items() if k != "Content-Length"
    }
    assert known.headers["Cache-Control"] == unknown.headers["Cache-Control"]


def test_an_unknown_number_is_answered_the_same_each_time_and_unlike_any_other() -> None:
    number, other = uuid4(), uuid4()
    assert lookups.lying_under(number) == lookups.lying_under(number)
    assert lookups.lying_under(number) != lookups.lying_under(other)
    assert len(made_up(number)) == SIZE


def test_known_or_not_the_database_is_asked_as_much(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    number = kept()
    for asked in (number, uuid4()):
        with django_assert_num_queries(1):
            lookups.lying_under(asked)


def test_the_next_safe_is_never_given_out_for_a_number_before_it() -> None:
    kept(UUID(int=2**127))
    assert lookups.lying_under(UUID(int=2**127 - 1)) != SEALED


def test_another_token_replaces_nothing_and_deletes_nothing() -> None:
    number = kept()
    wrong = own(number, token=bytes(32), sealed=secrets.token_bytes(SIZE))
    assert ask("keep", number, **wrong).status_code == 409
    assert ask("delete", number, **wrong).status_code == 204
    assert lookups.lying_under(number) == SEALED


def test_the_own_token_replaces_and_deletes() -> None:
    number, other = kept(), secrets.token_bytes(SIZE)
    assert ask("keep", number, **own(number, sealed=other)).status_code == 200
    assert lookups.lying_under(number) == other
    assert ask("delete", number, **own(number)).status_code == 204
    assert not Box.objects.exists()


def test_an_opening_is_noted_by_its_month_and_only_for_who_has_the_words() -> None:
    number = kept()
    Box.objects.update(opened=date(2020, 1, 1))
    ask("lying-under", number)
    ask("opened", number, token=bytes(32).hex())
    assert Box.objects.get().opened == date(2020, 1, 1)
    ask("opened", number, token=TOKEN.hex())
    assert Box.objects.get().opened == actions.this_month()
    assert Box.objects.get().opened.day == 1


@pytest.mark.parametrize(
    ("today", "left"), [(date(2028, 11, 30), 1), (date(2028, 12, 1), 1), (date(2028, 12, 3), 0)]
)
def test_a_safe_is_forgotten_two_years_after_the_month_in_which_it_was_opened(
    today: date, left: int
) -> None:
    kept()
    Box.objects.update(opened=date(2026, 11, 1))
    actions.forget_unopened(today)
    assert Box.objects.count() == left


@pytest.mark.parametrize(
    "said",
    [
        {"number": "x" * 32},
        {"number": "ab"},
        {"sealed": base64.b64encode(b"short").decode()},
        {"sealed": "ሰላም"},
        {"sealed": "%%%"},
        {"token": ""},
    ],
)
def test_what_no_page_of_ours_sends_is_refused_with_a_sentence(said: dict[str, str]) -> None:
    number = uuid4()
    answer = ask("keep", number, **(own(number) | said)) if "number" not in said else _other(said)
    assert answer.status_code == 422
    assert "Load the page once more" in answer.json()["said"]
    assert not Box.objects.exists()


def _other(said: dict[str, str]) -> Any:
    return Client().post("/contact-safe/keep/", own(uuid4()) | said)


def test_another_site_cannot_make_browsers_ask() -> None:
    sent = {"number": uuid4().hex}
    answer = Client().post("/contact-safe/lying-under/", sent, headers={"origin": "https://a.test"})
    assert answer.status_code == 403


def test_who_asks_too_often_waits_for_twenty_seconds_and_is_answered_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number = kept()
    answers = [ask("lying-under", number) for _ in range(21)]
    assert {answer.status_code for answer in answers[:20]} == {200}
    wait = answers[20].json()
    assert (answers[20].status_code, wait["seconds"]) == (429, passes.WAIT)
    assert ask("lying-under", number, **{"pass": wait["pass"]}).status_code == 429
    monkeypatch.setattr(passes, "seconds_left", lambda _token: 0)
    assert ask("lying-under", number, **{"pass": wait["pass"]}).status_code == 200
    assert ask("lying-under", number, **{"pass": wait["pass"]}).status_code == 429
