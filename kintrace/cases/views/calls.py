"""The phone rings, and somebody reads a code from a poster."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import calls
from kintrace.cases.forms_desk import CallerForm
from kintrace.network.access import Right, for_staff
from kintrace.wall.posters import NoSuchCode

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.MAKE_POSTERS)
@require_safe
def caller(request: StaffRequest) -> HttpResponse:
    form, facts = CallerForm(request.GET or None), {}
    if form.is_valid():
        try:
            facts = calls.heard(form.cleaned_data["code"], by=request.user)
        except NoSuchCode as unknown:
            form.add_error("code", unknown.sentence)
            record_read(Deed.TRIED_CODE, about=uuid4(), by=request.user)
        else:
            record_read(Deed.HEARD_CODE, about=facts["spot"].pk, by=request.user)
    status = 422 if form.errors else 200
    return render(request, "cases/caller.html", {"form": form, **facts}, status=status)
