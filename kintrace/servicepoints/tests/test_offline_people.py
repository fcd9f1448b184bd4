"""Somebody who was written down on a tablet without network: once, late, and after the notice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.network.tests.cast import let_in
from kintrace.protection.lookups import notice_given, texts_in_force
from kintrace.servicepoints import lookups
from kintrace.servicepoints.models import Registration
from kintrace.servicepoints.tests.people import BROTHERS, ROSE
from kintrace.servicepoints.tests.tablet import Tablet, ready
from kintrace.vault.reader import BoxIsShut, reading_as

if TYPE_CHECKING:
    from django.test import Client
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.servicepoints.telling import Told
    from kintrace.servicepoints.tests.people import Harbour

pytestmark = pytest.mark.database_bound


@pytest.fixture
def tablet(client: Client, harbour: Harbour) -> Tablet:
    let_in(client, harbour.chidi)
    return ready(client, harbour.point)


def told(harbour: Harbour, what: Told = ROSE, **more: Any) -> dict[str, Any]:
    """As the page of a tablet locks it."""
    with harbour.working():
        text = str(texts_in_force(harbour.scene.society.pk)[0].pk)
    said = {"text": text, "channel": "read_aloud", "how": "spoken", "interpreter": "on"}
    said |= {"called": what.called, "sign": what.sign, "language": what.language}
    return said | {"words": what.words, "needs": list(what.needs)} | more


def outcome(tablet: Tablet, record: dict[str, str]) -> str:
    said: dict[str, str] = tablet.send(record).json()["outcomes"][record["id"]]
    return said.get("said", "")


def kept(harbour: Harbour) -> list[Registration]:
    with reading_as(harbour.scene.society.pk):
        return list(Registration.objects.filter(society_id=harbour.scene.society.pk))


def test_who_is_written_down_without_network_is_seen_again_as_everybody(
    clock: FrozenDateTimeFactory, harbour: Harbour, client: Client
) -> None:
    clock.tick(timedelta(days=2))  # the notice stood already
    tablet = ready(let_in(client, harbour.chidi), harbour.point)
    yesterday = timezone.now() - timedelta(days=1)
    day = timezone.localdate(yesterday)
    fields = told(harbour, next_on=day.isoformat(), hour="10:00", place="Border post")
    record = tablet.sealed("registration", fields, at=yesterday)
    assert [outcome(tablet, record) for _twice in range(2)] == ["", ""]
    [one] = kept(harbour)
    assert (one.made, one.next_on) == (yesterday, day)
    with harbour.working():
        given = notice_given(one.subject)
        assert given is not None
        assert (given.at, given.interpreter) == (yesterday, True)
        said = lookups.told_by(one)
        assert (said.called, said.sign, said.place) == (ROSE.called, ROSE.sign, "Border post")


def test_a_child_lies_with_the_protection_team_when_it_arrives(
    tablet: Tablet, harbour: Harbour
) -> None:
    assert outcome(tablet, tablet.sealed("registration", told(harbour, BROTHERS))) == ""
    [one] = kept(harbour)
    with harbour.working(), pytest.raises(BoxIsShut):
        lookups.told_by(lookups.registration_for(harbour.chidi, one.pk))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"sign": ""}, "This record is not whole."),
        ({"needs": []}, "This record is not whole."),
        ({"needs": ["papers"]}, "This record is not whole."),
        ({"text": "none"}, "It does not say which notice was read."),
        ({"next_on": "2000-01-01"}, "This record is not whole."),
        ({"called": {"a": ["b"]}, "sign": None, "how": 7}, "This record is not whole."),
    ],
)
def test_what_is_not_whole_stays_on_the_tablet_with_the_reason(
    wrong: dict[str, Any], says: str, tablet: Tablet, harbour: Harbour
) -> None:
    assert says in outcome(tablet, tablet.sealed("registration", told(harbour) | wrong))
    assert kept(harbour) == []


def test_a_notice_of_another_society_was_not_read_here(
    tablet: Tablet, harbour: Harbour, elsewhere: Harbour
) -> None:
    record = tablet.sealed("registration", told(harbour) | {"text": told(elsewhere)["text"]})
    assert "Give the notice again." in outcome(tablet, record)
    assert kept(harbour) == []


def test_a_tablet_has_the_words_that_are_read_aloud(tablet: Tablet, harbour: Harbour) -> None:
    with harbour.working():
        text = texts_in_force(harbour.scene.society.pk)[0]
    one = tablet.state["notices"][0]
    assert (one["id"], one["short"]) == (str(text.pk), text.short)
