"""All that changes pairs: proposed by a machine, judged by people."""

from kintrace.matching.actions.judging import agree_to_more, judge
from kintrace.matching.actions.proposing import (
    expire_pairs,
    forget_pairs,
    open_more,
    propose,
    propose_across,
    withdraw_pairs,
    withdraw_shut,
)

__all__ = [
    "agree_to_more",
    "expire_pairs",
    "forget_pairs",
    "judge",
    "open_more",
    "propose",
    "propose_across",
    "withdraw_pairs",
    "withdraw_shut",
]
