"""The index cards of cases and leads: where they lie, and what takes them away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.http import Http404
from django.test import Client

from kintrace.cases import lookups
from kintrace.cases.actions import came_forward, events, moves, on_card
from kintrace.cases.actions.comparing import let_compare
from kintrace.cases.came_forward import Ended
from kintrace.cases.event_words import EventKind
from kintrace.cases.happened import Happened
from kintrace.cases.holder import OfCases
from kintrace.cases.states import State
from kintrace.cases.tests.coming_forward import searched, written_down
from kintrace.cases.tests.conftest import selams_case
from kintrace.network.tests.cast import let_in
from kintrace.people.lookups import card_of, cards_of_network
from kintrace.protection import actions as protection
from kintrace.protection.purposes import How, Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.tests.comparing import network_compares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member


SUNK = Happened("The blue boat", "June 2023", "gregorian", date(2023, 6, 1), date(2023, 6, 30), "")


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


def test_a_mothers_name_stands_on_a_card_once_a_member_types_it_there(
    scene: Scene, alma: Member
) -> None:
    case = traced(scene, alma)
    [sought] = lookups.still_sought(case)
    for subject, mother in ((sought.subject, "Layla Jaber"), (case.subject, "ليلى")):
        on_card.type_onto_card(case, subject=subject, mother=mother, by=alma)
        card = card_of(subject)
        assert card is not None
        assert card.mothers == (mother,)
    on_card.type_onto_card(case, subject=sought.subject, mother=" ", by=alma)
    card = card_of(sought.subject)
    assert card is not None
    assert card.mothers == ()


def test_what_was_typed_onto_a_card_goes_with_the_person(scene: Scene, alma: Member) -> None:
    case = traced(scene, alma)
    [sought] = lookups.still_sought(case)
    on_card.type_onto_card(case, subject=sought.subject, mother="Layla", by=alma)
    protection.erase(sought.subject, why=WhyErased.ASKED, by=scene.dora)
    assert lookups.mothers_on_cards(case) == {}


def test_nobody_outside_the_case_gets_anything_onto_a_card(scene: Scene, alma: Member) -> None:
    case, other = traced(scene, alma), selams_case(scene)
    with pytest.raises(Http404):
        on_card.type_onto_card(case, subject=other.subject, mother="Layla", by=alma)


def test_on_hold_nothing_is_typed_onto_a_card(scene: Scene, alma: Member) -> None:
    case = traced(scene, alma)
    protection.put_on_hold(case.subject, reason="A call.", by=alma)
    with pytest.raises(NotAllowed):
        on_card.type_onto_card(case, subject=case.subject, mother="Layla", by=alma)


def test_the_year_of_the_event_a_case_is_joined_to_stands_on_its_cards(
    scene: Scene, alma: Member
) -> None:
    case = traced(scene, alma)
    event = events.make_event(kind=EventKind.SHIPWRECK, happened=SUNK, by=alma)
    joined = events.join_case(event, case=case, why="He told of the boat.", by=alma)
    assert years_on_cards(case) == {"2023"}
    events.take_out(joined, by=alma)
    assert years_on_cards(case) == {""}


def years_on_cards(case: Case) -> set[str]:
    people = [case.subject, *(one.subject for one in lookups.still_sought(case))]
    return {card.event for card in map(card_of, people) if card}


def test_the_page_keeps_what_is_typed_and_says_where_it_stands(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = traced(scene, scene.alma)
    url, desk = f"/desk/cases/{case.pk}/on-card/{case.subject}/", let_in(Client(), scene.alma)
    assert url in desk.get(f"/desk/cases/{case.pk}/").content.decode()
    assert desk.post(url, {"mother": "Layla Jaber"}).status_code == 302
    assert 'value="Layla Jaber"' in desk.get(url).content.decode()
    too_long = desk.post(url, {"mother": "x" * 301})
    assert too_long.status_code == 422
    assert "x" * 301 in too_long.content.decode()


def test_the_copy_of_who_searches_says_their_mothers_name_and_nobody_elses(
    scene: Scene, alma: Member
) -> None:
    case = traced(scene, alma)
    [sought] = lookups.still_sought(case)
    on_card.type_onto_card(case, subject=case.subject, mother="Layla Jaber", by=alma)
    on_card.type_onto_card(case, subject=sought.subject, mother="Mona Saleh", by=alma)
    said = [line.value for line in OfCases().copy(case.subject)]
    assert "Layla Jaber" in said
    assert "Mona Saleh" not in said
