"""Addresses in two languages, so that the frame can be tested without the wall."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def nothing(request: HttpRequest, number: int = 0) -> HttpResponse:
    return HttpResponse()


wall = (
    [
        path("", nothing, name="gallery"),
        path("face/<int:number>/", nothing, name="face"),
        path("take-down/", nothing, name="take_down"),
        path("answer/", nothing, name="answer"),
        path("about/", nothing, name="about"),
    ],
    "wall",
)
urlpatterns = i18n_patterns(path("", include(wall)))
