"""The regions of the network: in words, with their societies and languages."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.network import lookups as network
from kintrace.network.access import Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.wall import actions, lookups
from kintrace.wall.forms_desk import RegionForm
from kintrace.wall.views.answering import asked


@for_staff(Right.MANAGE_SOCIETIES)
@require_safe
def regions(request: StaffRequest) -> HttpResponse:
    """Every region."""
    names = {str(society.pk): society.name for society in network.every_society()}
    rows = [
        (region, [names[pk] for pk in region.societies if pk in names])
        for region in lookups.regions()
    ]
    return render(request, "wall/desk/regions.html", {"regions": rows})


@for_staff(Right.MANAGE_SOCIETIES)
def new(request: StaffRequest) -> HttpResponse:
    """A region is added: the wall and its posters reach another part of the world."""
    form = RegionForm(request.POST or None, societies=network.every_society())
    if form.is_valid():
        actions.settle_region(None, **form.cleaned_data, by=request.user)
        return _done(request)
    return asked(request, "region", form)


@for_staff(Right.MANAGE_SOCIETIES)
def change(request: StaffRequest, region_id: UUID) -> HttpResponse:
    """What is said of a region is changed."""
    region = lookups.region(region_id)
    said: dict[str, Any] = {name: getattr(region, name) for name in RegionForm.base_fields}
    form = RegionForm(request.POST or None, initial=said, societies=network.every_society())
    if form.is_valid():
        actions.settle_region(region, **form.cleaned_data, by=request.user)
        return _done(request)
    return asked(request, "region", form, region=region)


def _done(request: StaffRequest) -> HttpResponse:
    messages.success(request, _("The region is kept."))
    return redirect("posters:regions")
