"""The only door to service points and what belongs to them."""

from kintrace.servicepoints.lookups.counts import rows_of_day, sums_of_day
from kintrace.servicepoints.lookups.days import day_of
from kintrace.servicepoints.lookups.people import (
    carries_until,
    expected_nowhere,
    guarded_for,
    guarded_of_society,
    point_or_none,
    registered_among,
    registered_as,
    registration_for,
    registrations_over,
    to_see,
    told_by,
    tries_since,
    untaken_guarded,
    waiting_to_see,
)
from kintrace.servicepoints.lookups.points import point_for, points_at_work, points_of
from kintrace.servicepoints.lookups.tickets import (
    left_before,
    on_board,
    ticket_called,
    ticket_for,
)
from kintrace.servicepoints.lookups.ways_on import (
    booking_for,
    bookings_at,
    bookings_before,
    bookings_of_day,
    bookings_to_come,
    slip_waiting,
    slips_before,
)

__all__ = [
    "booking_for",
    "bookings_at",
    "bookings_before",
    "bookings_of_day",
    "bookings_to_come",
    "carries_until",
    "day_of",
    "expected_nowhere",
    "guarded_for",
    "guarded_of_society",
    "left_before",
    "on_board",
    "point_for",
    "point_or_none",
    "points_at_work",
    "points_of",
    "registered_among",
    "registered_as",
    "registration_for",
    "registrations_over",
    "rows_of_day",
    "slip_waiting",
    "slips_before",
    "sums_of_day",
    "ticket_called",
    "ticket_for",
    "to_see",
    "told_by",
    "tries_since",
    "untaken_guarded",
    "waiting_to_see",
]
