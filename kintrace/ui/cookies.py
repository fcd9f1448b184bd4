"""Cookies that nobody was given: what no text of a database can hold is thrown away unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

_NOT_IN_A_TEXT = "\x00"  # PostgreSQL breaks off where it is asked for one, and a session is a row


class OfOurs:
    """Passes over a cookie with a zero in it, as over one that is not there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [one for one, said in request.COOKIES.items() if _NOT_IN_A_TEXT in said]:
            del request.COOKIES[name]
        return self.get_response(request)
