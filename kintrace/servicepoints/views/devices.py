"""The tablets of a society: which are ready, where, and which are to empty themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import Right, for_staff
from kintrace.servicepoints import actions, lookups

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@require_safe
@for_staff(Right.SET_UP_POINTS)
def devices(request: StaffRequest) -> HttpResponse:
    """Every tablet that was made ready and not taken off."""
    found = lookups.devices_of(request.user)
    return render(request, "servicepoints/devices.html", {"devices": found})


@require_POST
@for_staff(Right.SET_UP_POINTS)
def empty(request: StaffRequest, device_id: UUID) -> HttpResponse:
    """A tablet is lost, stolen or handed on: it empties itself when it is heard of next."""
    device = lookups.device_for(request.user, device_id)
    actions.ask_to_empty(device, by=request.user)
    messages.success(request, _("The tablet empties itself as soon as it reaches Kintrace."))
    return redirect("servicepoints:devices")


@require_POST
@for_staff(Right.SET_UP_POINTS)
def take_off(request: StaffRequest, device_id: UUID) -> HttpResponse:
    """A tablet is not used any more."""
    actions.take_off(lookups.device_for(request.user, device_id), by=request.user)
    return redirect("servicepoints:devices")
