"""The tracing form on paper: printed empty in a language, and typed in when it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kintrace.cases import lookups, paper_form, typing_in
from kintrace.cases.workplace import place_of
from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import desks

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.OPEN_CASES)
def paper(request: StaffRequest) -> HttpResponse:
    languages = paper_form.languages(request.user.society_id)
    return render(request, "cases/paper.html", {"languages": languages})


@for_staff(Right.OPEN_CASES)
@require_safe
def tracing_form(request: StaffRequest, language: str) -> HttpResponse:
    place = place_of(request)
    places = [place] if place else desks(request.user.society_id)
    return _sheet(paper_form.pdf(request.user, language, places=places))


@for_staff(Right.OPEN_CASES)
@require_safe
def one_more(request: StaffRequest, language: str) -> HttpResponse:
    return _sheet(paper_form.pdf_of_one_more(request.user, language))


@for_staff(Right.OPEN_CASES)
def type_in(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    draft = lookups.draft_for(request.user, draft_id)
    sheet = typing_in.Sheet(draft, request)
    if request.method == "POST" and not sheet.wants_more and sheet.keep():
        return redirect("cases:check", draft.pk)
    return render(
        request, "cases/type_in.html", sheet.context(), status=422 if sheet.wrong else 200
    )


def _sheet(printed: bytes) -> HttpResponse:
    headers = {"Content-Disposition": 'inline; filename="tracing-form.pdf"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)
