"""Places, the paper of a place, and the listings for other systems."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kintrace.directory import actions, lookups, shown
from kintrace.directory import brochure as paper
from kintrace.directory.forms import BrochureForm, PlaceForm
from kintrace.directory.hsds import writing
from kintrace.network import lookups as network
from kintrace.network.access import Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.network.views.answers import ask


@for_staff(Right.CONFIRM_LISTINGS)
@require_safe
def places(request: StaffRequest) -> HttpResponse:
    """The places near which the society knows help."""
    facts = {"places": [(one, shown.name_of(one)) for one in lookups.places(request.user)]}
    return render(request, "directory/desk/places.html", facts)


@for_staff(Right.KEEP_LISTINGS)
def new_place(request: StaffRequest) -> HttpResponse:
    """A place that nobody named yet."""
    form = PlaceForm(request.POST or None, initial={"country": request.user.society.country})
    if form.is_valid():
        actions.settle_place(None, town=form.town(), by=request.user)
        return redirect("listings:places")
    return ask(request, "directory/desk/place.html", form)


@for_staff(Right.KEEP_LISTINGS)
def place(request: StaffRequest, place_id: UUID) -> HttpResponse:
    """What a place is called, language by language."""
    known = lookups.place_for(request.user, place_id)
    form = PlaceForm(request.POST or None, initial=PlaceForm.initial_of(known))
    if form.is_valid():
        actions.settle_place(known, town=form.town(), by=request.user)
        return redirect("listings:places")
    return ask(request, "directory/desk/place.html", form, place=known)


@for_staff(Right.CONFIRM_LISTINGS)
@require_safe
def brochure(request: StaffRequest, place_id: UUID) -> HttpResponse:
    """The paper of a place: what it is to hold stands in the address; it is made at this moment."""
    known = lookups.place_for(request.user, place_id)
    form = BrochureForm(request.GET or None, desks=network.desks(request.user.society_id))
    if not form.is_valid():
        printable = lookups.printable_at(known)
        facts = {"place": known, "name": shown.name_of(known), "printable": printable}
        return ask(request, "directory/desk/brochure.html", form, **facts)
    made = paper.pdf(known, **form.cleaned_data)
    headers = {"Content-Disposition": f'inline; filename="help-{known.code}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@for_staff(Right.CONFIRM_LISTINGS)
@require_safe
def data(request: StaffRequest) -> HttpResponse:
    """All of the society’s listings for other systems, as HSDS 3.0."""
    services = writing.services(lookups.every_listing(request.user.society_id))
    headers = {"Content-Disposition": 'attachment; filename="services.json"'}
    return JsonResponse(services, safe=False, headers=headers)
