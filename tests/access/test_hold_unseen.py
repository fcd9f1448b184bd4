"""Nobody outside the team sees that somebody is on hold: no page of theirs changes by a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from freezegun import freeze_time

from kintrace.cases import lookups as cases
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import RIGHTS, Right, Role, Who
from kintrace.network.lookups import has_keys
from kintrace.network.tests.cast import enlist, let_in, open_box
from kintrace.protection import actions as protection
from kintrace.protection import lookups as protected
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of, notice_of_face
from tests.access.expected import TABLE
from tests.access.matrix import address
from tests.access.people import Somebody, _browser, _held
from tests.turns import waits as waits_today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.network.models import Member
    from tests.town import Town

# Asked before anything is asked of the person: who goes on is stopped, in words that say no more.
STOPS = {
    *("cases:consent", "cases:photo", "cases:propose"),
    *("cases:begin_red_cross", "cases:safe_write", "cases:refer"),
    *("cases:put_file", "cases:correct_ways", "cases:correct_searcher", "cases:further"),
    "cases:on_card",
}
SEEN = sorted(
    name for name, line in TABLE.items() if line.access.who is Who.STAFF and "GET" in line.methods
)
# A quarter of the pages every day, and always those that a hold stops.
ALWAYS = STOPS | {"cases:case", "cases:desk"}
TODAY = [name for name in SEEN if name in ALWAYS or not waits_today(name, turns=4)]
# A list of more than the own work tells no more, either.
WIDER = {"cases:desk": ("", "?whose=desk", "?whose=society")}
OUTSIDE = [role for role in Role if Right.LIFT_HOLD not in RIGHTS[role]]
# Who sees most is asked every day, beside a colleague of who works the case.
EACH = [
    pytest.param([Role.OFFICER, Role.VOLUNTEER], TODAY, id="who sees cases and who opens them"),
    pytest.param(OUTSIDE, SEEN, marks=pytest.mark.slow, id="every role"),
]


@pytest.fixture
def waits(town: Town) -> Iterator[Town]:
    """What hangs and what is proposed is ended already, as a hold ends it: that a photo came down
    is no secret."""
    with freeze_time("2027-01-05 10:00"), transaction.atomic():
        with playing.acting(town[Role.CASEWORKER]) as alma:
            case = cases.case_for(alma, town.things["case"])
            assert case.handler_id == alma.pk
            for subject in subjects(town):
                notice = notice_of(subject)
                assert notice is not None
                wall.take_down(notice, why="taken_down", by=alma)
        yield town
        transaction.set_rollback(True)


def subjects(town: Town) -> list[UUID]:
    """Who is proposed, and who hung: a message about them lies in the inbox."""
    with reading_as(town.society.pk):
        hung = notice_of_face(town[Role.CASEWORKER], town.things["face"])
    assert hung is not None
    assert hung.subject != town.things["subject"]
    return [town.things["subject"], hung.subject]


def outsiders(town: Town, roles: list[Role]) -> list[Somebody]:
    """Who neither works the case nor decides: a member of each role, their boxes open."""
    members = [town[role] for role in roles if role != Role.CASEWORKER]
    return [_at_desk(one) for one in (enlist(town.society, Role.CASEWORKER), *members)]


def _at_desk(member: Member) -> Somebody:
    client = let_in(_browser(), member)
    if has_keys(member):
        open_box(client, password=PASSWORD)
    return Somebody(member.role, Role(member.role), client=client, cookies=_held(client))


def put_on_hold(town: Town) -> None:
    with playing.acting(town[Role.CASEWORKER]) as alma:
        for subject in subjects(town):
            protection.put_on_hold(subject, reason="A worry.", by=alma)


def pages(
    town: Town, people: list[Somebody], names: list[str]
) -> dict[tuple[str, str], tuple[int, str]]:
    """These pages of everybody, without what differs from one request to the next."""
    found = {}
    asked = [(name, more) for name in names for more in WIDER.get(name, ("",))]
    for name, more in asked:
        url = address(name, TABLE[name], town) + more
        for person in people:
            answer = person.ask("GET", url)
            words = answer.content.decode(errors="replace") if not answer.streaming else ""
            words = re.sub(r'((csrfmiddlewaretoken|deed|sent)" value|nonce)="[^"]*"', "", words)
            found[name + more, person.who] = (answer.status_code, words)
    return found


@pytest.mark.parametrize(("roles", "names"), EACH)
@pytest.mark.django_db
def test_no_page_of_anybody_outside_the_team_changes_with_a_hold(
    roles: list[Role], names: list[str], waits: Town
) -> None:
    people = outsiders(waits, roles)
    before = pages(waits, people, names)
    assert {status for (_name, _who), (status, _words) in before.items()} >= {200, 403}
    put_on_hold(waits)
    after = pages(waits, people, names)
    changed = {place for place in before if before[place] != after[place]}
    assert {name for name, _who in changed} == STOPS, changed
    stopped = " ".join(after[place][1] for place in changed)
    assert "Somebody looks at this first." in stopped
    assert "hold" not in re.sub(r"<(style|script).*?</\1>|<[^>]*>", "", stopped).lower()


@pytest.mark.parametrize(
    "names",
    [pytest.param(TODAY, id="of today"), pytest.param(SEEN, marks=pytest.mark.slow, id="all")],
)
@pytest.mark.django_db
def test_who_works_the_case_is_told_that_somebody_looks_and_no_more(
    names: list[str], waits: Town
) -> None:
    alma = [_at_desk(waits[Role.CASEWORKER])]
    before = pages(waits, alma, names)
    with playing.acting(waits[Role.OFFICER]) as omar:
        protection.put_on_hold(waits.things["subject"], reason="A worry.", by=omar)
    after = pages(waits, alma, names)
    changed = {name for name, who in before if before[name, who] != after[name, who]}
    assert changed <= STOPS | {"cases:case"}
    _status, page = after["cases:case", Role.CASEWORKER]
    assert "Somebody looks at this first. It goes on when that is done." in page
    assert "On hold" not in page
    assert "A worry." not in page


@pytest.mark.django_db
def test_who_decides_sees_it_on_the_page_of_the_case(waits: Town) -> None:
    put_on_hold(waits)
    carla = [_at_desk(waits[Role.CHILD_PROTECTION])]
    _status, page = pages(waits, carla, TODAY)["cases:case", Role.CHILD_PROTECTION]
    assert "On hold: nothing is done until the protection team has decided." in page
    with reading_as(waits.society.pk):
        assert protected.is_held(waits.things["subject"])
