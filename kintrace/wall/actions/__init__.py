"""Everything that changes the wall."""

from kintrace.wall.actions.inbox import (
    answer,
    assign,
    close_old,
    note_alarms,
    pick_up,
    screen,
    write_down,
)
from kintrace.wall.actions.messages import Sent, leave_message, report_demand, write_back
from kintrace.wall.actions.posters import (
    cover,
    forget_old,
    hang,
    hang_again,
    keep_promises,
    make_poster,
    settle_region,
    take_off,
)
from kintrace.wall.actions.publication import (
    advance,
    approve,
    expire,
    forget,
    propose,
    publish,
    take_down,
)
from kintrace.wall.actions.removals import empty_removals, press, remove_by_code

__all__ = [
    "Sent",
    "advance",
    "answer",
    "approve",
    "assign",
    "close_old",
    "cover",
    "empty_removals",
    "expire",
    "forget",
    "forget_old",
    "hang",
    "hang_again",
    "keep_promises",
    "leave_message",
    "make_poster",
    "note_alarms",
    "pick_up",
    "press",
    "propose",
    "publish",
    "remove_by_code",
    "report_demand",
    "screen",
    "settle_region",
    "take_down",
    "take_off",
    "write_back",
    "write_down",
]
