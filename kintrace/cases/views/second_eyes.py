"""The second eye: of another member, of two for a child, of a partner society's officer."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, publishing
from kintrace.cases.actions import faces
from kintrace.cases.forms_faces import AskPartnerForm, DecideForm, SendBackForm
from kintrace.cases.views.faces import asked
from kintrace.cases.worklist import WAITING
from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import partners
from kintrace.wall import actions as wall
from kintrace.wall import lookups as walled
from kintrace.wall.terms import Declined

if TYPE_CHECKING:
    from kintrace.network.gate import StaffRequest


@for_staff(Right.APPROVE_FACES)
def second_eye(request: StaffRequest) -> HttpResponse:
    rows = [
        (notice, publishing.may_decide(notice, by=request.user))
        for notice in walled.notices(request.user, *WAITING)
    ]
    papers = walled.reviews_for(request.user)
    return render(request, "cases/second_eye.html", {"rows": rows, "papers": papers})


@for_staff(Right.APPROVE_FACES)
def decide(request: StaffRequest, notice_id: UUID) -> HttpResponse:
    notice = walled.notice_for(request.user, notice_id)
    record_read(Deed.SAW_PHOTO, about=notice.pk, by=request.user)
    agreed = "approve" in request.POST
    form = DecideForm(request.POST if agreed else None, terms=notice.terms)
    back = SendBackForm(None if agreed else request.POST or None)
    chosen = form if agreed else back
    if request.method == "POST" and chosen.is_valid():
        decided = faces.decide(notice, agreed=agreed, by=request.user, **chosen.said())
        messages.success(request, publishing.DECIDED[decided])
        again = decided is faces.Decided.JUDGED
        return redirect("cases:decide", notice.pk) if again else redirect("cases:second_eye")
    shown = {"sentences": publishing.sentences(notice.told), "back": back}
    reason = walled.first_reason(notice)
    return asked(request, "cases/decide.html", form, notice=notice, reason=reason, **shown)


@for_staff(Right.READ_CASES)
def picture(request: StaffRequest, notice_id: UUID) -> HttpResponse:
    notice = walled.notice_for(request.user, notice_id)
    return HttpResponse(publishing.picture(notice), content_type="image/jpeg")


@for_staff(Right.CHANGE_CASES)
def ask_partner(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    form = AskPartnerForm(request.POST or None, partners=partners(case.society_id))
    if request.method == "POST" and form.is_valid():
        notice = publishing.notice_in_force(case)
        wall.ask_partner(notice, partner=UUID(form.cleaned_data["partner"]), by=request.user)
        messages.success(request, _("The partner’s officers can look at the photo now."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/ask_partner.html", form, case=case)


@for_staff(Right.CHANGE_CASES)
@require_POST
def recall(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    wall.recall_review(publishing.notice_in_force(case), by=request.user)
    messages.success(request, _("Taken back. The partner cannot see the photo any more."))
    return redirect("cases:case", case.pk)


@for_staff(Right.APPROVE_FACES)
def review(request: StaffRequest, review_id: UUID) -> HttpResponse:
    paper = walled.review_for(request.user, review_id)
    record_read(Deed.SAW_PHOTO, about=paper.notice, by=request.user)
    agreed = "approve" in request.POST
    back = SendBackForm(None if agreed else request.POST or None)
    if agreed or back.is_valid():
        declined = None if agreed else Declined(back.cleaned_data["declined"])
        wall.answer_review(paper, declined=declined, by=request.user)
        messages.success(request, _("Your decision is recorded."))
        return redirect("cases:second_eye")
    shown = {"paper": paper, "sentences": publishing.sentences(paper.told)}
    return asked(request, "cases/review.html", back, **shown, **publishing.described(paper.told))


@for_staff(Right.APPROVE_FACES)
def review_picture(request: StaffRequest, review_id: UUID) -> HttpResponse:
    paper = walled.review_for(request.user, review_id)
    return HttpResponse(walled.review_picture(paper), content_type="image/jpeg")
