"""What a person says afterwards to whoever wrote their request down: stop, take it back, by right.

A volunteer reads no case, and sits with the person all the same. Nothing of the case stands here,
neither how it goes nor whether somebody looks at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.cases import lookups
from kintrace.network.access import Right, for_staff
from kintrace.protection.actions import put_on_hold, withdraw
from kintrace.protection.actions.rights import write_request
from kintrace.protection.forms import ReasonForm, WithdrawForm
from kintrace.protection.forms_rights import RequestForm
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import RequestNotAsExpected
from kintrace.protection.standing import standing
from kintrace.protection.views.answers import about, sent

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.OPEN_CASES)
@require_safe
def taken_down(request: StaffRequest) -> HttpResponse:
    """The member's own, by their codes: nothing of them is opened."""
    own = lookups.taken_down_by(request.user)
    return render(request, "cases/taken_down.html", {"cases": own})


@for_staff(Right.OPEN_CASES)
def draft_hold(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    draft = lookups.draft_for(request.user, draft_id)
    return _hold(request, draft.subject, back=reverse("cases:check", args=[draft.pk]))


@for_staff(Right.OPEN_CASES)
def hold(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.taken_down_for(request.user, case_id)
    return _hold(request, case.subject, back=reverse("cases:taken_down"))


def _hold(request: StaffRequest, subject: UUID, *, back: str) -> HttpResponse:
    form = ReasonForm(sent(request))
    if not form.is_valid():
        return about(request, "protection/put_on_hold.html", subject, form=form, next=back)
    put_on_hold(subject, reason=form.cleaned_data["reason"], by=request.user)
    words = _("The protection team hears of it now. Nothing goes on until it has decided.")
    return _kept(request, words, back)


@for_staff(Right.OPEN_CASES)
def take_back(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case, back = lookups.taken_down_for(request.user, case_id), reverse("cases:taken_down")
    form = WithdrawForm(sent(request), purposes=standing(case.subject).purposes)
    if not form.is_valid():
        return about(request, "protection/withdraw.html", case.subject, form=form, next=back)
    withdraw(case.subject, purpose=Purpose(form.cleaned_data["purpose"]), by=request.user)
    return _kept(request, _("It is taken back. What stood on it has stopped."), back)


@for_staff(Right.OPEN_CASES)
def ask(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case, back = lookups.taken_down_for(request.user, case_id), reverse("cases:taken_down")
    form = RequestForm(sent(request))
    if form.is_valid():
        try:
            write_request(case.subject, **form.cleaned_data, by=request.user)
        except RequestNotAsExpected as refused:
            form.add_error("received", refused.sentence)
        else:
            return _kept(request, _("It is written down. We answer within a month."), back)
    return about(request, "protection/write_request.html", case.subject, form=form, next=back)


def _kept(request: StaffRequest, words: str, back: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(back)
