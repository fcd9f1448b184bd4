"""Somebody holds a certificate and wants to know whether it is one of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_http_methods

from kintrace.network.access import for_everyone
from kintrace.visitors.actions import count_day
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.visitors.quota import Quota
from kintrace.wall import lookups
from kintrace.wall.forms import CertificateForm
from kintrace.wall.views.answering import page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

CHECKS = Quota("certificates", burst=20, an_hour=60)


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(CHECKS)
def certificate(request: HttpRequest) -> HttpResponse:
    """The code in, yes or no and the month out. It stands in no address."""
    if request.method != "POST":
        return page(request, "certificate", {"form": CertificateForm()})
    form = CertificateForm(request.POST)
    if not form.is_valid():
        return page(request, "certificate", {"form": form}, status=422)
    count_day("certificate")
    return page(request, "checked", {"month": lookups.attested(form.cleaned_data["code"])})
