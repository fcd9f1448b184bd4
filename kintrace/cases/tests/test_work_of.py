"""The work list of more than oneself: of the place and of the society, and of nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.cases import neighbours
from kintrace.cases.models import Case
from kintrace.cases.neighbours import Group, Work
from kintrace.cases.tests.handing import accepted, sent
from kintrace.cases.tests.looked_through import references
from kintrace.cases.work_of import Of
from kintrace.cases.worklist import MOST
from kintrace.network.access import Role
from kintrace.network.actions import add_desk
from kintrace.network.lookups import desks
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.vault.reader import reading_as
from tests.crowd import crowd

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Desk, Member, Society

pytestmark = pytest.mark.django_db
PLACE, SOCIETY = "?whose=desk", "?whose=society"
BEGIN = "Somebody was found. Ask them what may be passed on."


def shown(member: Member, asked: str = "", client: Client | None = None) -> Any:
    """The context of the work list as this member sees it."""
    answer = let_in(client or Client(), member).get(f"/desk/{asked}")
    assert answer.status_code == 200
    return answer.context


def lines_of(context: Any) -> list[Work]:
    return [one for _group, lines, _number in context["groups"] for one in lines]


def codes(context: Any) -> set[str]:
    return {one.reference for one in lines_of(context) if one.reference}


def words(context: Any) -> list[str]:
    return [one.what for one in lines_of(context)]


def due(
    society: Society, number: int, *handlers: Member | None, at: Desk | None = None
) -> set[str]:
    """So many open cases that are to be looked at today; their codes."""
    made: list[UUID] = crowd(society, number, handlers=handlers, places=[at], seed=number)
    with reading_as(society.pk):
        day = timezone.localdate() - timedelta(days=1)
        Case.objects.filter(pk__in=made).update(next_review=day)
    return references(society, made)


@pytest.mark.database_bound
def test_what_a_colleague_has_to_do_stands_in_the_list_of_the_society_and_not_in_the_own(
    society: Society, alma: Member, berta: Member
) -> None:
    mine, hers, nobodys = due(society, 2, alma), due(society, 3, berta), due(society, 1, None)
    other = found("BG")
    due(other, 4, enlist(other, Role.CASEWORKER), None)
    for asked in ("", "?whose=mine", "?whose=nonsense"):
        assert codes(shown(alma, asked)) == mine
    assert codes(shown(alma, SOCIETY)) == mine | hers | nobodys
    assert codes(shown(berta, SOCIETY)) == mine | hers | nobodys


def test_a_list_of_more_than_the_own_work_says_who_looks_after_each_case(
    society: Society, alma: Member, berta: Member
) -> None:
    [hers], [nobodys] = due(society, 1, berta), due(society, 1, None)
    context = shown(alma, SOCIETY)
    lines = [one for one in lines_of(context) if one.reference]
    assert {one.reference: one.with_whom for one in lines} == {hers: "berta", nobodys: ""}
    page = let_in(Client(), alma).get(f"/desk/{SOCIETY}").content.decode()
    assert "<bdi>berta</bdi>" in page
    assert "Nobody yet" in page
    assert context["now"] == 2


@pytest.mark.database_bound
def test_the_list_of_the_place_has_what_was_opened_there_by_whomever(
    society: Society, alma: Member, berta: Member
) -> None:
    harbour = add_desk(society, name="Harbour point")
    [main] = [one for one in desks(society.pk) if one != harbour]
    there = due(society, 2, alma, berta, at=harbour)
    due(society, 3, alma, berta, at=main)
    due(society, 1, alma)
    client = Client()
    assert codes(shown(alma, PLACE, client)) == set()
    page = client.get(f"/desk/{PLACE}").content.decode()
    assert page.count("Say first where you work today.") == page.count("I work here today") == 1
    went = client.post("/desk/place/", {"place": str(harbour.pk), "whose": "desk"})
    assert went.headers["Location"] == f"/desk/{PLACE}"
    assert codes(client.get(f"/desk/{PLACE}").context) == there


def test_of_many_reviews_the_list_of_cases_has_the_others_of_the_same_choice(
    society: Society, alma: Member, berta: Member
) -> None:
    [main] = desks(society.pk)
    due(society, 40, berta, at=main)
    for asked, there in ((PLACE, "/desk/cases/?whose=desk"), (SOCIETY, "/desk/cases/")):
        more = [one for one in lines_of(shown(alma, asked)) if " more " in one.what]
        assert [one.url for one in more] == [there]


@pytest.mark.parametrize("role", Role)
def test_who_reads_no_cases_has_no_list_but_the_own(role: Role, society: Society) -> None:
    due(society, 2, enlist(society, Role.CASEWORKER))
    context = shown(enlist(society, role), SOCIETY)
    reads = role in {Role.CASEWORKER, Role.OFFICER, Role.CHILD_PROTECTION}
    assert context["lists"] == (list(Of) if reads else [])
    assert (context["of"].whose is Of.SOCIETY) == bool(codes(context)) == reads


def test_danger_stands_in_every_list_and_what_belongs_to_no_place_not_in_that_of_a_place(
    alma: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    danger = Work("Danger.", "/desk/", "alert", urgent=True)
    work = [danger, Work("A message.", "/desk/", "chat", group=Group.MESSAGES)]
    monkeypatch.setattr(neighbours, "work", [lambda _member: work])
    assert words(shown(alma)) == words(shown(alma, SOCIETY)) == ["Danger.", "A message."]
    assert words(shown(alma, PLACE)) == ["Danger."]


def test_a_list_of_more_than_the_own_work_is_no_longer_than_somebody_reads(
    alma: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = [Work(f"A message, {number}.", "/desk/", "chat") for number in range(MOST + 20)]
    monkeypatch.setattr(neighbours, "work", [lambda _member: work])
    assert len(words(shown(alma))) == MOST + 20
    page = let_in(Client(), alma).get(f"/desk/{SOCIETY}").content.decode()
    assert page.count("A message, ") == MOST
    assert "Only the first 100 stand here." in page


# --- who may see what stays as it is ---


def test_how_far_it_has_come_with_somebody_who_was_found_shows_to_who_may_see_it(
    search: Found,
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        search.locate(by=alma)
    colleague = enlist(scene.society, Role.CASEWORKER)
    assert BEGIN in words(shown(scene.alma))
    assert BEGIN not in words(shown(scene.omar))
    assert BEGIN in words(shown(scene.omar, SOCIETY))
    assert BEGIN not in words(shown(colleague, SOCIETY))


def test_a_search_that_is_with_another_society_stands_in_the_lists_of_both(
    scene: Scene, there: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(selams, there.society, by=scene.alma)
    accepted(there.alma)
    here, anna = enlist(scene.society, Role.CASEWORKER), enlist(there.society, Role.CASEWORKER)
    waits = f"{there.society.name} searches for you."
    assert waits not in words(shown(here))
    assert waits in words(shown(here, SOCIETY))
    with scene.acting(scene.alma):
        transfer.refresh_from_db()
        transfer.turn_id = there.society.pk
        transfer.save(update_fields=["turn"])
    asked = f"{scene.society.name} wrote to you about a search."
    assert asked in words(shown(there.alma))
    assert asked not in words(shown(anna))
    assert asked in words(shown(anna, SOCIETY))
