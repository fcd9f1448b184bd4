"""Two societies compare their searches: cards with tags, a pair, and what people say of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.cases.actions import comparing, moves, on_card
from kintrace.cases.states import State
from kintrace.matching import actions, lookups, network
from kintrace.matching.cards import description_of
from kintrace.matching.pairs import Pair
from kintrace.matching.scoring import weigh
from kintrace.matching.words import Verdict, Why
from kintrace.operations.steal import bulk
from kintrace.operations.steal.browser import as_role
from kintrace.operations.steal.columns import is_planted
from kintrace.operations.steal.needles import Kind
from kintrace.people.lookups import network_cards_of
from kintrace.protection.purposes import How
from kintrace.vault import matching_pair
from kintrace.vault.network import reading_as_network

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.matching.models import Candidate
    from kintrace.network.models import Member
    from kintrace.operations.steal.members import House
    from kintrace.operations.steal.needles import Planted

    Actor = tuple[Member, str]


class NothingOpened(Exception):
    """The other society did not read what it was to read: the search would prove nothing."""


def compare(planted: Planted, house: House) -> None:
    """A case of each society is compared; both read more of a pair and say what it is."""
    if not Path(settings.MATCHING_KEY).exists():
        matching_pair.make(Path(settings.MATCHING_KEY).parent)
    carl = house.people["carl"]
    sides = (carl.member, carl.password), house.others[0]
    subjects = [_searched(planted, one) for one in sides]
    with as_role("matcher"):
        network.turn()
        _propose(subjects)
    for one in sides:
        _agree(subjects[0], one)
    with as_role("matcher"):
        network.turn()
    for one in sides:
        _read_and_judge(planted, subjects[0], one)


def _searched(planted: Planted, one: Actor) -> UUID:
    with bulk.acting(*one) as member:
        case = bulk.open_case(planted, by=member)
        case = moves.move(case, to=State.TRACING, by=member)
        comparing.let_compare(case, how=How.SPOKEN, by=member)
        mother = planted.sentence(Kind.PERSONAL, 2)
        on_card.type_onto_card(case, subject=case.subject, mother=mother, by=member)
        return case.subject


def _propose(subjects: list[UUID]) -> None:
    """Planted names are alike in nothing, so the machine is told what it would find."""
    with reading_as_network():
        first, second = network_cards_of(subjects)
        weighed = weigh(description_of(first.card), description_of(second.card))
        actions.propose_across(Pair.of(first, second, weighed))


def _agree(subject: UUID, one: Actor) -> None:
    with bulk.acting(*one) as member:
        actions.agree_to_more(_row(subject, member), by=member)


def _read_and_judge(planted: Planted, subject: UUID, one: Actor) -> None:
    with bulk.acting(*one) as member:
        row = _row(subject, member)
        if not is_planted(lookups.other_side(row).facts, planted.codes):
            raise NothingOpened
        note = planted.sentence(Kind.BOX, 2)
        actions.judge(row, verdict=Verdict.YES, why=Why.FACTS_AGREE, note=note, by=member)


def _row(subject: UUID, member: Member) -> Candidate:
    rows = lookups.candidates_for(member)
    return next(row for row in rows if subject in (row.first, row.second))
