"""Everything that is written down about what people do here: one list for the whole house."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Deed(TextChoices):
    """A code is never renamed or used anew: entries keep it for ever, under their seal."""

    # coming and going
    SIGNED_IN = "signed_in", _("Signed in")
    SIGNED_OUT = "signed_out", _("Signed out")
    SIGN_IN_FAILED = "sign_in_failed", _("A sign-in failed")
    CONFIRMED_SELF = "confirmed_self", _("Confirmed who they are")
    ENDED_SESSIONS = "ended_sessions", _("Ended other sessions")
    SET_SECOND_FACTOR = "set_second_factor", _("Set a second factor")
    REMOVED_SECOND_FACTOR = "removed_second_factor", _("Removed a second factor")
    MADE_RECOVERY_CODES = "made_recovery_codes", _("Made new recovery codes")
    CHANGED_PASSWORD = "changed_password", _("Changed the password")
    ASKED_RESET = "asked_reset", _("Asked for a new password")
    RESET_PASSWORD = "reset_password", _("Set a new password by letter")
    REFUSED = "refused", _("Was refused")

    # the network
    FOUNDED_SOCIETY = "founded_society", _("Founded a society")
    CHANGED_SOCIETY = "changed_society", _("Changed a society")
    CHANGED_SETTINGS = "changed_settings", _("Changed settings")
    OPENED_DESK = "opened_desk", _("Opened a desk")
    CHANGED_DESK = "changed_desk", _("Changed a desk")
    CLOSED_DESK = "closed_desk", _("Closed a desk")
    NAMED_NETWORK = "named_network", _("Named a network that many share")
    REMOVED_NETWORK = "removed_network", _("Removed a network from the list")
    INVITED_MEMBER = "invited_member", _("Invited a member")
    JOINED = "joined", _("Joined as a member")
    CHANGED_MEMBER = "changed_member", _("Changed a member")
    MEMBER_LEFT = "member_left", _("Recorded that a member left")

    AGREED_TO_SHARE = "agreed_to_share", _("Signed an agreement between two societies")
    ENDED_AGREEMENT = "ended_agreement", _("Ended an agreement between two societies")

    # keys and boxes
    SET_OPENING_PASSWORD = "set_opening_password", _("Set an opening password")
    HELD_CEREMONY = "held_ceremony", _("Held a key ceremony")
    GRANTED_BOX = "granted_box", _("Granted a box")
    REVOKED_GRANTS = "revoked_grants", _("Took back grants of boxes")
    OPENED_BOX = "opened_box", _("Opened a box")
    OPENING_FAILED = "opening_failed", _("Failed to open a box")
    CLOSED_BOX = "closed_box", _("Closed a box")
    ROTATED_KEYS = "rotated_keys", _("Rotated keys")
    BACKED_UP = "backed_up", _("Made a backup")
    RESTORED = "restored", _("Restored a backup")

    # protection
    WROTE_NOTICE_TEXT = "wrote_notice_text", _("Wrote an information notice")
    APPROVED_NOTICE_TEXT = "approved_notice_text", _("Approved an information notice")
    GAVE_NOTICE = "gave_notice", _("Gave the information notice")
    RECORDED_BASIS = "recorded_basis", _("Recorded a lawful basis")
    CHANGED_BASIS = "changed_basis", _("Changed who must not learn")
    SHORTENED_BASIS = "shortened_basis", _("Noted an earlier last day of a lawful basis")
    WITHDREW_BASIS = "withdrew_basis", _("Recorded a withdrawal")
    ANSWERED_RISK = "answered_risk", _("Answered the risk questions")
    ASKED_WHO_RECOGNISES = "asked_who_recognises", _("Asked who may recognise the person")
    PUT_ON_HOLD = "put_on_hold", _("Put on hold")
    LIFTED_HOLD = "lifted_hold", _("Lifted a hold")
    ERASED = "erased", _("Erased a record")
    EXPIRED = "expired", _("Let a record expire")

    # cases and people
    KEPT_DRAFT = "kept_draft", _("Kept a draft")
    DISCARDED_DRAFT = "discarded_draft", _("Discarded a draft")
    OPENED_CASE = "opened_case", _("Opened a case")
    READ_CASE = "read_case", _("Read a case")
    CHANGED_CASE = "changed_case", _("Changed a case")
    ASSIGNED_CASE = "assigned_case", _("Assigned a case")
    CLOSED_CASE = "closed_case", _("Closed a case")
    REOPENED_CASE = "reopened_case", _("Opened a case again")
    LOGGED_CONTACT = "logged_contact", _("Wrote down a talk with the person")
    SEARCHED = "searched", _("Searched")
    WROTE_DOWN_PERSON = "wrote_down_person", _("Wrote down a person")
    CORRECTED_PERSON = "corrected_person", _("Corrected a person")
    READ_PERSON = "read_person", _("Read a person")
    FORGOT_PERSON = "forgot_person", _("Erased what a person told")
    TOOK_PHOTO = "took_photo", _("Took a photo")
    SAW_PHOTO = "saw_photo", _("Saw a photo")

    # the wall and its messages
    PROPOSED_FACE = "proposed_face", _("Proposed a face")
    CONSENTED_FACE = "consented_face", _("Noted the consent to show a face")
    CLEARED_FACE = "cleared_face", _("Noted that the risks of a face are answered")
    APPROVED_FACE = "approved_face", _("Approved a face")
    DECLINED_FACE = "declined_face", _("Declined a face")
    JUDGED_AGE = "judged_age", _("Judged the age of a person in a photo")
    SIGNED_FOR_CHILD = "signed_for_child", _("Signed that a photo is in the interest of a child")
    ASKED_PARTNER = "asked_partner", _("Asked a partner society to look at a face")
    RECALLED_PAPER = "recalled_paper", _("Took back a question to a partner society")
    PUT_ON_WALL = "put_on_wall", _("Put a face on the wall")
    RENEWED_FACE = "renewed_face", _("Let a face hang longer")
    TOOK_DOWN = "took_down", _("Took a face down")
    MESSAGE_ARRIVED = "message_arrived", _("A message arrived")
    READ_MESSAGE = "read_message", _("Read a message")
    SCREENED_MESSAGE = "screened_message", _("Screened a message")
    ANSWERED_MESSAGE = "answered_message", _("Answered a message")
    CLOSED_MESSAGE = "closed_message", _("Closed a message")
    ASSIGNED_MESSAGE = "assigned_message", _("Assigned a message")
    WROTE_DOWN_MESSAGE = "wrote_down_message", _("Wrote down what was told by phone or at a desk")
    ALARM_RANG = "alarm_rang", _("A message was left waiting too long")
    KEPT_LEAD = "kept_lead", _("Kept a lead")
    WROTE_SENTENCE = "wrote_sentence", _("Wrote a sentence for answers")
    APPROVED_SENTENCE = "approved_sentence", _("Approved a sentence for answers")
    REMOVAL_ARRIVED = "removal_arrived", _("A removal arrived")

    # what came of it
    ENTERED_COST = "entered_cost", _("Entered a cost")
    TOOK_BACK_COST = "took_back_cost", _("Took back a cost")
    WROTE_REPORT = "wrote_report", _("Wrote a part of the yearly report")
    # posters
    MADE_REGION = "made_region", _("Made a region")
    CHANGED_REGION = "changed_region", _("Changed a region")
    MADE_POSTER = "made_poster", _("Made a poster")
    PRINTED_POSTER = "printed_poster", _("Printed a poster")
    HUNG_POSTER = "hung_poster", _("Noted where a poster hangs")
    TOOK_POSTER_OFF = "took_poster_off", _("Noted that a poster is down")
    COVERED_FACE = "covered_face", _("Noted that a face on a poster is covered")
    UNCOVERED_FACE = "uncovered_face", _("Noted that a face on a poster is not covered")
    HEARD_CODE = "heard_code", _("Looked up a code from a poster")

    # letters and the audit itself
    SENT_LETTER = "sent_letter", _("Sent a letter")
    READ_AUDIT = "read_audit", _("Read the audit")

    # reading, and who watches over it
    OPENED_RECORD = "opened_record", _("Opened a page of a record")
    LISTED_CASES = "listed_cases", _("Looked through the list of cases")
    TOOK_FILE = "took_file", _("Took a file out of a record")
    GAVE_REASON = "gave_reason", _("Said why so much is read")
    RANG = "rang", _("An alarm rang")
    ANSWERED_ALARM = "answered_alarm", _("Answered an alarm")
    SET_HOURS = "set_hours", _("Set the hours of work")
    PLANTED_CANARY = "planted_canary", _("Marked an invented case")
    TOOK_BACK_CANARY = "took_back_canary", _("Took back the mark of an invented case")
