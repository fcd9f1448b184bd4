"""Addresses of the desk about shared networks, and about how people found our work."""

from django.urls import path

from kintrace.visitors import views

app_name = "visitors"
urlpatterns = [
    path("feedback/", views.heard, name="heard"),
    path("feedback/tell/", views.tell, name="tell"),
    path("networks/", views.networks, name="networks"),
    path("networks/<uuid:network_id>/remove/", views.remove_network, name="remove_network"),
]
