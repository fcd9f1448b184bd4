"""The search in the own society. What is typed goes by POST: no name stands in an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from kintrace.matching import searching
from kintrace.matching.forms import SearchForm
from kintrace.network.access import Right, for_staff

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SEARCH_CARDS)
def search(request: StaffRequest) -> HttpResponse:
    form = SearchForm(request.POST or None)
    shown = {"form": form}
    if request.method == "POST" and form.is_valid():
        shown |= searching.results(form.description(), by=request.user)
    status = 422 if form.errors else 200
    return render(request, "matching/search.html", shown, status=status)
