"""Who may open which address: one line per route, written down apart from the views themselves.

A line names whom the page is for, the methods it answers, and what stands in its address. The
matrix (test_matrix.py) walks every route and every person by this table and by nothing else.
"""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.expected_between import BETWEEN
from tests.access.expected_casework import CASEWORK
from tests.access.expected_children import CHILDREN
from tests.access.expected_house import HOUSE
from tests.access.expected_letters import LETTERS
from tests.access.expected_points import POINTS
from tests.access.expected_points_people import POINTS_PEOPLE
from tests.access.expected_tablets import TABLETS
from tests.access.lines import (
    FORM,
    PRESS,
    SEEN,
    Line,
    again,
    arriving,
    everyone,
    member,
    member_again,
    staff,
)

R = Right
TABLE: dict[str, Line] = {
    # --- the wall: for everyone, on the public side ---
    "wall:gallery": everyone(SEEN),
    "wall:face": everyone(SEEN, face_id="face"),
    "wall:sheet": everyone(SEEN, face_id="face"),
    "wall:write": everyone(FORM, face_id="face"),
    "wall:sent": everyone(SEEN),
    "wall:answer": everyone(FORM),
    "wall:take_down": everyone(FORM),
    "wall:demand": everyone(FORM),
    "wall:who_i_am": everyone(FORM),
    "wall:certificate": everyone(FORM),
    "wall:about": everyone(SEEN),
    "wall:information": everyone(SEEN),
    "wall:service": everyone(SEEN),
    "wall:tracing": everyone(SEEN),
    "wall:data": everyone(SEEN),
    "wall:risks": everyone(SEEN),
    "wall:in_touch": everyone(SEEN),
    "wall:pictures": everyone(SEEN),
    "wall:pass_on": everyone(SEEN),
    "wall:where": everyone(SEEN),
    "wall:keep_places": everyone(SEEN),
    "wall:route": everyone(FORM),
    "wall:screen": everyone(SEEN),
    "wall:slides": everyone(SEEN),
    "wall:welcome": everyone(SEEN),
    # --- services nearby: for everyone, on the public side ---
    "directory:places": everyone(SEEN),
    "directory:place": everyone(SEEN, code="place code"),
    "directory_plain:data": everyone(SEEN, code="place code"),
    "feedback:give": everyone(FORM),
    "plain:picture": everyone(SEEN, name="picture").with_(size="320", ending="jpg"),
    "plain:robots": everyone(SEEN),
    # --- the contact safe: for everyone, on the public side ---
    "safe:start": everyone(SEEN),
    "safe:new": everyone(SEEN),
    "safe:open": everyone(SEEN),
    "safe:cards": everyone(SEEN),
    "safe_plain:lying_under": everyone(PRESS),
    "safe_plain:keep": everyone(PRESS),
    "safe_plain:opened": everyone(PRESS),
    "safe_plain:delete": everyone(PRESS),
    # --- coming in and going out; who is in already is led on ---
    "account_login": everyone(FORM, gives=(200, 302)),
    "mfa_authenticate": everyone(FORM, gives=(200, 302)),
    "account_logout": everyone(FORM, gives=(200, 302)),
    "network:by_passkey": everyone(FORM, gives=(200, 302)),
    "network:forgotten": everyone(FORM),
    "network:letter": everyone(FORM, token="link"),
    "account_reauthenticate": arriving(FORM),
    "mfa_activate_totp": arriving(FORM, asks=True),
    "network:factor_picture": arriving(SEEN),
    # --- every member's own ---
    "mfa_reauthenticate": member(FORM),
    "account_change_password": member(FORM),
    "usersessions_list": member(FORM),
    "mfa_index": member(SEEN),
    "mfa_view_recovery_codes": member(SEEN),
    "mfa_generate_recovery_codes": member(FORM, asks=True),
    "network:typed_again": member(FORM),
    "network:passkeys": member_again(FORM),
    "network:give_up_password": member_again(FORM),
    "mfa_reauthenticate_webauthn": member(FORM).leading("/sign-in/again/"),
    # --- boxes and keys ---
    "network:open_box": staff(R.OPEN_BOXES, FORM),
    "network:opening_password": again(R.OPEN_BOXES, FORM).leading("/desk/open-box/"),
    "network:recover": again(R.OPEN_BOXES, FORM),
    "network:keys": staff(R.HOLD_KEY_CEREMONY, FORM),
    "network:ceremony": again(R.HOLD_KEY_CEREMONY, FORM).leading("/desk/keys/"),
    "network:grant": again(R.HOLD_KEY_CEREMONY, FORM, member_id="holder").with_(box="inbox"),
    "network:take_back": again(R.HOLD_KEY_CEREMONY, FORM, member_id="holder").with_(box="inbox"),
    "network:renew_box": again(R.HOLD_KEY_CEREMONY, FORM).with_(box="inbox"),
    "network:use_safe": again(R.HOLD_KEY_CEREMONY, FORM),
    "network:teams": staff(R.HOLD_KEY_CEREMONY, SEEN),
    "network:make_team": again(R.HOLD_KEY_CEREMONY, FORM),
    "network:choose_team": again(R.PROTECT_CHILDREN, FORM),
    "network:team": again(R.HOLD_KEY_CEREMONY, FORM, team_id="team"),
    "network:take_from_team": again(
        R.HOLD_KEY_CEREMONY, PRESS, team_id="team", member_id="team member"
    ),
    "network:how_boxes": staff(R.OPEN_BOXES, SEEN),
    # --- members and societies ---
    "network:members": staff(R.MANAGE_MEMBERS, SEEN),
    "network:invite": again(R.MANAGE_MEMBERS, FORM),
    "network:member": again(R.MANAGE_MEMBERS, FORM, member_id="member"),
    "network:change_role": again(R.MANAGE_MEMBERS, PRESS, member_id="member"),
    "network:invite_again": again(R.MANAGE_MEMBERS, PRESS, member_id="guest"),
    "network:forget_second_factor": again(R.MANAGE_MEMBERS, PRESS, member_id="member"),
    "network:let_go": again(R.MANAGE_MEMBERS, PRESS, member_id="member"),
    "network:desks": staff(R.MANAGE_DESKS, SEEN),
    "network:open_desk": again(R.MANAGE_DESKS, FORM),
    "network:desk": again(R.MANAGE_DESKS, FORM, desk_id="desk"),
    "network:close_desk": again(R.MANAGE_DESKS, PRESS, desk_id="desk"),
    "network:societies": staff(R.MANAGE_SOCIETIES, SEEN),
    "network:found": again(R.MANAGE_SOCIETIES, FORM),
    "network:administrator": again(R.MANAGE_SOCIETIES, FORM, society_id="society"),
    "protection:society_leaves": again(R.MANAGE_SOCIETIES, FORM, society_id="society"),
    "network:agreements": staff(R.SIGN_AGREEMENTS, SEEN),
    "network:sign_agreement": again(R.SIGN_AGREEMENTS, FORM),
    "network:end_agreement": again(R.SIGN_AGREEMENTS, FORM),
    # --- networks that many visitors share ---
    "visitors:heard": staff(R.READ_INBOX, SEEN, box=True),
    "visitors:tell": staff(R.SEE_DESK, FORM),
    "visitors:networks": staff(R.NAME_NETWORKS, FORM),
    "visitors:remove_network": staff(R.NAME_NETWORKS, PRESS, network_id="network"),
    # --- reading, and what rang ---
    "watch:reason": staff(R.SEE_DESK, FORM),
    "watch:alarms": staff(R.SEE_AUDIT, FORM),
    "watch:alarm": staff(R.SEE_AUDIT, FORM, alarm_id="alarm"),
    "watch:hours": staff(R.KEEP_WATCH, FORM),
    "cases:canaries": again(R.KEEP_WATCH, FORM),
    "cases:take_back_canary": again(R.KEEP_WATCH, PRESS, canary_id="canary"),
    # --- notices ---
    "protection:notices": staff(R.APPROVE_NOTICES, FORM),
    "protection:new_notice": staff(R.APPROVE_NOTICES, FORM),
    "protection:first_words": staff(R.APPROVE_NOTICES, PRESS),
    "protection:notice": staff(R.APPROVE_NOTICES, FORM, text_id="text"),
    "protection:approve_notice": staff(R.APPROVE_NOTICES, PRESS, text_id="draft text"),
    "protection:data_register": staff(R.SEE_AUDIT, SEEN),
    # --- what may be done with a person's data ---
    "protection:subject": staff(R.HOLD, FORM, subject="subject"),
    "protection:give_notice": staff(R.OPEN_CASES, FORM, subject="handed-in subject"),
    "protection:answer_risk": staff(R.OPEN_CASES, FORM, subject="handed-in subject"),
    "protection:put_on_hold": staff(R.HOLD, FORM, subject="subject"),
    "protection:withdraw": staff(R.HOLD, FORM, subject="subject"),
    "protection:erase": again(R.ERASE, FORM, subject="subject"),
    "protection:record_basis": staff(R.HOLD, FORM, subject="subject"),
    "protection:not_with": staff(R.HOLD, FORM, subject="subject"),
    "protection:do_not_find": staff(R.OPEN_CASES, FORM, subject="handed-in subject"),
    "protection:begin_do_not_find": staff(R.OPEN_CASES, FORM),
    "protection:register": staff(R.SEE_REGISTER, FORM, box=True),
    "protection:entry": staff(R.SEE_REGISTER, FORM, box=True, entry_id="entry"),
    "protection:retention": again(R.SET_RETENTION, FORM),
    "protection:holds": staff(R.LIFT_HOLD, SEEN),
    "protection:lift_hold": staff(R.LIFT_HOLD, FORM, box=True, hold_id="hold"),
    # --- people's rights, and authorities ---
    "protection:rights": staff(R.HOLD, SEEN),
    "protection:write_request": staff(R.HOLD, FORM, subject="subject"),
    "protection:request": staff(R.HOLD, SEEN, request_id="request"),
    "protection:note_identity": staff(R.HOLD, FORM, request_id="request"),
    "protection:suspect": staff(R.HOLD, PRESS, request_id="request"),
    "protection:trust": staff(R.GUARD_RIGHTS, PRESS, request_id="request"),
    "protection:take_request": staff(R.ANSWER_RIGHTS, PRESS, request_id="request"),
    "protection:extend_request": staff(R.GUARD_RIGHTS, FORM, request_id="request"),
    "protection:answer_request": staff(R.ANSWER_RIGHTS, FORM, request_id="request"),
    "protection:answer_erasure": again(R.ERASE, FORM, request_id="request"),
    "protection:refuse_request": staff(R.GUARD_RIGHTS, FORM, request_id="request"),
    "protection:add_boxed": staff(R.READ_INBOX, FORM, box=True, request_id="request"),
    "protection:copy": staff(R.GUARD_RIGHTS, FORM, box=True, request_id="request"),
    "protection:when_asked": staff(R.SEE_DESK, SEEN),
    "protection:authorities": staff(R.ANSWER_AUTHORITIES, SEEN),
    "protection:write_authority": staff(R.ANSWER_AUTHORITIES, FORM),
    "protection:authority": staff(R.ANSWER_AUTHORITIES, FORM, authority_id="authority"),
    # --- the desk: what came of it ---
    "cases:impact": staff(R.SEE_FIGURES, SEEN),
    "cases:figures": staff(R.SEE_FIGURES, SEEN),
    "cases:costs": staff(R.REPORT, FORM),
    "cases:take_back_cost": staff(R.REPORT, PRESS, cost_id="cost"),
    "cases:report": staff(R.REPORT, FORM).with_(year="2026"),
    "cases:report_paper": staff(R.SEE_FIGURES, SEEN).with_(year="2026"),
    # --- the desk: posters, and the regions they are made for ---
    "posters:list": staff(R.MAKE_POSTERS, SEEN),
    "posters:make": staff(R.MAKE_POSTERS, FORM),
    "posters:picture": staff(R.MAKE_POSTERS, SEEN, face_id="face").for_all(),
    "posters:poster": staff(R.MAKE_POSTERS, SEEN, poster_id="poster"),
    "posters:printed": staff(R.MAKE_POSTERS, SEEN, poster_id="poster"),
    "posters:hang": staff(R.MAKE_POSTERS, FORM, poster_id="poster"),
    "posters:down": staff(R.MAKE_POSTERS, PRESS, hanging_id="sheet"),
    "posters:cover": staff(R.MAKE_POSTERS, PRESS, hanging_id="sheet"),
    "posters:papers": staff(R.SEE_DESK, SEEN),
    "posters:paper": staff(R.SEE_DESK, SEEN),
    "posters:regions": staff(R.MANAGE_SOCIETIES, SEEN),
    "posters:new_region": staff(R.MANAGE_SOCIETIES, FORM),
    "posters:region": staff(R.MANAGE_SOCIETIES, FORM, region_id="region"),
    # --- the desk: services nearby ---
    "listings:list": staff(R.CONFIRM_LISTINGS, SEEN),
    "listings:add": again(R.KEEP_LISTINGS, FORM),
    "listings:listing": staff(R.CONFIRM_LISTINGS, SEEN, listing_id="listing"),
    "listings:change": again(R.KEEP_LISTINGS, FORM, listing_id="listing"),
    "listings:confirm": staff(R.CONFIRM_LISTINGS, PRESS, listing_id="listing"),
    "listings:retire": staff(R.KEEP_LISTINGS, PRESS, listing_id="listing"),
    "listings:places": staff(R.CONFIRM_LISTINGS, SEEN),
    "listings:new_place": staff(R.KEEP_LISTINGS, FORM),
    "listings:place": staff(R.KEEP_LISTINGS, FORM, place_id="place"),
    "listings:brochure": staff(R.CONFIRM_LISTINGS, SEEN, place_id="place"),
    "listings:data": staff(R.CONFIRM_LISTINGS, SEEN),
    "cases:caller": staff(R.MAKE_POSTERS, SEEN),
}
TABLE |= CASEWORK | BETWEEN | LETTERS | CHILDREN | POINTS | POINTS_PEOPLE | TABLETS | HOUSE
# A touch screen shows the same pages, but those for a hall or a phone, and a start of its own.
NOT_IN_THE_KIOSK = {"wall:keep_places", "wall:screen", "wall:slides", "wall:welcome"}
TABLE |= {
    name.replace("wall:", "kiosk:"): line
    for name, line in TABLE.items()
    if name.startswith("wall:") and name not in NOT_IN_THE_KIOSK
}
TABLE["kiosk:start"] = everyone(SEEN)
# Things that are nobody's own: a network administrator manages every society and region.
SHARED = frozenset({"society", "region"})
