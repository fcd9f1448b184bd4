"""How the pages of this folder ask and answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from kintrace.network.access import Right
from kintrace.protection import holders

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse, QueryDict

    from kintrace.network.gate import StaffRequest


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent, even if it is nothing; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def about(request: HttpRequest, template: str, subject: UUID, **more: object) -> HttpResponse:
    """A page about one person, called by what staff call the matter."""
    form = more.get("form")
    context = {
        "subject": subject,
        "label": holders.label(subject),
        "next": request.GET.get("next", ""),
        **more,
    }
    status = 422 if form is not None and getattr(form, "errors", None) else 200
    return render(request, template, context, status=status)


def onwards(request: StaffRequest, subject: UUID, done: list[str] | None = None) -> HttpResponse:
    """Back to where the member came from (?next=), or to the person's page; says what was done."""
    for sentence in done or []:
        messages.success(request, sentence)
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if wanted.startswith("/desk/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return redirect(wanted)
    if request.may(Right.HOLD):
        return redirect("protection:subject", subject)
    return redirect(settings.LOGIN_REDIRECT_URL)
