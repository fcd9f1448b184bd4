"""What works, for every member; what failed, for whoever runs the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.operations import failed, mending, pages
from kintrace.operations.failed import WhyGivenUp
from kintrace.operations.forms import GiveUpForm

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SEE_DESK)
def status(request: StaffRequest) -> HttpResponse:
    """What works; who runs the house sees since when, and how the queue does."""
    whole = request.may(Right.SEE_STATUS)
    return render(request, "operations/status.html", pages.of_status(whole=whole))


@for_staff(Right.SEE_STATUS)
def failed_jobs(request: StaffRequest) -> HttpResponse:
    return render(request, "operations/failed.html", pages.of_failed())


@for_staff(Right.MEND_JOBS)
def failed_job(request: StaffRequest, job_id: UUID) -> HttpResponse:
    """One job that failed for good: give it up with a reason, or let it run again."""
    job = failed.one(job_id)
    form = GiveUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        mending.give_up(job_id, why=WhyGivenUp(form.cleaned_data["why"]), by=request.user)
        messages.success(request, _("Given up. It stays in the list for two weeks."))
        return redirect("operations:failed")
    return ask(request, "operations/failed_job.html", form, job=job)


@for_staff(Right.MEND_JOBS)
@require_POST
def try_again(request: StaffRequest, job_id: UUID) -> HttpResponse:
    """Back into the queue; the worker takes it within seconds."""
    mending.try_again(job_id, by=request.user)
    messages.success(request, _("It is in the queue again."))
    return redirect("operations:failed")
