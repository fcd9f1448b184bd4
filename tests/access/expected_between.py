"""Who may open what stands between two societies. Part of the one table in expected.py."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, SEEN, Line, staff

R = Right
BETWEEN: dict[str, Line] = {
    "cases:other_societies": staff(R.READ_CASES, FORM),
    "cases:ask_society": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:transfer": staff(R.READ_CASES, FORM, transfer_id="transfer"),
    "cases:transfer_parts": staff(R.CHANGE_CASES, FORM, transfer_id="transfer"),
    "cases:transfer_ground": staff(R.CHANGE_CASES, FORM, transfer_id="transfer"),
    "cases:transfer_send": staff(R.CHANGE_CASES, FORM, box=True, transfer_id="transfer"),
    "cases:transfer_recall": staff(R.CHANGE_CASES, PRESS, transfer_id="transfer"),
    "cases:transfer_say": staff(R.CHANGE_CASES, PRESS, transfer_id="transfer"),
    "cases:transfer_seen": staff(R.CHANGE_CASES, PRESS, transfer_id="transfer"),
    "cases:transfer_family": staff(R.CHANGE_CASES, FORM, box=True, transfer_id="asked"),
    "cases:transfer_vouch": staff(R.RELEASE_CONTACT, FORM, transfer_id="asked"),
    "cases:incoming": staff(R.READ_CASES, FORM, incoming_id="incoming"),
    "cases:incoming_accept": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    "cases:incoming_decline": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    "cases:incoming_note": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    "cases:incoming_result": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    "cases:incoming_say": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    "cases:incoming_link": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    "cases:compare_afar": staff(R.KEEP_APART, FORM, box=True, incoming_id="taken on"),
    "cases:incoming_seen": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    "cases:incoming_give": staff(R.CHANGE_CASES, FORM, incoming_id="incoming"),
    "cases:incoming_stopped": staff(R.CHANGE_CASES, PRESS, incoming_id="incoming"),
    # --- who may be one person: searched for here, proposed, judged ---
    "matching:search": staff(R.SEARCH_CARDS, FORM),
    "matching:pairs": staff(R.JUDGE_PAIRS, SEEN),
    "matching:judged": staff(R.SEE_FIGURES, SEEN),
    "matching:pair": staff(R.JUDGE_PAIRS, SEEN, pair_id="pair"),
    "matching:agree": staff(R.JUDGE_PAIRS, PRESS, pair_id="pair"),
    "matching:judge": staff(R.JUDGE_PAIRS, PRESS, pair_id="pair"),
    "matching:take_back": staff(R.JUDGE_PAIRS, PRESS, pair_id="pair"),
    "matching:not_meant": staff(
        R.JUDGE_PAIRS, PRESS, incoming_id="taken on", subject="handed-in subject"
    ),
    "matching:perhaps_meant": staff(
        R.JUDGE_PAIRS, PRESS, incoming_id="taken on", subject="handed-in subject"
    ),
    "matching:let_compare": staff(R.CHANGE_CASES, FORM, case_id="case"),
}
