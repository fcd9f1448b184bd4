"""From consent to the wall: what was agreed, the photo, the cut-out, the second eye, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, publishing
from kintrace.cases.actions import faces
from kintrace.cases.forms_desk import ConsentForm, PhotoForm, ProposeForm, TakeDownForm
from kintrace.cases.worklist import WAITING
from kintrace.network.access import Right, for_staff
from kintrace.vault.photos import FRAMES, PhotoRefused
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_for, notices

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def consent(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        faces.consent(
            case, scope=given["scope"], how=given["how"], until=form.until(), by=request.user
        )
        return redirect("cases:photo", case.pk)
    return _asked(request, "cases/consent.html", form, case=case)


@for_staff(Right.CHANGE_CASES)
def photo(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    sent = int(request.headers.get("Content-Length") or 0)
    asked = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PhotoForm(*asked, sent=sent)
    if form.is_valid():
        try:
            faces.keep_photo(case, photo=form.cleaned_data["photo"], by=request.user)
        except PhotoRefused as refused:
            form.add_error("photo", refused.sentence)
        else:
            return redirect("cases:propose", case.pk)
    return _asked(request, "cases/photo.html", form, case=case)


@for_staff(Right.CHANGE_CASES)
def preview(request: StaffRequest, case_id: UUID, frame: str) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    if frame not in FRAMES:
        raise Http404
    return HttpResponse(publishing.preview(case, frame), content_type="image/jpeg")


@for_staff(Right.CHANGE_CASES)
def propose(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    asked = publishing.asked_of(case)
    form = ProposeForm(request.POST or None, initial=asked.initial, frames=asked.frames)
    if request.method == "POST" and form.is_valid():
        faces.propose(case, **form.cleaned_data, by=request.user)
        messages.success(
            request, _("Another member looks at it now. Nothing is shown before that.")
        )
        return redirect("cases:case", case.pk)
    return _asked(request, "cases/propose.html", form, case=case)


@for_staff(Right.APPROVE_FACES)
def second_eye(request: StaffRequest) -> HttpResponse:
    return render(request, "cases/second_eye.html", {"notices": notices(request.user, *WAITING)})


@for_staff(Right.APPROVE_FACES)
def decide(request: StaffRequest, notice_id: UUID) -> HttpResponse:
    notice = notice_for(request.user, notice_id)
    record_read(Deed.SAW_PHOTO, about=notice.pk, by=request.user)
    if request.method == "POST":
        faces.decide(notice, agreed="approve" in request.POST, by=request.user)
        messages.success(request, _("Your decision is recorded."))
        return redirect("cases:second_eye")
    shown = {"notice": notice, "sentences": publishing.sentences(notice)}
    return render(request, "cases/decide.html", shown)


@for_staff(Right.READ_CASES)
def picture(request: StaffRequest, notice_id: UUID) -> HttpResponse:
    notice = notice_for(request.user, notice_id)
    return HttpResponse(publishing.picture(notice), content_type="image/jpeg")


@for_staff(Right.CHANGE_CASES)
@require_POST
def put_up(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    face, code = faces.put_on_wall(case, by=request.user)
    return render(request, "cases/on_wall.html", {"case": case, "face": face, "code": code})


@for_staff(Right.TAKE_DOWN_FACES)
def take_down(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = TakeDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wall.take_down(
            publishing.notice_in_force(case), why=form.cleaned_data["why"], by=request.user
        )
        messages.success(request, _("The photo is down. It is gone from the wall already."))
        return redirect("cases:case", case.pk)
    return _asked(request, "cases/take_down.html", form, case=case)


def _asked(request: StaffRequest, template: str, form: object, **more: object) -> HttpResponse:
    """A page with a form; 422 when what was typed needs another look."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, {"form": form, **more}, status=status)
