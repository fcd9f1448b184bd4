"""Who may work without network. Part of the one table in expected.py."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import PRESS, SEEN, Line, everyone, staff

R = Right
TABLETS: dict[str, Line] = {
    "servicepoints:offline": staff(R.RUN_POINT, SEEN),
    "servicepoints:offline_worker": everyone(SEEN),
    "servicepoints:offline_points": staff(R.RUN_POINT, SEEN),
    "servicepoints:offline_ready": staff(R.RUN_POINT, PRESS),
    "servicepoints:offline_contact": staff(R.RUN_POINT, PRESS),
    "servicepoints:offline_order": everyone(PRESS),
    "servicepoints:devices": staff(R.SET_UP_POINTS, SEEN),
    "servicepoints:empty_device": staff(R.SET_UP_POINTS, PRESS, device_id="device"),
    "servicepoints:take_off_device": staff(R.SET_UP_POINTS, PRESS, device_id="device"),
}
