"""Reviews of open cases, closed cases whose time is nearly over, and what stays of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.cases import lookups, past_cases
from kintrace.cases.actions import retention
from kintrace.cases.forms_ending import KeepForm
from kintrace.cases.views.faces import asked
from kintrace.cases.worklist import LOOK_BEFORE
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
@require_POST
def reviewed(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = retention.note_review(lookups.case_for(request.user, case_id), by=request.user)
    day = date_format(case.next_review, "DATE_FORMAT")
    messages.success(request, _("Noted. The next review is on %(day)s.") % {"day": day})
    return redirect("cases:case", case.pk)


@for_staff(Right.KEEP_LONGER)
def ending(request: StaffRequest) -> HttpResponse:
    found = [{"case": case, "last": last} for case, last in lookups.cases_ending(LOOK_BEFORE)]
    return render(request, "cases/ending.html", {"ending": found})


@for_staff(Right.KEEP_LONGER)
def keep(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    last = lookups.last_day_of(case)
    form = KeepForm(request.POST or None, last=last)
    if request.method == "POST" and form.is_valid():
        retention.keep_longer(case, **form.cleaned_data, by=request.user)
        messages.success(request, _("The case is kept until the day you chose."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/keep.html", form, case=case, last=last)


@for_staff(Right.SEE_FIGURES)
def past(request: StaffRequest) -> HttpResponse:
    return render(request, "cases/past.html", past_cases.shown(request.user.society_id))
