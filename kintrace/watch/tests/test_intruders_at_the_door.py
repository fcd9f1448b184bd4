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


def test_five_failed_openings_in_a_row_are_noticed_and_mistyping_is_not(stage: Stage) -> None:
    stage.to(MONDAY + 11 * HOUR)
    for deed in (Deed.OPENING_FAILED, Deed.OPENED_BOX):
        for _ in range(4):
            stage.does(deed)
    stage.to(MONDAY + 12 * HOUR)
    assert stage.alarms() == []
    for _ in range(5):
        stage.does(Deed.OPENING_FAILED)
    stage.to(MONDAY + 12 * HOUR + QUARTER)
    assert stage.rules() == [Rule.BOX]


@pytest.mark.parametrize("good", [Deed.SIGNED_IN, Deed.CONFIRMED_SELF, Deed.CHANGED_PASSWORD])
def test_five_failed_proofs_in_a_row_are_noticed_and_mistyping_is_not(
    stage: Stage, good: Deed
) -> None:
    """Somebody has the password and no code, or the session and no password."""
    stage.to(MONDAY + 11 * HOUR)
    for deed in (Deed.SIGN_IN_FAILED, good):
        for _ in range(4):
            stage.does(deed)
    stage.to(MONDAY + 12 * HOUR)
    assert stage.alarms() == []
    for _ in range(5):
        stage.does(Deed.SIGN_IN_FAILED)
    stage.to(MONDAY + 12 * HOUR + QUARTER)
    assert stage.rules() == [Rule.DOOR]


@pytest.mark.parametrize("deed", [Deed.GRANTED_BOX, Deed.HELD_CEREMONY])
def test_new_keys_are_told(stage: Stage, deed: Deed) -> None:
    stage.does(deed)
    stage.to(MONDAY + 8 * HOUR + QUARTER)
    assert stage.rules() == [Rule.KEYS]
