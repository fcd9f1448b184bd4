"""Visitors are answered, leads kept and letters sent only while the person's word carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups, reminders, worklist
from kintrace.cases.actions import contacts, leads, sentences
from kintrace.cases.models import Case, Lead, Sentence
from kintrace.cases.tests import ways
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.cases.tests.test_reminders import with_ways
from kintrace.cases.tests.ways import go
from kintrace.demo.invented import PASSWORD
from kintrace.letters.models import Outgoing
from kintrace.network.access import Role
from kintrace.network.tests.cast import SignIn, open_box
from kintrace.protection.actions import (
    erase,
    keep_apart,
    new_subject,
    put_on_hold,
    register_do_not_find,
    withdraw,
)
from kintrace.protection.actions.notices import give_notice
from kintrace.protection.lookups import bases_in_force, may, notice_given, text_in_force
from kintrace.protection.lookups.unfound import entries_about
from kintrace.protection.purposes import Channel, Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.wall import actions as wall
from kintrace.wall.actions.answering import AnswerIsHeld
from kintrace.wall.lookups import conversation, inbox, showing

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from freezegun.api import FrozenDateTimeFactory

    from kintrace.wall.models import Message

WORD = "almond"
BODY = {"writer": "sought", "text": "I am Yonas.", "page_language": "en"}
TYPED = "She looks for you in Valletta."
STILL = "What you may still say is the approved sentence that nothing can be passed on."


@pytest.fixture
def scene(db: None) -> Scene:
    """With somebody of child protection, who holds searches beside the register."""
    return build_scene("NM", petra=Role.CHILD_PROTECTION)


@pytest.fixture
def code(hanging: Case) -> str:
    """A visitor wrote about Selam's face; this is the code they were shown."""
    del hanging
    return wall.leave_message(showing()[0], body=BODY, word=WORD).code


def waiting(scene: Scene) -> Message:
    return inbox(scene.alma)[0]


def heard(code: str) -> str:
    said = conversation(code, WORD)
    assert said is not None
    return "".join(piece.text for piece in said.pieces)


def taken_back(case: Case, scene: Scene) -> None:
    withdraw(case.subject, purpose=Purpose.TRACE, by=scene.dora)


def erased(case: Case, scene: Scene) -> None:
    erase(case.subject, why=WhyErased.ASKED, by=scene.dora)


def held(case: Case, scene: Scene) -> None:
    put_on_hold(case.subject, reason="A man waits outside.", by=scene.dora)


# --- a visitor ---


@pytest.mark.parametrize("stops", [taken_back, erased])
def test_no_visitor_is_answered_about_who_took_back_the_search_or_is_erased(
    stops: Callable[[Case, Scene], None], scene: Scene, hanging: Case, code: str
) -> None:
    with scene.acting(scene.alma):
        stops(hanging, scene)
        for by in (scene.alma, scene.omar):
            with pytest.raises(NotAllowed, match="nothing can be passed on"):
                wall.answer(waiting(scene), text=TYPED, by=by)
        assert heard(code) == ""
        wall.answer(waiting(scene), text="Nothing to pass on.", passes_on=False, by=scene.alma)
    assert heard(code) == "Nothing to pass on."


def test_no_visitor_is_answered_when_the_agreed_time_is_over(
    scene: Scene, code: str, clock: FrozenDateTimeFactory
) -> None:
    go(clock, 3 * 365 + 1)
    with scene.acting(scene.alma), pytest.raises(NotAllowed, match="The agreed time is over"):
        wall.answer(waiting(scene), text=TYPED, by=scene.alma)
    assert heard(code) == ""


def test_while_the_person_is_on_hold_only_who_may_lift_it_answers(
    scene: Scene, hanging: Case, code: str
) -> None:
    with scene.acting(scene.alma):
        held(hanging, scene)
        for passes_on in (True, False):
            with pytest.raises(AnswerIsHeld):
                wall.answer(waiting(scene), text=TYPED, passes_on=passes_on, by=scene.alma)
    with scene.acting(scene.omar), pytest.raises(AnswerIsHeld):
        wall.answer(waiting(scene), text=TYPED, by=scene.omar)
    petra = scene.others["petra"]
    with scene.acting(petra):
        wall.answer(waiting(scene), text="Are you safe?", by=petra)
        taken_back(hanging, scene)
        with pytest.raises(NotAllowed, match="took back the agreement"):
            wall.answer(waiting(scene), text=TYPED, by=petra)
    assert heard(code) == "Are you safe?"


def test_the_page_says_why_keeps_what_was_typed_and_the_audit_has_it(
    scene: Scene, hanging: Case, code: str, sign_in: SignIn
) -> None:
    at_desk = open_box(sign_in(Client(), scene.alma), password=PASSWORD)
    with scene.acting(scene.alma):
        here = f"/desk/messages/{waiting(scene).pk}/"
        taken_back(hanging, scene)
    refused = at_desk.post(f"{here}answer/", {"text": TYPED})
    page = refused.content.decode()
    assert refused.status_code == 409
    assert all(words in page for words in (TYPED, "took back the agreement", STILL))
    assert STILL in at_desk.get(here).content.decode(), "said before anything is typed"
    with scene.acting(scene.alma):
        assert Deed.REFUSED in {one.deed for one in audit.entries(scene.society.pk)}
    assert heard(code) == ""


def test_the_approved_sentence_of_nothing_goes_out_alone_and_not_with_own_words(
    scene: Scene, hanging: Case, code: str, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        sentences.draft_first(by=scene.omar)
        chosen = Sentence.objects.filter(language="en", topic__in=["nothing", "question"])
        for one in chosen:
            sentences.approve(one, by=scene.lena)
        nothing, question = (chosen.get(topic=topic).pk for topic in ("nothing", "question"))
        here = f"/desk/messages/{waiting(scene).pk}/answer/"
        taken_back(hanging, scene)
    at_desk = open_box(sign_in(Client(), scene.alma), password=PASSWORD)
    for more in ({"text": TYPED}, {"sentences": [str(nothing), str(question)]}):
        assert at_desk.post(here, {"sentences": [str(nothing)], **more}).status_code == 409
    assert at_desk.post(here, {"sentences": [str(nothing)]}).status_code == 302
    assert heard(code) == "There is nothing that we may pass on to you."


# --- a lead ---


def kept_apart(case: Case, scene: Scene) -> None:
    [sought] = lookups.sought_in(case)
    hidden, text = new_subject(), text_in_force(scene.society.pk, "en")
    assert text is not None
    give_notice(hidden, text=text, channel=Channel.READ_ALOUD, by=scene.alma)
    register_do_not_find(hidden, told={"names": "Yonas", "by_whom": "a sister"}, by=scene.alma)
    keep_apart(entries_about(hidden).get(), sought=sought.subject, by=scene.others["petra"])


def sought_held(case: Case, scene: Scene) -> None:
    put_on_hold(lookups.sought_in(case)[0].subject, reason="She fled.", by=scene.dora)


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("stops", [taken_back, held, sought_held, kept_apart])
def test_no_lead_is_kept_where_nobody_may_be_searched_for(
    stops: Callable[[Case, Scene], None], scene: Scene, hanging: Case, sign_in: SignIn
) -> None:
    at_desk = open_box(sign_in(Client(), scene.alma), password=PASSWORD)
    with scene.acting(scene.alma):
        stops(hanging, scene)
        message = waiting(scene)
        with pytest.raises(NotAllowed):
            leads.keep_lead(hanging, message=message, told={"what": "At work."}, by=scene.alma)
        assert not Lead.objects.exists()
    typed = {"what": "He works at the harbour.", "sure": "saw"}
    page = at_desk.post(f"/desk/messages/{message.pk}/lead/", typed).content.decode()
    assert "He works at the harbour." in page


@pytest.mark.usefixtures("code")
def test_a_lead_that_is_stopped_by_the_register_sounds_like_a_search_in_vain(
    scene: Scene, hanging: Case
) -> None:
    with scene.acting(scene.alma):
        kept_apart(hanging, scene)
        with pytest.raises(NotAllowed) as refused:
            leads.keep_lead(hanging, message=waiting(scene), told={"what": "."}, by=scene.alma)
    assert refused.value.sentence == "There is nothing that this service may pass on."


# --- a letter ---


@pytest.mark.parametrize(("purpose", "sent"), [(Purpose.TRACE, 1), (Purpose.CONTACT, 0)])
def test_a_letter_goes_while_the_person_may_be_written_to(
    purpose: Purpose, sent: int, scene: Scene, clock: FrozenDateTimeFactory
) -> None:
    case = with_ways(scene, email=["selam@example.invalid"])
    go(clock, 270)
    with scene.acting(scene.alma):
        due = reminders.due_for(scene.alma)
        withdraw(case.subject, purpose=purpose, by=scene.dora)
        assert contacts.release_letters(due, by=scene.alma) == sent
        assert Outgoing.objects.count() == sent


def test_the_page_says_that_a_letter_stays_here(
    scene: Scene, clock: FrozenDateTimeFactory, sign_in: SignIn
) -> None:
    case = with_ways(scene, email=["selam@example.invalid"])
    go(clock, 270)
    at_desk = open_box(sign_in(Client(), scene.alma), password=PASSWORD)
    with scene.acting(scene.alma):
        withdraw(case.subject, purpose=Purpose.CONTACT, by=scene.dora)
    sent = at_desk.post("/desk/reminders/", {"letters": [str(case.pk)]})
    [_sent, stayed] = [str(one) for one in get_messages(sent.wsgi_request)]
    assert "nobody may write to these persons now" in stayed


# --- what an ordinary case has, and what a withdrawal does ---


def test_a_case_opened_by_the_form_may_be_searched_for_answered_and_written_to(
    scene: Scene, hanging: Case, code: str
) -> None:
    with scene.acting(scene.alma):
        assert notice_given(hanging.subject) is not None
        assert may(hanging.subject, Purpose.TRACE)
        assert may(hanging.subject, Purpose.CONTACT)
        wall.answer(waiting(scene), text="Come on Monday.", by=scene.alma)
    assert heard(code) == "Come on Monday."


def done_by(scene: Scene, act: Callable[[], list[str]]) -> list[str]:
    with scene.acting(scene.dora):
        return act()


def test_a_search_taken_back_says_what_stopped_and_stands_on_the_work_list_at_once(
    scene: Scene, hanging: Case
) -> None:
    subject: UUID = hanging.subject
    done = done_by(scene, lambda: withdraw(subject, purpose=Purpose.TRACE, by=scene.dora))
    said = f"Case {hanging.reference}"
    assert done[:2] == [
        f"{said}: nobody is searched for, no lead is kept, no visitor is answered.",
        f"{said} stands on the work list: close it, or speak with the person.",
    ]
    assert done[2].startswith("The photo is off the wall.")
    with scene.acting(scene.alma):
        assert [one.reference for one in worklist.reviews_due(scene.alma)] == [hanging.reference]
        with pytest.raises(NotAllowed, match="took back the agreement"):
            ways.reviewed(hanging, by=scene.alma)
        assert bases_in_force(subject, Purpose.CONTACT).exists(), "the result may still be told"


def test_a_hold_says_what_rests_and_moves_no_review(scene: Scene, hanging: Case) -> None:
    before = hanging.next_review
    done = done_by(
        scene, lambda: put_on_hold(hanging.subject, reason="She is afraid.", by=scene.dora)
    )
    said: list[Any] = [one for one in done if one.startswith(f"Case {hanging.reference}")]
    assert len(said) == 2
    hanging.refresh_from_db()
    assert hanging.next_review == before


def test_contact_taken_back_stops_the_letters_alone(scene: Scene, hanging: Case) -> None:
    done = done_by(scene, lambda: withdraw(hanging.subject, purpose=Purpose.CONTACT, by=scene.dora))
    assert done == [f"Case {hanging.reference}: no letter goes to the person any more."]
    with scene.acting(scene.alma):
        assert list(worklist.reviews_due(scene.alma)) == []
