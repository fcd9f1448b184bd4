"""Addresses of working without network; the script that keeps the page stays within them."""

from django.urls import path

from kintrace.servicepoints.views import devices, offline

urlpatterns = [
    path("points/offline/", offline.page, name="offline"),
    path("points/offline/sw.js", offline.worker, name="offline_worker"),
    path("points/offline/points/", offline.points, name="offline_points"),
    path("points/offline/ready/", offline.ready, name="offline_ready"),
    path("points/offline/contact/", offline.contact, name="offline_contact"),
    path("points/offline/order/", offline.order, name="offline_order"),
    path("points/devices/", devices.devices, name="devices"),
    path("points/devices/<uuid:device_id>/empty/", devices.empty, name="empty_device"),
    path("points/devices/<uuid:device_id>/off/", devices.take_off, name="take_off_device"),
]
