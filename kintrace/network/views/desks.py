"""The desks of one's own society: what people read before they travel.

A false address could lead somebody into a trap, so every change asks who it is once more.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kintrace.network import actions, lookups
from kintrace.network.access import Right, for_staff
from kintrace.network.forms_desks import DeskForm
from kintrace.network.gate import StaffRequest
from kintrace.network.views.answers import ask

ASKED = ("name", "country", "address", "hours", "phone", "languages")


@require_safe
@for_staff(Right.MANAGE_DESKS)
def desks(request: StaffRequest) -> HttpResponse:
    """Every desk of the society."""
    return render(request, "network/desks.html", {"desks": lookups.desks(request.user.society_id)})


@for_staff(Right.MANAGE_DESKS, step_up=True)
def open_desk(request: StaffRequest) -> HttpResponse:
    """A new desk."""
    form = DeskForm(request.POST or None)
    if form.is_valid():
        actions.add_desk(request.user.society, **form.cleaned_data, by=request.user)
        return redirect("network:desks")
    return ask(request, "network/desk.html", form)


@for_staff(Right.MANAGE_DESKS, step_up=True)
def desk(request: StaffRequest, desk_id: UUID) -> HttpResponse:
    """What is said of a desk; keeping it as it is confirms it."""
    known = lookups.desk(request.user, desk_id)
    form = DeskForm(request.POST or None, initial={name: getattr(known, name) for name in ASKED})
    if form.is_valid():
        actions.change_desk(known, **form.cleaned_data, by=request.user)
        return redirect("network:desks")
    return ask(request, "network/desk.html", form, desk=known)


@require_POST
@for_staff(Right.MANAGE_DESKS, step_up=True)
def close_desk(request: StaffRequest, desk_id: UUID) -> HttpResponse:
    """Nobody is received here any more."""
    actions.close_desk(lookups.desk(request.user, desk_id), by=request.user)
    return redirect("network:desks")
