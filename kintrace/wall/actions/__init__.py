"""Everything that changes the wall."""

from kintrace.wall.actions.attestations import attest, attest_no_more
from kintrace.wall.actions.inbox import (
    answer,
    assign,
    clock_of,
    close_old,
    forget_message,
    note_alarms,
    pick_up,
    screen,
    write_down,
)
from kintrace.wall.actions.messages import (
    Sent,
    leave_message,
    report_demand,
    tell_who,
    write_back,
)
from kintrace.wall.actions.papers import expire_papers
from kintrace.wall.actions.posters import (
    cover,
    forget_old,
    hang,
    hang_again,
    keep_from_others,
    keep_promises,
    make_poster,
    settle_region,
    take_off,
)
from kintrace.wall.actions.publication import (
    advance,
    expire,
    forget,
    kind_of,
    propose,
    publish,
    take_down,
    unsay_relations,
)
from kintrace.wall.actions.removals import (
    REST_REFUSED,
    empty_removals,
    press,
    remove_by_code,
    tell_with_press,
)
from kintrace.wall.actions.renewal import renew
from kintrace.wall.actions.reviews import answer_review, ask_partner, recall_review
from kintrace.wall.actions.second_eye import approve, judge_age, send_back

__all__ = [
    "REST_REFUSED",
    "Sent",
    "advance",
    "answer",
    "answer_review",
    "approve",
    "ask_partner",
    "assign",
    "attest",
    "attest_no_more",
    "clock_of",
    "close_old",
    "cover",
    "empty_removals",
    "expire",
    "expire_papers",
    "forget",
    "forget_message",
    "forget_old",
    "hang",
    "hang_again",
    "judge_age",
    "keep_from_others",
    "keep_promises",
    "kind_of",
    "leave_message",
    "make_poster",
    "note_alarms",
    "pick_up",
    "press",
    "propose",
    "publish",
    "recall_review",
    "remove_by_code",
    "renew",
    "report_demand",
    "screen",
    "send_back",
    "settle_region",
    "take_down",
    "take_off",
    "tell_who",
    "tell_with_press",
    "unsay_relations",
    "write_back",
    "write_down",
]
