"""Who may open what is done at service points. Part of the one table in expected.py."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, SEEN, Line, everyone, staff

R = Right
POINTS: dict[str, Line] = {
    "servicepoints:points": staff(R.RUN_POINT, SEEN),
    "servicepoints:point": staff(R.RUN_POINT, SEEN, point_id="point"),
    "servicepoints:offline": staff(R.RUN_POINT, SEEN),
    "servicepoints:offline_worker": everyone(SEEN),
    "servicepoints:offline_points": staff(R.RUN_POINT, SEEN),
    "servicepoints:offline_ready": staff(R.RUN_POINT, PRESS),
    "servicepoints:offline_contact": staff(R.RUN_POINT, PRESS),
    "servicepoints:offline_order": everyone(PRESS),
    "servicepoints:devices": staff(R.SET_UP_POINTS, SEEN),
    "servicepoints:empty_device": staff(R.SET_UP_POINTS, PRESS, device_id="device"),
    "servicepoints:take_off_device": staff(R.SET_UP_POINTS, PRESS, device_id="device"),
    "servicepoints:planned": staff(R.SET_UP_POINTS, SEEN),
    "servicepoints:set_up": staff(R.SET_UP_POINTS, FORM),
    "servicepoints:change": staff(R.SET_UP_POINTS, FORM, point_id="point"),
    "servicepoints:end": staff(R.SET_UP_POINTS, PRESS, point_id="point"),
    "servicepoints:again": staff(R.SET_UP_POINTS, PRESS, point_id="point"),
}
