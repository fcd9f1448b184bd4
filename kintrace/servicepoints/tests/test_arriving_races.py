"""Pages of one tablet that send the same records in one moment: each is taken once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from kintrace.network.tests.cast import let_in
from kintrace.servicepoints import lookups
from kintrace.servicepoints.tests.conftest import settle_shore
from kintrace.servicepoints.tests.tablet import Tablet, ready
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member

pytestmark = [
    pytest.mark.database_bound,
    pytest.mark.usefixtures("postgres", "transactional_db"),
]
HANDS, TAPS = 4, 6


def _sends(tablet: Tablet, member: Member, records: list[dict[str, str]]) -> list[object]:
    try:
        client = let_in(Client(), member)
        return list(tablet.send(*records, client=client).json()["outcomes"].values())
    finally:
        connection.close()


def test_what_four_pages_send_at_once_is_taken_once() -> None:
    shore = settle_shore("AT")
    tablet = ready(let_in(Client(), shore.chidi), shore.point)
    tap = {"service": "wifi", "language": "", "band": ""}
    records = [tablet.sealed("count", tap) for _ in range(TAPS)]
    with ThreadPoolExecutor(HANDS) as hands:
        sending = [hands.submit(_sends, tablet, shore.chidi, records) for _ in range(HANDS)]
        assert [one.result() for one in sending] == [[{"taken": True}] * TAPS] * HANDS
    with reading_as(shore.society.pk):
        assert lookups.sums_of_day(shore.point, timezone.localdate()) == {"wifi": TAPS}
