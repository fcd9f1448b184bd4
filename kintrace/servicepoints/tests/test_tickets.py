"""The charging board: a number on paper, and never a name."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.http import Http404
from django.utils import timezone
from freezegun import freeze_time

from kintrace.network.tests.cast import let_in
from kintrace.servicepoints import actions, jobs, lookups
from kintrace.servicepoints.actions import Sent
from kintrace.servicepoints.charging import TicketState
from kintrace.servicepoints.models import ChargingTicket
from kintrace.servicepoints.tests.conftest import settle_shore
from kintrace.servicepoints.today import slots
from kintrace.vault.reader import reading_as
from kintrace.wall.tests.squares import read_square

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.servicepoints.tests.conftest import Shore


def give(shore: Shore, sent: Sent | None = None, number: int | None = None) -> ChargingTicket:
    return actions.give_ticket(shore.point, number=number, sent=sent or Sent(), by=shore.chidi)


def move(shore: Shore, ticket: ChargingTicket, to: TicketState) -> bool:
    return actions.move_ticket(ticket, to=to, sent=Sent(), by=shore.chidi)


def test_numbers_are_given_from_the_lowest_until_the_board_is_full(shore: Shore) -> None:
    given = [give(shore) for _n in range(4)]
    assert [one.number for one in given] == [1, 2, 3, 4]
    with pytest.raises(actions.BoardFull):
        give(shore)
    move(shore, given[1], TicketState.COLLECTED)
    assert give(shore).number == 2


def test_a_ticket_that_is_given_twice_is_one_ticket_and_one_service(shore: Shore) -> None:
    once = Sent()
    assert give(shore, once).pk == give(shore, once).pk == once.id
    assert lookups.sums_of_day(shore.point, timezone.localdate()) == {"charging": 1}


def test_two_tablets_cannot_give_one_slot(shore: Shore) -> None:
    give(shore, number=3)
    with pytest.raises(actions.SlotTaken, match="another number"):
        give(shore, number=3)
    with pytest.raises(actions.SlotTaken, match="no slot 5"):
        give(shore, number=5)
    assert lookups.sums_of_day(shore.point, timezone.localdate()) == {"charging": 1}


def test_a_ticket_goes_its_way_and_no_other(shore: Shore) -> None:
    ticket = give(shore)
    assert move(shore, ticket, TicketState.FULL)
    assert not move(shore, ticket, TicketState.FULL)
    assert move(shore, ticket, TicketState.LEFT)
    assert move(shore, ticket, TicketState.COLLECTED)
    with pytest.raises(actions.TicketIsOver, match="another state"):
        move(shore, ticket, TicketState.FULL)


def test_the_board_says_what_lies_too_long(shore: Shore) -> None:
    with freeze_time("2026-11-20 09:10"):
        give(shore)
    with freeze_time("2026-11-20 13:00"):
        give(shore)
        full = give(shore)
        move(shore, full, TicketState.FULL)
    with freeze_time("2026-11-20 13:30"):
        looks = [slot.look for slot in slots(shore.point)]
    assert looks == ["old", "on", "ready", ""]


@pytest.mark.database_bound
def test_tickets_are_gone_at_the_end_of_the_next_day(shore: Shore) -> None:
    with freeze_time("2026-11-20 10:00"):
        move(shore, give(shore), TicketState.LEFT)
    for day, left in ((21, 1), (22, 0)):
        with freeze_time(f"2026-11-{day} 12:00"):
            jobs.forget_tickets.call()
            assert ChargingTicket.objects.count() == left


def test_the_square_opens_the_ticket_for_the_society_alone(shore: Shore, client: Client) -> None:
    ticket = give(shore)
    scanned = f"/desk/points/t/{ticket.token}/"
    assert client.get(scanned).headers["Location"].startswith("/sign-in/")
    let_in(client, shore.chidi)
    assert client.get(scanned).headers["Location"] == f"/desk/points/tickets/{ticket.pk}/"
    other = settle_shore("BG")
    with reading_as(other.society.pk), pytest.raises(Http404):
        lookups.ticket_called(other.chidi, ticket.token)


def test_a_ticket_is_given_printed_and_collected_by_plain_pages(
    shore: Shore, client: Client
) -> None:
    let_in(client, shore.chidi)
    point = f"/desk/points/{shore.point.pk}/"
    deed = client.get(point).context["deed"]
    client.post(f"{point}tickets/", {"deed": str(deed)})
    given = client.post(f"{point}tickets/", {"deed": str(deed)})
    page = given.headers["Location"]
    ticket = ChargingTicket.objects.get()
    paper = client.get(f"{page}paper/").content.decode()
    drawn = re.findall(r'<div class="square">(<svg.*?</svg>)', paper, flags=re.DOTALL)
    assert {read_square(one) for one in drawn} == {
        f"http://testserver/desk/points/t/{ticket.token}/"
    }
    assert paper.count('<p class="number">1</p>') == 2
    client.post(f"{page}move/", {"deed": str(uuid4()), "to": "collected"})
    ticket.refresh_from_db()
    assert ticket.state == TicketState.COLLECTED
    assert client.post(f"{page}move/", {"deed": str(uuid4()), "to": "sold"}).status_code == 302


def test_a_ticket_of_long_ago_is_refused(shore: Shore) -> None:
    with pytest.raises(actions.TooLate):
        give(shore, Sent(uuid4(), timezone.now() - timedelta(days=4)))
