"""Counters: one tap is one, whatever the network does; and nothing else is left of it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.network.tests.cast import let_in
from kintrace.servicepoints import actions, jobs, lookups
from kintrace.servicepoints.actions import Sent
from kintrace.servicepoints.checklists import Closing, Opening
from kintrace.servicepoints.counters import Service, Whom
from kintrace.servicepoints.models import DailyCount, UsedId

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.servicepoints.tests.conftest import Shore


def tap(shore: Shore, sent: Sent | None = None, **more: Any) -> bool:
    deed = {"service": "wifi", "whom": Whom(), "sent": sent or Sent(), **more}
    return actions.count(shore.point, **deed, by=shore.chidi)


def sums(shore: Shore) -> dict[str, int]:
    return lookups.sums_of_day(shore.point, timezone.localdate())


def test_a_tap_that_is_sent_twice_counts_once(shore: Shore) -> None:
    once = Sent()
    assert tap(shore, once)
    assert not tap(shore, once)
    assert tap(shore)
    assert sums(shore) == {"wifi": 2}


def test_two_societies_may_make_the_same_number(shore: Shore) -> None:
    sent = Sent()
    assert actions.is_first(sent, society=shore.society.pk)
    assert not actions.is_first(sent, society=shore.society.pk)
    assert UsedId.objects.filter(used=sent.id).count() == 1


def test_one_taken_back_is_one_less_and_never_less_than_none(shore: Shore) -> None:
    back = partial(actions.take_back, shore.point, service="wifi", whom=Whom(), by=shore.chidi)
    tap(shore)
    once = Sent()
    assert back(sent=once)
    assert not back(sent=once)
    assert sums(shore) == {}
    with pytest.raises(actions.NothingToTakeBack):
        back(sent=Sent())


def test_what_a_refusal_undid_may_be_sent_again(shore: Shore) -> None:
    sent = Sent()
    back = partial(actions.take_back, shore.point, service="wifi", whom=Whom(), by=shore.chidi)
    with pytest.raises(actions.NothingToTakeBack):
        back(sent=sent)
    tap(shore)
    assert back(sent=sent)


def test_language_and_band_are_numbers_of_their_own(shore: Shore) -> None:
    tap(shore, whom=Whom.said("ar", "f18"))
    tap(shore, whom=Whom.said("ar", "f18"))
    tap(shore, whom=Whom.said("<script>", "f99"))
    rows = {(row.language, row.band): row.count for row in DailyCount.objects.all()}
    assert rows == {("ar", "f18"): 2, ("", ""): 1}
    assert sums(shore) == {"wifi": 3}


@freeze_time("2026-11-20 10:00")
def test_a_tap_without_network_counts_on_its_own_day_for_three_days(shore: Shore) -> None:
    now = timezone.now()
    assert tap(shore, Sent(uuid4(), now - timedelta(hours=71)))
    assert lookups.sums_of_day(shore.point, (now - timedelta(hours=71)).date()) == {"wifi": 1}
    with pytest.raises(actions.TooLate):
        tap(shore, Sent(uuid4(), now - timedelta(hours=73)))
    with pytest.raises(actions.ClockWrong):
        tap(shore, Sent(uuid4(), now + timedelta(hours=1)))
    assert tap(shore, Sent(uuid4(), now + timedelta(minutes=5)))
    assert sums(shore) == {"wifi": 1}


def test_after_the_day_is_closed_only_what_was_done_before_still_arrives(shore: Shore) -> None:
    with freeze_time("2026-11-20 10:00"):
        actions.open_day(shore.point, looked_at=Opening.values, sent=Sent(), by=shore.chidi)
    with freeze_time("2026-11-20 11:00"):
        early = Sent()
    with freeze_time("2026-11-20 17:00"):
        actions.close_day(shore.point, left_ready=Closing.values, sent=Sent(), by=shore.chidi)
    with freeze_time("2026-11-20 17:05"):
        assert tap(shore, early)
        with pytest.raises(actions.DayIsClosed):
            tap(shore)


def test_an_ended_point_and_an_unknown_service_are_refused(shore: Shore) -> None:
    with pytest.raises(actions.NoSuchService):
        tap(shore, service="+43 660 1234567")
    actions.end_point(shore.point, by=shore.omar)
    with pytest.raises(actions.PointEnded):
        tap(shore)


def test_a_tap_leaves_a_number_and_no_row_of_its_own(shore: Shore) -> None:
    """Neither the audit nor a count tells who was helped at which minute."""
    before = len(audit.entries_after(shore.society.pk, 0, limit=50))
    for _n in range(5):
        tap(shore)
    assert DailyCount.objects.count() == 1
    assert len(audit.entries_after(shore.society.pk, 0, limit=50)) == before
    columns = {field.name for field in DailyCount._meta.fields}
    assert columns == {"id", "society", "point", "day", "service", "language", "band", "count"}
    assert {field.name for field in UsedId._meta.fields} == {"id", "society", "used", "day"}


@pytest.mark.database_bound
def test_numbers_of_deeds_are_forgotten_when_their_age_refuses_them(shore: Shore) -> None:
    with freeze_time("2026-11-20 10:00"):
        tap(shore)
    with freeze_time("2026-11-24 10:00"):
        jobs.forget_tickets.call()
        assert UsedId.objects.count() == 1
    with freeze_time("2026-11-25 10:00"):
        jobs.forget_tickets.call()
        assert UsedId.objects.count() == 0


def test_the_page_counts_with_one_press_and_keeps_the_choice(shore: Shore, client: Client) -> None:
    let_in(client, shore.chidi)
    page = f"/desk/points/{shore.point.pk}/"
    chosen = client.get(f"{page}?language=ar&band=f18")
    assert "العربية" in chosen.content.decode()
    tile = next(one for one in chosen.context["tiles"] if one.service == Service.CALL)
    press = {"plus": "call", "deed": str(tile.deed), "language": "ar", "band": "f18"}
    for answer in [client.post(f"{page}count/", press) for _n in range(2)]:
        assert answer.headers["Location"] == f"{page}?language=ar&band=f18&last=call"
    after = client.get(f"{page}?language=ar&band=f18&last=call").content.decode()
    assert after.count("autofocus") == 1
    assert sums(shore) == {"call": 1}
    assert DailyCount.objects.get().whom == Whom("ar", "f18")


def test_calls_of_every_length_stand_in_the_calls(shore: Shore, client: Client) -> None:
    let_in(client, shore.chidi)
    for service in ("call", "call_5", "call_more"):
        tap(shore, service=service)
    page = client.get(f"/desk/points/{shore.point.pk}/")
    assert [one.number for one in page.context["tiles"] if one.service == "call"] == [3]


def test_the_list_of_the_day_takes_back_exactly_what_stands_there(
    shore: Shore, client: Client
) -> None:
    let_in(client, shore.chidi)
    tap(shore, whom=Whom("ar", "m18"))
    page = f"/desk/points/{shore.point.pk}/"
    assert "العربية" in client.get(f"{page}counts/").content.decode()
    sent = {"undo": "wifi", "deed": str(uuid4()), "language": "ar", "band": "m18", "from": "counts"}
    assert client.post(f"{page}count/", sent).headers["Location"].startswith(f"{page}counts/")
    assert sums(shore) == {}


def test_a_refused_tap_is_said_on_the_page_of_the_point(shore: Shore, client: Client) -> None:
    let_in(client, shore.chidi)
    page = f"/desk/points/{shore.point.pk}/"
    sent = {"undo": "talk", "deed": str(uuid4())}
    after = client.post(f"{page}count/", sent, follow=True).content.decode()
    assert "Nothing like this was counted today" in after
    assert (
        "Press the counter once more" in client.post(f"{page}count/", follow=True).content.decode()
    )


@freeze_time("2026-11-20 10:00")
def test_a_tally_from_paper_is_added_once_and_for_two_weeks(shore: Shore, client: Client) -> None:
    let_in(client, shore.omar)
    page = f"/desk/points/{shore.point.pk}/tally/"
    sent = {"deed": str(uuid4()), "day": "2026-11-07", "language": "ar", "wifi": "12", "talk": "٣"}
    assert [client.post(page, sent).status_code for _n in range(2)] == [302, 302]
    day = timezone.localdate() - timedelta(days=13)
    assert lookups.sums_of_day(shore.point, day) == {"wifi": 12, "talk": 3}
    for day_said in ("2026-11-06", "2026-11-21"):
        refused = client.post(page, sent | {"deed": str(uuid4()), "day": day_said})
        assert (refused.status_code, "within two weeks" in refused.content.decode()) == (422, True)
    empty = client.post(page, {"deed": str(uuid4()), "day": "2026-11-10"})
    assert "beside at least one service" in empty.content.decode()
