"""Two tabs, or two members: nothing that was saved is written over unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.models import Whereabouts
from kintrace.cases.tests.bringing import MARKS, a_card, a_place
from kintrace.cases.tests.happenings import happened
from kintrace.cases.tests.meeting import PHONE
from kintrace.cases.tests.test_happened import TYPED
from kintrace.cases.tests.together import listed, opened
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.network.tests.second_tab import pressed_twice, saved_again, saved_twice

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found
    from kintrace.network.tests.cast import SignIn

OTHER = "+00 010 555 0199"
SETTLED = {"reasons": ["conflict"], "where": "anywhere", "refusals": ["police"]}
CARD = {"kind": "body", "sex": "male", "day": "2026-01-05", "held_by": "morgue"}


def test_how_the_found_person_is_reached_is_not_deleted_by_a_second_tab(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        search.locate(by=alma)
    sign_in(client, scene.alma)
    open_box(client, password=PASSWORD)
    url = reverse("cases:found_where", args=[search.sought.pk])
    first, second = ({"phone": one, "how": "spoken"} for one in (PHONE, OTHER))
    page = saved_twice(client, url, first, second)
    assert PHONE in page
    assert OTHER in page
    assert "What is kept now" in page
    with scene.acting(scene.alma):
        assert lookups.read_where(Whereabouts.objects.get()) == {"phone": PHONE}
    saved_again(client, url, second, page)
    with scene.acting(scene.alma):
        assert lookups.read_where(Whereabouts.objects.get()) == {"phone": OTHER}


def test_without_the_box_it_is_said_that_something_is_kept_and_not_what(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        search.locate(by=alma)
        search.keep_where(by=alma)
    sign_in(client, scene.alma)
    page = client.get(reverse("cases:found_where", args=[search.sought.pk])).content.decode()
    assert "What is kept now" in page
    assert "It is sealed. Open the box to read it." in page
    assert PHONE not in page


def test_an_event_is_not_corrected_over_what_somebody_corrected_since(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        event = happened(scene)
    sign_in(client, scene.alma)
    url = reverse("cases:correct_event", args=[event.pk])
    first, second = (TYPED | {"called": one} for one in ("the red boat", "the green boat"))
    page = saved_twice(client, url, first, second)
    assert "the red boat" in page
    assert "the green boat" in page
    with scene.acting(scene.alma) as alma:
        now = lookups.happened(lookups.event_for(alma, event.pk))
        assert now.called == "the red boat"
    saved_again(client, url, second, page)


def test_who_presses_twice_reads_of_no_other_version(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        event = happened(scene)
    sign_in(client, scene.alma)
    pressed_twice(client, reverse("cases:correct_event", args=[event.pk]), TYPED)


def test_pressing_twice_on_a_card_or_a_place_compares_nothing_with_itself(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.omar) as omar:
        row, place = a_card(by=omar), a_place(by=omar, country="AT")
    sign_in(client, scene.omar)
    open_box(client, password=PASSWORD)
    form = CARD | {"day": timezone.localdate().isoformat(), "marks": MARKS, "place": "A cove"}
    pressed_twice(client, reverse("cases:correct_unnamed", args=[row.pk]), form)
    ward = {"kind": "hospital", "country": "AT", "how": "By phone", "name": "Hill ward"}
    pressed_twice(client, reverse("cases:source", args=[place.pk]), ward)


def test_pressing_twice_on_how_somebody_is_reached_compares_nothing_while_the_box_is_open(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        search.locate(by=alma)
    sign_in(client, scene.alma)
    open_box(client, password=PASSWORD)
    url = reverse("cases:found_where", args=[search.sought.pk])
    pressed_twice(client, url, {"phone": PHONE, "how": "spoken"})


def test_a_card_is_not_corrected_over_what_somebody_corrected_since(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        row = a_card(by=omar)
    sign_in(client, scene.omar)
    open_box(client, password=PASSWORD)
    url = reverse("cases:correct_unnamed", args=[row.pk])
    form = CARD | {"day": timezone.localdate().isoformat(), "marks": MARKS}
    page = saved_twice(client, url, form | {"place": "A cove"}, form | {"place": "A pier"})
    assert "A cove" in page
    assert "A pier" in page
    assert "A morgue or forensic service" in page
    with scene.acting(scene.omar) as omar:
        assert lookups.card_of(lookups.unnamed_for(omar, row.pk)).place == "A cove"
    saved_again(client, url, form | {"place": "A pier"}, page)


@pytest.mark.parametrize(
    ("name", "first", "second", "says"),
    [
        (
            "criteria",
            SETTLED | {"relations": ["brother"]},
            SETTLED | {"relations": ["sister"]},
            "What was saved elsewhere",
        ),
        ("after_contact", {"days": "5, 10"}, {"days": "6, 12"}, "5, 10"),
    ],
)
def test_a_setting_is_not_settled_over_what_somebody_settled_since(
    scene: Scene, client: Client, sign_in: SignIn, name: str, first: Any, second: Any, says: str
) -> None:
    sign_in(client, scene.omar)
    url = reverse(f"cases:{name}")
    page = saved_twice(client, url, first, second)
    assert says in page
    saved_again(client, url, second, page)
    assert client.post(url, second | {"seen": ""}).status_code == 302, "the same is no change"


def test_a_place_that_may_be_asked_is_not_written_over(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.omar) as omar:
        place = a_place(by=omar, country="AT")
    sign_in(client, scene.omar)
    url = reverse("cases:source", args=[place.pk])
    form = {"kind": "hospital", "country": "AT", "how": "By phone"}
    page = saved_twice(client, url, form | {"name": "Hill ward"}, form | {"name": "Sea ward"})
    assert "Hill ward" in page
    assert "Sea ward" in page
    saved_again(client, url, form | {"name": "Sea ward"}, page)


def test_a_line_of_what_the_office_asks_for_is_not_written_over(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    search.as_far_as_the_signature()
    with scene.acting(scene.lena) as lena:
        search.release(by=lena)
        opened(search, by=lena)
        listed(search, None, by=lena)
        dossier = lookups.dossier_of(search.now)
        assert dossier is not None
        [(row, _sheet)] = dossier.sheets
    sign_in(client, scene.lena)
    url = reverse("cases:reunion_sheet", args=[search.sought.pk]) + f"?line={row.pk}"
    form = {"what": "birth", "whose": "found"}
    page = saved_twice(client, url, form | {"held": "missing"}, form | {"held": "held"})
    assert "What was saved elsewhere" in page
    saved_again(client, url, form | {"held": "held"}, page)
