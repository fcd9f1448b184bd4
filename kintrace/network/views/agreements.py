"""What two societies agreed to show each other."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.network import actions, lookups
from kintrace.network.access import Right, for_staff
from kintrace.network.forms_agreements import AgreementForm, EndAgreementForm
from kintrace.network.gate import StaffRequest
from kintrace.network.views.answers import ask
from kintrace.ui.refusals import Refusal


@require_safe
@for_staff(Right.SIGN_AGREEMENTS)
def agreements(request: StaffRequest) -> HttpResponse:
    """Those in force that concern the member's society; the office sees all."""
    rows = lookups.agreements_of(request.user)
    return render(request, "network/agreements.html", {"agreements": rows})


@for_staff(Right.SIGN_AGREEMENTS, step_up=True)
def sign(request: StaffRequest) -> HttpResponse:
    """Sign one."""
    form = AgreementForm(request.POST or None, by=request.user)
    if form.is_valid():
        agreed = form.agreed()
        try:
            actions.sign_agreement(agreed.pop("giver"), **agreed, by=request.user)
        except Refusal as refusal:
            form.add_error("taker", refusal.sentence)
        else:
            messages.success(request, _("The agreement is signed."))
            return redirect("network:agreements")
    return ask(request, "network/sign_agreement.html", form)


@for_staff(Right.SIGN_AGREEMENTS, step_up=True)
def end(request: StaffRequest) -> HttpResponse:
    """End one at once."""
    rows = lookups.agreements_of(request.user)
    form = EndAgreementForm(request.POST or None, agreements=rows)
    if form.is_valid():
        actions.end_agreement(form.chosen(), by=request.user)
        messages.success(request, _("The agreement has ended. Nothing more is shown."))
        return redirect("network:agreements")
    return ask(request, "network/end_agreement.html", form)
