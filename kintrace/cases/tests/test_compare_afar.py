"""Who does not want to be found is not found for another society either, and nobody learns why."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases import lookups, worklist
from kintrace.cases.actions import apart, incoming_desk, transfer_ends
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions.incoming import NotWhatTheyChose
from kintrace.cases.card import Wish
from kintrace.cases.models import Passage
from kintrace.cases.tests.bringing import a_place, ask_at
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.cases.tests.meeting_afar import taken_on
from kintrace.cases.tests.test_compare import TOLD
from kintrace.cases.tests.test_found_pages import read
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.cases.transfers import Result, Text
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.lookups import entries, is_kept_apart, is_known, texts_in_force
from kintrace.protection.models import Compared
from kintrace.protection.purposes import Channel
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn
    from kintrace.protection.models import DoNotFind

pytestmark = pytest.mark.database_bound

IN_VAIN = "There is nothing that this service may pass on"
LINE = "Compare 1 search of another society"


@pytest.fixture
def there(db: None) -> Scene:
    return build_scene("BG", carla=Role.CHILD_PROTECTION)


@pytest.fixture
def carla(there: Scene) -> Member:
    return there.others["carla"]


@pytest.fixture
def afar(scene: Scene, there: Scene) -> FoundAfar:
    return taken_on(scene, there)


def entered(there: Scene) -> DoNotFind:
    """Somebody told the society that searches that they do not want to be found."""
    with there.acting(there.alma) as alba:
        hidden, [text] = protection.new_subject(), texts_in_force(there.society.pk)
        protection.give_notice(hidden, text=text, channel=Channel.PHONE, by=alba)
        protection.register_do_not_find(hidden, told=TOLD, by=alba)
        return entries().get()


def kept_from(afar: FoundAfar, entry: DoNotFind) -> None:
    """The protection team knows them again."""
    with afar.scene.acting(afar.scene.others["carla"]) as carla:
        apart.keep_from(afar.sought, entry=entry, by=carla)


def read_at_home(afar: FoundAfar) -> list[tuple[str | None, str, str]]:
    """What the society that asked reads of the result."""
    with afar.home.acting(afar.home.alma):
        said = lookups.texts_of(afar.transfer.pk, Text.RESULT)
    return [(one.words, one.result, one.wish) for one in said]


def test_a_search_that_was_taken_on_waits_for_the_protection_team_until_it_was_compared(
    afar: FoundAfar, carla: Member, sign_in: SignIn
) -> None:
    there = afar.scene
    with there.acting(carla):
        assert not list(worklist.cases_to_compare(carla)), "nobody stands in the register"
    entered(there)
    with there.acting(there.alma) as alba:
        assert not list(worklist.cases_to_compare(alba))
    with there.acting(carla):
        [line] = worklist.cases_to_compare(carla)
        assert LINE in line.what
    browser = at_desk(sign_in, carla)
    shown = page(browser, line.url)
    assert "Luwam Habte" in shown
    assert "Yonas" in shown, "who is sought, as far as it was sent"
    number = afar.transfer.pk.hex
    assert browser.post(line.url, {}).status_code == 422
    press(browser, line.url, **{f"is_{number}": "nobody"})
    with there.acting(carla):
        assert not list(worklist.cases_to_compare(carla))
    with there.acting(there.alma) as alba:
        afar.locate(by=alba)  # and the search goes on


def test_who_is_kept_from_it_is_not_approached_and_the_page_of_the_search_stays_as_it_was(
    afar: FoundAfar, carla: Member, sign_in: SignIn
) -> None:
    there, entry = afar.scene, entered(afar.scene)
    alba, url = at_desk(sign_in, there.alma), reverse("cases:incoming", args=[afar.incoming.pk])
    before = read(alba.get(url))
    compare = reverse("cases:compare_afar", args=[afar.incoming.pk])
    said = {f"is_{afar.transfer.pk.hex}": str(entry.pk)}
    press(at_desk(sign_in, carla), compare, **said)
    assert read(alba.get(url)) == before
    met = alba.get(reverse("cases:found_meet", args=[afar.incoming.pk]))
    assert met.status_code == 409
    assert IN_VAIN in met.content.decode()
    with there.acting(there.omar) as orel:
        a_place(by=orel, country="BG")
    with there.acting(there.alma) as by:
        with pytest.raises(NotAllowed, match=IN_VAIN), transaction.atomic():
            afar.locate(by=by)
        with pytest.raises(NotAllowed, match=IN_VAIN), transaction.atomic():
            answering.say(afar.transfer.pk, sender=afar.home.society.pk, words="Seen.", by=by)
        place = lookups.sources_of(by)[0]
        with pytest.raises(NotAllowed, match=IN_VAIN), transaction.atomic():
            ask_at(afar, place, by=by)
    with afar.home.acting(afar.home.alma) as alma:  # the other side may write all the same
        answering.say(afar.transfer.pk, sender=alma.society_id, words="And?", by=alma)


@pytest.mark.parametrize("result", [Result.NOT_FOUND, Result.DEAD, Result.CANNOT])
def test_the_other_society_hears_what_it_hears_of_a_search_in_vain_whatever_was_written(
    result: Result, afar: FoundAfar
) -> None:
    there = afar.scene
    kept_from(afar, entered(there))
    with there.acting(there.alma) as alba:
        afar.give_result(result, by=alba)
        [own] = lookups.texts_of(afar.transfer.pk, Text.RESULT)
    label = str(Result.NOT_FOUND.label)
    assert read_at_home(afar) == [(label, label, "")]
    assert own.words == "What may be said.", "nobody here sees that it was kept back"
    assert own.result == str(result.label)


def test_who_was_found_and_is_in_the_register_since_is_for_that_society_nobody(
    afar: FoundAfar,
) -> None:
    there, home = afar.scene, afar.home
    afar.as_far_as_the_questions()
    with home.acting(home.alma):
        assert lookups.asked_of_family(afar.transfer)
    kept_from(afar, entered(there))
    with home.acting(home.alma):
        assert lookups.asked_of_family(afar.transfer) == {}
        assert not Passage.objects.exists()
    with there.acting(there.alma) as alba:
        for act in (afar.send_questions, afar.keep_where):
            with pytest.raises(NotAllowed, match=IN_VAIN), transaction.atomic():
                act(by=alba)
        with pytest.raises(NotWhatTheyChose), transaction.atomic():
            afar.give_result("located", by=alba)
        afar.give_result("cannot", by=alba)
    label = str(Result.NOT_FOUND.label)
    assert read_at_home(afar) == [(label, label, "")]


def test_what_was_said_to_the_other_society_before_is_told_to_no_family_any_more(
    afar: FoundAfar,
) -> None:
    there, home = afar.scene, afar.home
    afar.as_far_as_the_choice(Wish.ALIVE)
    with there.acting(there.alma) as alba:
        afar.give_result(by=alba)
    with home.acting(home.alma):
        [sought] = lookups.sought_in(afar.case)
        assert lookups.wish_afar(sought) == Wish.ALIVE
    kept_from(afar, entered(there))
    with home.acting(home.alma):
        assert lookups.wish_afar(sought) is None


def test_only_the_protection_team_compares_and_an_entry_that_ended_stops_nothing(
    afar: FoundAfar, carla: Member
) -> None:
    there, entry = afar.scene, entered(afar.scene)
    with there.acting(there.omar) as orel, pytest.raises(NoRight), transaction.atomic():
        apart.keep_from(afar.sought, entry=entry, by=orel)
    kept_from(afar, entry)
    with there.acting(carla):
        protection.end_do_not_find(entry, because="Asked alone.", by=carla)
    with there.acting(there.alma) as alba:
        afar.locate(by=alba)


def test_it_is_kept_under_the_number_of_the_request_and_goes_with_what_is_left_of_it(
    afar: FoundAfar,
) -> None:
    there, home, number = afar.scene, afar.home, afar.transfer.pk
    kept_from(afar, entered(there))
    with reading_as(there.society.pk):
        assert is_kept_apart(number)
        assert not is_known(number), "no page of anybody opens under it"
    with reading_as(home.society.pk):
        assert not is_kept_apart(number)
        transfer_ends.take_back(lookups.transfer_for(home.alma, number), home.alma)
    with there.acting(there.alma) as alba:
        incoming_desk.note_stopped(lookups.incoming_for(alba, afar.incoming.pk), by=alba)
    with reading_as(there.society.pk):
        later = timezone.localdate() + timedelta(days=32)
        transfer_ends.expire(later, by=Machine(there.society.pk))
        assert not Compared.objects.exists()
