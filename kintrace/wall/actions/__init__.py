"""Everything that changes the wall."""

from kintrace.wall.actions.messages import (
    Sent,
    answer,
    close_old,
    leave_message,
    pick_up,
    screen,
    write_back,
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
    "close_old",
    "empty_removals",
    "expire",
    "forget",
    "leave_message",
    "pick_up",
    "press",
    "propose",
    "publish",
    "remove_by_code",
    "screen",
    "take_down",
    "write_back",
]
