"""The contact safe: three pages whose scripts lock and unlock, and what those ask the server."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import for_everyone
from kintrace.safe import actions, forms, lookups
from kintrace.safe.turns import in_turn
from kintrace.safe.words import word_lists
from kintrace.visitors.actions import count_day
from kintrace.visitors.helpdesk import help_desk
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.quota import Quota

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

# Beyond these a script waits twenty seconds for each one more (turns.py).
OPENINGS = Quota("safe-openings", burst=20, an_hour=60)
KEEPINGS = Quota("safe-keepings", burst=10, an_hour=20)


@for_everyone
@require_safe
@gzip_page
def start(request: HttpRequest) -> HttpResponse:
    """What the safe is, and the way to its pages."""
    count_day("safe")
    return _page(request, "start")


@for_everyone
@require_safe
@gzip_page
def new(request: HttpRequest) -> HttpResponse:
    """Numbers in, sixteen words out: all of it in the browser."""
    return _page(request, "new")


@for_everyone
@require_safe
@gzip_page
def unlock(request: HttpRequest) -> HttpResponse:
    """Sixteen words in, numbers out: all of it in the browser."""
    return _page(request, "open")


@for_everyone
@require_safe
@gzip_page
def cards(request: HttpRequest) -> HttpResponse:
    """Five pocket cards to write on by hand."""
    return _page(request, "cards")


def _page(request: HttpRequest, name: str) -> HttpResponse:
    facts: dict[str, Any] = {
        "word_lists": word_lists(),
        "address": request.build_absolute_uri(reverse("safe:open")),
        "cards": range(5),
        "rows": range(3),
    }
    return render(request, f"safe/{name}.html", help_desk() | facts)


@for_everyone
@from_visitor
@require_POST
@in_turn(OPENINGS)
def lying_under(request: HttpRequest) -> HttpResponse:
    """What lies under a number, or what looks like it."""
    form = forms.NumberForm(request.POST)
    if not form.is_valid():
        return _refused(form)
    sealed = lookups.lying_under(form.cleaned_data["number"])
    return JsonResponse({"sealed": base64.b64encode(sealed).decode()})


@for_everyone
@from_visitor
@require_POST
@in_turn(KEEPINGS)
def keep(request: HttpRequest) -> HttpResponse:
    """Put it there, or in the place of what lies there."""
    form = forms.KeepForm(request.POST)
    if not form.is_valid():
        return _refused(form)
    said = form.cleaned_data
    kept = actions.keep(said["number"], sealed=said["sealed"], token=said["token"])
    return JsonResponse({"kept": kept}, status=200 if kept else 409)


@for_everyone
@from_visitor
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """A browser opened it with the words: it stays two years from now."""
    return _done(request, actions.note_opened)


@for_everyone
@from_visitor
@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """It is gone at once; the same answer where nothing was."""
    return _done(request, actions.delete)


def _done(request: HttpRequest, does: Callable[..., None]) -> HttpResponse:
    form = forms.OwnForm(request.POST)
    if not form.is_valid():
        return _refused(form)
    does(form.cleaned_data["number"], token=form.cleaned_data["token"])
    return HttpResponse(status=204)


def _refused(form: forms.NumberForm) -> HttpResponse:
    said = next(iter(form.errors.values()))[0]
    return JsonResponse({"said": str(said)}, status=422)
