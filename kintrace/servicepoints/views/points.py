"""The service points of a society: the list, setting one up, changing and ending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.network import lookups as network
from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.forms import PointForm, known_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Desk


@require_safe
@for_staff(Right.RUN_POINT)
def points(request: StaffRequest) -> HttpResponse:
    """Where one may work today."""
    found = lookups.points_at_work(request.user)
    return render(request, "servicepoints/points.html", {"points": found})


@require_safe
@for_staff(Right.SET_UP_POINTS)
def planned(request: StaffRequest) -> HttpResponse:
    """Every service point, for who plans them."""
    found = lookups.points_of(request.user)
    return render(request, "servicepoints/planned.html", {"points": found})


def _desks(request: StaffRequest) -> list[Desk]:
    return network.desks(request.user.society_id)


@for_staff(Right.SET_UP_POINTS)
def set_up(request: StaffRequest) -> HttpResponse:
    """A new service point."""
    form = PointForm(request.POST or None, desks=_desks(request))
    if form.is_valid():
        actions.set_up_point(form.plan(), by=request.user)
        return redirect("servicepoints:planned")
    return ask(request, "servicepoints/set_up.html", form)


@for_staff(Right.SET_UP_POINTS)
def change(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """What is said of a service point."""
    found = lookups.point_for(request.user, point_id)
    form = PointForm(request.POST or None, initial=known_of(found), desks=_desks(request))
    if form.is_valid():
        actions.change_point(found, plan=form.plan(), by=request.user)
        messages.success(request, _("Kept."))
        return redirect("servicepoints:planned")
    return ask(request, "servicepoints/set_up.html", form, point=found)


@require_POST
@for_staff(Right.SET_UP_POINTS)
def end(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Nobody works here any more."""
    actions.end_point(lookups.point_for(request.user, point_id), by=request.user)
    return redirect("servicepoints:planned")


@require_POST
@for_staff(Right.SET_UP_POINTS)
def again(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Somebody works here again."""
    actions.open_again(lookups.point_for(request.user, point_id), by=request.user)
    return redirect("servicepoints:planned")
