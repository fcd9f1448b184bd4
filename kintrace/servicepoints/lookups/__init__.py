"""The only door to service points and what belongs to them."""

from kintrace.servicepoints.lookups.counts import rows_of_day, sums_of_day
from kintrace.servicepoints.lookups.days import day_of
from kintrace.servicepoints.lookups.points import point_for, points_at_work, points_of
from kintrace.servicepoints.lookups.tickets import (
    left_before,
    on_board,
    ticket_called,
    ticket_for,
)

__all__ = [
    "day_of",
    "left_before",
    "on_board",
    "point_for",
    "points_at_work",
    "points_of",
    "rows_of_day",
    "sums_of_day",
    "ticket_called",
    "ticket_for",
]
