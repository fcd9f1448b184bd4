"""The list of cases: whose and which, by columns of our own handling; views saved for oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.filters import Wanted, beginnings
from kintrace.cases.models import Case
from kintrace.cases.tests.looked_through import LIST, codes, falls_due, listed, references
from kintrace.cases.work_of import Of
from kintrace.network.access import Role
from kintrace.network.lookups import desks
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.protection.actions import put_on_hold
from kintrace.vault.reader import reading_as
from kintrace.wall.tests.cast import society_with_boxes
from tests.crowd import crowd, with_another

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member, Society

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]


def test_filters_are_combined(society: Society, alma: Member, berta: Member) -> None:
    mine, hers = (crowd(society, 3, handlers=[who]) for who in (alma, berta))
    [nobodys] = crowd(society, 1, handlers=[None])
    for number, case in enumerate([*mine, *hers, nobodys]):
        falls_due(society, case, days=(-2, 3, 40)[number % 3])
    assert len(codes(listed(alma))) == 7
    assert codes(listed(alma, "?whose=mine")) == references(society, mine)
    assert codes(listed(alma, "?whose=nobody")) == references(society, [nobodys])
    assert codes(listed(alma, "?whose=mine&due=overdue")) == references(society, mine[:1])
    soon = codes(listed(alma, f"?due=soon&handler={berta.pk}&order=code"))
    assert soon == references(society, hers[1:2])
    assert codes(listed(alma, "?whose=mine&state=closed")) == set()
    assert len(codes(listed(alma, "?whose=no&due=no&handler=no&code=no&order=no"))) == 7


def test_the_counts_say_what_the_tabs_will_show(
    society: Society, alma: Member, berta: Member
) -> None:
    for case in crowd(society, 2, handlers=[alma]):
        falls_due(society, case, days=-1)
    crowd(society, 3, handlers=[berta, None])
    shown = listed(alma, "?whose=mine")
    for tabs in (shown["whose"], shown["due"]):
        for _words, query, count, _here in tabs:
            assert len(codes(listed(alma, f"?{query}"))) == count, query
    assert [count for _words, _query, count, _here in shown["due"]] == [2, 2, 0, 0]


def test_every_order_is_an_order_by_what_it_says(
    society: Society, alma: Member, berta: Member
) -> None:
    crowd(society, 20, handlers=[alma, berta, None])

    def column(order: str, name: str) -> list[Any]:
        lines = listed(alma, f"?order={order}")["lines"]
        return [getattr(line.case, name) for line in lines]

    assert column("review", "next_review") == sorted(column("code", "next_review"))
    assert column("opened", "opened") == sorted(column("code", "opened"), reverse=True)
    assert column("code", "reference") == sorted(column("review", "reference"))
    named = [str(one.sign_in) if one else "" for one in column("handler", "handler")]
    assert named == sorted(named)


def test_cases_of_another_society_are_neither_listed_nor_counted(
    society: Society, alma: Member
) -> None:
    other = found("BG")
    boris = enlist(other, Role.CASEWORKER, "boris")
    theirs = crowd(other, 3, handlers=[boris, None], places=desks(other.pk))
    shown = listed(alma)
    assert shown["lines"] == []
    assert {count for tabs in (shown["whose"], shown["due"]) for _w, _q, count, _h in tabs} == {0}
    assert listed(alma, f"?handler={boris.pk}")["lines"] == []
    [code, *_others] = references(other, theirs)
    went = let_in(Client(), alma).post(reverse("cases:find"), {"code": code})
    assert went.headers["Location"] == LIST


def test_a_case_on_hold_is_listed_and_counted_like_any_other() -> None:
    society, omar, lena = society_with_boxes()
    [held, other] = crowd(society, 2, handlers=[omar])
    asked = ("", "?whose=mine", "?order=code")
    before = [listed(lena, one) for one in asked]
    with reading_as(society.pk, member=omar.pk):
        case = Case.objects.get(pk=held)
        put_on_hold(case.subject, reason="A worry.", by=omar)
        assert lookups.is_case_held(case)
    after = [listed(lena, one) for one in asked]
    for was, now in zip(before, after, strict=True):
        assert [one.case.pk for one in now["lines"]] == [one.case.pk for one in was["lines"]]
        assert (now["whose"], now["due"]) == (was["whose"], was["due"])
    assert {one.case.pk for one in after[0]["lines"]} == {held, other}


def test_pages_hold_fifty_and_the_last_one_the_rest(society: Society, alma: Member) -> None:
    crowd(society, 60, handlers=[alma])
    first, last = listed(alma), listed(alma, "?page=2")
    assert [len(one["lines"]) for one in (first, last)] == [50, 10]
    assert not codes(first) & codes(last)


def test_a_page_asks_as_much_for_sixty_cases_as_for_three(society: Society, alma: Member) -> None:
    work = [f"/desk/?whose={one}" for one in Of.values]
    asked = ("/desk/", *work, LIST, f"{LIST}?whose=nobody&order=handler")

    def questions() -> list[int]:
        client, counts = let_in(Client(), alma), []
        for url in asked:
            client.get(url)  # what is kept in the process is kept before we count
            with CaptureQueriesContext(
                connection,
            ) as asking:
                assert client.get(url).status_code == 200
            counts.append(len(asking))
        return counts

    def cases(number: int, *, seed: int, elsewhere: int) -> None:
        there = crowd(society, number, handlers=[alma, None], seed=seed)
        with_another(society, there[:elsewhere], chosen=other)
        for case in there:
            falls_due(society, case, days=0)

    other = found("SN")
    cases(3, seed=1, elsewhere=2)
    few = questions()
    cases(57, seed=2, elsewhere=30)
    assert questions() == few


def test_each_page_of_the_list_is_read_under_a_name_of_its_own_but_for_ones_own_cases(
    society: Society, alma: Member
) -> None:
    def named(asked: str) -> UUID:
        wanted = Wanted.of(dict(part.split("=") for part in asked.split("&") if part))
        return lookups.name_of_page(wanted, 1, at=None)

    assert len({named(one) for one in ("", "due=soon", "whose=nobody", "order=code")}) == 4
    assert named("whose=mine") == named("whose=mine&due=soon") == named("order=code&whose=mine")
    listed(alma, "?due=soon")
    with reading_as(society.pk):
        [newest, *_rest] = audit.entries(society.pk, about=named("due=soon"))
    assert newest.deed == Deed.LISTED_CASES


# --- a code that is typed ---


def test_a_code_leads_to_its_case_however_it_is_typed(society: Society, alma: Member) -> None:
    [case] = crowd(society, 1, handlers=[alma])
    [code] = references(society, [case])
    client = let_in(Client(), alma)
    for typed in (code, code.lower(), f" {code} ", code.replace("-", ""), code[3:], code[:6]):
        went = client.post(reverse("cases:find"), {"code": typed})
        assert went.headers["Location"] == f"{LIST}{case}/", typed


def test_a_beginning_that_several_have_gives_their_list(society: Society, alma: Member) -> None:
    ids = crowd(society, 3, handlers=[alma])
    with reading_as(society.pk):
        for case, code in zip(ids, ("NM-AB34-5678", "NM-AB35-5678", "NM-C234-5678"), strict=True):
            Case.objects.filter(pk=case).update(reference=code)
    went = let_in(Client(), alma).post(reverse("cases:find"), {"code": "ab3"})
    assert went.headers["Location"] == f"{LIST}?code=NM-AB3"
    assert codes(listed(alma, "?code=NM-AB3")) == {"NM-AB34-5678", "NM-AB35-5678"}


@pytest.mark.parametrize("name", ["Selam", "Selam Tesfay", "سلام", "' or 1=1", ""])
def test_a_name_is_not_searched_and_stands_in_no_address(
    name: str, society: Society, alma: Member
) -> None:
    crowd(society, 2, handlers=[alma])
    client = let_in(Client(), alma)
    went = client.post(reverse("cases:find"), {"code": name})
    assert went.headers["Location"] == LIST
    assert "Names are not searched here." in client.get(LIST).content.decode()
    assert client.get(reverse("cases:find"), {"code": name}).status_code == 405


def test_letters_of_the_society_may_begin_a_code_too() -> None:
    assert beginnings("nm", society="NM") == ["NM-NM"]
    assert beginnings("NMAB", society="NM") == ["NM-AB", "NM-NMAB"]
    assert beginnings("nm-ab34 5678", society="NM") == ["NM-AB34-5678"]
