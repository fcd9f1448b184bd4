"""Who may open the pages of casework: one line per route."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, Line, staff

R = Right
CASEWORK: dict[str, Line] = {
    # --- the desk: drafts ---
    "cases:desk": staff(R.SEE_DESK, FORM),
    "cases:begin": staff(R.OPEN_CASES, FORM),
    "cases:informed": staff(R.OPEN_CASES, FORM, text_id="text"),
    "cases:check": staff(R.OPEN_CASES, FORM, draft_id="draft"),
    "cases:step": staff(R.OPEN_CASES, FORM, draft_id="draft").with_(key="searcher"),
    "cases:submit": staff(R.OPEN_CASES, PRESS, draft_id="draft"),
    "cases:leave_out": staff(R.OPEN_CASES, PRESS, draft_id="draft").with_(number="2"),
    "cases:drop": staff(R.OPEN_CASES, PRESS, draft_id="draft"),
    # --- the desk: cases ---
    "cases:list": staff(R.READ_CASES, FORM),
    "cases:find": staff(R.READ_CASES, PRESS),
    "cases:keep_view": staff(R.READ_CASES, PRESS),
    "cases:change_view": staff(R.READ_CASES, PRESS),
    "cases:work_at": staff(R.OPEN_CASES, PRESS),
    "cases:case": staff(R.READ_CASES, FORM, case_id="case"),
    "cases:requests": staff(R.ACCEPT_CASES, FORM),
    "cases:criteria": staff(R.SET_CRITERIA, FORM),
    "cases:accept": staff(R.ACCEPT_CASES, FORM, case_id="handed-in case"),
    "cases:refusal": staff(R.ACCEPT_CASES, FORM, case_id="refused case"),
    "cases:second_look": staff(R.REVIEW_REFUSALS, FORM, case_id="refused case"),
    "cases:take_up": staff(R.CHANGE_CASES, PRESS, case_id="handed-in case"),
    "cases:give": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:go": staff(R.CHANGE_CASES, FORM, case_id="case").with_(to="tracing"),
    "cases:close": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:reopen": staff(R.REOPEN_CASES, FORM, case_id="case"),
    "cases:reviewed": staff(R.CHANGE_CASES, PRESS, case_id="case"),
    "cases:ending": staff(R.KEEP_LONGER, FORM),
    "cases:keep": staff(R.KEEP_LONGER, FORM, case_id="case"),
    "cases:past": staff(R.SEE_FIGURES, FORM),
    # --- the desk: a face on its way to the wall ---
    "cases:compare": staff(R.KEEP_APART, FORM, box=True, case_id="case"),
    "cases:consent": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:photo": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:preview": staff(R.CHANGE_CASES, FORM, case_id="case").with_(frame="upper"),
    "cases:propose": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:put_up": staff(R.CHANGE_CASES, PRESS, case_id="case"),
    "cases:take_down": staff(R.TAKE_DOWN_FACES, FORM, case_id="shown case"),
    "cases:contact": staff(R.CHANGE_CASES, FORM, case_id="shown case"),
    "cases:birth": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:reminders": staff(R.CHANGE_CASES, FORM, box=True),
    "cases:second_eye": staff(R.APPROVE_FACES, FORM),
    "cases:decide": staff(R.APPROVE_FACES, FORM, notice_id="notice"),
    "cases:picture": staff(R.READ_CASES, FORM, notice_id="notice"),
    # --- the desk: a partner's second eye ---
    "cases:ask_partner": staff(R.CHANGE_CASES, FORM, case_id="case"),
    "cases:recall": staff(R.CHANGE_CASES, PRESS, case_id="case"),
    "cases:review": staff(R.APPROVE_FACES, FORM, review_id="review"),
    "cases:review_picture": staff(R.APPROVE_FACES, FORM, review_id="review"),
    # --- the desk: messages ---
    "cases:inbox": staff(R.READ_INBOX, FORM),
    "cases:message": staff(R.READ_INBOX, FORM, box=True, message_id="message"),
    "cases:answer": staff(R.ANSWER_MESSAGES, PRESS, box=True, message_id="message"),
    "cases:screen": staff(R.ANSWER_MESSAGES, PRESS, box=True, message_id="message"),
    "cases:assign": staff(R.ANSWER_MESSAGES, PRESS, message_id="message"),
    "cases:lead": staff(R.CHANGE_CASES, FORM, box=True, message_id="message"),
    "cases:told": staff(R.ANSWER_MESSAGES, FORM, face_id="face"),
    "cases:told_of_no_face": staff(R.ANSWER_MESSAGES, FORM),
    # --- the desk: sentences for answers ---
    "cases:replies": staff(R.APPROVE_NOTICES, FORM),
    "cases:new_reply": staff(R.APPROVE_NOTICES, FORM),
    "cases:first_replies": staff(R.APPROVE_NOTICES, PRESS),
    "cases:approve_reply": staff(R.APPROVE_NOTICES, PRESS, sentence_id="sentence"),
}
