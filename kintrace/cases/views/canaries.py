"""Invented cases: marked and listed by who keeps watch, and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.cases.actions.canaries import NotTheInventedCase, mark_invented
from kintrace.cases.forms_desk import CanaryForm
from kintrace.network.access import Right, for_staff
from kintrace.watch import actions, lookups

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.KEEP_WATCH, step_up=True)
def canaries(request: StaffRequest) -> HttpResponse:
    form = CanaryForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            mark_invented(**form.cleaned_data, by=request.user)
        except NotTheInventedCase as refused:
            form.add_error("reference", refused.sentence)
        else:
            messages.success(request, _("Marked. Whoever opens this case rings an alarm."))
            return redirect("cases:canaries")
    told = {"form": form, "canaries": lookups.canaries(request.user.society_id)}
    return render(request, "cases/canaries.html", told, status=422 if form.errors else 200)


@for_staff(Right.KEEP_WATCH, step_up=True)
@require_POST
def take_back(request: StaffRequest, canary_id: UUID) -> HttpResponse:
    actions.take_back(lookups.canary_for(request.user, canary_id), by=request.user)
    messages.success(request, _("The mark is gone. The case is like any other again."))
    return redirect("cases:canaries")
