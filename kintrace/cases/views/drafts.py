"""A draft, from the notice to the case: one question group a page, saved at every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kintrace.cases import asking, looking_over, lookups, steps
from kintrace.cases.actions import drafts, opening
from kintrace.cases.doubts import NotSure
from kintrace.cases.forms_desk import BeginForm, GivenForm
from kintrace.cases.workplace import place_of
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import ChangedElsewhere
from kintrace.protection.lookups import text as notice_text
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.refusals import WordsNotRead

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.OPEN_CASES)
def begin(request: StaffRequest) -> HttpResponse:
    texts = texts_in_force(request.user.society_id)
    form = BeginForm(request.POST or None, texts=asking.language_choices(texts))
    if request.method == "POST" and form.is_valid():
        return redirect("cases:informed", form.cleaned_data["text"])
    return _answer(request, "cases/begin.html", form)


@for_staff(Right.OPEN_CASES)
def informed(request: StaffRequest, text_id: UUID) -> HttpResponse:
    text = notice_text(text_id)
    form = GivenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = drafts.begin(text, by=request.user, **form.cleaned_data)
        if "typed" in request.POST:
            return redirect("cases:type_in", draft.pk)
        return redirect("cases:step", draft.pk, steps.STEPS[0].key)
    return _answer(request, "cases/informed.html", form, text=text)


@for_staff(Right.OPEN_CASES)
def step(request: StaffRequest, draft_id: UUID, key: str) -> HttpResponse:
    draft = lookups.draft_for(request.user, draft_id)
    page = asking.Page(draft, steps.step_for(draft, key), request)
    if request.method == "POST" and page.form.is_valid():
        try:
            page.keep()
        except ChangedElsewhere as refused:
            page.compare(refused)
        except WordsNotRead as refused:
            page.form.add_error(None, refused.sentence)
        else:
            return page.onward()
    return _answer(request, page.step.template, page.form, **page.context())


@for_staff(Right.OPEN_CASES)
def check(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    draft = lookups.draft_for(request.user, draft_id)
    shown = looking_over.review(draft, by=request.user)
    return render(request, "cases/check.html", {"draft": draft, **shown})


@for_staff(Right.OPEN_CASES)
@require_POST
def leave_out(request: StaffRequest, draft_id: UUID, number: int) -> HttpResponse:
    draft = lookups.draft_for(request.user, draft_id)
    drafts.leave_out(draft, number=number, by=request.user)
    messages.success(request, _("This person is taken off the request."))
    return redirect("cases:check", draft.pk)


@for_staff(Right.OPEN_CASES)
@require_POST
def submit(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    draft = lookups.draft_for(request.user, draft_id)
    place, told = place_of(request), asking.opening_of(draft)
    at, sure = place.pk if place else None, "sure" in request.POST
    try:
        case = opening.submit(draft, opening=told, at=at, sure=sure, by=request.user)
    except (NotSure, opening.SamePerson) as refused:  # the page says all that looks wrong
        shown = looking_over.review(draft, by=request.user, refused=refused)
        return _answer(request, "cases/check.html", None, draft=draft, **shown)
    words = _("The request is handed in. Its code is %(code)s. A member looks whether it is ours.")
    if request.may(Right.ACCEPT_CASES):
        return redirect("cases:accept", case.pk)
    messages.success(request, words % {"code": case.reference})
    return redirect("cases:desk")


@for_staff(Right.OPEN_CASES)
@require_POST
def drop(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    drafts.drop(lookups.draft_for(request.user, draft_id), by=request.user)
    messages.success(request, _("The draft is thrown away. Nothing of it can be read any more."))
    return redirect("cases:desk")


def _answer(request: StaffRequest, template: str, form: object, **more: object) -> HttpResponse:
    """A page with a form: 422 when what was typed needs another look; it stands there again."""
    wrong = request.method == "POST"
    return render(request, template, {"form": form, **more}, status=422 if wrong else 200)
