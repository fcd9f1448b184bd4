"""Somebody may be looking for me: a visitor tells a society who they are.

Nothing is looked up here. Whoever writes reads the same page in the same time, known or not: the
public side could not tell one from the other if it wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_http_methods

from kintrace.network.access import for_everyone
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors.actions import count_day
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.visitors.quota import address_tag
from kintrace.wall import actions
from kintrace.wall.flags import WATCH
from kintrace.wall.forms_who_i_am import SocietyForm, WhoIAmForm
from kintrace.wall.views.answering import MESSAGES, not_now, page
from kintrace.wall.who_i_am import Hears, who_hears

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def _tells(request: HttpRequest) -> bool:
    """Whether this is the form, and not yet the choice of a society: only that takes its turn."""
    return "notice" in request.POST


# The society is sent as a form: whom somebody writes to stands in no address and no history.
@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(MESSAGES, what=_tells)
def who_i_am(request: HttpRequest) -> HttpResponse:
    """Choose a society, read what it does with what it is told, and tell it."""
    hear = who_hears()
    choice = SocietyForm(request.POST if request.method == "POST" else None, hear=hear)
    if not choice.is_valid():
        status = 422 if choice.is_bound else 200
        return page(request, "who_i_am", {"form": choice, "hear": hear}, status=status)
    hears = choice.chosen()
    if _tells(request):
        return _told(request, hears)
    first = {"society": hears.society.code, "notice": hears.text.pk}
    return _asked(request, hears, WhoIAmForm(initial=first, hears=hears))


def _asked(
    request: HttpRequest, hears: Hears, form: WhoIAmForm, *, status: int = 200
) -> HttpResponse:
    return page(request, "who_i_am_ask", {"form": form, "hears": hears}, status=status)


def _told(request: HttpRequest, hears: Hears) -> HttpResponse:
    form = WhoIAmForm(request.POST, hears=hears)
    if not form.is_valid():
        return _asked(request, hears, form, status=422)
    body = form.body()
    marked = body | {"text": form.free_words()}
    marks = WATCH.marks(marked, face=None, sender=address_tag(request, about="messages"))
    said = {"body": body, "word": form.cleaned_data["word"], "flags": WATCH.flags(marks)}
    try:
        left = actions.tell_who(hears.society.pk, **said)
    except BoxNotTrusted:
        return not_now(request, form.everything())
    WATCH.remember(marks)
    count_day("who-i-am")
    return page(request, "who_i_am_sent", {"code": left.code, "help_desk": hears.society})
