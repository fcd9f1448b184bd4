"""My work, and one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import casefile, listing, lookups, worklist
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SEE_DESK)
def desk(request: StaffRequest) -> HttpResponse:
    beside = listing.asked_beside(request)
    of = worklist.asked_for(request, place=beside["place"])
    return render(request, "cases/desk.html", worklist.shown_to(request.user, of) | beside)


@for_staff(Right.READ_CASES)
def case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    found = lookups.case_for(request.user, case_id)
    record_read(Deed.READ_CASE, about=found.pk, by=request.user)
    return render(request, "cases/case.html", casefile.shown(found, by=request.user))
