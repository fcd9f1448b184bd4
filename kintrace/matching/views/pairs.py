"""Likely pairs: the list, one of them, what is said of it; and who may be compared at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.comparing import let_compare as let
from kintrace.cases.lookups import case_for
from kintrace.cases.views.faces import asked
from kintrace.matching import actions, figures, lookups, pair_pages
from kintrace.matching.forms import BackForm, CompareForm, JudgeForm
from kintrace.matching.words import Verdict, Why
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.JUDGE_PAIRS)
@require_safe
def pairs(request: StaffRequest) -> HttpResponse:
    shown = pair_pages.listed(request)
    record_read(Deed.LISTED_CASES, about=shown["named"], by=request.user)
    return render(request, "matching/pairs.html", shown)


@for_staff(Right.JUDGE_PAIRS)
@require_safe
def pair(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    return _page(request, pair_id)


@for_staff(Right.JUDGE_PAIRS)
@require_POST
def agree(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    row = lookups.candidate_for(request.user, pair_id)
    actions.agree_to_more(row, by=request.user)
    messages.success(request, _("Noted. Both read more as soon as both societies agreed."))
    return redirect("matching:pair", row.pk)


@for_staff(Right.JUDGE_PAIRS)
@require_POST
def judge(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    form = JudgeForm(request.POST)
    if not form.is_valid():
        return _page(request, pair_id, form=form, wrong=form)
    row = lookups.candidate_for(request.user, pair_id)
    actions.judge(row, **form.judged(), by=request.user)
    messages.success(request, _("Written down. The page says what happens next."))
    return redirect("matching:pair", row.pk)


@for_staff(Right.JUDGE_PAIRS)
@require_POST
def take_back(request: StaffRequest, pair_id: UUID) -> HttpResponse:
    form = BackForm(request.POST)
    if not form.is_valid():
        return _page(request, pair_id, back=form, wrong=form)
    row = lookups.candidate_for(request.user, pair_id)
    why = Why(form.cleaned_data["why"])
    actions.judge(row, verdict=Verdict.BACK, why=why, by=request.user)
    messages.success(request, _("Taken back. The pair is to be looked at again."))
    return redirect("matching:pair", row.pk)


@for_staff(Right.CHANGE_CASES)
def let_compare(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = case_for(request.user, case_id)
    form = CompareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        let(case, how=form.cleaned_data["how"], by=request.user)
        messages.success(request, _("Noted. Searches of other societies are compared with it."))
        return redirect("cases:case", case.pk)
    return asked(request, "matching/let_compare.html", form, case=case)


@for_staff(Right.SEE_FIGURES)
@require_safe
def judged(request: StaffRequest) -> HttpResponse:
    """How often what was shown as likely was one person."""
    return render(request, "matching/figures.html", figures.shown(request.user.society_id))


def _page(request: StaffRequest, pair_id: UUID, **forms: Any) -> HttpResponse:
    """One pair with its forms; a form that was not filled in well comes back as it was."""
    row = lookups.candidate_for(request.user, pair_id)
    record_read(Deed.READ_PAIR, about=row.pk, by=request.user)
    for subject in pair_pages.subjects_shown(row, by=request.user):
        record_read(Deed.READ_PERSON, about=subject, by=request.user)
    shown = pair_pages.shown(row, by=request.user)
    shown |= {"form": JudgeForm(), "back": BackForm(auto_id="back-%s"), "wrong": JudgeForm()}
    status = 422 if "wrong" in forms else 200
    return render(request, "matching/pair.html", shown | forms, status=status)
