"""From consent to the wall: what was agreed, the photo, the cut-out, putting up, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.cases import lookups, publishing
from kintrace.cases.actions import ages, faces
from kintrace.cases.forms_desk import ConsentForm, PhotoForm, ProposeForm, TakeDownForm
from kintrace.network.access import Right, for_staff
from kintrace.protection.lookups import is_looked_at
from kintrace.protection.purposes import TextKind
from kintrace.protection.refusals import WordsNotRead
from kintrace.protection.spoken import spoken
from kintrace.vault.photos import FRAMES, PhotoRefused
from kintrace.vault.stores import StoreAway
from kintrace.wall import actions as wall
from kintrace.wall.lookups import regions_of

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def consent(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    ages.require_old_enough(case.subject)  # said before anything is asked
    faces.require_nobody_looks(case.subject)  # the same: a question may put the person in danger
    longest = publishing.longest(ages.terms_of(case.subject))
    form = ConsentForm(request.POST or None, longest=longest)
    if request.method == "POST" and form.is_valid():
        try:
            faces.consent(case, **form.agreed(), read=request.POST.get("read", ""), by=request.user)
        except WordsNotRead as refused:
            form.add_error(None, refused.sentence)
        else:
            return _after_consent(request, case)
    more = {"regions": regions_of(request.user.society_id), "case": case}
    more |= spoken(case.subject, TextKind.CONSENT)
    return asked(request, "cases/consent.html", form, **more)


def _after_consent(request: StaffRequest, case: Case) -> HttpResponse:
    """On to the photo; or, where a danger was told, back to where the hold is seen."""
    if not is_looked_at(case.subject):
        return redirect("cases:photo", case.pk)
    messages.warning(request, faces.TAKE_NO_PHOTO)
    return redirect("cases:case", case.pk)


@for_staff(Right.CHANGE_CASES)
def photo(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    faces.require_nobody_looks(case.subject)  # said before a camera is raised
    sent = int(request.headers.get("Content-Length") or 0)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PhotoForm(*typed, sent=sent)
    if form.is_valid():
        try:
            faces.keep_photo(case, photo=form.cleaned_data["photo"], by=request.user)
        except (PhotoRefused, StoreAway) as refused:
            form.add_error("photo", refused.sentence)
        else:
            return redirect("cases:propose", case.pk)
    return asked(request, "cases/photo.html", form, case=case)


@for_staff(Right.CHANGE_CASES)
def preview(request: StaffRequest, case_id: UUID, frame: str) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    if frame not in FRAMES:
        raise Http404
    return HttpResponse(publishing.preview(case, frame), content_type="image/jpeg")


@for_staff(Right.CHANGE_CASES)
def propose(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    faces.require_nobody_looks(case.subject)
    start = publishing.asked_of(case)
    form = ProposeForm(request.POST or None, initial=start.initial, frames=start.frames)
    if request.method == "POST" and form.is_valid():
        faces.propose(case, **form.cleaned_data, by=request.user)
        messages.success(
            request, _("Another member looks at it now. Nothing is shown before that.")
        )
        return redirect("cases:case", case.pk)
    return asked(request, "cases/propose.html", form, case=case)


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
    return asked(request, "cases/take_down.html", form, case=case)


def asked(request: StaffRequest, template: str, form: object, **more: object) -> HttpResponse:
    """A page with a form; 422 when what was typed needs another look."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, {"form": form, **more}, status=status)
