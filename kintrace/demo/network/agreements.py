"""What one society agreed with another, and a photo that waits for the partner's second eye."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups as cases
from kintrace.demo.network.people import at
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step, made
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.lookups import partners
from kintrace.network.words import SharingPurpose
from kintrace.wall import actions as wall
from kintrace.wall import lookups

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def steps(giver: House, taker: House) -> tuple[Step, ...]:
    """The taker's officers may look at the giver's proposed photos, and one waits for them."""
    return (
        Step(f"{giver.code} agreement", partial(_sign, giver, taker)),
        Step(f"{giver.code} asks a partner", partial(_ask, giver, taker)),
    )


def _sign(giver: House, taker: House) -> None:
    society = named(taker.of(Role.OFFICER)[0]).society
    with seated(named(giver.of(Role.OFFICER)[0])) as by:
        if society not in partners(by.society_id):
            purposes = [SharingPurpose.SECOND_EYE]
            network.sign_agreement(by.society, taker=society, purposes=purposes, by=by)


def _ask(giver: House, taker: House) -> None:
    lot = next(one for one in at(giver) if one.fate is Fate.CLEARED)
    with seated(actor(lot, Role.CASEWORKER)) as by:
        notice = lookups.notice_of(cases.case_for(by, UUID(made()[lot.case_key])).subject)
        if notice and notice.state == "cleared" and not lookups.review_of(notice):
            wall.ask_partner(notice, partner=named(taker.of(Role.OFFICER)[0]).society_id, by=by)
