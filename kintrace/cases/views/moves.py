"""The steps of a case that was taken up, to its end and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.cases import journey, lookups
from kintrace.cases.actions import accepting, moves, opening
from kintrace.cases.forms_desk import CloseForm
from kintrace.cases.forms_moves import GiveForm, ReopenForm, StepForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import colleague

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def go(request: StaffRequest, case_id: UUID, to: str) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    state, arrow = journey.arrow_to(case, to)
    form = StepForm(request.POST or None, whys=arrow.whys)
    if request.method == "POST" and form.is_valid():
        moves.move(case, to=state, by=request.user, **form.cleaned_data)
        messages.success(request, _("Written down: %(state)s") % {"state": state.label})
        return redirect("cases:case", case.pk)
    return asked(request, "cases/go.html", form, case=case, says=journey.asks(case, state))


@for_staff(Right.CHANGE_CASES)
def give(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = GiveForm(request.POST or None, members=lookups.who_works_on_cases(request.user))
    if request.method == "POST" and form.is_valid():
        to = colleague(request.user, UUID(form.cleaned_data["to"]))
        accepting.give(case, to=to, by=request.user)
        messages.success(request, _("The case is given to %(name)s.") % {"name": to.name})
        return redirect("cases:case", case.pk)
    return asked(request, "cases/give.html", form, case=case)


@for_staff(Right.CHANGE_CASES)
def close(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        opening.close_case(case, closing=form.cleaned_data["closing"], by=request.user)
        messages.success(request, _("The case is closed."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/close.html", form, case=case)


@for_staff(Right.REOPEN_CASES)
def reopen(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        accepting.reopen(case, fact=form.cleaned_data["fact"], by=request.user)
        messages.success(request, _("The case is open again. It stands on the work list today."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/reopen.html", form, case=case)
