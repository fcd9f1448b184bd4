"""How a family was told, and what was tried: written down, sealed, told in the story of a case."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.cases import lookups, timeline
from kintrace.cases.actions import accepting, attestations, events, opening, reviews
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.actions.contacts import NoSuchContact
from kintrace.cases.actions.opening import CaseIsClosed
from kintrace.cases.actions.reviews import Attempt, NotDoneYet, Reviewed
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import CaseReview, Tried
from kintrace.cases.red_cross import Returned, State
from kintrace.cases.tests import happenings, ways
from kintrace.cases.tests.conftest import SELAM
from kintrace.cases.tests.red_cross_ways import taken
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.demo import playing
from kintrace.protection import holders
from kintrace.protection.actions import put_on_hold
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.direction import isolated
from kintrace.vault.reader import reading_as
from kintrace.wall.certificate_codes import new_code

if TYPE_CHECKING:
    from kintrace.cases.models import Case, RedCrossMessage
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

SAID = {"said": "She has moved to her aunt.", "comes": "Call the harbour again."}
TRIED = {"place": "The harbour", "words": "Nobody there knew him."}


def story(scene: Scene, case: Case) -> list[tuple[str, str, str]]:
    return [(one.what, one.by, one.note) for one in timeline.of(case, by=scene.alma)]


def attempt(day: int = 0) -> Attempt:
    return Attempt(timezone.localdate() + timedelta(days=day), **TRIED)


def test_a_review_is_written_down_by_its_page_and_read_in_the_story(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    assert f"{case}reviewed/" in page(alma, case)
    assert timezone.localdate().isoformat() in page(alma, f"{case}reviewed/")
    today = {"day": timezone.localdate().isoformat()}
    assert press(alma, f"{case}reviewed/", **today, **SAID, way="visit") == case
    read = page(alma, case)
    assert "The case was looked at again, and the family told: On a visit." in read
    assert SAID["said"] in read
    assert f"Next: {SAID['comes']}" in read


def test_the_page_as_it_comes_is_enough_for_who_has_nothing_to_add(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, here = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/reviewed/"
    form = alma.get(here).context["form"]
    press(alma, here, **{field.html_name: field.value() or "" for field in form})
    with scene.acting(scene.alma):
        [row] = CaseReview.objects.all()
        assert (row.day, row.way, row.told) == (timezone.localdate(), "phone", None)


def test_nobody_reached_is_told_as_that_and_the_next_review_comes_all_the_same(
    clock: ways.Clock, scene: Scene
) -> None:
    said = "The case was looked at again. Nobody of the family was reached."
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        ways.go(clock, 90)
        again = ways.reviewed(case, by=scene.alma, way="not_reached")
        assert again.next_review == ways.day(182)
        assert (said, scene.alma.name, "") in story(scene, case)


@pytest.mark.parametrize("days", [1, -31])
def test_a_review_was_today_or_within_a_month(scene: Scene, selams: Case, days: int) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with scene.acting(scene.alma), pytest.raises(NoSuchContact):
        reviews.note_review(selams, review=Reviewed(day, "phone"), by=scene.alma)


def test_what_was_tried_is_written_down_by_its_page_and_read_in_the_story(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    assert f"{case}tried/" in page(alma, case)
    today = {"day": timezone.localdate().isoformat()}
    assert press(alma, f"{case}tried/", **today, **TRIED) == case
    read = page(alma, case)
    assert f"Tried: {isolated(TRIED['place'])}" in read
    assert TRIED["words"] in read
    without_the_box = page(sign_in(Client(), scene.alma), case)
    assert "What was tried was written down." in without_the_box
    assert not [word for word in TRIED.values() if word in without_the_box]


def test_words_that_are_refused_are_not_lost(scene: Scene, selams: Case, sign_in: SignIn) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    today = {"day": timezone.localdate().isoformat()}
    with scene.acting(scene.dora):
        put_on_hold(selams.subject, reason="She is afraid.", by=scene.dora)
    kept = alma.post(f"{case}tried/", today | TRIED)
    assert kept.status_code == 422
    assert TRIED["words"] in kept.content.decode()
    with reading_as(scene.society.pk):
        assert not Tried.objects.exists()
    with scene.acting(scene.alma):
        opening.close_case(selams, closing=Closing.SELF_SOLVED, by=scene.alma)
    kept = alma.post(f"{case}reviewed/", today | SAID | {"way": "phone"})
    assert kept.status_code == 422
    assert SAID["said"] in kept.content.decode()


def test_nothing_is_tried_tomorrow_in_a_closed_case_or_while_somebody_looks_first(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        with pytest.raises(NotDoneYet):
            reviews.write_tried(selams, attempt=attempt(1), by=scene.alma)
        [sought] = lookups.sought_in(selams)
    with scene.acting(scene.dora):
        put_on_hold(sought.subject, reason="He is afraid.", by=scene.dora)
    with scene.acting(scene.alma):
        with pytest.raises(NotAllowed):
            reviews.write_tried(selams, attempt=attempt(), by=scene.alma)
        closed = opening.close_case(selams, closing=Closing.SELF_SOLVED, by=scene.alma)
        with pytest.raises(CaseIsClosed):
            reviews.write_tried(closed, attempt=attempt(), by=scene.alma)


def test_what_was_said_at_a_review_is_in_the_copy_and_what_was_tried_is_not(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        today = timezone.localdate()
        reviews.note_review(selams, review=Reviewed(today, "phone", **SAID), by=scene.alma)
        reviews.write_tried(selams, attempt=attempt(), by=scene.alma)
        told = {line.value for line in holders.boxed(selams.subject)}
        told |= {line.value for line in holders.copy(selams.subject)}
    assert SAID["said"] in told
    assert not [word for word in (SAID["comes"], *TRIED.values()) if word in told]


def test_who_gave_a_case_away_its_events_and_its_certificates_stand_in_the_story(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        event = happenings.happened(scene)
        events.join_case(event, case=selams, why="She says so.", by=scene.alma)
        asked = attestations.ask_for_attestation(selams, language="en", by=scene.alma)
        attestations.issue_attestation(asked, code=new_code(), by=scene.omar)
        accepting.give(selams, to=scene.omar, by=scene.alma)
        told = story(scene, selams)
        alma, omar = scene.alma.name, scene.omar.name
    for line in (
        (f"The case was joined to an event: {isolated('The boat')}.", alma, ""),
        ("A certificate was asked for.", alma, ""),
        ("A certificate was given.", omar, ""),
        ("The case was given to another member.", alma, ""),
    ):
        assert line in told


def test_a_message_that_was_sent_and_came_back_stands_in_the_story_and_not_where_it_went(
    scene: Scene, there: Scene, selams: Case, letter: RedCrossMessage
) -> None:
    with there.acting(there.alma) as anna:
        delivery.return_(taken(letter, by=anna), why=Returned.UNSAFE, by=anna)
    with scene.acting(scene.alma):
        [message] = lookups.red_cross_in(selams)
        assert message.state == State.RETURNED
        told = [what for what, _by, _note in story(scene, selams)]
    assert "A Red Cross Message was sent." in told
    assert "A Red Cross Message came back." in told
    assert not [what for what in told if str(Returned.UNSAFE.label) in what]
