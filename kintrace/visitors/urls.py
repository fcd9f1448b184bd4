"""Addresses of the desk about networks that many visitors share."""

from django.urls import path

from kintrace.visitors import views

app_name = "visitors"
urlpatterns = [
    path("networks/", views.networks, name="networks"),
    path("networks/<uuid:network_id>/remove/", views.remove_network, name="remove_network"),
]
