"""The inbox: messages found, read with an open box, screened, given to somebody, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import inbox as letterbox
from kintrace.cases.actions import came_forward, leads, sentences
from kintrace.cases.forms_inbox import LeadForm, ScreenForm
from kintrace.network.access import Right, for_staff
from kintrace.protection.refusals import AlreadyErased, NotAllowed
from kintrace.wall import actions as wall
from kintrace.wall.actions.answering import AnswerIsHeld
from kintrace.wall.lookups import message_for

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.ui.refusals import Refusal
    from kintrace.wall.models import Message

# What was typed is shown again with the reason.
NOT_NOW = (NotAllowed, AlreadyErased, AnswerIsHeld)


@for_staff(Right.READ_INBOX)
def inbox(request: StaffRequest) -> HttpResponse:
    shown = letterbox.shown_to(request.user, request.GET.dict())
    return render(request, "cases/inbox.html", shown)


@for_staff(Right.READ_INBOX, box=True)
def message(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = message_for(request.user, message_id)
    return _page(request, found, letterbox.answer_form(found, by=request.user))


@for_staff(Right.ANSWER_MESSAGES, box=True)
@require_POST
def answer(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = message_for(request.user, message_id)
    form = letterbox.answer_form(found, by=request.user, typed=request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        sentences.answer(found, **form.cleaned_data, by=request.user)
    except NOT_NOW as refusal:
        _say(request, found, form, refusal)
        return _page(request, found, form, status=refusal.status)
    messages.success(request, _("Your answer is sealed. The visitor reads it with code and word."))
    return redirect("cases:message", found.pk)


@for_staff(Right.ANSWER_MESSAGES, box=True)
@require_POST
def screen(request: StaffRequest, message_id: UUID) -> HttpResponse:
    found = message_for(request.user, message_id)
    form = ScreenForm(request.POST, states=letterbox.ways_on(found))
    if form.is_valid():
        came_forward.screen(found, state=form.cleaned_data["state"], by=request.user)
        messages.success(request, _("Noted."))
    return redirect("cases:message", found.pk)


@for_staff(Right.ANSWER_MESSAGES)
@require_POST
def assign(request: StaffRequest, message_id: UUID) -> HttpResponse:
    """Needs no open box: nothing of the message is read for it."""
    found = message_for(request.user, message_id)
    form = letterbox.assign_form(found, typed=request.POST)
    if form.is_valid():
        wall.assign(found, to=form.chosen(), by=request.user)
        messages.success(request, _("Noted."))
    else:
        messages.error(request, _("This member cannot open the inbox. Choose another one."))
    return redirect("cases:inbox")


@for_staff(Right.CHANGE_CASES, box=True)
def lead(request: StaffRequest, message_id: UUID) -> HttpResponse:
    """What was learned from a message goes onto the case it is about."""
    found = message_for(request.user, message_id)
    case = letterbox.case_about(found, by=request.user)
    if case is None:
        raise Http404
    persons = letterbox.persons_in(case)
    form = LeadForm(request.POST if request.method == "POST" else None, persons=persons)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            leads.keep_lead(case, message=found, told=form.cleaned_data, by=request.user)
        except NOT_NOW as refusal:
            _say(request, found, form, refusal)
            status = refusal.status
        else:
            messages.success(request, _("What was learned is sealed in the case."))
            return redirect("cases:case", case.pk)
    return _opened(request, "cases/lead.html", found, {"form": form, "case": case}, status=status)


def _say(request: StaffRequest, found: Message, form: Any, refusal: Refusal) -> None:
    """The refusal stands above what was typed, and the audit has it like any other."""
    form.add_error(None, refusal.sentence)
    request.refused.append(found.pk)


def _page(request: StaffRequest, found: Message, form: Any, *, status: int = 200) -> HttpResponse:
    shown = letterbox.conversation(found, by=request.user, form=form)
    return _opened(request, "cases/message.html", found, shown, status=status)


def _opened(
    request: StaffRequest, template: str, found: Message, facts: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page on which the message is read."""
    record_read(Deed.READ_MESSAGE, about=found.pk, by=request.user)
    text = found.body.get("text", "")
    return render(request, template, {"message": found, "text": text, **facts}, status=status)
