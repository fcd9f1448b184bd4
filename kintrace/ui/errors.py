"""Calm pages for what went wrong. They ask neither the database nor a key, on either side."""

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static

from kintrace.ui import passing
from kintrace.ui.context import is_staff_page
from kintrace.ui.refusals import Refusal


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "400", 400)


def shut(request: HttpRequest, exception: Exception | None = None, **more: Any) -> HttpResponse:
    return _page(request, "403", 403, **more)


def not_here(request: HttpRequest, exception: Exception | None = None, **more: Any) -> HttpResponse:
    return _page(request, "404", 404, **more)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For CSRF_FAILURE_VIEW: nearly always a form left open over a sign-out."""
    return _page(request, "stale", 403)


def refused(request: HttpRequest, refusal: Refusal, **more: Any) -> HttpResponse:
    """A domain refusal as a sentence to act on, with the status it carries (409 or 403).

    more: `part`, a template that says what was typed and leads back, and what that asks.
    """
    return _page(request, "refused", refusal.status, sentence=refusal.sentence, **more)


def locked(request: HttpRequest, **more: Any) -> HttpResponse:
    """The key over a society's record key is away (an outage, or somebody cut it off)."""
    return _page(request, "keys", 503, **more)


def broken(request: HttpRequest) -> HttpResponse:
    """What nobody expected. Django calls this while it handles the error."""
    if passing.will_pass(sys.exception()):
        return not_just_now(request)
    return standing_alone("ui/errors/500.html", 500)


def not_just_now(request: HttpRequest) -> HttpResponse:
    """The database is away, slow or full: try again, with all that was sent."""
    answer = _page(request, "503", 503, **passing.sent(request))
    answer.headers["Retry-After"] = str(passing.AGAIN_AFTER)
    return answer


def standing_alone(template: str, status: int, **more: Any) -> HttpResponse:
    """A page without a frame: it asks neither who reads it nor what they were told last, and must
    stand when the program or its files do not."""
    try:
        sheet = static("ui/public.css")
    except ValueError:  # the manifest of static files is missing
        sheet = ""
    return HttpResponse(render_to_string(template, {"sheet": sheet, **more}), status=status)


def _page(request: HttpRequest, name: str, status: int, **more: Any) -> HttpResponse:
    frame = "ui/plain.html" if is_staff_page(request) else "ui/public.html"
    return render(request, f"ui/errors/{name}.html", {"frame": frame, **more}, status=status)
