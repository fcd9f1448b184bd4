"""Red Cross Messages where they are delivered: taken, printed, handed over, answered, returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_delivery as actions
from kintrace.cases.actions.red_cross_moves import NotThisStep
from kintrace.cases.forms_red_cross_delivery import DeliveredForm, ReplyForm, ReturnForm
from kintrace.cases.red_cross_words import FORBIDDEN
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
@require_POST
def take(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.red_cross_for(request.user, message_id)
    actions.take(found, by=request.user)
    messages.success(request, _("Print both sheets and bring them."))
    return redirect("cases:red_cross", found.pk)


@for_staff(Right.CHANGE_CASES, box=True)
@require_safe
def paper(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.red_cross_for(request.user, message_id)
    printed = actions.printed(found, by=request.user)
    record_read(Deed.PRINTED_SHEET, about=found.pk, by=request.user)
    headers = {"Content-Disposition": f'attachment; filename="{found.reference}.pdf"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)


@for_staff(Right.CHANGE_CASES)
def delivered(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.red_cross_for(request.user, message_id)
    form = DeliveredForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.deliver(found, day=form.cleaned_data["day"], by=request.user)
        except NotThisStep as refused:
            form.add_error("day", refused.sentence)
        else:
            messages.success(request, _("Noted. In 30 days what it says is deleted."))
            return redirect("cases:red_cross", found.pk)
    return asked(request, "cases/red_cross/delivered.html", form, message=found)


@for_staff(Right.CHANGE_CASES)
def reply(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.red_cross_for(request.user, message_id)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.write_reply(found, text=form.cleaned_data["text"], by=request.user)
        messages.success(request, _("The answer is sealed, and goes back to who wrote."))
        return redirect("cases:red_cross", found.pk)
    shown = {"message": found, "forbidden": FORBIDDEN}
    return asked(request, "cases/red_cross/reply.html", form, **shown)


@for_staff(Right.CHANGE_CASES)
def return_(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = lookups.red_cross_for(request.user, message_id)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.return_(found, why=form.cleaned_data["why"], by=request.user)
        messages.success(request, _("The message goes back."))
        return redirect("cases:red_cross", found.pk)
    return asked(request, "cases/red_cross/return.html", form, message=found)


@for_staff(Right.CHANGE_CASES, box=True)
@require_POST
def reply_given(request: StaffRequest, message_id: UUID) -> HttpResponse:
    """Whoever gives it reads it first, so their box is open."""
    found = lookups.own_red_cross_for(request.user, message_id)
    actions.give_reply(found, by=request.user)
    messages.success(request, _("Noted. In 30 days the answer is deleted here."))
    return redirect("cases:red_cross", found.pk)
