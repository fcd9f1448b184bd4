"""What was told at the beginning is corrected on the pages on which it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import correcting, lookups
from kintrace.cases.actions import corrections
from kintrace.cases.actions.drafts import ChangedElsewhere
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


# With the box open alone: who does not see what is replaced would lose “do not say who is calling”.
@for_staff(Right.CHANGE_CASES, box=True)
def ways(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    corrections.require_may_correct(case)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    page = correcting.WaysPage(case, request)
    if request.method == "POST" and page.form.is_valid():
        try:
            page.keep()
        except ChangedElsewhere as refused:
            page.compare(refused)
        else:
            messages.success(request, _("From now on the person is reached in this way."))
            return redirect("cases:case", case.pk)
    return asked(request, "cases/correct_ways.html", page.form, **page.context())
