"""The rights desk: what people ask for by right, from the day it came to the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, for_staff
from kintrace.network.views.answers import ask
from kintrace.protection import copies, holders, lookups, rights_pages
from kintrace.protection.actions import copies as making
from kintrace.protection.actions import rights as actions
from kintrace.protection.forms_rights import (
    CopyForm,
    ExtendForm,
    IdentityForm,
    RefuseForm,
    RequestForm,
    SureForm,
)
from kintrace.protection.lookups import has_words
from kintrace.protection.lookups import rights as desk
from kintrace.protection.refusals import CopyChanged, RequestNotAsExpected

if TYPE_CHECKING:
    from uuid import UUID

    from django.forms import Form

    from kintrace.network.gate import StaffRequest
    from kintrace.protection.models import RightsRequest


@for_staff(Right.HOLD)
@require_safe
def rights(request: StaffRequest) -> HttpResponse:
    """What is to be answered, the first day first; and what was."""
    ended = request.GET.get("state") == "ended"
    found = desk.ended_requests(request.user) if ended else desk.open_requests(request.user)
    context = {"rows": rights_pages.rows(found), "ended": ended}
    return render(request, "protection/rights.html", context)


@for_staff(Right.HOLD)
def write_request(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.known(subject)
    form = RequestForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.write_request(subject, **form.cleaned_data, by=request.user)
        except RequestNotAsExpected as refused:
            form.add_error("received", refused.sentence)
        else:
            return _kept(request, made)
    facts = {"subject": subject, "label": holders.label(subject), "next": ""}
    return ask(request, "protection/write_request.html", form, **facts)


@for_staff(Right.HOLD)
@require_safe
def rights_request(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    record_read(Deed.READ_REQUEST, about=asked.pk, by=request.user)
    context = rights_pages.shown(asked, by=request.user)
    return render(request, "protection/request.html", context)


@for_staff(Right.HOLD)
def note_identity(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    form = IdentityForm(request.POST or None)
    if form.is_valid():
        actions.note_identity(asked, how=form.cleaned_data["how"], by=request.user)
        return redirect("protection:request", asked.pk)
    return _about(request, "protection/note_identity.html", form, asked)


@for_staff(Right.HOLD)
@require_POST
def suspect(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    actions.suspect(asked, by=request.user)
    messages.success(request, _("Only the data-protection officer sees this request now."))
    return redirect("protection:rights")


@for_staff(Right.GUARD_RIGHTS)
@require_POST
def trust(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    actions.trust(asked, by=request.user)
    messages.success(request, _("The others see this request again."))
    return redirect("protection:request", asked.pk)


@for_staff(Right.ANSWER_RIGHTS)
@require_POST
def take_request(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    actions.take_over(asked, by=request.user)
    return redirect("protection:request", asked.pk)


@for_staff(Right.GUARD_RIGHTS)
def extend(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    form = ExtendForm(request.POST or None)
    if form.is_valid():
        try:
            actions.extend(asked, **form.cleaned_data, by=request.user)
        except RequestNotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("There are two months more to answer."))
            return redirect("protection:request", asked.pk)
    return _about(request, "protection/extend_request.html", form, asked)


@for_staff(Right.ANSWER_RIGHTS)
def answer_request(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """Do what was asked for, and say what came of it. An erasure has a page of its own."""
    asked = desk.request_for(request.user, request_id)
    answering = rights_pages.answering(asked, request.POST or None)
    if answering is None:
        return redirect("protection:answer_erasure", asked.pk)
    if answering.form.is_valid():
        return _ended(request, asked, answering.do(by=request.user))
    return _about(request, answering.template, answering.form, asked)


@for_staff(Right.ERASE, step_up=True)
def answer_erasure(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    form = SureForm(request.POST or None)
    if form.is_valid():
        return _ended(request, asked, actions.answer_erasure(asked, by=request.user))
    registered = has_words(asked.subject)
    return _about(request, "protection/answer_erasure.html", form, asked, registered=registered)


@for_staff(Right.GUARD_RIGHTS)
def refuse(request: StaffRequest, request_id: UUID) -> HttpResponse:
    asked = desk.request_for(request.user, request_id)
    form = RefuseForm(request.POST or None)
    if form.is_valid():
        actions.refuse(asked, because=form.cleaned_data["because"], by=request.user)
        return _ended(request, asked, [_("The request is refused. Tell the person why.")])
    return _about(request, "protection/refuse_request.html", form, asked)


@for_staff(Right.READ_INBOX, box=True)
def add_boxed(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """What lies in the inbox box, as it goes to the data-protection officer."""
    asked = desk.request_for(request.user, request_id)
    if request.method == "POST":
        lines = making.add_boxed(asked, by=request.user)
        messages.success(request, rights_pages.added(lines))
        return redirect("protection:request", asked.pk)
    record_read(Deed.READ_REQUEST, about=asked.pk, by=request.user)
    context = {"asked": asked, "lines": copies.from_the_inbox(asked.subject)}
    return render(request, "protection/add_boxed.html", context)


@for_staff(Right.GUARD_RIGHTS, box=True)
def copy(request: StaffRequest, request_id: UUID) -> HttpResponse:
    """The whole copy, line by line; sent as a PDF, it is stored nowhere."""
    asked = desk.request_for(request.user, request_id)
    whole = copies.whole(asked)
    form = CopyForm(request.POST or None, copy=whole)
    if form.is_valid():
        try:
            printed = making.make_copy(asked, **form.terms(), by=request.user)
        except CopyChanged as refused:
            # The lines are ticked anew: they are others now. What was typed stands.
            form = CopyForm(copy=whole, initial={"names": form["names"].value()})
            messages.warning(request, refused.sentence)
        else:
            return _download(printed)
    record_read(Deed.READ_REQUEST, about=asked.pk, by=request.user)
    return _about(request, "protection/copy.html", form, asked, copy=whole)


def _download(printed: bytes) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="copy.pdf"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)


def _kept(request: StaffRequest, made: RightsRequest) -> HttpResponse:
    """To the request, for who may see it."""
    if made.suspicious and not request.may(Right.GUARD_RIGHTS):
        messages.success(
            request, _("It is written down. Only the data-protection officer sees it.")
        )
        return redirect("protection:rights")
    return redirect("protection:request", made.pk)


def _ended(request: StaffRequest, asked: RightsRequest, done: list[str]) -> HttpResponse:
    for sentence in done:
        messages.success(request, sentence)
    return redirect("protection:request", asked.pk)


def _about(
    request: StaffRequest, template: str, form: Form, asked: RightsRequest, **more: object
) -> HttpResponse:
    """A page with a form about one request."""
    facts = {"asked": asked, "label": holders.label(asked.subject)}
    return ask(request, template, form, **facts, **more)
