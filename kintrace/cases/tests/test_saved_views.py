"""Views of the list that a member saves for themselves, and the place where they work today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import saved_views
from kintrace.cases.actions.saved_views import MOST, TooManyViews
from kintrace.cases.filters import Wanted
from kintrace.cases.holder_views import OfViews
from kintrace.cases.models import Case, SavedView
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.looked_through import LIST, listed
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.actions import add_desk, close_desk
from kintrace.network.lookups import desks
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.vault.reader import reading_as
from tests.crowd import crowd

if TYPE_CHECKING:
    from kintrace.network.models import Member, Society

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]


def test_a_view_is_saved_renamed_and_deleted_by_its_page(society: Society, alma: Member) -> None:
    client = let_in(Client(), alma)
    query = Wanted.of({"whose": "mine", "due": "overdue"}).query
    saved = client.post(reverse("cases:keep_view"), {"query": query, "name": "My late ones"})
    assert saved.headers["Location"] == f"{LIST}?{query}"
    [(view, here)] = listed(alma, f"?{query}")["views"]
    assert here
    assert "My late ones" in client.get(LIST).content.decode()
    change = {"view": str(view.pk), "name": "Late"}
    client.post(reverse("cases:change_view"), change)
    assert "Late" in client.get(LIST).content.decode()
    client.post(reverse("cases:change_view"), change | {"drop": "1"})
    assert listed(alma)["views"] == []


def test_a_view_is_seen_and_changed_by_nobody_else(
    society: Society, alma: Member, berta: Member
) -> None:
    boris = enlist(found("BG"), Role.CASEWORKER, "boris")
    with reading_as(society.pk, member=alma.pk):
        view = saved_views.keep_view(Wanted(whose="mine"), name="Alma's", by=alma)
    for other in (berta, boris):
        assert listed(other)["views"] == []
        sent = {"view": str(view.pk), "name": "Mine now", "drop": "1"}
        let_in(Client(), other).post(reverse("cases:change_view"), sent)
    with reading_as(society.pk):
        [kept] = SavedView.objects.all()
        assert kept.name == "Alma's"


def test_the_same_filters_are_one_view_and_a_row_of_tabs_has_an_end(
    society: Society, alma: Member
) -> None:
    with reading_as(society.pk, member=alma.pk):
        for number in range(MOST):
            saved_views.keep_view(Wanted(code=f"NM-{number + 2:X}"), name="One", by=alma)
        again = saved_views.keep_view(Wanted(code="NM-2"), name="Again", by=alma)
        assert (again.name, len(lookups.views_of(alma))) == ("Again", MOST)
        with pytest.raises(TooManyViews):
            saved_views.keep_view(Wanted(code="NM-X"), name="One more", by=alma)


def test_views_end_with_who_left(society: Society, alma: Member, berta: Member) -> None:
    with reading_as(society.pk):
        for member in (alma, berta):
            saved_views.keep_view(Wanted(whose="mine"), name="Mine", by=member)
        berta.state = berta.State.LEFT
        berta.save(update_fields=["state"])
        OfViews().expire(timezone.localdate())
        assert [one.member_id for one in SavedView.objects.all()] == [alma.pk]


# --- where a member works ---


def test_a_case_belongs_to_the_place_where_its_opener_works(scene: Scene, client: Client) -> None:
    [main] = desks(scene.society.pk)
    with scene.acting(scene.chidi):
        draft = playing.begin_a_draft(SELAM, by=scene.chidi)
        playing.answer_the_rest(draft, SELAM, by=scene.chidi)
    answer = let_in(client, scene.chidi).post(reverse("cases:submit", args=[draft.pk]))
    assert answer.headers["Location"] == "/desk/"
    with reading_as(scene.society.pk):
        assert Case.objects.get().desk == main


def test_the_place_said_once_narrows_the_list_and_ends_with_the_session(
    society: Society, alma: Member
) -> None:
    [main] = desks(society.pk)
    point = add_desk(society, name="Harbour point")
    here, there = (crowd(society, 2, handlers=[None], places=[one]) for one in (main, point))
    client = let_in(Client(), alma)
    assert listed(alma, "?whose=desk", client)["lines"] == []
    client.post(reverse("cases:work_at"), {"place": str(point.pk)})
    shown = client.get(f"{LIST}?whose=desk").context
    assert {line.case.pk for line in shown["lines"]} == set(there)
    assert listed(alma, "?whose=desk")["lines"] == []
    client.post(reverse("cases:work_at"), {"place": str(desks(found("BG").pk)[0].pk)})
    assert {one.case.pk for one in client.get(f"{LIST}?whose=desk").context["lines"]} == set(there)
    with reading_as(society.pk, member=alma.pk):
        close_desk(point, by=alma)
        assert Case.objects.filter(pk__in=there, desk=None).count() == 2
        assert Case.objects.filter(pk__in=here, desk=main).count() == 2
