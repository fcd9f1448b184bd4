"""What a society has settled for its work: sentences for answers, a shared network, its costs."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import partial
from ipaddress import ip_network
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import lookups as cases
from kintrace.cases.actions import sentences
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step
from kintrace.network import lookups as network
from kintrace.network.access import Role
from kintrace.visitors import actions as visitors
from kintrace.visitors import lookups as shared
from kintrace.wall.actions import figures
from kintrace.wall.lookups import figures as counted

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House

# Of a range that is kept for documents: no network has it.
SHARED = ip_network("198.51.100.0/28")
SHARED_TIMES = 10
# For each of three months, the oldest first.
COSTS = (("travel", "310.00"), ("print", "145.50"), ("language", "420.00"))


def steps(house: House) -> tuple[Step, ...]:
    """A sentence needs two officers: where one is alone there are none yet."""
    made = [Step(f"{house.code} costs", partial(_enter_costs, house))]
    if len(house.of(Role.OFFICER)) > 1:
        made.append(Step(f"{house.code} sentences", partial(_approve_sentences, house)))
    return tuple(made)


def sharing(house: House) -> tuple[Step, ...]:
    """At this society's last desk many people write from the same addresses."""
    return (Step(f"{house.code} shared network", partial(_name_network, house)),)


def _approve_sentences(house: House) -> None:
    """One officer takes our first sentences over, another approves each."""
    writer, reader = map(named, house.of(Role.OFFICER)[:2])
    with seated(writer) as by:
        sentences.draft_first(by=by)
    with seated(reader) as by:
        for one in cases.sentences_of(by):
            if one.state == one.State.DRAFT:
                sentences.approve(one, by=by)


def _enter_costs(house: House) -> None:
    with seated(named(house.of(Role.SOCIETY_ADMIN)[0])) as by:
        last = timezone.localdate().replace(day=1)
        before = (last - timedelta(days=1)).replace(day=1)
        months = [(before - timedelta(days=1)).replace(day=1), before, last]
        entered = {cost.month for cost in counted.costs_of(by.society_id, months)}
        for month, (spent_on, amount) in zip(months, COSTS, strict=True):
            if month not in entered:
                figures.enter_cost(
                    month=month, amount=Decimal(amount), currency="EUR", spent_on=spent_on, by=by
                )


def _name_network(house: House) -> None:
    with seated(named(house.of(Role.SOCIETY_ADMIN)[0])) as by:
        if not shared.networks(by):
            desk = network.desks(by.society_id)[-1]
            visitors.name_network(desk, addresses=SHARED, times=SHARED_TIMES, by=by)
