"""My work, the list of cases and one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import casefile, lookups, worklist
from kintrace.cases.actions import opening
from kintrace.cases.forms_desk import CloseForm
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest

PAGE = 50


@for_staff(Right.SEE_DESK)
def desk(request: StaffRequest) -> HttpResponse:
    return render(request, "cases/desk.html", worklist.shown_to(request.user))


@for_staff(Right.READ_CASES)
def case_list(request: StaffRequest) -> HttpResponse:
    state = "closed" if request.GET.get("state") == "closed" else "open"
    pages = Paginator(lookups.cases_of(request.user).filter(state=state), PAGE)
    page = pages.get_page(request.GET.get("page"))
    record_read(Deed.LISTED_CASES, about=lookups.name_of_page(state, page.number), by=request.user)
    listed = {"page": page, "lines": lookups.lines(page), "state": state}
    return render(request, "cases/list.html", listed)


@for_staff(Right.READ_CASES)
def case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    found = lookups.case_for(request.user, case_id)
    record_read(Deed.READ_CASE, about=found.pk, by=request.user)
    return render(request, "cases/case.html", casefile.shown(found, by=request.user))


@for_staff(Right.CHANGE_CASES)
def close(request: StaffRequest, case_id: UUID) -> HttpResponse:
    found = lookups.case_for(request.user, case_id)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        opening.close_case(found, closing=form.cleaned_data["closing"], by=request.user)
        messages.success(request, _("The case is closed."))
        return redirect("cases:case", found.pk)
    return render(request, "cases/close.html", {"form": form, "case": found})
