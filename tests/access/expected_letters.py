"""Who may open which address of Red Cross Messages, of “safe and well”, and of who came forward."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, SEEN, Line, Methods, staff

R = Right


def _letter(methods: Methods, which: str) -> Line:
    """A page on which a Red Cross Message is read."""
    return staff(R.CHANGE_CASES, methods, box=True, message_id=which)


LETTERS: dict[str, Line] = {
    # --- the desk: Red Cross Messages ---
    "cases:begin_red_cross": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:red_cross_list": staff(R.CHANGE_CASES, SEEN),
    "cases:red_cross": staff(R.CHANGE_CASES, SEEN, message_id="letter to check"),
    "cases:red_cross_step": _letter(FORM, "letter being written").with_(kind="text"),
    "cases:red_cross_picture_step": _letter(FORM, "letter being written"),
    "cases:red_cross_picture": _letter(SEEN, "letter being written"),
    "cases:red_cross_collect": staff(R.CHANGE_CASES, PRESS, message_id="letter being written"),
    "cases:red_cross_check": _letter(FORM, "letter to check"),
    "cases:red_cross_send": _letter(FORM, "checked letter"),
    "cases:red_cross_call_off": staff(R.CHANGE_CASES, FORM, message_id="checked letter"),
    "cases:red_cross_take": staff(R.CHANGE_CASES, PRESS, message_id="letter in delivery"),
    "cases:red_cross_paper": _letter(SEEN, "letter in delivery"),
    "cases:red_cross_delivered": staff(R.CHANGE_CASES, FORM, message_id="letter in delivery"),
    "cases:red_cross_reply": staff(R.CHANGE_CASES, FORM, message_id="letter in delivery"),
    "cases:red_cross_return": staff(R.CHANGE_CASES, FORM, message_id="letter in delivery"),
    "cases:red_cross_reply_given": _letter(PRESS, "letter in delivery"),
    # --- the desk: safe and well ---
    "cases:safe": staff(R.CHANGE_CASES, FORM),
    "cases:safe_write": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:safe_new": staff(R.OPEN_CASES, FORM),
    "cases:safe_alone": staff(R.OPEN_CASES, FORM, subject="well alone"),
    "cases:safe_entry": staff(R.CHANGE_CASES, SEEN, safe_id="safe and well alone"),
    "cases:safe_take_back": staff(R.OPEN_CASES, FORM),
    "cases:safe_told": staff(R.CHANGE_CASES, PRESS, safe_id="safe and well"),
    "cases:safe_end": staff(R.CHANGE_CASES, PRESS, safe_id="safe and well"),
    # --- the desk: who told us who they are ---
    "cases:forward_list": staff(R.READ_CASES, SEEN),
    "cases:forward_write": _letter(FORM, "message of who they are"),
    "cases:forward": staff(R.READ_CASES, SEEN, lead_id="came forward"),
    "cases:forward_search": staff(R.CHANGE_CASES, PRESS, lead_id="came forward"),
    "cases:forward_looked": staff(R.CHANGE_CASES, PRESS, lead_id="came forward"),
    "cases:forward_longer": staff(R.CHANGE_CASES, FORM, lead_id="came forward"),
    "cases:forward_end": staff(R.CHANGE_CASES, FORM, lead_id="came forward"),
}
