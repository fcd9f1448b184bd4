"""Who may open which address of people whom a service point sees again, of slips and bookings."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, SEEN, Line, Methods, staff

R = Right


def _guarded(methods: Methods) -> Line:
    """For the protection team, its box open."""
    return staff(R.LIFT_HOLD, methods, box=True, registration_id="guarded person")


POINTS_PEOPLE: dict[str, Line] = {
    "servicepoints:people": staff(R.FOLLOW_UP, SEEN, point_id="point"),
    "servicepoints:begin_person": staff(R.FOLLOW_UP, SEEN, point_id="point"),
    "servicepoints:register_person": staff(R.FOLLOW_UP, FORM, point_id="point", text_id="text"),
    "servicepoints:person": staff(R.FOLLOW_UP, SEEN, registration_id="person"),
    "servicepoints:met": staff(R.FOLLOW_UP, FORM, registration_id="person"),
    "servicepoints:hand_over": staff(R.FOLLOW_UP, FORM, registration_id="person"),
    "servicepoints:go_on": staff(R.OPEN_CASES, FORM, registration_id="person"),
    "servicepoints:no_more": staff(R.FOLLOW_UP, FORM, registration_id="person"),
    "servicepoints:carried": staff(R.FOLLOW_UP, FORM, point_id="point"),
    "servicepoints:take_on": staff(R.FOLLOW_UP, PRESS, point_id="point"),
    "servicepoints:guarded": staff(R.LIFT_HOLD, SEEN),
    "servicepoints:guarded_person": _guarded(SEEN),
    "servicepoints:guarded_take": _guarded(PRESS),
    "servicepoints:guarded_met": _guarded(FORM),
    "servicepoints:guarded_hand_over": _guarded(FORM),
    "servicepoints:guarded_no_more": _guarded(FORM),
    "servicepoints:slip": staff(R.FOLLOW_UP, FORM, point_id="point"),
    "servicepoints:came": staff(R.FOLLOW_UP, FORM),
    "servicepoints:bookings": staff(R.FOLLOW_UP, SEEN),
    "servicepoints:book": staff(R.FOLLOW_UP, FORM),
    "servicepoints:booking_kept": staff(R.FOLLOW_UP, PRESS, booking_id="talk"),
    "servicepoints:booking_off": staff(R.FOLLOW_UP, PRESS, booking_id="talk"),
}
