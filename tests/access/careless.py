"""Addresses somebody added without a thought: the matrix has to find them out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kintrace.network.access import for_everyone


def forgotten(request: HttpRequest) -> HttpResponse:
    """Declares nothing."""
    return HttpResponse("open")


@for_everyone
def wide(request: HttpRequest, **_arguments: Any) -> HttpResponse:
    """Declares too much."""
    return HttpResponse("open")


@for_everyone
def broken(request: HttpRequest) -> HttpResponse:
    """Fails."""
    raise RuntimeError


_careless = [
    path("forgotten/", forgotten, name="forgotten"),
    path("broken/", broken, name="broken"),
    path("wide/<uuid:case_id>/", wide, name="wide"),
]

urlpatterns = [path("", include((_careless, "careless")))]

handler403 = "kintrace.ui.errors.shut"
handler500 = "kintrace.ui.errors.broken"
