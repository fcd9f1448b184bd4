"""What became of a person sought: what was told, how sure it is, and telling the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import fate_pages, feared, lookups
from kintrace.cases.actions import fates
from kintrace.cases.actions.fates import NotEstablished
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.forms_fates import AfterForm, AllegeForm, EstablishForm, PlanForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import own_to, sent
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES)
def fate(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    known = lookups.fate_of(own_to(request, sought_id))
    record_read(Deed.READ_CASE, about=known.sought.case_id, by=request.user)
    return render(request, "cases/fates/fate.html", fate_pages.shown(known, by=request.user))


@for_staff(Right.CHANGE_CASES)
def said(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = own_to(request, sought_id)
    taken = fate_pages.taken_over(lookups.fate_of(sought))
    form = AllegeForm(sent(request), initial=taken)
    if form.is_valid():
        try:
            fates.allege(sought, word=form.word(), by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return _sealed(request, sought_id)
    record_read(Deed.READ_CASE, about=sought.case_id, by=request.user)
    return asked(request, "cases/fates/said.html", form, sought=sought, taken=bool(taken))


@for_staff(Right.ESTABLISH_FATE)
def establish(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = own_to(request, sought_id)
    taken = fate_pages.authority_afar(lookups.fate_of(sought))
    form = EstablishForm(sent(request), initial=taken)
    if form.is_valid():
        try:
            fates.establish(sought, word=form.word(), **form.sure(), by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return _sealed(request, sought_id)
    record_read(Deed.READ_CASE, about=sought.case_id, by=request.user)
    first = fate_pages.first_word(lookups.fate_of(sought))
    more = {"sought": sought, "first": first, "taken": bool(taken)}
    return asked(request, "cases/fates/establish.html", form, **more)


@for_staff(Right.CHANGE_CASES)
def plan(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = own_to(request, sought_id)
    form = PlanForm(sent(request), initial={"language": "en"})
    if form.is_valid():
        try:
            fates.plan_telling(sought, plan=form.plan(), by=request.user)
        except (NotAsExpected, NotEstablished) as refused:
            form.add_error(None, refused.sentence)
        else:
            return _sealed(request, sought_id)
    named = feared.in_case(sought.case, by=request.user)
    return asked(request, "cases/fates/plan.html", form, sought=sought, feared=named)


@for_staff(Right.CHANGE_CASES, box=True)
def after(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = own_to(request, sought_id)
    form = AfterForm(sent(request))
    if form.is_valid():
        try:
            fates.follow_up(sought, **form.cleaned_data, by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return _sealed(request, sought_id)
    return asked(request, "cases/fates/after.html", form, sought=sought)


def _sealed(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    messages.success(request, _("It is sealed. Only members with the box open can read it."))
    return redirect("cases:fate", sought_id)
