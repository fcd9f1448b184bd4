"""How the public pages answer, whichever it is."""

from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kintrace.ui import kiosk
from kintrace.visitors.helpdesk import help_desk
from kintrace.visitors.quota import Quota

# How long a page of the kiosk stays that nobody touches, where it is longer than for looking.
STAYS = dict.fromkeys(
    ("write", "take_down", "answer", "demand", "certificate", "who_i_am_ask"), kiosk.WRITING
) | dict.fromkeys(
    ("sent", "asked", "reported", "conversation", "not_now", "gone", "sheet", "who_i_am_sent"),
    kiosk.READING,
)
# Beyond these a form asks for a pass (visitors/posting.py). Codes cannot be guessed; what this
# spares is the work of deriving them, and other people's peace.
CODE_TRIES = Quota("codes", burst=20, an_hour=60)
MESSAGES = Quota("messages", burst=6, an_hour=30)


def page(
    request: HttpRequest, name: str, facts: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    stays = {"kiosk_after": STAYS.get(name, kiosk.LOOKING)}
    return render(request, f"wall/{name}.html", help_desk() | stays | facts, status=status)


def face_named(request: HttpRequest) -> UUID | None:
    """The face that ?face= names, there or not; None for what is no face's number."""
    try:
        return UUID(request.GET.get("face", ""))
    except ValueError:
        return None


def asked(request: HttpRequest, name: str, form: BaseForm, **more: Any) -> HttpResponse:
    """A page of the desk with a form; 422 when what was sent needs another look."""
    status = 422 if form.errors else 200
    return render(request, f"wall/desk/{name}.html", {"form": form, **more}, status=status)


def not_now(request: HttpRequest, text: str) -> HttpResponse:
    """Nothing is stored that is not sealed to a box we trust; the words stay on the page."""
    return page(request, "not_now", {"text": text}, status=503)
