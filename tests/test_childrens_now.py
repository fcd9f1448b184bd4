"""The page of a child says what its team can do now for finding its family, and what nobody can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.urls import reverse

from kintrace.cases import children_now
from kintrace.cases.actions import children_family, children_moves
from kintrace.cases.children_states import ARROWS, PRESSES, ChildState, ChildWhy
from kintrace.cases.tests.children_ways import MOTHER
from kintrace.demo import playing
from tests.test_childrens_at_home import brought_home
from tests.test_childrens_way_home import TICKED, at_the_desk

if TYPE_CHECKING:
    from kintrace.cases.children_now import Now
    from kintrace.cases.tests.children_ways import Looked
    from kintrace.network.models import Member


def now(looked: Looked, by: Member) -> list[Now]:
    with playing.acting(by):
        shown = children_now.shown(looked.again(), by=by)
    return shown["steps"] if shown else []


def said(looked: Looked, by: Member) -> list[str]:
    return [one.words for one in now(looked, by)]


def test_before_the_search_it_says_what_is_to_be_asked_and_what_the_search_waits_for(
    looked: Looked,
) -> None:
    told = said(looked, looked.alma)
    assert "The questions about safety are not answered yet." in told
    assert "Begin to search for the family." not in told
    titles = [one.about for one in now(looked, looked.alma)]
    assert "How they lost each other" in titles
    assert "The family" not in titles, "it was asked"
    looked.ready()
    assert "Begin to search for the family." in said(looked, looked.alma)


def test_while_the_family_is_searched_each_reads_what_is_theirs_to_do(looked: Looked) -> None:
    looked.trace()
    assert "Decide whether this person is the family" in said(looked, looked.carla)
    waits = "A child-protection officer decides whether this person is the family"
    assert waits in said(looked, looked.alma)
    with playing.acting(looked.alma) as alma:
        other = MOTHER | {"name": "Abrehet", "relation": "aunt"}
        claim = children_family.begin_claim(looked.child, **other, by=alma)
        children_family.ask(claim, of_child=False, words="A song.", by=alma)
    by_alma = [one.words for one in now(looked, looked.alma) if one.about == "Abrehet"]
    assert by_alma == ["Let another member of the team ask the other side"]
    by_carla = [one for one in now(looked, looked.carla) if one.about == "Abrehet"]
    assert [one.words for one in by_carla] == ["Ask the child about this person, alone"]
    assert by_carla[0].url == reverse("cases:child_ask", args=[claim.pk, "child"])


def test_nobody_is_sent_to_ask_who_must_not_learn(looked: Looked) -> None:
    looked.trace()
    looked.keep("withhold", {"relation_1": ["mother"], "extent_1": ["all"]})
    assert not [one for one in now(looked, looked.carla) if one.about == MOTHER["name"]]


def test_the_last_steps_are_said_to_each_of_the_two(looked: Looked) -> None:
    looked.verify()
    decide = "Decide with another member whether the child goes to its family."
    assert said(looked, looked.alma) == [decide]
    with playing.acting(looked.alma) as alma:
        children_moves.propose_home(looked.child, **TICKED, by=alma)
    assert said(looked, looked.alma) == ["Let another member of the team look at it and agree."]
    assert said(looked, looked.carla) == [decide]
    with playing.acting(looked.carla) as carla:
        children_moves.agree_home(looked.child, **TICKED, by=carla)
    assert said(looked, looked.carla) == ["Ask the child how it is, on the days that are planned."]


def test_nothing_can_be_done_any_more_when_the_work_ended(looked: Looked) -> None:
    page = reverse("cases:child", args=[looked.child.pk])
    desk = at_the_desk(looked.alma)
    assert "What can be done now" in desk.get(page).content.decode()
    with playing.acting(looked.carla) as carla:
        children_moves.move(looked.child, to=ChildState.CLOSED, why=ChildWhy.MISTAKE, by=carla)
    assert "What can be done now" not in desk.get(page).content.decode()


def test_while_the_family_is_searched_for_others_are_asked_and_a_message_is_written(
    looked: Looked,
) -> None:
    looked.trace()
    urls = [one.url for one in now(looked, looked.alma)]
    for name in ("child_ask_society", "child_write"):
        assert reverse(f"cases:{name}", args=[looked.child.pk]) in urls


def test_every_step_that_is_offered_leads_to_a_page_that_opens(looked: Looked) -> None:
    desk = at_the_desk(looked.carla)
    for bring in (looked.again, looked.verify):
        bring()
        told = desk.get(reverse("cases:child", args=[looked.child.pk])).content.decode()
        card = told[told.index("What can be done now") :].split("</section>")[0]
        for url in re.findall(r'<a class="link" href="([^"]+)"', card):
            assert desk.get(url).status_code == 200, url


def test_a_child_at_home_is_looked_after_and_not_searched_for(looked: Looked) -> None:
    brought_home(looked)
    told = at_the_desk(looked.alma).get(reverse("cases:child", args=[looked.child.pk]))
    assert reverse("cases:child_write", args=[looked.child.pk]) not in told.content.decode()


def test_a_button_says_what_happens_and_what_stops_the_search_is_never_the_main_one(
    looked: Looked,
) -> None:
    looked.ready()
    desk = at_the_desk(looked.alma)
    child, begins, stops, own = (
        reverse(f"cases:child{name}", args=[looked.child.pk, *to])
        for name, *to in (("",), ("_go", "tracing"), ("_go", "registered"), ("_go", "verified"))
    )
    assert f'class="button main" href="{begins}"' in desk.get(child).content.decode()
    looked.trace()
    page = desk.get(child).content.decode()
    assert f'class="button" href="{stops}"' in page
    assert "Stop the search" in page
    assert "what it wrote is called off" in desk.get(stops).content.decode()
    assert desk.get(own).status_code == 404, "it has a page of its own"
    assert {to for _from, to in ARROWS if not ARROWS[_from, to].own} == set(PRESSES)
