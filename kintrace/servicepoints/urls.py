"""Addresses of the desk that are about service points."""

from django.urls import path

from kintrace.servicepoints.views import devices, offline, points, tickets, today

app_name = "servicepoints"
urlpatterns = [
    path("points/", points.points, name="points"),
    path("points/planned/", points.planned, name="planned"),
    path("points/offline/", offline.page, name="offline"),
    path("points/offline/sw.js", offline.worker, name="offline_worker"),
    path("points/offline/points/", offline.points, name="offline_points"),
    path("points/offline/ready/", offline.ready, name="offline_ready"),
    path("points/offline/contact/", offline.contact, name="offline_contact"),
    path("points/offline/order/", offline.order, name="offline_order"),
    path("points/devices/", devices.devices, name="devices"),
    path("points/devices/<uuid:device_id>/empty/", devices.empty, name="empty_device"),
    path("points/devices/<uuid:device_id>/off/", devices.take_off, name="take_off_device"),
    path("points/new/", points.set_up, name="set_up"),
    path("points/<uuid:point_id>/", today.point, name="point"),
    path("points/<uuid:point_id>/change/", points.change, name="change"),
    path("points/<uuid:point_id>/end/", points.end, name="end"),
    path("points/<uuid:point_id>/again/", points.again, name="again"),
    # the day
    path("points/<uuid:point_id>/count/", today.count, name="count"),
    path("points/<uuid:point_id>/counts/", today.counts, name="counts"),
    path("points/<uuid:point_id>/open/", today.open_day, name="open_day"),
    path("points/<uuid:point_id>/close/", today.close_day, name="close_day"),
    # the charging board
    path("points/<uuid:point_id>/tickets/", tickets.give, name="give_ticket"),
    path("points/tickets/<uuid:ticket_id>/", tickets.ticket, name="ticket"),
    path("points/tickets/<uuid:ticket_id>/paper/", tickets.printed, name="ticket_paper"),
    path("points/tickets/<uuid:ticket_id>/move/", tickets.move, name="move_ticket"),
    path("points/t/<slug:ticket_token>/", tickets.scanned, name="scanned"),
]
