"""The only door to service points and what belongs to them."""

from kintrace.servicepoints.lookups.counts import rows_of_day, sums_of_day
from kintrace.servicepoints.lookups.days import day_of
from kintrace.servicepoints.lookups.devices import (
    device_for,
    device_or_none,
    devices_at,
    devices_of,
    devices_unheard_of,
    numbers_of_devices,
    taken_before,
    was_taken,
)
from kintrace.servicepoints.lookups.points import point_for, points_at_work, points_of
from kintrace.servicepoints.lookups.tickets import (
    free_number,
    left_before,
    on_board,
    ticket_called,
    ticket_for,
    ticket_or_none,
)

__all__ = [
    "day_of",
    "device_for",
    "device_or_none",
    "devices_at",
    "devices_of",
    "devices_unheard_of",
    "free_number",
    "left_before",
    "numbers_of_devices",
    "on_board",
    "point_for",
    "points_at_work",
    "points_of",
    "rows_of_day",
    "sums_of_day",
    "taken_before",
    "ticket_called",
    "ticket_for",
    "ticket_or_none",
    "was_taken",
]
