"""The only door to service points and what belongs to them."""

from kintrace.servicepoints.lookups.counts import rows_of_day, sums_of_day
from kintrace.servicepoints.lookups.days import day_of
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
    left_before,
    on_board,
    ticket_called,
    ticket_for,
)

__all__ = [
    "crew",
    "day_of",
    "left_before",
    "needs_for",
    "needs_in_force",
    "needs_of",
    "on_board",
    "one_of_crew",
    "point_for",
    "points_at_work",
    "points_of",
    "reviews_of",
    "rows_of_day",
    "sums_of_day",
    "task_for",
    "tasks_at",
    "tasks_of",
    "ticket_called",
    "ticket_for",
    "training_of",
]
