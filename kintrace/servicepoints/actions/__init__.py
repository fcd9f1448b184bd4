"""All that changes service points and what belongs to them."""

from kintrace.servicepoints.actions.points import (
    Plan,
    PointEnded,
    PointNamed,
    change_point,
    end_point,
    open_again,
    require_at_work,
    set_up_point,
)

__all__ = [
    "Plan",
    "PointEnded",
    "PointNamed",
    "change_point",
    "end_point",
    "open_again",
    "require_at_work",
    "set_up_point",
]
