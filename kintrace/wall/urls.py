"""The public side's addresses. `plain_urlpatterns` stand outside the language prefix."""

from django.urls import include, path, re_path

from kintrace.wall import views

app_name = "wall"

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("face/<uuid:face_id>/", views.face, name="face"),
    path("face/<uuid:face_id>/write/", views.write, name="write"),
    path("sent/", views.sent, name="sent"),
    path("answer/", views.answer, name="answer"),
    path("take-down/", views.take_down, name="take_down"),
    path("about/", views.about, name="about"),
]

_PICTURE = r"^faces/(?P<name>[0-9a-f]{32})-(?P<size>160|320|960)\.(?P<ending>webp|jpg)$"

plain_urlpatterns = [
    path(
        "",
        include(
            (
                [
                    re_path(_PICTURE, views.picture, name="picture"),
                    path("robots.txt", views.robots, name="robots"),
                ],
                "plain",
            )
        ),
    ),
]
