"""A service point of a society, for tests of the whole house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.network.access import Role
from kintrace.servicepoints import actions
from kintrace.servicepoints.actions import Plan, Sent
from kintrace.servicepoints.checklists import Opening
from kintrace.servicepoints.counters import Whom
from kintrace.vault.reader import reading_as
from tests.town_seen_again import see_again
from tests.town_tablets import keep_a_tablet

if TYPE_CHECKING:
    from tests.town import Town

HARBOUR = Plan("Harbour Street", "fixed", "Behind the fish market", slots=12)


def work_at_a_point(town: Town) -> None:
    """All that a town has of service points."""
    for more in (meet_people, keep_a_tablet):
        more(town)


def meet_people(town: Town) -> None:
    """A point that is open today: a phone on its board, an assessment that goes on, a task."""
    with reading_as(town.society.pk, member=town[Role.OFFICER].pk):
        point = actions.set_up_point(HARBOUR, by=town[Role.OFFICER])
        actions.open_day(point, looked_at=Opening.values, sent=Sent(), by=town[Role.OFFICER])
        ticket = actions.give_ticket(point, sent=Sent(), by=town[Role.OFFICER])
        actions.count(point, service="call", whom=Whom(), sent=Sent(), by=town[Role.OFFICER])
        needs = actions.begin_needs(point, by=town[Role.OFFICER])
        task = actions.give_task(
            point,
            what="Find a room.",
            person=town[Role.VOLUNTEER],
            due=timezone.localdate(),
            by=town[Role.OFFICER],
        )
    things = {"point": point.pk, "ticket": ticket.pk, "ticket token": ticket.token}
    town.things.update(things | {"needs": needs.pk, "task": task.pk})
    see_again(town)
