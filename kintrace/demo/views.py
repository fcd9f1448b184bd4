"""Who may sign in to the demo. Mounted in the demo alone, which answers on this machine alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from kintrace.demo import played
from kintrace.demo.filling import progress
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import for_everyone

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_everyone
def members(request: HttpRequest) -> HttpResponse:
    shown = {
        "companies": played.companies(),
        "password": PASSWORD,
        "progress": progress(),
        "to_try": played.to_try(),
        "to_carry": played.to_carry(),
    }
    return render(request, "demo/members.html", shown)
