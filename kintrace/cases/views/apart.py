"""Who is sought, here or for another society, held beside the register of who does not want to be
found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import casefile, lookups, transfer_pages
from kintrace.cases.actions.apart import keep_from, none_of_them
from kintrace.cases.forms_desk import CompareForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.protection import actions
from kintrace.protection.lookups import entries, entry

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.KEEP_APART, box=True)
def compare(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    sought = casefile.sought_for_comparing(case)
    sent = request.POST if request.method == "POST" else None
    form = CompareForm(sent, sought=sought, entries=list(entries()))
    if form.is_valid():
        for subject, entry_id in form.judged():
            if entry_id:
                actions.keep_apart(entry(entry_id), sought=subject, by=request.user)
            else:
                actions.compared(subject, by=request.user)
        messages.success(request, _("It is noted. Nobody else can see it."))
        return redirect("cases:desk")
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    return asked(request, "cases/compare.html", form, case=case, rows=form.rows())


@for_staff(Right.KEEP_APART, box=True)
def compare_afar(request: StaffRequest, incoming_id: UUID) -> HttpResponse:
    """The same of a search that another society sent and we took on."""
    whom = lookups.afar_for(request.user, incoming_id)
    sent = request.POST if request.method == "POST" else None
    form = CompareForm(sent, sought=[(whom.transfer.pk, None)], entries=list(entries()))
    if form.is_valid():
        for _number, entry_id in form.judged():
            if entry_id:
                keep_from(whom, entry=entry(entry_id), by=request.user)
            else:
                none_of_them(whom, by=request.user)
        messages.success(request, _("It is noted. Nobody else can see it."))
        return redirect("cases:desk")
    record_read(Deed.READ_TRANSFER, about=whom.transfer.pk, by=request.user)
    shown = transfer_pages.received(whom.incoming, by=request.user)
    [(_person, field)] = form.rows()
    return asked(request, "cases/transfers/compare.html", form, field=field, **shown)
