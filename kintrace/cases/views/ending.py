"""Reviews and tries in open cases, closed cases whose time is nearly over, and what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases import lookups, past_cases
from kintrace.cases.actions import retention, reviews
from kintrace.cases.actions.contacts import NoSuchContact
from kintrace.cases.actions.opening import CaseIsClosed, NotAcceptedYet, SearchRests
from kintrace.cases.actions.reviews import NotDoneYet
from kintrace.cases.forms_ending import KeepForm, ReviewForm, TriedForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import sent
from kintrace.cases.worklist import LOOK_BEFORE
from kintrace.network.access import Right, for_staff
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.models import Case
    from kintrace.network.gate import StaffRequest

# What was typed is shown again with the reason.
NOT_NOW = (NotAllowed, CaseIsClosed, NotAcceptedYet, SearchRests, NoSuchContact, NotDoneYet)


@for_staff(Right.CHANGE_CASES)
def reviewed(request: StaffRequest, case_id: UUID) -> HttpResponse:
    def done(case: Case, form: ReviewForm) -> str:
        case = reviews.note_review(case, review=form.review(), by=request.user)
        day = date_format(case.next_review, "DATE_FORMAT")
        return _("Noted. The next review is on %(day)s.") % {"day": day}

    return _taken(request, case_id, "cases/reviewed.html", ReviewForm(sent(request)), done)


@for_staff(Right.CHANGE_CASES)
def tried(request: StaffRequest, case_id: UUID) -> HttpResponse:
    def done(case: Case, form: TriedForm) -> str:
        reviews.write_tried(case, attempt=form.attempt(), by=request.user)
        return _("What was tried is sealed in the case.")

    return _taken(request, case_id, "cases/tried.html", TriedForm(sent(request)), done)


def _taken(
    request: StaffRequest, case_id: UUID, page: str, form: Any, do: Callable[[Case, Any], str]
) -> HttpResponse:
    """What was typed: done, or shown again with why it is not."""
    case = lookups.case_for(request.user, case_id)
    if form.is_valid():
        try:
            words = do(case, form)
        except NOT_NOW as refused:
            form.add_error(None, refused.sentence)
            request.refused.append(case.pk)
        else:
            messages.success(request, words)
            return redirect("cases:case", case.pk)
    return asked(request, page, form, case=case)


@for_staff(Right.KEEP_LONGER)
def ending(request: StaffRequest) -> HttpResponse:
    found = [{"case": case, "last": last} for case, last in lookups.cases_ending(LOOK_BEFORE)]
    return render(request, "cases/ending.html", {"ending": found})


@for_staff(Right.KEEP_LONGER)
def keep(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    last = lookups.last_day_of(case)
    form = KeepForm(request.POST or None, last=last)
    if request.method == "POST" and form.is_valid():
        retention.keep_longer(case, **form.cleaned_data, by=request.user)
        messages.success(request, _("The case is kept until the day you chose."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/keep.html", form, case=case, last=last)


@for_staff(Right.SEE_FIGURES)
def past(request: StaffRequest) -> HttpResponse:
    return render(request, "cases/past.html", past_cases.shown(request.user.society_id))
