"""What people tell of an event: after the notice, sealed, and theirs to take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import accounts, events
from kintrace.cases.models import Account
from kintrace.cases.tests.conftest import Scene, selams_case
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.test_events import boat, join
from kintrace.cases.tests.ways import Clock, go
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.actions import Heard
from kintrace.protection.jobs import expire
from kintrace.protection.lookups import every_basis, is_held, notice_given, text_in_force
from kintrace.protection.purposes import Channel, Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case, Event
    from kintrace.network.tests.cast import SignIn

SAID = {"said": "Yonas sat beside me.", "called": "Abu Karim", "ways": "by the mosque"}
TYPED = SAID | {"channel": "phone", "reference": ""}


@pytest.fixture
def event(scene: Scene) -> Event:
    return boat(scene)


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


def heard(scene: Scene) -> Heard:
    text = text_in_force(scene.society.pk, "en")
    assert text is not None
    return Heard(text, Channel.PHONE)


def tell(scene: Scene, event: Event, told_by: Case | None = None) -> Account:
    with scene.acting(scene.alma):
        source = told_by or heard(scene)
        return accounts.keep_account(event, words=SAID, told_by=source, by=scene.alma)


def kept(scene: Scene) -> int:
    with reading_as(scene.society.pk):
        return Account.objects.count()


def test_somebody_without_a_case_hears_the_notice_first_and_stands_alone(
    scene: Scene, event: Event
) -> None:
    account = tell(scene, event)
    with scene.acting(scene.alma):
        given = notice_given(account.subject)
        assert given is not None
        assert given.channel == "phone"
        assert [one.purpose for one in every_basis(account.subject)] == [Purpose.TRACE]
        assert holders.known({account.subject}) == {account.subject}
        assert holders.page(account.subject).endswith(f"/events/{event.pk}/")
        assert account.words == SAID


def test_the_words_lie_in_the_box(scene: Scene, event: Event) -> None:
    tell(scene, event)
    with reading_as(scene.society.pk):
        [(account, words)] = lookups.accounts_of(event)
        assert words is None
        assert "Yonas" not in all_that_opens()
        assert account.read is None


def test_an_enquirer_on_hold_tells_nothing_for_other_searches(
    scene: Scene, event: Event, case: Case
) -> None:
    tell(scene, event, case)
    with scene.acting(scene.alma):
        protection.put_on_hold(case.subject, reason="A worry.", by=scene.alma)
    with pytest.raises(NotAllowed, match="Somebody looks at this first"):
        tell(scene, event, case)
    assert kept(scene) == 1


def test_an_erased_enquirer_takes_what_they_told_along(
    scene: Scene, event: Event, case: Case
) -> None:
    tell(scene, event, case)
    mine = tell(scene, event)
    with scene.acting(scene.alma):
        said = protection.erase(case.subject, why=WhyErased.ASKED, by=scene.alma)
        assert "What the person told of an event is deleted." in said
        assert [one.pk for one, _words in lookups.accounts_of(event)] == [mine.pk]
        protection.erase(mine.subject, why=WhyErased.ASKED, by=scene.alma)
        assert not Account.objects.exists()
        assert notice_given(mine.subject) is None


def test_who_takes_it_back_has_told_nothing(scene: Scene, event: Event) -> None:
    account = tell(scene, event)
    with scene.acting(scene.alma):
        protection.withdraw(account.subject, purpose=Purpose.TRACE, by=scene.alma)
    assert kept(scene) == 0


def test_a_ground_that_ran_out_ends_the_words_of_who_has_no_case(
    clock: Clock, scene: Scene, event: Event, case: Case
) -> None:
    join(scene, event, case)
    tell(scene, event)
    own = tell(scene, event, case)
    go(clock, 3 * 365 + 2)
    expire.call()
    with reading_as(scene.society.pk):
        assert [one.pk for one in Account.objects.all()] == [own.pk]


def test_with_the_event_goes_what_was_told_and_who_told_nothing_else(
    clock: Clock, scene: Scene, event: Event, case: Case
) -> None:
    tell(scene, event, case)
    stranger, held = tell(scene, event), tell(scene, event)
    with scene.acting(scene.alma):
        protection.put_on_hold(held.subject, reason="A worry.", by=scene.alma)
    go(clock, 366)
    with reading_as(scene.society.pk):
        events.end_lonely_events(timezone.localdate(), by=Machine(scene.society.pk))
        assert not Account.objects.exists()
        assert notice_given(stranger.subject) is None
        assert notice_given(case.subject) is not None
        assert is_held(held.subject)
        assert [one.not_with for one in every_basis(held.subject)], "its key is there still"


def test_a_copy_has_the_persons_own_words_and_nobody_elses(
    scene: Scene, event: Event, case: Case
) -> None:
    tell(scene, event, case)
    with scene.acting(scene.alma):
        accounts.keep_account(
            event, words=SAID | {"said": "Another one."}, told_by=heard(scene), by=scene.alma
        )
        boxed = [line.value for line in holders.boxed(case.subject)]
    assert SAID["said"] in boxed
    assert "Another one." not in boxed


def test_what_is_told_is_sealed_without_the_box_and_read_through_with_it(
    scene: Scene, event: Event, case: Case, client: Client, sign_in: SignIn
) -> None:
    here = f"/desk/events/{event.pk}/"
    with reading_as(scene.society.pk):
        read = {"heard_in": str(heard(scene).text.pk)}
    sign_in(client, scene.alma)
    unheard = client.post(f"{here}told/", TYPED)
    assert unheard.status_code == 422
    assert SAID["said"] in unheard.content.decode()
    assert client.post(f"{here}told/", TYPED | {"reference": "NM-0000"}).status_code == 422
    assert kept(scene) == 0
    client.post(f"{here}told/", TYPED | read)
    client.post(f"{here}told/", TYPED | {"reference": case.reference.lower()})
    assert kept(scene) == 2
    told = "“\u2068the blue boat\u2069”: 2 accounts were not read through yet."
    assert told in _page(client, "/desk/")
    assert SAID["said"] not in _page(client, here)
    open_box(client, password=PASSWORD)
    page = _page(client, here)
    assert SAID["said"] in page
    assert case.reference in page
    with reading_as(scene.society.pk):
        for one in Account.objects.all():
            client.post(f"/desk/accounts/{one.pk}/read/")
    assert "read through yet" not in _page(client, "/desk/")
    assert "Read through on" in _page(client, here)


def _page(client: Any, address: str) -> str:
    content: bytes = client.get(address).content
    return content.decode()
