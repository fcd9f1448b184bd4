"""What the list of cases shows: one page of it, its filters with their counts, and saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.filters import Due, Wanted, Whose, beginnings
from kintrace.cases.forms_listing import ChangeViewForm, FilterForm, FindForm, PlaceForm, ViewForm
from kintrace.cases.states import ENDED
from kintrace.cases.workplace import place_of
from kintrace.network.access import Right
from kintrace.network.lookups import colleagues, desks
from kintrace.network.words import MemberState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Case, SavedView
    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Desk, Member

PAGE = 50
Tab = tuple[str, str, int | None, bool]  # words, address, how many, whether it is this one


def shown_to(request: StaffRequest) -> dict[str, Any]:
    """The context of the list, and the id under which this page of it is read."""
    member, wanted = request.user, Wanted.of(request.GET.dict())
    places = desks(member.society_id)
    place = place_of(request, places)
    at = place.pk if place else None
    page = Paginator(lookups.chosen_cases(member, wanted, at=at), PAGE).get_page(
        request.GET.get("page")
    )
    counts = lookups.counted(member, wanted, at=at)
    return {
        "page": page,
        "lines": lookups.lines(lookups.cases_in_turn(member, page)),
        "wanted": wanted,
        "whose": list(_whose(wanted, counts, places)),
        "due": [] if wanted.state in ENDED else list(_due(wanted, counts)),
        "today": timezone.localdate(),
        "soon": timezone.localdate() + lookups.SOON,
        "named": lookups.name_of_page(wanted, page.number, at=at),
        **_forms(member, wanted, places, place),
    }


def _whose(wanted: Wanted, counts: dict[str, int], places: list[Desk]) -> Iterator[Tab]:
    for one in Whose:
        if one != Whose.DESK or places:
            here = wanted.with_(whose=one.value)
            yield str(one.label), here.query, counts[one], wanted.whose == one


def _due(wanted: Wanted, counts: dict[str, int]) -> Iterator[Tab]:
    yield _("Any day"), wanted.with_(due="").query, counts["any"], not wanted.due
    for one in Due:
        here = wanted.with_(due=one.value)
        yield str(one.label), here.query, counts[one], wanted.due == one


def _forms(
    member: Member, wanted: Wanted, places: list[Desk], place: Desk | None
) -> dict[str, Any]:
    views = lookups.views_of(member)
    here = next((one for one in views if one.query == wanted.query), None)
    asked = {name: getattr(wanted, name) for name in FilterForm.base_fields}
    # Two forms of one page have fields of the same name.
    return {
        "views": [(one, one == here) for one in views],
        "filter": FilterForm(initial=asked, handlers=colleagues(member, state=MemberState.ACTIVE)),
        "find": FindForm(auto_id="find-%s"),
        "changing": _changing(views, here) if here else None,
        "keeping": ViewForm(initial={"query": wanted.query}, auto_id="keep-%s"),
        "place": place,
        "choosing": _choosing(places, place) if len(places) > 1 else None,
    }


def _changing(views: list[SavedView], here: SavedView) -> ChangeViewForm:
    now = {"view": str(here.pk), "name": here.name}
    return ChangeViewForm(initial=now, views=views, auto_id="view-%s")


def _choosing(places: list[Desk], place: Desk | None) -> PlaceForm:
    now = str(place.pk) if place else ""
    return PlaceForm(places=places, initial={"place": now}, auto_id="at-%s")


def found(said: str, *, by: Member) -> tuple[Case | None, Wanted | None]:
    """The one case whose code was typed, or the list of those that begin so; or neither."""
    begin = beginnings(said, society=by.society.code)
    cases = lookups.cases_beginning(by, begin, most=PAGE) if begin else []
    if len(cases) == 1:
        return cases[0], None
    ways = [one for one in begin if any(case.reference.startswith(one) for case in cases)]
    return None, Wanted(code=ways[0]) if ways else None


def asked_beside(request: StaffRequest) -> dict[str, Any]:
    """For the first page of the desk: a code to go to, and where the member works today."""
    places = desks(request.user.society_id) if request.may(Right.OPEN_CASES) else []
    place = place_of(request, places)
    return {
        "find": FindForm(auto_id="find-%s"),
        "place": place,
        "places": places,
        "choosing": _choosing(places, place) if len(places) > 1 else None,
    }
