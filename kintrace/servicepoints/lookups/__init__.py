"""The only door to service points and what belongs to them."""

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

__all__ = [
    "device_for",
    "device_or_none",
    "devices_at",
    "devices_of",
    "devices_unheard_of",
    "numbers_of_devices",
    "point_for",
    "points_at_work",
    "points_of",
    "taken_before",
    "was_taken",
]
