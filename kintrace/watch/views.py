"""The page that asks why so much is read, and the pages of what rang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask, onward
from kintrace.watch import actions, limits, lookups, pages
from kintrace.watch.forms import AnswerForm, HoursForm, ReasonForm

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse, QueryDict

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SEE_DESK)
def reason(request: StaffRequest) -> HttpResponse:
    """Where a member comes who reached the limit; what was typed before waits."""
    form = ReasonForm(_sent(request))
    if form.is_valid():
        actions.give_reason(form.cleaned_data["words"], by=request.user)
        return redirect(onward(request))
    met, left = limits.met(request.user), limits.reasons_left(request.user)
    return ask(request, "watch/reason.html", form, met=met, left=left)


@for_staff(Right.SEE_AUDIT)
def alarms(request: StaffRequest) -> HttpResponse:
    record_read(Deed.READ_AUDIT, about=request.user.society_id, by=request.user)
    return render(request, "watch/alarms.html", pages.shown_to(request.user))


@for_staff(Right.SEE_AUDIT)
def alarm(request: StaffRequest, alarm_id: UUID) -> HttpResponse:
    """One alarm. Who keeps watch answers it, the auditor reads it."""
    found = lookups.alarm_for(request.user, alarm_id)
    form = AnswerForm(_sent(request) if request.may(Right.KEEP_WATCH) else None)
    if form.is_valid():
        actions.answer(found, note=form.cleaned_data["note"], by=request.user)
        messages.success(request, _("Noted. The alarm is answered."))
        return redirect("watch:alarms")
    return ask(request, "watch/alarm.html", form, **pages.of_one(found, to=request.user))


@for_staff(Right.KEEP_WATCH)
def hours(request: StaffRequest) -> HttpResponse:
    start = HoursForm.beginning(lookups.hours_of(request.user.society_id))
    form = HoursForm(_sent(request), initial=start)
    if form.is_valid():
        actions.set_hours(form.hours(), by=request.user)
        messages.success(request, _("Your hours of work are noted."))
        return redirect("watch:alarms")
    return ask(request, "watch/hours.html", form)


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
