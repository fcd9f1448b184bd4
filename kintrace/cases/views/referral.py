"""A person is passed on to somebody else who helps, and we ask what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, referral_pages
from kintrace.cases.actions import referrals
from kintrace.cases.actions.found import NotAsExpected, NotFoundYet
from kintrace.cases.actions.referrals import Referred
from kintrace.cases.forms_referral import FollowForm, ReferForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import own_to, sent
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def of_enquirer(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    return _refer(request, Referred(case.subject, case.file), reverse("cases:case", args=[case.pk]))


@for_staff(Right.CHANGE_CASES)
def of_found(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    located = lookups.located_of(own_to(request, sought_id))
    if located is None:
        raise NotFoundYet
    earlier = reverse("cases:found", args=[sought_id])
    return _refer(request, Referred(located.subject, located.file), earlier)


def _refer(request: StaffRequest, person: Referred, earlier: str) -> HttpResponse:
    referrals.require_to_be_asked(person, by=request.user)  # a question may be a danger
    form = ReferForm(sent(request))
    if form.is_valid():
        how, helped = form.cleaned_data["how"], form.helped()
        try:
            referral = referrals.refer(person, helped=helped, how=how, by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Written down. The work list asks what came of it."))
            return redirect("cases:referral", referral.pk)
    return asked(request, "cases/refer.html", form, earlier=earlier)


@for_staff(Right.CHANGE_CASES)
def referral(request: StaffRequest, referral_id: UUID) -> HttpResponse:
    row = lookups.referral_for(request.user, referral_id)
    whose = lookups.whose_referral(row)
    if whose is None:
        raise Http404
    if whose.found is not None:
        own_to(request, whose.found.pk)
    form = FollowForm(sent(request), referral=row)
    if form.is_valid():
        try:
            referrals.go_on(row, came=form.came(), by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:referral", row.pk)
    record_read(Deed.READ_CASE, about=whose.case.pk, by=request.user)
    return asked(request, "cases/referral.html", form, **referral_pages.shown(row, whose))
