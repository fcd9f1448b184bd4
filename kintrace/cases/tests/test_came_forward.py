"""Who told us who they are: from the message to a lead that is searched."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import times_done
from kintrace.cases import lookups
from kintrace.cases.actions import came_forward, sentences
from kintrace.cases.actions.came_forward import AChild, Described, WrittenDownAlready
from kintrace.cases.came_forward import Ended
from kintrace.cases.models import CameForward
from kintrace.cases.tests.coming_forward import (
    BESIDE,
    CHECKED,
    RIGAT,
    asked_about_safety,
    searched,
    written_down,
    wrote,
)
from kintrace.cases.tests.opened import all_that_opens
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.lookups import person_of
from kintrace.people.told import Birth, Told
from kintrace.protection import actions as protection
from kintrace.protection import lookups as protected
from kintrace.protection.actions.notices import Words
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import InformationNotGiven, NotAllowed
from kintrace.wall.actions.answering import AnswerIsHeld
from kintrace.wall.lookups import message_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

pytestmark = pytest.mark.database_bound
YEAR = timedelta(days=366)


@pytest.fixture
def alma(scene: Scene) -> Iterator[Member]:
    """At her desk, with the box open."""
    with scene.acting(scene.alma):
        yield scene.alma


def child_of(year: int) -> Told:
    said = Said(year=year)
    born = Birth.told("-", said, calendar=Calendar.GREGORIAN, precision=Precision.YEAR)
    return Told(names=RIGAT.names, births=(born,))


# --- written down ---


def test_a_member_writes_down_by_parts_what_somebody_told_in_a_message(alma: Member) -> None:
    lead = written_down(by=alma)
    assert person_of(lead.subject).told == RIGAT
    assert lookups.forward_beside(lead) == BESIDE
    assert protected.not_with(lead.subject) == NotWith(persons=("My uncle Gebru",))
    assert lead.reference.startswith("NM-")
    assert message_for(alma, lead.message).state == "plausible"
    for words in ("Rigat", "Letebrhan", "ferry", "Gebru"):
        assert words in all_that_opens()


def test_that_the_notice_stood_on_the_page_is_logged_before_anything_is_kept(
    alma: Member,
) -> None:
    message = wrote(to=alma)
    lead = came_forward.make(message, described=CHECKED, by=alma)
    given = protected.notice_given(lead.subject)
    assert given is not None
    assert str(given.text_id) == message.body["notice"]
    assert (given.channel, given.at) == ("full_text", message.arrived)
    for notice in ("", "nothing", str(uuid4())):
        with pytest.raises(InformationNotGiven), transaction.atomic():
            written_down(by=alma, notice=notice)
    assert CameForward.objects.count() == 1


def test_a_notice_that_was_replaced_since_was_read_and_a_draft_never_was(
    scene: Scene, alma: Member
) -> None:
    before = wrote(to=alma)
    text = protected.text_in_force(alma.society_id, "en")
    assert text is not None
    words = Words(text.title, (("shield", "A"),), text.short, text.full)
    draft = protection.draft_notice(alma.society, language="en", words=words, by=alma)
    with pytest.raises(InformationNotGiven), transaction.atomic():
        written_down(by=alma, notice=str(draft.pk))
    protection.approve_notice(draft, by=scene.omar)
    assert came_forward.make(before, described=CHECKED, by=alma).is_open
    early = wrote(to=alma, notice=str(draft.pk))
    early.arrived = timezone.now() - timedelta(days=1)  # before these words were in force
    with pytest.raises(InformationNotGiven), transaction.atomic():
        came_forward.make(early, described=CHECKED, by=alma)


def test_one_message_is_one_person(alma: Member) -> None:
    message = wrote(to=alma)
    lead = came_forward.make(message, described=CHECKED, by=alma)
    with pytest.raises(WrittenDownAlready, match=lead.reference):
        came_forward.make(message, described=CHECKED, by=alma)
    came_forward.end(lead, why=Ended.MISTAKE, by=alma)
    message.refresh_from_db()
    assert came_forward.make(message, described=CHECKED, by=alma).is_open


def test_a_child_is_left_to_its_team(alma: Member) -> None:
    this_year = timezone.localdate().year
    message, child = wrote(to=alma), Described(child_of(this_year - 9), BESIDE, NotWith())
    with pytest.raises(AChild):
        came_forward.make(message, described=child, by=alma)
    assert not CameForward.objects.exists()
    # Who may be a child is asked about with the questions of safety, where a yes is a hold.
    described = Described(child_of(this_year - 18), BESIDE, NotWith())
    assert came_forward.make(wrote(to=alma), described=described, by=alma).is_open


@pytest.mark.parametrize(("said", "shares"), [("yes", True), ("no", False), ("", False)])
def test_other_societies_stand_in_it_only_where_the_person_said_so(
    said: str, shares: bool, alma: Member
) -> None:
    lead = written_down(by=alma, across=said)
    assert lead.across_societies is shares
    assert protected.bases_in_force(lead.subject, Purpose.SHARE).exists() is shares
    [basis] = protected.bases_in_force(lead.subject, Purpose.TRACE)
    assert (basis.kind, basis.how, basis.until) == ("consent", "written", lead.until)


# --- searched ---


def test_nothing_is_searched_before_the_questions_about_safety(alma: Member) -> None:
    lead = written_down(by=alma)
    with pytest.raises(NotAllowed, match="risk questions"):
        came_forward.search(lead, by=alma)
    asked_about_safety(lead, by=alma)
    assert came_forward.search(lead, by=alma).searched
    assert times_done(Deed.SEARCHED_CAME_FORWARD, society=alma.society_id, about=lead.pk)


def test_on_hold_nothing_is_searched_and_nobody_but_who_may_lift_it_answers(
    scene: Scene, alma: Member
) -> None:
    lead = searched(by=alma)
    protection.put_on_hold(lead.subject, reason="An uncle dictates.", by=alma)
    with pytest.raises(NotAllowed, match="Somebody looks at this first"):
        came_forward.search(lead, by=alma)
    message = message_for(alma, lead.message)
    with pytest.raises(AnswerIsHeld):
        sentences.answer(message, sentences=[], text="Come on Monday.", by=alma)


def test_who_was_searched_waits_in_the_work_list_until_somebody_looked(alma: Member) -> None:
    lead = searched(by=alma)
    assert (lead.searched is not None, lead.looked_on) == (True, None)
    assert came_forward.note_looked(lead, by=alma).looked_on == timezone.localdate()
    assert came_forward.search(lead, by=alma).looked_on is None  # something may have changed since
