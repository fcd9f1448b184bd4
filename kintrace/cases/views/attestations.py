"""Certificates: asked for at the desk, given by an officer, withdrawn by anybody who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import attesting, lookups
from kintrace.cases.actions import attestations
from kintrace.cases.forms_attestations import AskForAttestationForm, WithdrawAttestationForm
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.wall.certificate_codes import new_code

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def ask(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    kinds = lookups.kinds_to_ask_for(case) or lookups.kinds_certified(case)
    form = AskForAttestationForm(request.POST or None, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        attestations.ask_for_attestation(case, **form.asked_for(), by=request.user)
        messages.success(request, _("An officer reads it on the work list and gives the paper."))
        return redirect("cases:case", case.pk)
    names = attesting.names_on(lookups.told_of(case.subject))
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    return asked(request, "cases/ask_attestation.html", form, case=case, names=names)


@for_staff(Right.ISSUE_CERTIFICATES)
def issue(request: StaffRequest, attestation_id: UUID) -> HttpResponse:
    """What the paper will say; sent, the paper itself. It is printed before anything is written:
    nobody waits for it with the audit's lock in hand."""
    found = lookups.attestation_for(request.user, attestation_id)
    if request.method == "POST":
        code = new_code()
        printed = attesting.pdf(found, code=code)
        attestations.issue_attestation(found, code=code, by=request.user)
        record_read(Deed.PRINTED_SHEET, about=found.pk, by=request.user)
        return _download(printed)
    record_read(Deed.READ_CASE, about=found.case_id, by=request.user)
    names = attesting.names_on(lookups.told_of(found.case.subject))
    facts = {"attestation": found, "case": found.case, "names": names}
    return render(request, "cases/issue_attestation.html", facts)


@for_staff(Right.CHANGE_CASES)
def withdraw(request: StaffRequest, attestation_id: UUID) -> HttpResponse:
    found = lookups.attestation_for(request.user, attestation_id)
    form = WithdrawAttestationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attestations.withdraw_attestation(found, **form.cleaned_data, by=request.user)
        messages.success(request, _("The certificate is withdrawn: its code is valid no more."))
        return redirect("cases:case", found.case_id)
    return asked(request, "cases/withdraw_attestation.html", form, case=found.case)


def _download(printed: bytes) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="certificate.pdf"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)
