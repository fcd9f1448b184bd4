"""Who helps near a place: pages for everybody, without a script."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kintrace.directory import lookups, shown
from kintrace.directory.hsds import writing
from kintrace.network.access import for_everyone
from kintrace.visitors.actions import count_day
from kintrace.visitors.helpdesk import help_desk


@for_everyone
@require_safe
@gzip_page
def places(request: HttpRequest) -> HttpResponse:
    """Every place where somebody helps, country by country."""
    count_day("services")
    countries = shown.by_country(lookups.places_with_help())
    return render(request, "directory/places.html", help_desk() | {"countries": countries})


@for_everyone
@require_safe
@gzip_page
def place(request: HttpRequest, code: str) -> HttpResponse:
    """All that helps near one place: what of it somebody unfolds, nobody learns."""
    count_day("services")
    found = lookups.place_coded(code)
    facts = {"place": found, "groups": shown.groups(lookups.listings_at(found))}
    return render(request, "directory/place.html", help_desk() | facts)


@for_everyone
@require_safe
@gzip_page
def data(request: HttpRequest, code: str) -> HttpResponse:
    """The same for other systems, as HSDS 3.0."""
    found = lookups.place_coded(code)
    return JsonResponse(writing.services(lookups.listings_at(found)), safe=False)
