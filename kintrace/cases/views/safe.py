"""Safe and well: written with the person, asked for by who knows them, told, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, safe_pages
from kintrace.cases.actions import red_cross_messages, safe
from kintrace.cases.actions.opening import require_open
from kintrace.cases.forms_safe import KnownForm, SafeForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def write(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    require_open(case)
    red_cross_messages.require_nobody_looks(case.subject)
    safe.require_nobody_feared(case.subject)  # said before anything is read to the person
    form = SafeForm(request.POST or None, initial=safe_pages.begun_with(case))
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("sentences", "how")}
        safe.write(case, known=form.known(), **said, by=request.user)
        messages.success(request, _("Whoever knows the person well enough can ask for it now."))
        return redirect("cases:case", case.pk)
    before = safe_pages.read_before(case.subject)
    return asked(request, "cases/safe/write.html", form, case=case, before=before)


@for_staff(Right.CHANGE_CASES)
def ask(request: StaffRequest) -> HttpResponse:
    """One exact key at a time; what is not found and what may not be told look alike."""
    form = KnownForm(request.POST or None)
    facts: dict[str, object] = {"form": form}
    if form.is_valid():
        entries = lookups.safe_found(request.user, form.known().tags())
        for about in [one.pk for one in entries] or [uuid4()]:
            record_read(Deed.SEARCHED, about=about, by=request.user)
        facts |= {"asked": True, "found": safe_pages.found(entries)}
    return render(request, "cases/safe/ask.html", facts, status=422 if form.errors else 200)


@for_staff(Right.CHANGE_CASES)
@require_POST
def told(request: StaffRequest, safe_id: UUID) -> HttpResponse:
    safe.note_told(lookups.safe_for(request.user, safe_id), by=request.user)
    messages.success(request, _("Noted: the family was told."))
    return redirect("cases:safe")


@for_staff(Right.CHANGE_CASES)
@require_POST
def end(request: StaffRequest, safe_id: UUID) -> HttpResponse:
    entry = lookups.safe_for(request.user, safe_id)
    safe.end(entry, by=request.user)
    messages.success(request, _("It is taken back. Nobody is told any more."))
    return redirect("cases:case", entry.case) if entry.case else redirect("cases:safe")
