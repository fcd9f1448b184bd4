"""Requests that were handed in: accepted and taken up, or not accepted, explained and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import accepted, casefile, likely, lookups
from kintrace.cases.actions import accepting
from kintrace.cases.forms_moves import CriteriaForm, ExplainForm, SecondLookForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import Comparing

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.ACCEPT_CASES)
def requests(request: StaffRequest) -> HttpResponse:
    record_read(Deed.LISTED_CASES, about=lookups.name_of_names("requests", 1), by=request.user)
    return render(request, "cases/requests.html", accepted.waiting(request.user))


@for_staff(Right.ACCEPT_CASES)
def accept(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = accepted.form_of(case, request.POST or None)
    if request.method == "POST" and form.is_valid():
        accepted.decide(case, form, by=request.user)
        if form.accepts:
            words = _("The request is accepted. Its code is %(code)s.")
            messages.success(request, words % {"code": case.reference})
        return redirect("cases:case" if form.accepts else "cases:refusal", case.pk)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    beside = likely.shown(case, by=request.user)
    if beside:  # a page of names is a page of names, wherever it stands
        page = lookups.name_of_names(f"beside {case.pk}", 1)
        record_read(Deed.LISTED_CASES, about=page, by=request.user)
    shown = casefile.for_accepting(case) | {"newest": likely.compared_only(request.user)}
    return asked(request, "cases/accept.html", form, likely=beside, **shown)


@for_staff(Right.CHANGE_CASES)
@require_POST
def take_up(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = accepting.take_up(lookups.case_for(request.user, case_id), by=request.user)
    messages.success(
        request, _("The case is open and yours. Its code is %(code)s.") % {"code": case.reference}
    )
    return redirect("cases:case", case.pk)


@for_staff(Right.ACCEPT_CASES)
def refusal(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    row = lookups.refusal_of(case)
    form = ExplainForm(request.POST or None, initial=accepted.told_today(case))
    if request.method == "POST" and form.is_valid():
        accepting.explain(row, explained=form.explained(), by=request.user)
        messages.success(request, _("Written down. Another member looks at the refusal."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/refusal.html", form, **accepted.to_explain(case, row))


@for_staff(Right.REVIEW_REFUSALS)
def second_look(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    row = lookups.refusal_of(case)
    form = SecondLookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        accepting.review(row, agreed=form.cleaned_data["agreed"] == "yes", by=request.user)
        messages.success(request, _("Your second look is written down."))
        return redirect("cases:case", case.pk)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    page = {**casefile.for_accepting(case), **accepted.to_explain(case, row)}
    return asked(request, "cases/second_look.html", form, **page)


@for_staff(Right.SET_CRITERIA)
def criteria(request: StaffRequest) -> HttpResponse:
    society = request.user.society_id
    now = lookups.criteria_of(society).to_json() | {"seen": lookups.version_of_criteria(society)}
    form = CriteriaForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        with Comparing(form, now=now):
            accepting.settle(form.settled(), seen=form.cleaned_data["seen"], by=request.user)
            messages.success(request, _("Kept. It counts for every request from now on."))
            return redirect("cases:criteria")
    return asked(request, "cases/criteria.html", form, worded=accepted.worded(society))
