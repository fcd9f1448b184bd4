"""The public side's addresses. `plain_urlpatterns` stand outside the language prefix."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from kintrace.wall.views import (
    answers,
    certificates,
    faces,
    gallery,
    handouts,
    information,
    money,
    removal,
    screen,
    who_i_am,
    writing,
)
from kintrace.wall.views.kiosk import start

app_name = "wall"

shared: list[URLPattern | URLResolver] = [
    path("", gallery.wall, name="gallery"),
    path("face/<uuid:face_id>/", faces.face, name="face"),
    path("face/<uuid:face_id>/sheet/", faces.sheet, name="sheet"),
    path("face/<uuid:face_id>/write/", writing.write, name="write"),
    path("sent/", writing.sent, name="sent"),
    path("answer/", answers.answer, name="answer"),
    path("certificate/", certificates.certificate, name="certificate"),
    path("take-down/", removal.take_down, name="take_down"),
    path("who-i-am/", who_i_am.who_i_am, name="who_i_am"),
    path("money/", money.demand, name="demand"),
    path("information/", information.information, name="information"),
    path("information/service/", information.service, name="service"),
    path("information/tracing/", information.tracing, name="tracing"),
    path("information/data/", information.data, name="data"),
    path("information/risks/", information.risks, name="risks"),
    path("information/stay-in-touch/", information.in_touch, name="in_touch"),
    path("information/pictures/", handouts.pictures, name="pictures"),
    path("information/pass-on/", handouts.pass_on, name="pass_on"),
    path("information/where/", information.where, name="where"),
    path("information/along-the-way/", information.route, name="route"),
    path("about/", information.about, name="about"),
]

# Not for a touch screen: a file would stay on it, a screen for a hall covers it, and whoever
# stands before it has been welcomed.
urlpatterns = [
    *shared,
    path("welcome/", information.hello, name="welcome"),
    path("information/where/keep/", information.keep_places, name="keep_places"),
    path("information/screen/", screen.choose, name="screen"),
    path("information/screen/show/", screen.slides, name="slides"),
]

# The same pages for a touch screen: `{% url "wall:face" %}` on one of them stays among them.
kiosk: tuple[list[URLPattern | URLResolver], str] = (
    [path("", start, name="start"), path("wall/", include(shared))],
    app_name,
)

_PICTURE = r"^faces/(?P<name>[0-9a-f]{32})-(?P<size>160|320|960)\.(?P<ending>webp|jpg)$"

plain_urlpatterns = [
    path(
        "",
        include(
            (
                [
                    re_path(_PICTURE, faces.picture, name="picture"),
                    path("robots.txt", information.robots, name="robots"),
                ],
                "plain",
            )
        ),
    ),
]
