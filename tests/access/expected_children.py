"""Who may open the pages of children without their parents: a part of the table in expected.py."""

from __future__ import annotations

from kintrace.network.access import Right
from tests.access.lines import FORM, PRESS, SEEN, Line, Methods, staff

_TEAM, _OFFICER = Right.LOOK_AFTER_CHILDREN, Right.PROTECT_CHILDREN


def _child(methods: Methods, right: Right = _TEAM, *, box: bool = True) -> Line:
    return staff(right, methods, box=box, child_id="child").for_a_team()


def _claim(right: Right = _TEAM) -> Line:
    return staff(right, FORM, box=True, claim_id="claim").for_a_team()


CHILDREN: dict[str, Line] = {
    "cases:children": staff(_TEAM, SEEN, box=True),
    "cases:children_gallery": staff(_TEAM, SEEN, box=True),
    "cases:begin_child": staff(_OFFICER, FORM, box=True),
    "cases:child": _child(SEEN),
    "cases:child_page": _child(FORM).with_(key="signs"),
    "cases:child_photo": _child(FORM),
    "cases:child_picture": _child(SEEN),
    "cases:child_talk": _child(FORM),
    "cases:child_weigh": _child(FORM, _OFFICER),
    "cases:child_claim": _child(FORM),
    "cases:child_ask_society": _child(FORM),
    "cases:child_write": _child(FORM),
    "cases:child_go": _child(FORM).with_(to="tracing"),
    "cases:child_home": _child(FORM),
    "cases:child_review": _child(PRESS, box=False),
    "cases:child_ask": _claim().with_(side="claimant"),
    "cases:child_judge": _claim(_OFFICER),
}
