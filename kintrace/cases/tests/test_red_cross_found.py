"""A message to somebody who was found: no address stands on it, and who found them brings it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kintrace.cases import lookups, red_cross_asking, red_cross_paper
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.card import Wish
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.red_cross_ways import ADDRESS, ADDRESSEE, NEWS, SENDER, keep, taken
from kintrace.cases.tests.test_red_cross_pages import HERE, at_desk, page, press
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.protection.refusals import NotAllowed

if TYPE_CHECKING:
    from kintrace.cases.models import RedCrossMessage, Sought
    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

OFFERED = "Through the society that found them; no address stands on it"
TO_FOUND = {name: told for name, told in ADDRESSEE.items() if name not in {"address", "phone"}}
TO_FOUND |= {"reach": "society"}


def begun(sought: Sought, *, by: Member) -> RedCrossMessage:
    return actions.begin(sought.case, to=sought, how="spoken", by=by)


def checked(sought: Sought, *, by: Member, second: Member) -> RedCrossMessage:
    message = begun(sought, by=by)
    for kind, said in (("sender", SENDER), ("addressee", TO_FOUND), ("text", {"text": NEWS})):
        keep(message, kind, said, by=by)
    return actions.check(actions.collect(message, by=by), by=second)


def sought_at_home(afar: FoundAfar) -> Sought:
    [one] = lookups.sought_in(afar.case)
    return lookups.sought_for(afar.home.alma, one.pk)


def result_given(afar: FoundAfar, wish: str = Wish.MESSAGE) -> None:
    afar.as_far_as_the_choice(wish)
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.give_result(by=alba)


@pytest.mark.parametrize("wish", [None, Wish.MESSAGE, Wish.CONTACT, Wish.NOTHING])
def test_who_was_found_here_is_written_to_through_us_if_they_want_it(
    search: Found, wish: Wish | None
) -> None:
    if wish is not None:
        search.as_far_as_the_choice(wish)
    with search.scene.acting(search.scene.alma):
        found_by = lookups.found_by(search.sought.subject)
    wanted = wish in {Wish.MESSAGE, Wish.CONTACT}
    assert found_by == (search.scene.society.pk if wanted else None)


def test_once_contact_was_passed_on_the_family_knows_the_door(search: Found) -> None:
    search.as_far_as_the_signature()
    with search.scene.acting(search.scene.lena) as lena:
        assert lookups.found_by(search.sought.subject)
        search.release(by=lena)
        assert lookups.found_by(search.sought.subject) is None


def test_who_was_found_elsewhere_is_written_to_through_that_society_once_it_said_so(
    afar: FoundAfar,
) -> None:
    afar.as_far_as_the_choice(Wish.MESSAGE)
    with afar.home.acting(afar.home.alma):
        assert lookups.found_by(afar.transfer.subject) is None, "nobody may try out who was found"
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.give_result(by=alba)
    with afar.home.acting(afar.home.alma):
        assert lookups.found_by(afar.transfer.subject) == afar.scene.society.pk
    with afar.scene.acting(afar.scene.alma) as alba:
        afar.take_back(by=alba)
    with afar.home.acting(afar.home.alma):
        assert lookups.found_by(afar.transfer.subject) is None


def test_it_goes_to_the_society_that_found_them_alone_and_says_so_on_the_sheet(
    afar: FoundAfar,
) -> None:
    result_given(afar)
    home, there = afar.home, afar.scene
    with home.acting(home.alma) as alma:
        message = checked(sought_at_home(afar), by=alma, second=home.omar)
        with pytest.raises(actions.NobodyFound, match="that found the person brings it"):
            actions.send(message, partner=None, by=alma)
        actions.send(message, partner=there.society.pk, by=alma)
    with there.acting(there.alma) as alba:
        found = taken(message, by=alba)
        sheet = red_cross_paper.html(found)
        assert there.society.name in sheet, "through whom it goes"
        assert ADDRESS not in all_that_opens()
        whom = lookups.written_to(found, alba)
        assert whom is not None
        assert whom.pk == afar.incoming.pk


def test_who_changes_their_mind_before_it_is_sent_is_not_written_to(afar: FoundAfar) -> None:
    result_given(afar)
    home, there = afar.home, afar.scene
    with home.acting(home.alma) as alma:
        message = checked(sought_at_home(afar), by=alma, second=home.omar)
    with there.acting(there.lena) as lena:
        afar.choose(Wish.CONTACT, by=lena)
    with home.acting(home.alma) as alma:
        assert lookups.found_by(afar.transfer.subject) == there.society.pk, "more is wanted"
    with there.acting(there.lena) as lena:
        afar.take_back(by=lena)
    with home.acting(home.alma) as alma, pytest.raises(NotAllowed):
        actions.send(message, partner=there.society.pk, by=alma)


def test_of_whom_nobody_found_an_address_is_needed(search: Found) -> None:
    with search.scene.acting(search.scene.alma) as alma:
        message = begun(search.sought, by=alma)
        with pytest.raises(actions.NobodyFound, match="Write the address"):
            keep(message, "addressee", TO_FOUND, by=alma)


def test_the_page_offers_it_to_who_works_on_the_search_and_keeps_no_address(
    search: Found, sign_in: SignIn
) -> None:
    scene: Scene = search.scene
    with scene.acting(scene.alma) as alma:
        message = begun(search.sought, by=alma)
    client, step = at_desk(sign_in, scene.alma), f"{HERE}{message.pk}/write/addressee/"
    assert OFFERED not in page(client, step)
    assert client.post(step, TO_FOUND).status_code == 422, "nobody found them: an address"
    search.as_far_as_the_choice(Wish.MESSAGE)
    assert OFFERED in page(client, step)
    assert client.post(step, TO_FOUND | {"reach": "address"}).status_code == 422
    press(client, step, **(TO_FOUND | {"address": ADDRESS, "phone": "+00 1"}))
    with scene.acting(scene.alma):
        kept = lookups.part_of(message, "addressee")
        assert kept["reach"] == "society"
        assert not {"address", "phone"} & kept.keys()
    words = page(client, f"{HERE}{message.pk}/")
    assert "Through the society that found them" in words
    assert reverse("cases:found", args=[search.sought.pk]) in words


def test_the_page_offers_it_to_no_colleague_who_may_not_see_that_somebody_was_found(
    search: Found, scene: Scene
) -> None:
    search.as_far_as_the_choice(Wish.MESSAGE)
    colleague = enlist(scene.society, Role.CASEWORKER)
    with scene.acting(scene.alma) as alma:
        message = begun(search.sought, by=alma)
        for member, offered in ((alma, True), (scene.omar, True), (colleague, False)):
            form = red_cross_asking.form_of(message, "addressee", None, by=member)
            assert ("reach" in form.fields) == offered
