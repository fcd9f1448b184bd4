"""What machines ask of a process: /healthz, /readyz, /metrics. The outermost middleware.

They are answered before anything else is done: no session, no language, no redirect to TLS, no
quota, no line in the log, no count. Nothing in an answer is of a person.
"""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotAllowed

from kintrace.operations import counted, figures, ready
from kintrace.operations.logs import route_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

ASKED = ("GET", "HEAD")


class Probes:
    """Answers what machines ask; counts every other request by its route."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """One request."""
        answer = ANSWERS.get(request.path)
        if answer is not None:
            return _plain(answer(request) if request.method in ASKED else _not_so())
        began = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        counted.count(settings.SIDE, route_of(request), response.status_code, seconds)
        return response


def healthz(_request: HttpRequest) -> HttpResponse:
    """The process is alive; nothing else is asked, the database neither."""
    return HttpResponse("ok\n")


def readyz(_request: HttpRequest) -> HttpResponse:
    """200 and ok, or the codes of what is wrong, one a line; 503 if nobody should be sent here."""
    troubles = ready.troubles()
    said = "".join(f"{code}\n" for code in troubles or ["ok"])
    return HttpResponse(said, status=503 if set(troubles) - ready.SERVES_ON else 200)


def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for who shows the token. Without one set, or shown, there is nothing here."""
    token = settings.METRICS_TOKEN
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not token or not secrets.compare_digest(shown.encode(), token.encode()):
        return HttpResponse("not found\n", status=404)
    return HttpResponse(figures.written(), content_type=figures.TYPE)


def _not_so() -> HttpResponse:
    return HttpResponseNotAllowed(ASKED)


def _plain(response: HttpResponse) -> HttpResponse:
    if not response.headers["Content-Type"].startswith("text/plain"):
        response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    # Django writes a line for every 4xx and 5xx else; a machine asks every few seconds.
    response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
    return response


ANSWERS: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "/healthz": healthz,
    "/readyz": readyz,
    "/metrics": metrics,
}
