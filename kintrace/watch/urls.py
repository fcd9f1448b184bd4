"""Addresses of the desk about reading and what rang."""

from django.urls import path

from kintrace.watch import views

app_name = "watch"
urlpatterns = [
    path("reading/", views.reason, name="reason"),
    path("alarms/", views.alarms, name="alarms"),
    path("alarms/hours/", views.hours, name="hours"),
    path("alarms/<uuid:alarm_id>/", views.alarm, name="alarm"),
]
