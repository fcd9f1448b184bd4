"""Addresses of the desk that are about service points."""

from django.urls import path

from kintrace.servicepoints.views import points

app_name = "servicepoints"
urlpatterns = [
    path("points/", points.points, name="points"),
    path("points/planned/", points.planned, name="planned"),
    path("points/new/", points.set_up, name="set_up"),
    path("points/<uuid:point_id>/", points.point, name="point"),
    path("points/<uuid:point_id>/change/", points.change, name="change"),
    path("points/<uuid:point_id>/end/", points.end, name="end"),
    path("points/<uuid:point_id>/again/", points.again, name="again"),
]
