"""All that changes pairs: proposed by a machine, judged by people."""

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
    "forget_pairs",
    "judge",
    "open_more",
    "part_pairs",
    "propose",
    "propose_across",
    "stop_pairs",
    "stop_shut",
    "withdraw_stale",
]
