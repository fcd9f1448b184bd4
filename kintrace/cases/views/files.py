"""Papers and recordings of a case: put to it, opened, taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import file_pages, lookups
from kintrace.cases.actions import files
from kintrace.cases.actions.files import NobodyAgreed, NotThatKind
from kintrace.cases.file_checks import FileRefused, judge
from kintrace.cases.forms_files import FileForm, TakeOutForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import sent
from kintrace.network.access import Right, for_staff
from kintrace.ui.uploads import takes_one_file, why_not
from kintrace.vault.photos import PhotoRefused
from kintrace.vault.stores import StoreAway

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
@takes_one_file(judge)
def put_file(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    files.require_may_put(case)  # said before anybody is asked for a paper, or recorded
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*typed, sought=lookups.still_sought(case), not_taken=why_not(request))
    if form.is_valid():
        try:
            files.put_file(case, put=form.put(), data=form.whole(), by=request.user)
        except (FileRefused, PhotoRefused, NotThatKind, NobodyAgreed, StoreAway) as refused:
            form.add_error("file", refused.sentence)
        else:
            messages.success(request, _("The file is kept, sealed."))
            return redirect("cases:case", case.pk)
    return asked(request, "cases/put_file.html", form, case=case)


@for_staff(Right.CHANGE_CASES, box=True)
@csp_update({"media-src": [SELF]})  # type: ignore[arg-type] # its stub knows no arguments
@require_safe
def file(request: StaffRequest, file_id: UUID) -> HttpResponse:
    row = lookups.file_for(request.user, file_id)
    record_read(Deed.READ_CASE, about=row.case_id, by=request.user)
    return render(request, "cases/file.html", file_pages.shown(row))


@for_staff(Right.CHANGE_CASES, box=True)
@require_safe
def file_bytes(request: StaffRequest, file_id: UUID) -> HttpResponse:
    row = lookups.file_for(request.user, file_id)
    record_read(Deed.OPENED_FILE, about=row.pk, by=request.user)
    try:
        return file_pages.answer(row, wanted=request.headers.get("Range", ""))
    except FileNotFoundError:  # erased a moment ago, or lost with the disk
        raise Http404 from None


@for_staff(Right.CHANGE_CASES)
def take_file_out(request: StaffRequest, file_id: UUID) -> HttpResponse:
    row = lookups.file_for(request.user, file_id)
    form = TakeOutForm(sent(request))
    if form.is_valid():
        files.take_out(row, by=request.user)
        messages.success(request, _("The file is deleted."))
        return redirect("cases:case", row.case_id)
    return asked(request, "cases/take_file_out.html", form, **file_pages.line(row), case=row.case)
