"""How the pages of this folder answer."""

from typing import Any

from allauth.core import ratelimit
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

START = "/desk/"


def ask(request: HttpRequest, template: str, form: BaseForm, **more: Any) -> HttpResponse:
    """The page with a form; 422 when what was sent cannot be used."""
    return render(request, template, {"form": form, **more}, status=422 if form.errors else 200)


def was_guessed(form: BaseForm, *fields: str) -> bool:
    """Whether something was typed into one of these fields, or into any, and found wrong: who left
    one empty tried nothing."""
    wrong = form.errors.as_data()
    return any(
        one.code != "required"
        for field, errors in wrong.items()
        for one in errors
        if not fields or field in fields
    )


def too_many(request: HttpRequest, *, action: str, **by: Any) -> HttpResponse | None:
    """The page that asks to wait, with 429, when this was tried too often; else nothing.

    action: one of allauth's rate limits. by: whose tries are counted together, key= or user=.
    """
    answer: HttpResponse | None = ratelimit.consume_or_429(request, action=action, **by)
    return answer


def onward(request: HttpRequest) -> str:
    """Where the person was going: a path of this host, or the start of the desk."""
    wanted: str = request.POST.get("next") or request.GET.get("next") or START
    local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if local else START
