"""The page of the register of data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kintrace.network.access import Right, for_staff
from kintrace.protection.data_register import PLACES, Kind, of_kind, tables

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SEE_AUDIT)
@require_safe
def look(request: StaffRequest) -> HttpResponse:
    """Every table; or, of one class of data, every column."""
    kind = next((one for one in Kind if one == request.GET.get("kind")), None)
    found = tables() if kind is None else of_kind(kind)
    context = {"kinds": Kind.choices, "kind": kind, "tables": found, "places": PLACES}
    return render(request, "protection/data_register.html", context)
