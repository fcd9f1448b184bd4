"""A touch screen that strangers share: the same pages under /<language>/kiosk/, larger, with no way
out of them, and back at their start by themselves.

A small script counts from the last touch or key, for whoever writes slowly must not lose a word.
Where no script runs, a `<meta>` that no other browser reads counts from the opening of the page;
both stand in the frame of all pages (ui/page.html). A Refresh header cannot be called back by a
script, so it comes only after LONGEST, should the script not arrive, or from what is no page."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_KIOSK = re.compile(r"/[a-z]{2,3}(-[a-z]+)?/kiosk/")
# Seconds until a page that nobody touches goes back to the start: one is looked at, one holds a
# code to write down or an answer to read, one is being written on.
LOOKING, READING, WRITING = 120, 300, 600
LONGEST = 60 * 60  # whatever is touched

NAMESPACE = "kiosk"  # of its addresses; the pages themselves name those of the wall


def enters(request: HttpRequest) -> None:
    """Let `{% url "wall:…" %}` stay in the kiosk, on a page for what went wrong as well."""
    if namespace := namespace_of(request.path):
        request.current_app = namespace


def namespace_of(path: str) -> str | None:
    """Whose addresses stand on this page: the kiosk's, or as everywhere."""
    return NAMESPACE if _KIOSK.match(path) else None


def start_of(request: HttpRequest) -> str:
    """Where the kiosk of this page begins, or nothing for a page of no kiosk.

    In the first language of the house: whoever comes next must not see what the last one spoke.
    """
    return f"/{settings.LANGUAGE_CODE}/kiosk/" if namespace_of(request.path) else ""


def goes_back(request: HttpRequest, response: HttpResponse) -> None:
    """Let whatever the kiosk shows return to the start; what a view said before stays."""
    if start := start_of(request):
        after = LONGEST if _is_framed(response) else LOOKING
        response.headers.setdefault("Refresh", f"{after}; url={start}")


def _is_framed(response: HttpResponse) -> bool:
    """Whether script and <meta> stand on it: not where the program broke or says nothing."""
    return response.status_code != 500 and bool(response.content)
