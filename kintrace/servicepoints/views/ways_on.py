"""Slips that show the way, and talks booked at a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import desks
from kintrace.network.views.answers import ask
from kintrace.servicepoints import lookups, slip_paper
from kintrace.servicepoints.actions import ways_on
from kintrace.servicepoints.forms_ways_on import BookingForm, CameForm, SlipForm
from kintrace.servicepoints.people_words import Booked, Help

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.FOLLOW_UP)
def slip(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """A slip is counted and printed; where it leads stands on the paper alone."""
    point = lookups.point_for(request.user, point_id)
    form = SlipForm(
        request.POST or None,
        desks=desks(request.user.society_id),
        languages=slip_paper.languages(),
        initial={"language": "en"},
    )
    if request.method == "POST" and form.is_valid():
        given = ways_on.give_slip(point, help=Help(form.cleaned_data["help"]), by=request.user)
        pdf = slip_paper.pdf(given, **form.printed(), society=request.user.society)
        headers = {"Content-Disposition": 'inline; filename="slip.pdf"'}
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)
    return ask(request, "servicepoints/ways_on/slip.html", form, point=point)


@for_staff(Right.FOLLOW_UP)
def came(request: StaffRequest) -> HttpResponse:
    """Somebody came with a slip: its code says that the way was right, and nothing of who."""
    form = CameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ways_on.note_came(form.cleaned_data["code"], by=request.user)
        except ways_on.NoSuchSlip as refused:
            form.add_error("code", refused.sentence)
        else:
            messages.success(request, _("Counted: somebody came with this slip."))
            return redirect("servicepoints:bookings")
    return ask(request, "servicepoints/ways_on/came.html", form)


@for_staff(Right.FOLLOW_UP)
def book(request: StaffRequest) -> HttpResponse:
    """An hour at a desk for what should not be said at a point."""
    form = BookingForm(request.POST or None, desks=desks(request.user.society_id))
    if request.method == "POST" and form.is_valid():
        try:
            ways_on.book(form.chosen(), wanted=form.wanted(), by=request.user)
        except ways_on.TimeIsTaken as refused:
            form.add_error("time", refused.sentence)
        else:
            messages.success(request, _("Booked. The desk sees the day, the hour and the sign."))
            return redirect("servicepoints:bookings")
    return ask(request, "servicepoints/ways_on/book.html", form)


@require_safe
@for_staff(Right.FOLLOW_UP)
def bookings(request: StaffRequest) -> HttpResponse:
    """Who is expected at the desks of the society, by the sign."""
    found = lookups.bookings_to_come(request.user)
    return render(request, "servicepoints/ways_on/bookings.html", {"bookings": found})


@require_POST
@for_staff(Right.FOLLOW_UP)
def booking_kept(request: StaffRequest, booking_id: UUID) -> HttpResponse:
    """The talk took place."""
    return _settled(request, booking_id, Booked.KEPT)


@require_POST
@for_staff(Right.FOLLOW_UP)
def booking_off(request: StaffRequest, booking_id: UUID) -> HttpResponse:
    """It is called off, or nobody came."""
    return _settled(request, booking_id, Booked.CANCELLED)


def _settled(request: StaffRequest, booking_id: UUID, state: Booked) -> HttpResponse:
    found = lookups.booking_for(request.user, booking_id)
    ways_on.settle_booking(found, state=state, by=request.user)
    messages.success(request, _("Kept. The sign is deleted."))
    return redirect("servicepoints:bookings")
