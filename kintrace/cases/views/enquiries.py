"""Places that may know of somebody: the society's list, a question to one, and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.cases import enquiry_pages, lookups, threads
from kintrace.cases.actions import enquiries
from kintrace.cases.actions.enquiries import NotToBeAsked
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.forms_enquiries import AnswerForm, AskForm, ReferForm, SourceForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import note_read, open_to, sent
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import Comparing

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.lookups import Whom
    from kintrace.cases.models import Enquiry
    from kintrace.network.gate import StaffRequest


@for_staff(Right.SET_CRITERIA)
def sources(request: StaffRequest) -> HttpResponse:
    form = SourceForm(sent(request))
    if form.is_valid():
        enquiries.keep_source(None, **form.cleaned_data, by=request.user)
        messages.success(request, _("The place is in your list."))
        return redirect("cases:sources")
    every = list(lookups.sources_of(request.user))
    return asked(request, "cases/enquiries/sources.html", form, sources=every)


@for_staff(Right.SET_CRITERIA)
def source(request: StaffRequest, source_id: UUID) -> HttpResponse:
    row = lookups.source_for(request.user, source_id)
    now = {"kind": row.kind, "name": row.name, "how": row.how, "country": row.country}
    now["seen"] = lookups.version_of(row)
    form = SourceForm(sent(request), initial=now)
    if form.is_valid():
        with Comparing(form, now=now):
            enquiries.keep_source(row, **form.cleaned_data, by=request.user)
            return redirect("cases:sources")
    return asked(request, "cases/enquiries/source.html", form, source=row)


@for_staff(Right.SET_CRITERIA)
@require_POST
def end_source(request: StaffRequest, source_id: UUID) -> HttpResponse:
    enquiries.end_source(lookups.source_for(request.user, source_id), by=request.user)
    messages.success(request, _("Nobody is asked there any more."))
    return redirect("cases:sources")


@for_staff(Right.CHANGE_CASES)
def ask(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    whom = open_to(request, sought_id)
    is_detained = enquiry_pages.is_referred(whom)
    places = enquiry_pages.sources_for(whom, by=request.user)
    form = (ReferForm if is_detained else AskForm)(sent(request), sources=places)
    if form.is_valid():
        try:
            row = enquiries.ask(whom, ask=form.ask(), by=request.user)
        except (NotAsExpected, NotToBeAsked) as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:enquiry", row.pk)
    note_read(request, whom)
    shown = enquiry_pages.about(whom) | {"places": places, "detained": is_detained}
    shown["say"] = enquiry_pages.to_say(whom)
    return asked(request, "cases/enquiries/ask.html", form, **shown)


def _open_to(request: StaffRequest, enquiry_id: UUID) -> tuple[Enquiry, Whom]:
    """What a place said may be that somebody lies there: for who works on the search."""
    row = lookups.enquiry_for(request.user, enquiry_id)
    whom = lookups.whom_asked_about(row)
    threads.require(seen=threads.sees_whom(request.user, whom))
    return row, whom


@for_staff(Right.CHANGE_CASES)
def enquiry(request: StaffRequest, enquiry_id: UUID) -> HttpResponse:
    row, whom = _open_to(request, enquiry_id)
    form = AnswerForm(sent(request))
    if row.answered is None and form.is_valid():
        try:
            enquiries.note_answer(row, **form.cleaned_data, by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The answer is sealed."))
            return redirect("cases:enquiry", row.pk)
    note_read(request, whom)
    return asked(request, "cases/enquiries/enquiry.html", form, **enquiry_pages.shown(row))
