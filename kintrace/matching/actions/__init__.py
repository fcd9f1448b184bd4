"""All that changes pairs: proposed by a machine, judged by people. And whom requests may mean."""

from kintrace.matching.actions.asked import (
    forget_ended,
    forget_meant,
    hold_anew,
    note_meant,
    say_whether_meant,
)
from kintrace.matching.actions.judging import agree_to_more, judge
from kintrace.matching.actions.proposing import (
    expire_pairs,
    forget_pairs,
    open_more,
    part_pairs,
    propose,
    propose_across,
    stop_pairs,
    stop_shut,
    withdraw_stale,
)

__all__ = [
    "agree_to_more",
    "expire_pairs",
    "forget_ended",
    "forget_meant",
    "forget_pairs",
    "hold_anew",
    "judge",
    "note_meant",
    "open_more",
    "part_pairs",
    "propose",
    "propose_across",
    "say_whether_meant",
    "stop_pairs",
    "stop_shut",
    "withdraw_stale",
]
