"""Where sheets of a poster hang, and what is to be done there."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.network.access import Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.wall import actions, lookups
from kintrace.wall.forms_desk import HangForm
from kintrace.wall.views.answering import asked


@for_staff(Right.MAKE_POSTERS)
def hang(request: StaffRequest, poster_id: UUID) -> HttpResponse:
    """Note where a sheet hangs."""
    poster = lookups.poster_for(request.user, poster_id)
    form = HangForm(request.POST or None)
    if form.is_valid():
        actions.hang(poster, **form.cleaned_data, by=request.user)
        messages.success(request, _("Noted where it hangs."))
        return redirect("posters:poster", poster.pk)
    return asked(request, "hang", form, poster=poster)


@for_staff(Right.MAKE_POSTERS)
@require_POST
def down(request: StaffRequest, hanging_id: UUID) -> HttpResponse:
    """A sheet is down; or it is not, after all."""
    hanging = lookups.hanging_for(request.user, hanging_id)
    if "again" in request.POST:
        actions.hang_again(hanging, by=request.user)
        messages.success(request, _("Noted that this sheet still hangs."))
    else:
        actions.take_off(hanging, by=request.user)
        messages.success(request, _("Noted that this sheet is down."))
    return redirect("posters:poster", hanging.poster_id)


@for_staff(Right.MAKE_POSTERS)
@require_POST
def cover(request: StaffRequest, hanging_id: UUID) -> HttpResponse:
    """A withdrawn face is covered on this sheet; or it is not, after all."""
    hanging = lookups.hanging_for(request.user, hanging_id)
    spot = lookups.withdrawn_spot(hanging, request.POST.get("place", ""))
    if spot is not None:
        covered = "again" not in request.POST
        actions.cover(hanging, place=spot.place, covered=covered, by=request.user)
        noted = _("Noted that it is covered.") if covered else _("Noted that it is not covered.")
        messages.success(request, noted)
    return redirect("posters:poster", hanging.poster_id)
