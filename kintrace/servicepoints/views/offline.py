"""Working without network: the page that a tablet keeps, and what it says when it is back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import Right, for_everyone, for_staff
from kintrace.servicepoints import actions, lookups, offline, told
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.http import HttpRequest

    from kintrace.network.gate import StaffRequest
    from kintrace.servicepoints.models import Device


@require_safe
@ensure_csrf_cookie
@for_staff(Right.RUN_POINT)
def page(request: StaffRequest) -> HttpResponse:
    """The page itself. It names nobody and no point: it stays on the tablet."""
    response = render(request, "servicepoints/offline.html", offline.shown())
    response[offline.RELEASE] = offline.release()
    return response


@require_safe
@for_everyone
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the page. It is asked for without a session, too, to renew itself."""
    return HttpResponse(offline.worker(), content_type="text/javascript")


@require_safe
@for_staff(Right.RUN_POINT)
def points(request: StaffRequest) -> JsonResponse:
    """Where a tablet may be made ready."""
    found = lookups.points_at_work(request.user)
    return JsonResponse({"points": [{"id": str(one.pk), "name": one.name} for one in found]})


@require_POST
@for_staff(Right.RUN_POINT)
def ready(request: StaffRequest) -> JsonResponse:
    """Make a tablet ready: it gets a number, a key to seal to, and ticket numbers of its own."""
    try:
        wish = told.wish(request)
        point = lookups.point_for(request.user, wish.point)
        device = actions.make_ready(point, name=wish.name, by=request.user)
    except Refusal as refusal:
        return _refused(refusal)
    return JsonResponse(
        {"device": offline.known(device), "state": offline.state(device, for_=request.user)}
    )


@require_POST
@for_staff(Right.RUN_POINT)
def contact(request: StaffRequest) -> JsonResponse:
    """Take what waited on a tablet, and tell it how its point stands."""
    try:
        heard = told.contact(request)
    except Refusal as refusal:
        return _refused(refusal)
    if heard.society != request.user.society_id:
        return JsonResponse({"trouble": "elsewhere"}, status=409)
    device = lookups.device_or_none(heard.society, heard.device)
    reasons = actions.take_records(heard.records, device=device, by=request.user)
    outcomes = {str(one): {"said": why} if why else {"taken": True} for one, why in reasons.items()}
    state = offline.state(device, for_=request.user) if device else None
    return JsonResponse({"outcomes": outcomes, "state": state, "order": _order(device)})


@require_POST
@for_everyone
def order(request: HttpRequest) -> JsonResponse:
    """Whether this tablet is to empty itself. Asked where nobody is signed in: it may be stolen."""
    try:
        heard = told.contact(request)
    except Refusal as refusal:
        return _refused(refusal)
    with reading_as(heard.society):
        device = lookups.device_or_none(heard.society, heard.device)
        return JsonResponse({"order": _order(device) if device else ""})


def _order(device: Device | None) -> str:
    if device is None:
        return "anew"
    return "empty" if actions.tell_to_empty(device) else ""


def _refused(refusal: Refusal) -> JsonResponse:
    return JsonResponse({"trouble": "refused", "said": refusal.sentence}, status=refusal.status)
