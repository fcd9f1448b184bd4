"""What a society settles of the requests that it accepts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.http import QueryDict

from kintrace.cases import lookups
from kintrace.cases.actions import accepting
from kintrace.cases.criteria import (
    USUAL,
    NotOurs,
    Request,
    Settled,
    Where,
    facts,
)
from kintrace.cases.forms import SearcherForm
from kintrace.cases.tests.conftest import SELAM
from kintrace.demo import playing
from kintrace.network.actions import add_desk
from kintrace.people.told import PlaceKind

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

HERE, THERE, NOT_TOLD = "AT", "LY", ""


def handed_in(scene: Scene) -> Case:
    with scene.acting(scene.chidi) as chidi:
        return playing.open_a_case(SELAM, by=chidi)


def placed(where: Where, *, lives: str, sought: list[str]) -> bool | None:
    """What the criterion says of a request, of a society that works in Austria."""
    told = frozenset(filter(None, [lives]))
    request = Request((), "", (), told, sought, frozenset({HERE}))
    settled = Settled(USUAL.relations, USUAL.reasons, where=where)
    found = {one.criterion: one.met for one in facts(settled, request, today=date(2026, 1, 1))}
    return found[NotOurs.ELSEWHERE]


@pytest.mark.parametrize(
    ("where", "lives", "sought", "met"),
    [
        (Where.SEARCHER, HERE, [THERE], True),
        (Where.SEARCHER, THERE, [HERE], False),
        (Where.SEARCHER, NOT_TOLD, [HERE], None),
        (Where.SOUGHT, HERE, [THERE], False),
        (Where.SOUGHT, THERE, [THERE, HERE], True),
        (Where.SOUGHT, THERE, [THERE, NOT_TOLD], None),
        (Where.EITHER, HERE, [THERE], True),
        (Where.EITHER, NOT_TOLD, [HERE], True),
        (Where.EITHER, NOT_TOLD, [THERE], None),
        (Where.EITHER, THERE, [THERE], False),
    ],
)
def test_a_society_searches_where_it_said_it_works(
    where: Where, lives: str, sought: list[str], met: bool | None
) -> None:
    assert placed(where, lives=lives, sought=sought) is met


def test_where_nothing_is_settled_nobody_is_asked_where_they_are(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.alma):
        assert NotOurs.ELSEWHERE not in {one.criterion for one in lookups.facts_of(case)}
    before = {"relations": ["son"], "reasons": ["sea"], "both_of_age": False}
    assert Settled.from_json(before).where == Where.ANYWHERE, "as it was settled before"


def test_the_countries_of_our_desks_are_ours(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar) as omar:
        here = Settled(USUAL.relations, USUAL.reasons, where=Where.SOUGHT)
        accepting.settle(here, by=omar)
        assert met(case) is None, "nobody told in which country"
        [brother] = lookups.sought_in(case)
        brother.last_news = (brother.last_news or {}) | {"country": THERE}
        brother.save(update_fields=["last_news"])
        assert met(case) is False
        add_desk(scene.society, name="Harbour", address="Pier 1", country=THERE)
        assert met(case) is True


def met(case: Case) -> bool | None:
    return {one.criterion: one.met for one in lookups.facts_of(case)}[NotOurs.ELSEWHERE]


def test_the_country_in_which_somebody_lives_is_told_beside_where_they_come_from() -> None:
    data = QueryDict(mutable=True)
    data.update({"given": "Selam", "sex": "female", "languages": "ti", "place": "Keren"})
    data.update({"country": "ER", "lives": "AT"})
    form: Any = SearcherForm(data)
    assert form.is_valid()
    places = {one.kind: (one.said, one.country) for one in form.told().places}
    assert places == {PlaceKind.ORIGIN: ("Keren", "ER"), PlaceKind.LIVES: ("", "AT")}
