"""The society next door: what it asks of a town, and what the town is about to ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups as cases
from kintrace.cases.tests.handing import prepared, sent
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.tests.cast import found, with_boxes
from kintrace.network.words import SharingPurpose
from kintrace.protection.tests.given import first_texts
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.tests.cast import proposed, somebody

if TYPE_CHECKING:
    from kintrace.network.models import Member, Society
    from tests.town import Town


def is_asked(town: Town) -> None:
    """A partner society lays a proposed face before this one."""
    neighbour = found(f"{town.society.code}N")
    petra, peter = with_boxes(neighbour)
    purposes = [SharingPurpose.SECOND_EYE]
    with reading_as(neighbour.pk, member=petra.pk):
        network.sign_agreement(neighbour, taker=town.society, purposes=purposes, by=petra)
        notice = proposed(somebody(petra), petra)
        paper = wall.ask_partner(notice, partner=town.society.pk, by=petra)
    town.things["review"] = paper.pk
    _hands_on(town, neighbour, petra, peter)


def _hands_on(town: Town, neighbour: Society, petra: Member, peter: Member) -> None:
    """The neighbour asks this society to search, and this one is about to ask the neighbour."""
    with reading_as(neighbour.pk, member=petra.pk):
        first_texts(neighbour, by=petra, second=peter)
        sent(playing.open_a_case(PEOPLE[2], by=petra), town.society, by=petra)
    with playing.acting(town[Role.CASEWORKER]) as alma:
        case = cases.case_for(alma, town.things["case"])
        town.things["transfer"] = prepared(case, neighbour, by=alma).pk
        town.things["incoming"] = cases.incoming_of(alma)[0].pk
