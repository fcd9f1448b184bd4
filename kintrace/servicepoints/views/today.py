"""What a volunteer does at a point in the course of a day, each deed one press."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.network.access import Right, for_staff
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.forms_today import ClosingForm, OpeningForm, TallyForm, TapForm
from kintrace.servicepoints.today import page_of, slots
from kintrace.servicepoints.views.answers import SaidHere, asked_again

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.servicepoints.models import ServicePoint


@require_safe
@for_staff(Right.RUN_POINT)
def point(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Today at this point."""
    found = lookups.point_for(request.user, point_id)
    return render(request, "servicepoints/today.html", page_of(found, request))


@require_POST
@for_staff(Right.RUN_POINT)
def count(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """One tap on a counter, or one taken back; the page is where it was."""
    found = lookups.point_for(request.user, point_id)
    form = TapForm(request.POST)
    if not form.is_valid():
        return _nothing_pressed(request, found)
    do = actions.count if form.cleaned_data["plus"] else actions.take_back
    with SaidHere(request, found):
        whom, sent = form.whom(), form.sent()
        do(found, service=form.service, whom=whom, sent=sent, by=request.user)
    chosen = {"language": form.whom().language, "band": form.whom().band, "last": form.service}
    kept = urlencode({name: value for name, value in chosen.items() if value})
    return redirect(f"{reverse(_where(request), args=[found.pk])}?{kept}")


def _where(request: StaffRequest) -> str:
    """The page on which it was pressed: that of today, or the list that is put right."""
    return f"servicepoints:{'counts' if request.POST.get('from') == 'counts' else 'point'}"


def _nothing_pressed(request: StaffRequest, point: ServicePoint) -> HttpResponse:
    messages.error(request, _("Nothing was counted. Press the counter once more."))
    return redirect("servicepoints:point", point.pk)


@require_safe
@for_staff(Right.RUN_POINT)
def counts(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """Every number of today, to be put right."""
    found, today = lookups.point_for(request.user, point_id), timezone.localdate()
    rows = [(row, uuid4()) for row in lookups.rows_of_day(found, today)]
    facts = {"point": found, "today": today, "rows": rows}
    return render(request, "servicepoints/counts.html", facts)


@for_staff(Right.SET_UP_POINTS)
def tally(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """What was counted on paper, where there was no tablet."""
    found = lookups.point_for(request.user, point_id)
    form = TallyForm(request.POST or None, languages=found.languages, initial={"deed": uuid4()})
    if form.is_valid():
        with SaidHere(request, found, form) as went:
            said = {"day": form.cleaned_data["day"], "numbers": form.numbers()}
            whom, sent = form.whom(), form.sent()
            actions.enter_tally(found, **said, whom=whom, sent=sent, by=request.user)
        if went:
            messages.success(request, _("The numbers are added to that day."))
            return redirect("servicepoints:tally", found.pk)
    return asked_again(request, "servicepoints/tally.html", form, point=found)


@for_staff(Right.RUN_POINT)
def open_day(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """The checklist before anybody is received."""
    found = lookups.point_for(request.user, point_id)
    form = OpeningForm(request.POST or None, initial={"deed": uuid4()})
    if form.is_valid():
        with SaidHere(request, found, form) as went:
            ticked = form.cleaned_data["ticked"]
            actions.open_day(found, looked_at=ticked, sent=form.sent(), by=request.user)
        if went:
            return redirect("servicepoints:point", found.pk)
    return asked_again(request, "servicepoints/open_day.html", form, point=found)


@for_staff(Right.RUN_POINT)
def close_day(request: StaffRequest, point_id: UUID) -> HttpResponse:
    """The checklist before everybody goes home, and what lies on the board."""
    found = lookups.point_for(request.user, point_id)
    form = ClosingForm(request.POST or None, initial={"deed": uuid4()})
    if form.is_valid():
        with SaidHere(request, found, form) as went:
            ticked = form.cleaned_data["ticked"]
            actions.close_day(found, left_ready=ticked, sent=form.sent(), by=request.user)
        if went:
            messages.success(request, _("The day is closed. Thank you."))
            return redirect("servicepoints:point", found.pk)
    lying = [(slot.ticket, uuid4()) for slot in slots(found) if slot.ticket]
    facts = {"point": found, "lying": lying, "today": timezone.localdate()}
    return asked_again(request, "servicepoints/close_day.html", form, **facts)
