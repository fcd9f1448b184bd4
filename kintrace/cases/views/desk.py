"""My work, the list of cases and one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import casefile, lookups, worklist
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
    chosen = lookups.ended_cases_of if state == "closed" else lookups.open_cases_of
    pages = Paginator(chosen(request.user), PAGE)
    page = pages.get_page(request.GET.get("page"))
    record_read(Deed.LISTED_CASES, about=lookups.name_of_page(state, page.number), by=request.user)
    listed = {"page": page, "lines": lookups.lines(page), "state": state}
    return render(request, "cases/list.html", listed)


@for_staff(Right.READ_CASES)
def case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    found = lookups.case_for(request.user, case_id)
    record_read(Deed.READ_CASE, about=found.pk, by=request.user)
    return render(request, "cases/case.html", casefile.shown(found, by=request.user))
