"""What a person carries from point to point: given with a code, opened with code and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.protection.lookups import texts_in_force
from kintrace.servicepoints import actions, carried_pages, lookups, people_pages
from kintrace.servicepoints.actions import following, handing_over
from kintrace.servicepoints.forms_people import CarriedForm, HandOverForm, TakeOnForm
from kintrace.servicepoints.views.people import after_writing

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse, QueryDict

    from kintrace.network.gate import StaffRequest
    from kintrace.servicepoints.models import Registration, ServicePoint


@for_staff(Right.FOLLOW_UP)
def hand_over(request: StaffRequest, registration_id: UUID) -> HttpResponse:
    """A code for the person to carry, shown once."""
    found = lookups.registration_for(request.user, registration_id)
    following.require_may_follow(found, request.user)
    return answer_hand_over(request, found, leads_to="servicepoints:person")


def answer_hand_over(request: StaffRequest, found: Registration, *, leads_to: str) -> HttpResponse:
    handing_over.require_nobody_looks(found)  # said before the person chooses a word
    form = HandOverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = handing_over.hand_over(found, **form.given(), by=request.user)
        card = carried_pages.card(found, code=code)
        return render(request, "servicepoints/people/code.html", card | {"back": leads_to})
    shown = people_pages.shown(found)
    return ask(request, "servicepoints/people/hand_over.html", form, back=leads_to, **shown)


@for_staff(Right.FOLLOW_UP)
def carried(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Somebody shows a code and says a word. Neither stands in an address, and neither is kept for
    a form that comes too late."""
    point = lookups.point_for(request.user, point_id)
    form = CarriedForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return ask(request, "servicepoints/people/carried.html", form, point=point)
    found = handing_over.open_carried(**form.cleaned_data, by=request.user)
    if found is None:
        form.add_error(None, handing_over.NothingCarried().sentence)
        return ask(request, "servicepoints/people/carried.html", form, point=point)
    yes = _asked(request, point, begun=form.cleaned_data)
    shown = {"carried": found, "form": yes, "point": point}
    return render(request, "servicepoints/people/take_on.html", shown)


@require_POST
@for_staff(Right.FOLLOW_UP)
def take_on(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """The person heard our notice and says yes: from here on this point sees them again."""
    point = lookups.point_for(request.user, point_id)
    actions.require_at_work(point)
    form = _asked(request, point, data=request.POST)
    if not form.is_valid():
        return ask(request, "servicepoints/people/take_on.html", form, point=point)
    found = handing_over.take_on(point, **form.taken(), by=request.user)
    messages.success(request, _("The code opens nothing any more: it was used."))
    return after_writing(request, found)


def _asked(
    request: StaffRequest,
    point: ServicePoint,
    *,
    data: QueryDict | None = None,
    begun: dict[str, str] | None = None,
) -> TakeOnForm:
    here = {"next_at": str(point.pk)} | (begun or {})
    points = people_pages.points_to_meet(request.user)
    return TakeOnForm(
        data, texts=texts_in_force(request.user.society_id), points=points, initial=here
    )
