"""Who may open what is done at service points. Part of the one table in expected.py."""

from __future__ import annotations

from dataclasses import replace

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, SEEN, Line, staff

R = Right
# The square on a ticket leads on to its page.
SCANNED = replace(staff(R.RUN_POINT, SEEN, ticket_token="ticket token"), gives=(302,))
# An assessment of which a page was not asked yet leads on to it.
SETTLED = replace(staff(R.SET_UP_POINTS, FORM, needs_id="needs"), gives=(302,))
POINTS: dict[str, Line] = {
    "servicepoints:points": staff(R.RUN_POINT, SEEN),
    "servicepoints:point": staff(R.RUN_POINT, SEEN, point_id="point"),
    "servicepoints:planned": staff(R.SET_UP_POINTS, SEEN),
    "servicepoints:set_up": staff(R.SET_UP_POINTS, FORM),
    "servicepoints:change": staff(R.SET_UP_POINTS, FORM, point_id="point"),
    "servicepoints:end": staff(R.SET_UP_POINTS, PRESS, point_id="point"),
    "servicepoints:again": staff(R.SET_UP_POINTS, PRESS, point_id="point"),
    "servicepoints:count": staff(R.RUN_POINT, PRESS, point_id="point"),
    "servicepoints:counts": staff(R.RUN_POINT, SEEN, point_id="point"),
    "servicepoints:tally": staff(R.SET_UP_POINTS, FORM, point_id="point"),
    "servicepoints:open_day": staff(R.RUN_POINT, FORM, point_id="point"),
    "servicepoints:close_day": staff(R.RUN_POINT, FORM, point_id="point"),
    "servicepoints:give_ticket": staff(R.RUN_POINT, PRESS, point_id="point"),
    "servicepoints:ticket": staff(R.RUN_POINT, SEEN, ticket_id="ticket"),
    "servicepoints:ticket_paper": staff(R.RUN_POINT, SEEN, ticket_id="ticket"),
    "servicepoints:move_ticket": staff(R.RUN_POINT, PRESS, ticket_id="ticket"),
    "servicepoints:scanned": SCANNED,
    "servicepoints:crew": staff(R.SET_UP_POINTS, SEEN),
    "servicepoints:training": staff(R.SET_UP_POINTS, FORM, member_id="member"),
    "servicepoints:safe": staff(R.RUN_POINT, SEEN, point_id="point"),
    "servicepoints:needs": staff(R.SET_UP_POINTS, SEEN, point_id="point"),
    "servicepoints:begin_needs": staff(R.SET_UP_POINTS, PRESS, point_id="point"),
    "servicepoints:needs_one": staff(R.SET_UP_POINTS, FORM, needs_id="needs"),
    "servicepoints:needs_group": staff(R.SET_UP_POINTS, FORM, needs_id="needs").with_(
        group="people"
    ),
    "servicepoints:settle_needs": SETTLED,
    "servicepoints:reports": staff(R.SEE_POINT_REPORTS, SEEN),
    "servicepoints:reports_table": staff(R.SEE_POINT_REPORTS, SEEN),
    "servicepoints:task": staff(R.RUN_POINT, FORM, task_id="task"),
}
