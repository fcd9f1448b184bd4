"""Of what stands beside a search, one of each kind that ends by a clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kintrace.cases.actions import moves
from kintrace.cases.states import State
from kintrace.cases.tests import together
from kintrace.cases.tests.bringing import a_card
from kintrace.cases.tests.coming_forward import written_down
from kintrace.cases.tests.conftest import SELAM
from kintrace.cases.tests.happenings import happened, searched
from kintrace.cases.tests.test_safe import written
from kintrace.demo import playing
from kintrace.matching import standing
from kintrace.matching.actions import judge
from kintrace.matching.lookups import candidates_for
from kintrace.matching.words import Verdict, Why
from kintrace.protection import retention
from kintrace.protection.retention import Kind

if TYPE_CHECKING:
    from kintrace.cases.tests.conftest import Scene

BEGIN = date(2026, 3, 1)


def safe(scene: Scene) -> date:
    with scene.acting(scene.alma):
        written(scene, playing.open_a_case(SELAM, by=scene.alma))
    return BEGIN + retention.default(Kind.SAFE)


def lead(scene: Scene) -> date:
    with scene.acting(scene.alma):
        written_down(by=scene.alma)
    return BEGIN + retention.default(Kind.LEAD)


def plan(scene: Scene) -> date:
    """One of the two is asked for the last time 91 days after contact."""
    with scene.acting(scene.alma):
        search = searched(scene)
    together.asked_later(search)
    return BEGIN + timedelta(days=91) + retention.default(Kind.PLAN)


def event(scene: Scene) -> date:
    with scene.acting(scene.alma):
        happened(scene)
    return BEGIN + retention.default(Kind.EVENT)


def unnamed(scene: Scene) -> date:
    with scene.acting(scene.omar):
        a_card(by=scene.omar)
    return BEGIN + retention.default(Kind.UNNAMED)


def pair(scene: Scene) -> date:
    """Who searches twice, for two brothers, is proposed as one person; a member says no."""
    another = replace(SELAM, sought_given="Petros", sought_given_own="ጴጥሮስ")
    with scene.acting(scene.alma):
        for person in (SELAM, another):
            case = playing.open_a_case(person, by=scene.alma)
            moves.move(case, to=State.TRACING, by=scene.alma)
        standing.search_new()
        for row in candidates_for(scene.alma):
            judge(row, verdict=Verdict.NO, why=Why.NAMESAKE, by=scene.alma)
    return BEGIN + retention.default(Kind.PAIR)
