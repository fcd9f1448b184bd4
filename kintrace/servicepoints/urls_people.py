"""Addresses of people whom a point sees again, of what they carry, of slips and bookings."""

from django.urls import path

from kintrace.servicepoints.views import carried, guarded, people, ways_on

_POINT, _PERSON = "points/<uuid:point_id>/", "points/people/<uuid:registration_id>/"
_GUARDED, _TALK = "points/guarded/<uuid:registration_id>/", "points/talks/<uuid:booking_id>/"

urlpatterns = [
    path(f"{_POINT}people/", people.people, name="people"),
    path(f"{_POINT}people/new/", people.begin, name="begin_person"),
    path(f"{_POINT}people/new/<uuid:text_id>/", people.register, name="register_person"),
    path(f"{_POINT}carried/", carried.carried, name="carried"),
    path(f"{_POINT}carried/yes/", carried.take_on, name="take_on"),
    path(f"{_POINT}slip/", ways_on.slip, name="slip"),
    path(_PERSON, people.person, name="person"),
    path(f"{_PERSON}met/", people.met, name="met"),
    path(f"{_PERSON}hand-over/", carried.hand_over, name="hand_over"),
    path(f"{_PERSON}request/", people.go_on, name="go_on"),
    path(f"{_PERSON}no-more/", people.no_more, name="no_more"),
    path("points/guarded/", guarded.guarded, name="guarded"),
    path(_GUARDED, guarded.guarded_person, name="guarded_person"),
    path(f"{_GUARDED}take/", guarded.guarded_take, name="guarded_take"),
    path(f"{_GUARDED}met/", guarded.guarded_met, name="guarded_met"),
    path(f"{_GUARDED}hand-over/", guarded.guarded_hand_over, name="guarded_hand_over"),
    path(f"{_GUARDED}no-more/", guarded.guarded_no_more, name="guarded_no_more"),
    path("points/talks/", ways_on.bookings, name="bookings"),
    path("points/talks/new/", ways_on.book, name="book"),
    path("points/slips/came/", ways_on.came, name="came"),
    path(f"{_TALK}kept/", ways_on.booking_kept, name="booking_kept"),
    path(f"{_TALK}off/", ways_on.booking_off, name="booking_off"),
]
