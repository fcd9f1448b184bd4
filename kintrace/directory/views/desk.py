"""The listings of one's own society: looked through, written, confirmed, retired.

A false address could lead somebody into a trap, so whoever writes one proves once more who it is.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.directory import actions, lookups, shown
from kintrace.directory.forms import FilterForm
from kintrace.directory.forms_listing import ListingForm
from kintrace.network.access import Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.network.views.answers import ask, onward

if TYPE_CHECKING:
    from kintrace.directory.models import Listing


@for_staff(Right.CONFIRM_LISTINGS)
@require_safe
def listed(request: StaffRequest) -> HttpResponse:
    """Every service that the society shows, or those that were asked for."""
    places = shown.named(lookups.places(request.user))
    form = FilterForm(request.GET, places=places)
    wanted = lookups.Wanted.of(form.cleaned_data if form.is_valid() else {})
    found = [shown.card(one) for one in lookups.listings(request.user, wanted)]
    return render(request, "directory/desk/list.html", {"form": form, "cards": found})


@for_staff(Right.KEEP_LISTINGS, step_up=True)
def add(request: StaffRequest) -> HttpResponse:
    """A new one."""
    form = _form(request)
    if form.is_valid():
        place = lookups.place_for(request.user, form.near())
        made = actions.add_listing(place, offer=form.offer(), site=form.site(), by=request.user)
        messages.success(request, _("Everybody can read it now."))
        return redirect("listings:listing", made.pk)
    return ask(request, "directory/desk/write.html", form)


def _form(request: StaffRequest, listing: "Listing | None" = None) -> ListingForm:
    places = shown.named(lookups.places(request.user))
    return ListingForm(request.POST or None, places=places, listing=listing)


@for_staff(Right.CONFIRM_LISTINGS)
@require_safe
def listing(request: StaffRequest, listing_id: UUID) -> HttpResponse:
    """One service as everybody reads it, and who asked there last."""
    found = lookups.listing_for(request.user, listing_id)
    asked = {"last": lookups.last_confirmation(found), "elsewhere": lookups.elsewhere(found)}
    facts = {"listing": found, "card": shown.card(found)} | asked
    return render(request, "directory/desk/listing.html", facts)


@for_staff(Right.KEEP_LISTINGS, step_up=True)
def change(request: StaffRequest, listing_id: UUID) -> HttpResponse:
    """What is said of it, asked anew; keeping it as it is confirms it."""
    known = lookups.listing_for(request.user, listing_id)
    form = _form(request, known)
    if form.is_valid():
        place = lookups.place_for(request.user, form.near())
        said, site = form.offer(), form.site()
        actions.change_listing(known, place=place, offer=said, site=site, by=request.user)
        return redirect("listings:listing", known.pk)
    facts = {"listing": known, "elsewhere": lookups.elsewhere(known)}
    return ask(request, "directory/desk/write.html", form, **facts)


@for_staff(Right.CONFIRM_LISTINGS)
@require_POST
def confirm(request: StaffRequest, listing_id: UUID) -> HttpResponse:
    """One tap: somebody called there today, and it is still true."""
    actions.confirm(lookups.listing_for(request.user, listing_id), by=request.user)
    messages.success(request, _("Noted: it is confirmed today."))
    return redirect(onward(request))


@for_staff(Right.KEEP_LISTINGS)
@require_POST
def retire(request: StaffRequest, listing_id: UUID) -> HttpResponse:
    """Nobody helps there any more."""
    actions.retire(lookups.listing_for(request.user, listing_id), by=request.user)
    messages.success(request, _("It is gone from the next page anyone opens."))
    return redirect("listings:list")
