"""Stands behind the gate: no page that shows a record is opened uncounted or without end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from kintrace.audit import actions as audit
from kintrace.audit.deeds import Deed
from kintrace.network.access import Access, Who
from kintrace.network.gate import lead_to
from kintrace.watch import limits
from kintrace.watch.table import CODES, FILES, LISTS, NO_RECORD, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

REASON = "watch:reason"
SHOWN = frozenset({200, 206, 422})


def record_in(access: Access | None, arguments: dict[str, Any]) -> UUID | None:
    """The record that an address of the desk names."""
    if access is None or access.who is not Who.STAFF:
        return None
    named = (value for name, value in arguments.items() if name not in NO_RECORD)
    return next((value for value in named if isinstance(value, UUID)), None)


class Watched:
    """Asks before a record is opened whether that may still be, and writes down that it was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.record = None
        response = self.get_response(request)
        if request.record is not None and response.status_code in SHOWN:
            _note(request, response)
        return response if _may_tell(request) else _stopped(request)

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Let the request through (None), or ask for a reason first; what was typed waits."""
        del view, args
        record = record_in(request.access, kwargs)
        if record is not None and not limits.may_open(request.user, record):
            return lead_to(REASON, request)
        request.record = record
        return None


def _note(request: Any, response: HttpResponse) -> None:
    """What the view did not write down itself; a file leaves the house, whatever it holds, and
    only the view can say that it is printed by duty."""
    kind = response.headers.get("Content-Type", "")
    if not kind.startswith(("text/html", "image/")) and not _noted(FILES):
        audit.record_read(Deed.TOOK_FILE, about=request.record, by=request.user)
    if not any(deed in RECORDS for deed, _ in audit.reads_noted()):
        audit.record_read(Deed.OPENED_RECORD, about=request.record, by=request.user)


def _may_tell(request: Any) -> bool:
    """Whether the lists that were made, and what was found under a code, may be shown."""
    listed, looked_up = _noted(LISTS), _noted(CODES)
    if listed and not limits.may_list(request.user, listed):
        return False
    return not looked_up or limits.may_look_up(request.user, looked_up)


def _noted(deeds: frozenset[str]) -> set[UUID]:
    return {about for deed, about in audit.reads_noted() if deed in deeds}


def _stopped(request: Any) -> HttpResponse:
    """It was made and is not shown; all that the request did is undone."""
    audit.forget_reads()
    request.failed = True
    return lead_to(REASON, request)
