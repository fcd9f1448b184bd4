"""All that changes service points and what belongs to them."""

from kintrace.servicepoints.actions.arriving import (
    NotTaken,
    forget_taken,
    take_record,
    take_records,
)
from kintrace.servicepoints.actions.devices import (
    TooManyDevices,
    ask_to_empty,
    forget_devices,
    make_ready,
    take_off,
    tell_to_empty,
)
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
    "NotTaken",
    "Plan",
    "PointEnded",
    "PointNamed",
    "TooManyDevices",
    "ask_to_empty",
    "change_point",
    "end_point",
    "forget_devices",
    "forget_taken",
    "make_ready",
    "open_again",
    "require_at_work",
    "set_up_point",
    "take_off",
    "take_record",
    "take_records",
    "tell_to_empty",
]
