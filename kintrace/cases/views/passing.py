"""Somebody was found by a society that searches for us: its questions, and our verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import feared, lookups, threads
from kintrace.cases.actions import passing
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.verifying import NotProved
from kintrace.cases.forms_found import AnswersForm, VerdictForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import sent
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.models import Transfer
    from kintrace.network.gate import StaffRequest


def _open_to(request: StaffRequest, transfer_id: UUID) -> Transfer:
    transfer = lookups.transfer_for(request.user, transfer_id)
    threads.require(seen=threads.sees_search(request.user, transfer))
    return transfer


@for_staff(Right.CHANGE_CASES, box=True)
def family(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    """The questions that only family can answer; nothing of who was found stands here."""
    transfer = _open_to(request, transfer_id)
    passing.require_asked(transfer)  # said before the family is asked
    record_read(Deed.READ_TRANSFER, about=transfer.pk, by=request.user)
    form = AnswersForm(sent(request), asked=lookups.asked_of_family(transfer))
    if form.is_valid():
        try:
            passing.answer(transfer, answers=form.answers(), by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The answers are sealed to the box of that society."))
            return redirect("cases:transfer", transfer.pk)
    return asked(request, "cases/transfers/family.html", form, transfer=transfer)


@for_staff(Right.RELEASE_CONTACT)
def vouch(request: StaffRequest, transfer_id: UUID) -> HttpResponse:
    transfer = _open_to(request, transfer_id)
    form = VerdictForm(sent(request))
    if form.is_valid():
        try:
            passing.vouch(transfer, **form.cleaned_data, by=request.user)
        except (NotProved, NotAsExpected) as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Your decision is recorded."))
            return redirect("cases:transfer", transfer.pk)
    named = feared.in_case(transfer.case, by=request.user)
    return asked(request, "cases/transfers/vouch.html", form, transfer=transfer, feared=named)
