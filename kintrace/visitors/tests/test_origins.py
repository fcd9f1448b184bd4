"""Who may send a public form."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from kintrace.visitors.origins import from_visitor, is_foreign

post = RequestFactory().post


@from_visitor
def door(request: HttpRequest) -> HttpResponse:
    return HttpResponse("in")


@pytest.mark.parametrize(
    "origin",
    [
        "https://elsewhere.example",
        "http://localhost.elsewhere.example",
        "http://localhost:9999",
        "null",
        "",
        "nonsense",
        "http://[half-an-address",
    ],
)
def test_a_foreign_origin_is_refused_with_a_sentence(origin: str) -> None:
    answer = door(post("/", HTTP_ORIGIN=origin, HTTP_HOST="localhost"))
    assert answer.status_code == 403
    assert b"another site" in answer.content


@pytest.mark.parametrize("host", ["localhost", "localhost:8000"])
def test_our_own_origin_is_let_in(host: str) -> None:
    assert door(post("/", HTTP_ORIGIN=f"http://{host}", HTTP_HOST=host)).content == b"in"


def test_a_browser_that_does_not_say_is_let_in() -> None:
    assert door(post("/", HTTP_HOST="localhost")).content == b"in"


def test_looking_is_never_refused() -> None:
    request = RequestFactory().get("/", HTTP_ORIGIN="https://elsewhere.example")
    assert door(request).content == b"in"
    assert is_foreign(request)
