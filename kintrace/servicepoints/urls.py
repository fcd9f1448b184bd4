"""Addresses of the desk that are about service points."""

from django.urls import path

from kintrace.servicepoints import urls_offline, urls_people
from kintrace.servicepoints.views import needs, points, reports, tickets, today, training

app_name = "servicepoints"
urlpatterns = [
    *urls_offline.urlpatterns,
    path("points/", points.points, name="points"),
    path("points/planned/", points.planned, name="planned"),
    path("points/new/", points.set_up, name="set_up"),
    path("points/<uuid:point_id>/", today.point, name="point"),
    path("points/<uuid:point_id>/change/", points.change, name="change"),
    path("points/<uuid:point_id>/end/", points.end, name="end"),
    path("points/<uuid:point_id>/again/", points.again, name="again"),
    *urls_people.urlpatterns,
    path("points/reports/", reports.shown, name="reports"),
    path("points/reports/table/", reports.table, name="reports_table"),
    # needs, safe access, tasks, training
    path("points/crew/", training.crew, name="crew"),
    path("points/crew/<uuid:member_id>/", training.training, name="training"),
    path("points/<uuid:point_id>/safe/", needs.safe, name="safe"),
    path("points/<uuid:point_id>/needs/", needs.listed, name="needs"),
    path("points/<uuid:point_id>/needs/begin/", needs.begin, name="begin_needs"),
    path("points/needs/<uuid:needs_id>/", needs.one, name="needs_one"),
    path("points/needs/<uuid:needs_id>/settle/", needs.settle, name="settle_needs"),
    path("points/needs/<uuid:needs_id>/<slug:group>/", needs.group, name="needs_group"),
    path("points/tasks/<uuid:task_id>/", needs.task, name="task"),
    # the day
    path("points/<uuid:point_id>/count/", today.count, name="count"),
    path("points/<uuid:point_id>/counts/", today.counts, name="counts"),
    path("points/<uuid:point_id>/tally/", today.tally, name="tally"),
    path("points/<uuid:point_id>/open/", today.open_day, name="open_day"),
    path("points/<uuid:point_id>/close/", today.close_day, name="close_day"),
    # the charging board
    path("points/<uuid:point_id>/tickets/", tickets.give, name="give_ticket"),
    path("points/tickets/<uuid:ticket_id>/", tickets.ticket, name="ticket"),
    path("points/tickets/<uuid:ticket_id>/paper/", tickets.printed, name="ticket_paper"),
    path("points/tickets/<uuid:ticket_id>/move/", tickets.move, name="move_ticket"),
    path("points/t/<slug:ticket_token>/", tickets.scanned, name="scanned"),
]
