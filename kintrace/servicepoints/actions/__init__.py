"""All that changes service points and what belongs to them."""

from kintrace.servicepoints.actions.counting import (
    NoSuchService,
    NothingToTakeBack,
    count,
    take_back,
)
from kintrace.servicepoints.actions.days import (
    DayNotOpened,
    NotReady,
    PhonesStillHere,
    close_day,
    open_day,
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
from kintrace.servicepoints.actions.sent import (
    ClockWrong,
    DayIsClosed,
    Sent,
    TooLate,
    forget_used,
    is_first,
    require_in_time,
    require_not_closed,
)
from kintrace.servicepoints.actions.tickets import (
    BoardFull,
    SlotTaken,
    TicketIsOver,
    forget_tickets,
    give_ticket,
    move_ticket,
)

__all__ = [
    "BoardFull",
    "ClockWrong",
    "DayIsClosed",
    "DayNotOpened",
    "NoSuchService",
    "NotReady",
    "NothingToTakeBack",
    "PhonesStillHere",
    "Plan",
    "PointEnded",
    "PointNamed",
    "Sent",
    "SlotTaken",
    "TicketIsOver",
    "TooLate",
    "change_point",
    "close_day",
    "count",
    "end_point",
    "forget_tickets",
    "forget_used",
    "give_ticket",
    "is_first",
    "move_ticket",
    "open_again",
    "open_day",
    "require_at_work",
    "require_in_time",
    "require_not_closed",
    "set_up_point",
    "take_back",
]
