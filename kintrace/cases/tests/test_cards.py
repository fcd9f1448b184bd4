"""The index cards of cases and leads: where they lie, and what takes them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups
from kintrace.cases.actions import came_forward, moves
from kintrace.cases.actions.comparing import let_compare
from kintrace.cases.came_forward import Ended
from kintrace.cases.states import State
from kintrace.cases.tests.coming_forward import searched, written_down
from kintrace.cases.tests.conftest import selams_case
from kintrace.people.lookups import card_of, cards_of_network
from kintrace.protection import actions as protection
from kintrace.protection.purposes import How, Purpose
from kintrace.vault.tests.comparing import network_compares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member


@pytest.fixture(autouse=True)
def compared(settings: Settings, tmp_path: Path) -> None:
    """The network compares."""
    network_compares(settings, tmp_path)


@pytest.fixture
def alma(scene: Scene) -> Iterator[Member]:
    with scene.acting(scene.alma):
        yield scene.alma


def traced(scene: Scene, alma: Member) -> Case:
    return moves.move(selams_case(scene), to=State.TRACING, by=alma)


def laid(case: Case) -> list[str]:
    """The roles of the cards that lie for everybody in a case."""
    people = [case.subject, *(one.subject for one in lookups.still_sought(case))]
    return [card.role for card in map(card_of, people) if card]


def open_to_network(case: Case) -> int:
    people = [case.subject, *(one.subject for one in lookups.still_sought(case))]
    return cards_of_network(people).count()


def test_cards_lie_from_the_moment_somebody_is_searched_for(scene: Scene, alma: Member) -> None:
    case = selams_case(scene)
    assert laid(case) == []
    case = moves.move(case, to=State.TRACING, by=alma)
    assert laid(case) == ["enquirer", "sought"]


def test_a_card_says_who_else_is_in_the_case_and_who_that_is(scene: Scene, alma: Member) -> None:
    case = traced(scene, alma)
    [sought] = lookups.still_sought(case)
    enquirer, brother = card_of(case.subject), card_of(sought.subject)
    assert enquirer is not None
    assert brother is not None
    assert enquirer.kin == ((str(sought.subject), "brother"),)
    assert (brother.relation, brother.kin) == ("brother", ((str(case.subject), "enquirer"),))
    assert enquirer.reference == case.reference


def test_other_societies_compare_only_after_the_person_said_so(scene: Scene, alma: Member) -> None:
    case = traced(scene, alma)
    assert open_to_network(case) == 0
    let_compare(case, how=How.SPOKEN, by=alma)
    assert open_to_network(case) == 2
    protection.withdraw(case.subject, purpose=Purpose.COMPARE, by=alma)
    assert (open_to_network(case), len(laid(case))) == (0, 2)


def test_a_search_that_rests_is_found_at_home_alone(scene: Scene, alma: Member) -> None:
    case = let_compare(traced(scene, alma), how=How.SPOKEN, by=alma)
    case = moves.move(case, to=State.SUSPENDED, why="wants_a_rest", by=alma)
    assert (open_to_network(case), len(laid(case))) == (0, 2)


def test_a_hold_takes_every_card_of_the_case(scene: Scene, alma: Member) -> None:
    case = traced(scene, alma)
    protection.put_on_hold(case.subject, reason="Somebody waits for her.", by=alma)
    assert laid(case) == []


def test_a_lead_has_a_card_while_it_is_searched(alma: Member) -> None:
    assert card_of(written_down(by=alma).subject) is None
    lead = searched(by=alma)
    card = card_of(lead.subject)
    assert card is not None
    assert (card.role, card.reference) == ("lead", lead.reference)
    assert card.mothers == ("Letebrhan",)
    came_forward.end(lead, why=Ended.NOT_RELATED, by=alma)
    assert card_of(lead.subject) is None


@pytest.mark.parametrize(("said", "slots"), [("yes", 1), ("no", 0)])
def test_other_societies_are_asked_for_a_lead_only_as_the_person_said(
    alma: Member, said: str, slots: int
) -> None:
    lead = searched(by=alma, across=said)
    assert cards_of_network([lead.subject]).count() == slots
