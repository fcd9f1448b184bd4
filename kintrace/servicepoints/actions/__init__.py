"""All that changes service points and what belongs to them."""

from kintrace.servicepoints.actions.counting import (
    DayTooOld,
    NoSuchService,
    NothingToTakeBack,
    count,
    enter_tally,
    take_back,
)
from kintrace.servicepoints.actions.days import (
    DayNotOpened,
    NotReady,
    PhonesStillHere,
    close_day,
    open_day,
)
from kintrace.servicepoints.actions.figures import write_outside
from kintrace.servicepoints.actions.needs import (
    IsSettled,
    NotAnswered,
    answer_needs,
    begin_needs,
    settle_needs,
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
from kintrace.servicepoints.actions.tasks import finish_task, give_task, note_training
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
    "DayTooOld",
    "IsSettled",
    "NoSuchService",
    "NotAnswered",
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
    "answer_needs",
    "begin_needs",
    "change_point",
    "close_day",
    "count",
    "end_point",
    "enter_tally",
    "finish_task",
    "forget_tickets",
    "forget_used",
    "give_task",
    "give_ticket",
    "is_first",
    "move_ticket",
    "note_training",
    "open_again",
    "open_day",
    "require_at_work",
    "require_in_time",
    "require_not_closed",
    "set_up_point",
    "settle_needs",
    "take_back",
    "write_outside",
]
