"""Messages of visitors: read with an open box, screened, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import inbox as letterbox
from kintrace.cases.forms_desk import AnswerForm, ScreenForm
from kintrace.network.access import Right, for_staff
from kintrace.wall import actions as wall
from kintrace.wall.lookups import message_for

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.READ_INBOX)
def inbox(request: StaffRequest) -> HttpResponse:
    return render(request, "cases/inbox.html", letterbox.shown_to(request.user))


@for_staff(Right.READ_INBOX, box=True)
def message(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = message_for(request.user, message_id)
    record_read(Deed.READ_MESSAGE, about=found.pk, by=request.user)
    form, screening = AnswerForm(), ScreenForm(states=letterbox.ways_on(found))
    return render(
        request,
        "cases/message.html",
        {"form": form, "screening": screening, **letterbox.conversation(found, by=request.user)},
    )


@for_staff(Right.ANSWER_MESSAGES, box=True)
@require_POST
def answer(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = message_for(request.user, message_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        screening = ScreenForm(states=letterbox.ways_on(found))
        shown = letterbox.conversation(found, by=request.user)
        context = {"form": form, "screening": screening, **shown}
        return render(request, "cases/message.html", context, status=422)
    wall.answer(found, text=form.cleaned_data["text"], by=request.user)
    messages.success(request, _("Your answer is sealed. The visitor reads it with code and word."))
    return redirect("cases:message", found.pk)


@for_staff(Right.ANSWER_MESSAGES, box=True)
@require_POST
def screen(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = message_for(request.user, message_id)
    form = ScreenForm(request.POST, states=letterbox.ways_on(found))
    if form.is_valid():
        wall.screen(found, state=form.cleaned_data["state"], by=request.user)
        messages.success(request, _("Noted."))
    return redirect("cases:message", found.pk)
