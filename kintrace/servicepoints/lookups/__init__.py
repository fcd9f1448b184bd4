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
from kintrace.servicepoints.lookups.needs import (
    crew,
    needs_for,
    needs_in_force,
    needs_of,
    one_of_crew,
    reviews_of,
    task_for,
    tasks_at,
    tasks_of,
    training_of,
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
    "crew",
    "day_of",
    "device_for",
    "device_or_none",
    "devices_at",
    "devices_of",
    "devices_unheard_of",
    "free_number",
    "left_before",
    "needs_for",
    "needs_in_force",
    "needs_of",
    "numbers_of_devices",
    "on_board",
    "one_of_crew",
    "point_for",
    "points_at_work",
    "points_of",
    "reviews_of",
    "rows_of_day",
    "sums_of_day",
    "taken_before",
    "task_for",
    "tasks_at",
    "tasks_of",
    "ticket_called",
    "ticket_for",
    "ticket_or_none",
    "training_of",
    "was_taken",
]
