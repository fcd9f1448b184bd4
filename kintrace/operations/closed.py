"""What everybody sees while a backup is brought back: a calm page, instead of an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.operations import restoring
from kintrace.ui.errors import standing_alone

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

MINUTES = 10


class WhileRestoring:
    """Says why, where a page failed because the database is shut.

    The database is asked only then: a wall that stands needs no guard, and a page that was shown
    without it said nothing of anybody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code < 500 or not restoring.stands():
            return response
        page = standing_alone("ui/errors/restoring.html", 503)
        page["Retry-After"] = str(60 * MINUTES)
        return page
