"""The only door to service points and what belongs to them."""

from kintrace.servicepoints.lookups.points import point_for, points_at_work, points_of

__all__ = ["point_for", "points_at_work", "points_of"]
