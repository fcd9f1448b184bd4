"""Somebody has a part of what lets in, and tries for the rest; or is given keys."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kintrace.audit.deeds import Deed
from kintrace.watch.table import Rule
from kintrace.watch.tests.conftest import MONDAY, Stage

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
QUARTER = HOUR / 4


@pytest.mark.parametrize(
    ("failed", "good", "rule"),
    [
        (Deed.OPENING_FAILED, Deed.OPENED_BOX, Rule.BOX),
        # The password and no code, or the session and no password:
        (Deed.SIGN_IN_FAILED, Deed.SIGNED_IN, Rule.DOOR),
        (Deed.SIGN_IN_FAILED, Deed.CONFIRMED_SELF, Rule.DOOR),
        (Deed.SIGN_IN_FAILED, Deed.CHANGED_PASSWORD, Rule.DOOR),
    ],
)
def test_five_failures_in_a_row_are_noticed_and_mistyping_is_not(
    stage: Stage, failed: Deed, good: Deed, rule: Rule
) -> None:
    stage.to(MONDAY + 11 * HOUR)
    for deed in (failed, good):
        for _ in range(4):
            stage.does(deed)
    stage.to(MONDAY + 12 * HOUR)
    assert stage.alarms() == []
    for _ in range(5):
        stage.does(failed)
    stage.to(MONDAY + 12 * HOUR + QUARTER)
    assert stage.rules() == [rule]


@pytest.mark.parametrize("deed", [Deed.GRANTED_BOX, Deed.HELD_CEREMONY])
def test_new_keys_are_told(stage: Stage, deed: Deed) -> None:
    stage.does(deed)
    stage.to(MONDAY + 8 * HOUR + QUARTER)
    assert stage.rules() == [Rule.KEYS]
