"""The work list: by what is asked, and no longer than somebody reads."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.cases import lookups, neighbours, worklist
from kintrace.cases.models import Case
from kintrace.cases.neighbours import Group, Work
from kintrace.cases.worklist import SHOWN
from kintrace.network.access import Right, Role
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.vault.reader import reading_as
from tests.crowd import crowd

if TYPE_CHECKING:
    from kintrace.network.models import Member, Society

TODAY = date(2026, 3, 10)


def one(what: str, days: int | None = None, **more: object) -> Work:
    due = None if days is None else TODAY + timedelta(days=days)
    return Work(what, "/desk/", "clock", due, **more)  # type: ignore[arg-type]


def test_lines_stand_by_what_is_asked_and_danger_before_all() -> None:
    work = [
        one("when you can"),
        one("tomorrow", 1),
        one("late", -3),
        one("later still", -1),
        one("today", 0),
        one("a message", -9, group=Group.MESSAGES),
        one("danger", 0, urgent=True, group=Group.PHOTOS),
        one("another society", 4, group=Group.WAITING),
    ]
    groups = worklist.grouped(work, TODAY)
    assert [(group, [line.what for line in lines]) for group, lines in groups] == [
        (Group.LATE, ["danger", "late", "later still"]),
        (Group.TODAY, ["today"]),
        (Group.WAITING, ["another society"]),
        (Group.MESSAGES, ["a message"]),
        (Group.LATER, ["tomorrow", "when you can"]),
    ]


@pytest.fixture
def society(db: None) -> Society:
    return found("NM")


@pytest.fixture
def alma(society: Society) -> Member:
    return enlist(society, Role.CASEWORKER, "alma")


def all_due(society: Society, days: int = -1) -> None:
    with reading_as(society.pk):
        day = timezone.localdate() + timedelta(days=days)
        Case.objects.filter(society=society).update(next_review=day)


@pytest.mark.database_bound
def test_of_many_reviews_the_first_stand_one_by_one_and_the_list_has_the_others(
    society: Society, alma: Member
) -> None:
    crowd(society, SHOWN, handlers=[alma])
    all_due(society)
    with reading_as(society.pk, member=alma.pk):
        assert {one.reference != "" for one in worklist.reviews_due(alma)} == {True}
    crowd(society, 3, handlers=[alma], seed=2)
    all_due(society)
    with reading_as(society.pk, member=alma.pk):
        *first, last = worklist.reviews_due(alma)
    assert len(first) == SHOWN
    assert (last.what, last.url, last.reference) == (
        "3 more cases are to be looked at again.",
        "/desk/cases/?whose=mine",
        "",
    )


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.OFFICER])
def test_the_database_chooses_whose_cases_they_are_as_the_rule_does(
    role: Role, society: Society, alma: Member
) -> None:
    asking, chidi = enlist(society, role), enlist(society, Role.VOLUNTEER)
    gone = enlist(society, Role.CASEWORKER)
    gone.state = gone.State.LEFT
    gone.save(update_fields=["state"])
    crowd(society, 40, handlers=[asking, alma, chidi, gone, None])
    with reading_as(society.pk, member=asking.pk):
        rule = lookups.looks_after(asking, else_=Right.KEEP_LONGER)
        chosen = lookups.open_cases_of(asking).filter(
            lookups.in_care_of(asking, else_=Right.KEEP_LONGER)
        )
        theirs = {one.pk for one in lookups.open_cases_of(asking) if rule(one)}
        assert {one.pk for one in chosen} == theirs
        assert 0 < len(theirs) < 40


def test_the_page_shows_what_another_folder_adds_in_its_group(
    alma: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Work("A transfer waits.", "/desk/", "transfer", group=Group.WAITING)
    monkeypatch.setattr(neighbours, "work", [*neighbours.work, lambda _member: [line]])
    page = let_in(Client(), alma).get("/desk/").content.decode()
    assert page.index("Waiting for another society") < page.index("A transfer waits.")
