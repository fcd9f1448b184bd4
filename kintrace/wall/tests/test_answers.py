"""How the society reads, screens and answers, and how the answer comes back."""

import re
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.letters.models import Outgoing
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.actions import opened
from kintrace.vault.reader import reading_as
from kintrace.wall import actions, jobs, lookups
from kintrace.wall.actions.inbox import CannotAnswer, NotThatWay
from kintrace.wall.models import Message, Reply
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import SECRETS, WORD, ask, before_update, crowded, send

House = tuple[Society, Member, Member]


def test_a_message_is_opened_by_the_society_and_answered_to_code_and_word(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, boris = with_boxes
    _notice, face, _removal = cast.put_up(alma, boris)
    code = send(visitor, face)
    assert "There is no answer yet" in ask(visitor, code)
    boxes = opened(alma.pk, society=society.pk, opening_password=cast.OPENING)
    with reading_as(society.pk, member=alma.pk, boxes=boxes):
        [message] = lookups.inbox(alma)
        assert message.face == face.pk
        assert message.body["text"] == SECRETS["text"]
        assert message.body["ways"]["phone"] == SECRETS["phone"]
        assert message.body["safe"] == ["evening", "silent"]
        assert WORD not in str(message.body)
        actions.answer(message, text="Please come to us on Monday.", by=alma)
        message.refresh_from_db()
        assert message.state == Message.State.CONTACTED
        [copy] = lookups.replies_to(message)
        assert copy.text == "Please come to us on Monday."
    content = ask(visitor, code.lower().replace("-", " "), WORD.upper())
    assert "Please come to us on Monday." in content
    assert society.name in content


def test_unknown_wrong_word_and_purged_are_one_page(with_boxes: House, visitor: Client) -> None:
    society, _alma, _boris = with_boxes
    code = send(visitor, cast.stands(society))

    def page(code: str, word: str) -> str:
        return re.sub(r'value="[^"]*"', "", ask(visitor, code, word))

    unknown, wrong = page("ABCD-EFGH-JKLM", WORD), page(code, "jam and butter")
    Reply.objects.all().delete()
    purged = page(code, WORD)
    assert unknown == wrong == purged
    assert "There is nothing to read" in unknown
    assert code not in unknown


def test_many_tries_from_one_place_have_to_wait_and_others_do_not(
    visitor: Client, db: None
) -> None:
    sent = {"code": "ABCD", "word": "none", "stamp": cast.fine_stamp()}
    answers = [
        visitor.post("/en/answer/", sent, REMOTE_ADDR="192.0.2.9").status_code for _ in range(21)
    ]
    assert answers == [200] * 20 + [429]
    assert visitor.post("/en/answer/", sent, REMOTE_ADDR="192.0.2.10").status_code == 200


def test_in_a_crowd_code_word_and_addition_wait_on_the_page(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    code = send(visitor, cast.stands(society))
    sent = {"stamp": cast.fine_stamp(), "code": code, "word": WORD, "text": "I can call on Friday."}
    with crowded():
        answer = visitor.post("/en/answer/", sent)
    content = answer.content.decode()
    assert answer.status_code == 429
    assert "nothing is lost" in content
    assert all(sent[name] in content for name in ("code", "word", "text"))
    assert not Reply.objects.filter(direction=Reply.Direction.FROM_VISITOR).exists()


def test_a_visitor_writes_again_and_the_society_reads_it(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    code = send(visitor, cast.stands(society))
    assert "you wrote to us again" in ask(visitor, code, text="I can call on Friday.")
    boxes = opened(alma.pk, society=society.pk, opening_password=cast.OPENING)
    with reading_as(society.pk, member=alma.pk, boxes=boxes):
        [message] = lookups.inbox(alma)
        [addition] = lookups.replies_to(message)
        assert addition.direction == Reply.Direction.FROM_VISITOR
        assert addition.text == "I can call on Friday."


def test_with_a_wrong_word_nothing_can_be_added(with_boxes: House, visitor: Client) -> None:
    society, _alma, _boris = with_boxes
    code = send(visitor, cast.stands(society))
    ask(visitor, code, "jam and butter", text="I am somebody else.")
    assert not Reply.objects.filter(direction=Reply.Direction.FROM_VISITOR).exists()


def test_an_answer_put_into_another_row_does_not_open(with_boxes: House, visitor: Client) -> None:
    society, alma, boris = with_boxes
    code = send(visitor, cast.put_up(alma, boris)[1])
    with reading_as(society.pk):
        [message] = lookups.inbox(alma)
        moved = actions.answer(message, text="Come on Monday.", by=alma)
        copy = Reply(
            society=society,
            lookup=moved.lookup,
            direction=moved.direction,
            answer=moved.answer,
            at=moved.at,
        )
        copy.save()
    content = ask(visitor, code)
    assert content.count("Come on Monday.") == 1


def test_screening_goes_the_ways_of_the_table_only(with_boxes: House, visitor: Client) -> None:
    society, alma, _boris = with_boxes
    send(visitor, cast.stands(society))
    with reading_as(society.pk):
        [message] = lookups.inbox(alma)
        with pytest.raises(NotThatWay):
            actions.screen(message, state="match", by=alma)
        for state in ("plausible", "contacted", "match"):
            message = actions.screen(message, state=state, by=alma)
        assert message.closed
        assert lookups.inbox(alma) == []
        assert lookups.inbox(alma, closed=True) == [message]


def test_another_society_cannot_tell_that_a_message_exists(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    send(visitor, cast.stands(society))
    with reading_as(society.pk):
        [message] = lookups.inbox(alma)
    stranger = enlist(found("BG"), Role.OFFICER)
    with reading_as(stranger.society_id), pytest.raises(Http404):
        lookups.message_for(stranger, message.pk)


def test_what_was_said_with_a_wish_has_no_code_to_answer_to(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society)
    sent = {"what": "ask", "text": "Please, it is me.", "stamp": cast.fine_stamp()}
    visitor.post(f"/en/take-down/?face={face.pk}", sent)
    with reading_as(society.pk):
        [message] = lookups.inbox(alma)
        with pytest.raises(CannotAnswer):
            actions.answer(message, text="Yes.", by=alma)


def test_old_messages_go_when_closed_and_an_unread_one_never(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society)
    codes = [send(visitor, face) for _ in range(3)]
    with reading_as(society.pk):
        spam, closed, unread = lookups.inbox(alma)
        actions.screen(spam, state="spam", by=alma)
        for state in ("plausible", "not_related"):
            actions.screen(closed, state=state, by=alma)
    for days, left in ((13, 3), (15, 2), (91, 1), (4000, 1)):
        with freeze_time(timezone.now() + timedelta(days=days)):
            jobs.close_old_messages.call()
        with reading_as(society.pk):
            assert Message.objects.count() == left
    with reading_as(society.pk):
        assert lookups.inbox(alma) == [unread]
    assert "There is nothing to read" in ask(visitor, codes[1])
    assert "We have your message" in ask(visitor, codes[2])


def test_what_arrived_is_written_down_once_and_each_society_told_once(
    with_boxes: House, visitor: Client, settings: Any
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        for officer in (alma, boris):
            officer.email = f"{officer.sign_in}@society.example"
            officer.save()
    code = send(visitor, cast.stands(society))
    send(visitor, cast.stands(society))
    for _ in range(2):
        jobs.pick_up_messages.call()
    with reading_as(society.pk):
        arrived = [e for e in audit.entries(society.pk) if e.deed == "message_arrived"]
        assert len(arrived) == 2
        assert Outgoing.objects.count() == 2  # one for each officer
        first = lookups.inbox(alma)[0]
        for state in ("plausible", "not_related"):
            actions.screen(first, state=state, by=alma)
    ask(visitor, code, text="I remembered something.")
    jobs.pick_up_messages.call()
    with reading_as(society.pk):
        first.refresh_from_db()
        assert first.state == Message.State.RECEIVED
        assert Outgoing.objects.count() == 4


@pytest.mark.database_bound
def test_what_arrives_while_the_worker_writes_is_picked_up_the_next_time(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        face = cast.stands(society)
        code = send(visitor, face)
        adds = partial(ask, visitor, code, text="I remembered something.")
        with before_update("wall_message", partial(send, visitor, face)):
            assert actions.pick_up(by=alma) == 1
        assert actions.pick_up(by=alma) == 1
        adds()
        with before_update("wall_reply", adds):
            assert actions.pick_up(by=alma) == 1
        assert actions.pick_up(by=alma) == 1


@pytest.mark.database_bound
def test_what_a_visitor_added_is_not_deleted_unread_with_a_closed_message(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    later = timezone.now() + timedelta(days=15)
    with reading_as(society.pk):
        code = send(visitor, cast.stands(society))
        actions.pick_up(by=alma)
        [message] = lookups.inbox(alma)
        actions.screen(message, state="spam", by=alma)
        ask(visitor, code, text="I remembered something.")
        assert not actions.close_old(later, by=alma)
    with freeze_time(later):
        jobs.close_old_messages.call()
    with reading_as(society.pk):
        assert lookups.inbox(alma) == [message]
        assert len(lookups.replies_to(message)) == 1
