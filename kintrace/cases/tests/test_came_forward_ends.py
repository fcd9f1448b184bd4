"""Who told us who they are: how a lead ends, and what is theirs by right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import came_forward
from kintrace.cases.actions.came_forward import HasEnded
from kintrace.cases.came_forward import Ended
from kintrace.cases.models import CameForward
from kintrace.cases.tests.coming_forward import (
    searched,
    written_down,
)
from kintrace.cases.tests.opened import all_that_opens
from kintrace.people.lookups import people_of
from kintrace.protection import actions as protection
from kintrace.protection import holders, jobs
from kintrace.protection import lookups as protected
from kintrace.protection.purposes import How, Purpose, WhyErased
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import message_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

pytestmark = pytest.mark.database_bound
YEAR = timedelta(days=366)


@pytest.fixture
def alma(scene: Scene) -> Iterator[Member]:
    """At her desk, with the box open."""
    with scene.acting(scene.alma):
        yield scene.alma


# --- ended ---


def test_what_ended_goes_as_its_message_goes(clock: FrozenDateTimeFactory, scene: Scene) -> None:
    with scene.acting(scene.alma) as alma:
        lead = searched(by=alma)
        ended = came_forward.end(lead, why=Ended.NOT_RELATED, by=alma)
        assert ended.until == timezone.localdate() + timedelta(days=90)
        for again in (came_forward.search, came_forward.note_looked):
            with pytest.raises(HasEnded):
                again(lead, by=alma)
        clock.tick(timedelta(days=90))
        assert not expires(lead)
        clock.tick(timedelta(days=1))
        assert expires(lead)


def expires(lead: CameForward) -> bool:
    """Whether the daily run erases it: row, description, grounds, notice and key."""
    for holder in holders.every():
        holder.expire(timezone.localdate())
    jobs.finish_for(lead.society_id)
    gone = not CameForward.objects.filter(pk=lead.pk).exists()
    assert gone == protected.is_erased(lead.subject)
    assert gone == (not people_of([lead.subject]))
    assert gone == ("Letebrhan" not in all_that_opens_of_the_lead())
    return gone


def all_that_opens_of_the_lead() -> str:
    return " ".join(str(one.told) for one in CameForward.objects.all())


def test_it_is_kept_for_a_year_and_longer_only_on_the_persons_word(
    clock: FrozenDateTimeFactory, scene: Scene
) -> None:
    with scene.acting(scene.alma) as alma:
        lead = written_down(by=alma, across="yes")
        assert lead.until == timezone.localdate() + YEAR
        clock.tick(timedelta(days=300))
        lead = came_forward.keep_longer(lead, how=How.PHONE, by=alma)
        assert lead.until == timezone.localdate() + YEAR
        for purpose in (Purpose.TRACE, Purpose.SHARE):
            until = {one.until for one in protected.bases_in_force(lead.subject, purpose)}
            assert lead.until in until
        clock.tick(YEAR)
        assert not expires(lead)
        clock.tick(timedelta(days=1))
        assert expires(lead)


def test_who_is_on_hold_is_not_erased_before_the_team_decided(
    clock: FrozenDateTimeFactory, scene: Scene
) -> None:
    with scene.acting(scene.alma) as alma:
        lead = written_down(by=alma)
        protection.put_on_hold(lead.subject, reason="An uncle dictates.", by=alma)
        clock.tick(YEAR + timedelta(days=1))
        assert not expires(lead)


def test_taken_back_it_ends_at_once_and_is_gone_that_night(
    clock: FrozenDateTimeFactory, scene: Scene
) -> None:
    with scene.acting(scene.alma) as alma:
        lead = searched(by=alma)
        done = protection.withdraw(lead.subject, purpose=Purpose.TRACE, by=alma)
        assert "What the person told of themself has ended, and is deleted this night." in done
        lead.refresh_from_db()
        assert (lead.state, lead.closing) == ("closed", "withdrawn")
        clock.tick(timedelta(days=1))
        assert expires(lead)


@pytest.mark.parametrize(
    ("states", "why"),
    [(["spam"], "untrue"), (["not_related"], "not_related"), (["contacted", "match"], "")],
)
def test_a_message_that_belongs_to_no_search_ends_what_was_made_of_it(
    states: list[str], why: str, alma: Member
) -> None:
    lead = written_down(by=alma)
    for state in states:
        came_forward.screen(message_for(alma, lead.message), state=state, by=alma)
    lead.refresh_from_db()
    assert lead.closing == why


def test_the_message_goes_and_the_lead_stays(clock: FrozenDateTimeFactory, scene: Scene) -> None:
    with scene.acting(scene.alma) as alma:
        lead = written_down(by=alma)
        for state in ("contacted", "match"):
            wall.screen(message_for(alma, lead.message), state=state, by=alma)
        clock.tick(timedelta(days=91))
        wall.close_old(timezone.now(), by=alma)
        assert lookups.forward_for(alma, lead.pk).is_open


# --- by right ---


def test_erased_nothing_of_the_person_is_left(scene: Scene, alma: Member) -> None:
    lead = searched(by=alma)
    said = protection.erase(lead.subject, why=WhyErased.ASKED, by=scene.dora)
    assert any("in a message was written down here" in one for one in said)
    assert not CameForward.objects.exists()
    assert not people_of([lead.subject])
    assert "Letebrhan" not in all_that_opens()  # nor in the message in which it was told
    with pytest.raises(Http404):
        message_for(alma, lead.message)


def test_a_copy_has_what_the_person_told_and_covers_what_is_of_others(alma: Member) -> None:
    lead = written_down(by=alma)
    lines = {line.name: line for line in holders.copy(lead.subject)}
    assert lines["Your mother’s name"].value == "Letebrhan"
    assert lines["What are their names?"].cover == "caution"
    boxed = {line.name: line.value for line in holders.boxed(lead.subject)}
    assert boxed["Who must not learn that you wrote to us?"] == "My uncle Gebru"
    assert boxed["What else should we know?"] == "I have a scar on the left hand."
    assert holders.label(lead.subject) == lead.reference
    assert holders.page(lead.subject) == f"/desk/came-forward/{lead.pk}/"
    assert lead.subject in holders.known([lead.subject])


def test_another_society_cannot_tell_that_there_is_one(
    scene: Scene, stage: Any, alma: Member
) -> None:
    lead = written_down(by=alma)
    other: Scene = stage("BG")
    with reading_as(other.society.pk):
        assert not lookups.forward_list(other.alma).exists()
        assert lookups.forward_known_as(lead.subject) is None
