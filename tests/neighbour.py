"""The society next door: what it asks of a town, and what the town is about to ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.cases import lookups as cases
from kintrace.cases.actions.incoming import accept
from kintrace.cases.actions.passing import ask_family
from kintrace.cases.tests.conftest import Scene
from kintrace.cases.tests.handing import prepared, sent
from kintrace.cases.tests.meeting import Found, sentences_approved
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.tests.cast import PASSWORD, found, with_boxes
from kintrace.network.words import SharingPurpose
from kintrace.protection.tests.given import first_texts
from kintrace.vault.actions import opened
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
        for person in (PEOPLE[4], PEOPLE[2]):
            sent(playing.open_a_case(person, by=petra), town.society, by=petra)
    with playing.acting(town[Role.CASEWORKER]) as alma:
        case = cases.case_for(alma, town.things["case"])
        town.things["transfer"] = prepared(case, neighbour, by=alma).pk
        newest, taken_on = cases.incoming_of(alma)
        accept(taken_on, by=alma)
        town.things.update({"incoming": newest.pk, "taken on": taken_on.pk})
        asked = sent(playing.open_a_case(PEOPLE[6], by=alma), neighbour, by=alma)
        town.things["asked"] = asked.pk
    boxes = opened(petra.pk, society=neighbour.pk, opening_password=PASSWORD)
    with reading_as(neighbour.pk, member=petra.pk, boxes=boxes):
        _asks_the_family(Scene(neighbour, petra, petra, peter, petra, petra))


def _asks_the_family(there: Scene) -> None:
    """The neighbour found whom this society seeks, and asks what only the family knows."""
    petra = there.alma
    sentences_approved(there)
    [incoming] = cases.incoming_of(petra)
    accept(incoming, by=petra)
    whom = cases.afar_for(petra, incoming.pk)
    Found(there, whom.case, whom).as_far_as_asked(by=petra)
    ask_family(whom, by=petra)
