"""Opening and closing the day of a point."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.utils import timezone

from kintrace.network.tests.cast import let_in
from kintrace.servicepoints import actions, lookups
from kintrace.servicepoints.actions import Sent
from kintrace.servicepoints.charging import TicketState
from kintrace.servicepoints.checklists import Closing, Opening

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.servicepoints.models import PointDay
    from kintrace.servicepoints.tests.conftest import Shore


def today(shore: Shore) -> PointDay | None:
    return lookups.day_of(shore.point, timezone.localdate())


def open_it(shore: Shore, sent: Sent | None = None) -> bool:
    return actions.open_day(
        shore.point, looked_at=Opening.values, sent=sent or Sent(), by=shore.chidi
    )


def close_it(shore: Shore) -> bool:
    return actions.close_day(shore.point, left_ready=Closing.values, sent=Sent(), by=shore.chidi)


@pytest.mark.parametrize("left_out", [Opening.SAFE, Opening.EMPTY])
def test_a_place_that_is_not_safe_is_not_opened(shore: Shore, left_out: Opening) -> None:
    ticked = [one for one in Opening.values if one != left_out]
    with pytest.raises(actions.NotReady, match=str(left_out.label)[:20]):
        actions.open_day(shore.point, looked_at=ticked, sent=Sent(), by=shore.chidi)
    assert today(shore) is None


def test_a_day_that_is_opened_twice_is_one_day(shore: Shore) -> None:
    once = Sent()
    assert open_it(shore, once)
    assert not open_it(shore, once)
    assert open_it(shore)
    day = today(shore)
    assert day
    assert (day.opened_by, day.looked_at) == (shore.chidi, list(Opening.values))


def test_a_day_does_not_close_over_a_phone_or_a_number_left_on_one(shore: Shore) -> None:
    open_it(shore)
    ticket = actions.give_ticket(shore.point, sent=Sent(), by=shore.chidi)
    with pytest.raises(actions.PhonesStillHere):
        close_it(shore)
    actions.move_ticket(ticket, to=TicketState.LEFT, sent=Sent(), by=shore.chidi)
    without = [one for one in Closing.values if one != Closing.LENT]
    with pytest.raises(actions.NotReady):
        actions.close_day(shore.point, left_ready=without, sent=Sent(), by=shore.chidi)
    assert close_it(shore)
    day = today(shore)
    assert day
    assert day.closed_by == shore.chidi
    assert lookups.left_before(shore.point) == [ticket]


def test_a_closed_day_is_opened_again_and_a_day_nobody_opened_is_not_closed(shore: Shore) -> None:
    with pytest.raises(actions.DayNotOpened):
        close_it(shore)
    open_it(shore)
    close_it(shore)
    open_it(shore)
    day = today(shore)
    assert day
    assert day.closed is None


def test_a_volunteer_opens_and_closes_by_plain_pages(shore: Shore, client: Client) -> None:
    let_in(client, shore.chidi)
    page = f"/desk/points/{shore.point.pk}/"
    assert "Nobody opened this day yet" in client.get(page).content.decode()
    refused = client.post(f"{page}open/", {"deed": str(uuid4()), "ticked": ["quiet"]})
    assert refused.status_code == 422
    some = [Opening.SAFE, Opening.EMPTY]
    first = client.post(f"{page}open/", {"deed": str(uuid4()), "ticked": ["alone"]})
    assert (first.status_code, "This must be so first" in first.content.decode()) == (422, True)
    assert client.post(f"{page}open/", {"deed": str(uuid4()), "ticked": some}).status_code == 302
    assert "There is a quiet corner" in client.get(page).content.decode()  # not looked after yet
    closing = client.get(f"{page}close/")
    sent = {"deed": str(closing.context["form"]["deed"].value()), "ticked": Closing.values}
    assert client.post(f"{page}close/", sent).status_code == 302
    assert "The day was closed at" in client.get(page).content.decode()
