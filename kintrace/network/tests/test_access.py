"""One table of rights, one declaration per view, and a gate that keeps to both."""

from functools import wraps

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kintrace.network.access import (
    BORROWED,
    BOXES,
    RIGHTS,
    Access,
    May,
    Right,
    Role,
    Who,
    declared,
    for_staff,
)
from kintrace.network.models import Member


def test_every_role_has_a_line_in_the_table() -> None:
    assert set(RIGHTS) == set(Role)


def test_every_right_is_somebodys() -> None:
    assert frozenset().union(*RIGHTS.values()) == set(Right)


@pytest.mark.parametrize("role", [Role.SOCIETY_ADMIN, Role.NETWORK_ADMIN, Role.AUDITOR])
def test_who_manages_or_audits_reads_no_case(role: Role) -> None:
    assert not RIGHTS[role] & {Right.READ_CASES, Right.READ_INBOX, Right.OPEN_BOXES}


def test_only_who_may_open_boxes_is_entitled_to_one() -> None:
    entitled = frozenset().union(*BOXES.values())
    assert entitled == {role for role in Role if Right.OPEN_BOXES in RIGHTS[role]}


def test_who_is_not_active_may_nothing() -> None:
    left = Member(role=Role.OFFICER, state=Member.State.LEFT)
    assert not any(May(lambda: left)(right) for right in Right)


def test_templates_ask_by_name() -> None:
    may = May(lambda: Member(role=Role.OFFICER, state=Member.State.ACTIVE))
    assert may["READ_CASES"]
    assert not may["MANAGE_MEMBERS"]


def test_a_declaration_survives_another_decorator() -> None:
    @for_staff(Right.READ_CASES, step_up=True)
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        return view(request)

    assert declared(wrapped, None) == Access(Who.STAFF, Right.READ_CASES, step_up=True)


def test_what_declared_nothing_is_shut() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert declared(view, "a name nobody wrote down") is None


def test_every_borrowed_declaration_is_for_an_address_there_is() -> None:
    assert all(reverse(name) for name in BORROWED)
