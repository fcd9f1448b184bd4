"""Asked apart, compared, decided, looked at by a second member, passed on once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kintrace.cases import lookups, threads
from kintrace.cases.actions import releasing, verifying
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.verifying import FOUND, SEEKER, NotProved
from kintrace.cases.finding import WAYS, Compared, Rung
from kintrace.cases.forms_found import (
    AskForm,
    CompareProofsForm,
    PassForm,
    RungForm,
    SignForm,
    VerdictForm,
)
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import open_to, sent
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Proof
    from kintrace.network.gate import StaffRequest


@for_staff(Right.CHANGE_CASES, box=True)
def ask(request: StaffRequest, sought_id: UUID, side: str) -> HttpResponse:
    if side not in {SEEKER, FOUND}:
        raise Http404
    finding = lookups.finding_of(open_to(request, sought_id))
    form = AskForm(sent(request), proofs=_unasked(finding, side))
    if form.is_valid():
        sought, said = finding.sought, form.cleaned_data
        answers = form.answers() | {sought.pk: said["new_answer"]}
        verifying.ask(sought, side=side, new=said["new"], answers=answers, by=request.user)
        messages.success(request, _("The answers are sealed. The other side is asked apart."))
        return redirect("cases:found", sought.pk)
    more = {"sought": finding.sought, "case": finding.case, "seeker": side == SEEKER}
    return asked(request, "cases/found_ask.html", form, **more)


def _unasked(finding: Finding, side: str) -> list[Proof]:
    facts = [one for one in finding.proofs if one.rung["rung"] == Rung.FACT]
    by = "seeker_by_id" if side == SEEKER else "found_by_id"
    return [one for one in facts if getattr(one, by) is None]


@for_staff(Right.RELEASE_CONTACT, box=True)
def compare(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    both = [one for one in finding.proofs if one.seeker_by_id and one.found_by_id]
    form = CompareProofsForm(sent(request), proofs=both)
    if form.is_valid():
        verifying.compare(finding.sought, judged=form.judged(), by=request.user)
        return redirect("cases:found_decide", finding.sought.pk)
    waiting = len(finding.proofs) - len(both)
    return asked(request, "cases/found_compare.html", form, sought=finding.sought, waiting=waiting)


@for_staff(Right.RELEASE_CONTACT)
def rung(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    sought = open_to(request, sought_id)
    form = RungForm(sent(request))
    if form.is_valid():
        try:
            verifying.add_rung(sought, **form.cleaned_data, by=request.user)
        except NotAsExpected as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:found_decide", sought.pk)
    return asked(request, "cases/found_rung.html", form, sought=sought)


@for_staff(Right.RELEASE_CONTACT)
def decide(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    form = VerdictForm(sent(request))
    if form.is_valid():
        try:
            verifying.decide(finding.sought, **form.cleaned_data, by=request.user)
        except NotProved as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Your decision is recorded."))
            return redirect("cases:found", finding.sought.pk)
    rows = [(Rung(one.rung).label, Compared(one.compared).label) for one in finding.compared]
    return asked(request, "cases/found_decide.html", form, sought=finding.sought, rows=rows)


@for_staff(Right.RELEASE_CONTACT)
def sign(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    form = SignForm(sent(request))
    if form.is_valid():
        agreed = form.cleaned_data["agreed"] == "yes"
        verifying.sign(finding.sought, agreed=agreed, by=request.user)
        messages.success(request, _("Your decision is recorded."))
        return redirect("cases:found", finding.sought.pk)
    shown = threads.shown(finding, by=request.user)
    return asked(request, "cases/found_sign.html", form, **shown)


@for_staff(Right.RELEASE_CONTACT, box=True)
def pass_on(request: StaffRequest, sought_id: UUID) -> HttpResponse:
    finding = lookups.finding_of(open_to(request, sought_id))
    kept = finding.whereabouts
    where = lookups.read_where(kept) if kept else None
    form = PassForm(sent(request), ways=[name for name in WAYS if name in (where or {})])
    if form.is_valid():
        chosen = {"ways": form.cleaned_data["ways"], "told": form.cleaned_data["told"]}
        releasing.release(finding.sought, **chosen, by=request.user)
        shown = threads.shown(finding, by=request.user)
        return render(request, "cases/found_passed.html", shown)
    return asked(request, "cases/found_pass_on.html", form, sought=finding.sought)
