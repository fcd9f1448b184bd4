"""All that changes notices, bases, risk answers, holds, erasures and how long things stay."""

from kintrace.protection.actions.bases import (
    change_not_with,
    expire_bases,
    extend_weighed,
    record_basis,
    shorten,
    weigh_basis,
    withdraw,
)
from kintrace.protection.actions.erasure import discard, erase, erase_keys, forget_rows
from kintrace.protection.actions.holds import (
    answer_risk,
    ask_who_recognises,
    lift_hold,
    note_asked_apart,
    note_told,
    put_on_hold,
    require_asked_here,
)
from kintrace.protection.actions.notices import (
    Heard,
    approve_notice,
    draft_default_notices,
    draft_notice,
    forget_notice,
    give_notice,
    new_subject,
    note_read,
    require_notice,
    writer_of,
)
from kintrace.protection.actions.retention import settle
from kintrace.protection.actions.safeguards import hold_after_restore
from kintrace.protection.actions.unfound import (
    compare_anew,
    compared,
    end_do_not_find,
    forget_words,
    keep_apart,
    register_do_not_find,
)

__all__ = [
    "Heard",
    "answer_risk",
    "approve_notice",
    "ask_who_recognises",
    "change_not_with",
    "compare_anew",
    "compared",
    "discard",
    "draft_default_notices",
    "draft_notice",
    "end_do_not_find",
    "erase",
    "erase_keys",
    "expire_bases",
    "extend_weighed",
    "forget_notice",
    "forget_rows",
    "forget_words",
    "give_notice",
    "hold_after_restore",
    "keep_apart",
    "lift_hold",
    "new_subject",
    "note_asked_apart",
    "note_read",
    "note_told",
    "put_on_hold",
    "record_basis",
    "register_do_not_find",
    "require_asked_here",
    "require_notice",
    "settle",
    "shorten",
    "weigh_basis",
    "withdraw",
    "writer_of",
]
