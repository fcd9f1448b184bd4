"""Taking a photo down: with the code, without it, in danger."""

from datetime import timedelta
from functools import partial
from importlib import import_module

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.audit.actions import Machine
from kintrace.network.models import Member, Society
from kintrace.protection import lookups as protection
from kintrace.protection.purposes import Purpose
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as
from kintrace.visitors import quota
from kintrace.wall import actions, jobs, lookups
from kintrace.wall.models import Face, Message, Notice, Removal
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import CODE, WORD, ask, before_update, crowded

House = tuple[Society, Member, Member]


def with_code(visitor: Client, code: str) -> int:
    sent = {"what": "code", "code": code, "stamp": cast.fine_stamp()}
    return visitor.post("/en/take-down/", sent).status_code


def press(visitor: Client, face: Face, *, what: str = "ask", address: str = "192.0.2.1") -> int:
    sent = {"what": what, "text": "It is me.", "stamp": cast.fine_stamp()}
    answer = visitor.post(f"/en/take-down/?face={face.pk}", sent, REMOTE_ADDR=address)
    return answer.status_code


def is_seen(visitor: Client, face: Face) -> bool:
    places = [
        str(face.pk) in visitor.get("/en/?o=1").content.decode(),
        visitor.get(f"/en/face/{face.pk}/").status_code == 200,
        visitor.get(f"/en/face/{face.pk}/write/").status_code == 200,
        visitor.get(f"/faces/{face.name}-320.webp").status_code == 200,
    ]
    assert len(set(places)) == 1
    return places[0]


def test_with_the_code_the_face_is_gone_on_the_next_request_and_the_worker_ends_it(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, boris = with_boxes
    notice, face, code = cast.put_up(alma, boris)
    assert is_seen(visitor, face)
    assert with_code(visitor, code.lower()) == 200
    assert not is_seen(visitor, face)
    assert Face.objects.exists()
    for _ in range(2):
        jobs.empty_removals.call()
    with reading_as(society.pk):
        notice.refresh_from_db()
        assert notice.state == Notice.State.WITHDRAWN
        assert not protection.bases_in_force(notice.subject, Purpose.PUBLISH).exists()
        arrived = [e for e in audit.entries(society.pk) if e.deed == "removal_arrived"]
    assert len(arrived) == 1
    assert not Face.objects.exists()
    assert not Removal.objects.exists()


def test_the_code_alone_works_without_the_address_of_the_face_and_only_the_right_one(
    with_boxes: House, visitor: Client
) -> None:
    _society, alma, boris = with_boxes
    _notice, face, code = cast.put_up(alma, boris)
    other = ("A" if code[0] != "A" else "B") + code[1:]
    assert with_code(visitor, other) == 422
    assert is_seen(visitor, face)
    assert with_code(visitor, code) == 200
    assert with_code(visitor, code) == 200
    assert Removal.objects.count() == 1


def test_a_wrong_code_is_told_and_stays_on_the_page(visitor: Client, db: None) -> None:
    sent = {"what": "code", "code": "WRNG-CODE-HERE", "stamp": cast.fine_stamp()}
    answer = visitor.post("/en/take-down/", sent)
    assert answer.status_code == 422
    assert "WRNG-CODE-HERE" in answer.content.decode()
    assert "No photo on the wall has this code" in answer.content.decode()


def test_in_a_crowd_the_removal_code_waits_on_the_page(with_boxes: House, visitor: Client) -> None:
    _society, alma, boris = with_boxes
    _notice, face, code = cast.put_up(alma, boris)
    sent = {"what": "code", "code": code, "stamp": cast.fine_stamp()}
    with crowded():
        answer = visitor.post("/en/take-down/", sent)
    assert answer.status_code == 429
    assert "nothing is lost" in answer.content.decode()
    assert code in answer.content.decode()
    assert is_seen(visitor, face)
    assert with_code(visitor, code) == 200


def test_the_removal_code_stands_nowhere(with_boxes: House) -> None:
    _society, alma, boris = with_boxes
    _notice, face, code = cast.put_up(alma, boris)
    assert code.encode() not in bytes(face.removal_lookup)
    assert len(bytes(face.removal_lookup)) == 16


def test_danger_hides_the_face_for_a_day_at_least_and_tells_the_society(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society)
    assert press(visitor, face, what="danger") == 200
    assert not is_seen(visitor, face)
    with freeze_time(timezone.now() + timedelta(hours=24)):
        assert not is_seen(visitor, face)
    with freeze_time(timezone.now() + timedelta(hours=48)):
        assert is_seen(visitor, face)
    with reading_as(society.pk):
        assert len(lookups.inbox(alma)) == 1
    for _ in range(2):
        jobs.empty_removals.call()
    with reading_as(society.pk):
        assert [e.deed for e in audit.entries(society.pk)].count("removal_arrived") == 1
    assert not is_seen(visitor, face)


@pytest.mark.database_bound
def test_a_press_that_arrives_while_the_worker_writes_is_told_the_next_time(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    with reading_as(society.pk):
        one, other = cast.stands(society), cast.stands(society)
        press(visitor, one)
        with before_update("wall_removal", partial(press, visitor, other, what="danger")):
            actions.empty_removals(timezone.localdate(), by=Machine(society.pk))
    assert told_of(society, one) == 1
    assert told_of(society, other) == 0
    jobs.empty_removals.call()
    assert told_of(society, other) == 1


def told_of(society: Society, face: Face) -> int:
    with reading_as(society.pk):
        entries = [e for e in audit.entries(society.pk) if e.about == face.pk]
    return [e.deed for e in entries].count("removal_arrived")


def test_three_addresses_in_a_day_rest_a_face_and_one_that_presses_thrice_does_not(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    face = cast.stands(society)
    for _ in range(3):
        press(visitor, face, address="192.0.2.1")
    press(visitor, face, address="192.0.2.2")
    assert is_seen(visitor, face)
    press(visitor, face, address="192.0.2.3")
    assert not is_seen(visitor, face)


def test_a_restart_or_another_process_makes_no_other_address_of_one(
    with_boxes: House, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, _alma, _boris = with_boxes
    face = cast.stands(society)
    for process in range(4):
        monkeypatch.setattr(quota, "_KEY", bytes([process]) * 32)
        press(visitor, face, address="192.0.2.1")
    assert is_seen(visitor, face)
    assert Removal.objects.count() == 1


def test_what_is_kept_of_a_press_is_no_address(with_boxes: House, visitor: Client) -> None:
    society, _alma, _boris = with_boxes
    one, other = cast.stands(society), cast.stands(society)
    press(visitor, one, address="192.0.2.77")
    press(visitor, other, address="192.0.2.77")
    tags = [bytes(wish.address_tag) for wish in Removal.objects.all()]
    assert len(set(tags)) == 2  # nor can presses on two faces be laid side by side
    assert all(len(tag) == 16 and b"192" not in tag for tag in tags)


def test_the_worker_forgets_presses_of_past_days(with_boxes: House, visitor: Client) -> None:
    society, _alma, _boris = with_boxes
    press(visitor, cast.stands(society))
    with freeze_time(timezone.now() + timedelta(days=2)):
        jobs.empty_removals.call()
    assert not Removal.objects.exists()


@pytest.mark.parametrize("what", ["ask", "danger"])
def test_who_asks_with_a_word_reads_the_answer_with_code_and_word(
    what: str, with_boxes: House, visitor: Client
) -> None:
    _society, alma, boris = with_boxes
    _notice, face, _removal = cast.put_up(alma, boris)
    code = asks(visitor, str(face.pk), what=what)
    with cast.at_the_desk(alma):
        [message] = lookups.inbox(alma)
        assert message.is_urgent
        assert message.body["text"] == "It is me."
        actions.answer(message, text="The photo is down.", by=alma)
    assert "The photo is down." in ask(visitor, code)


def test_who_asks_about_a_photo_that_is_not_there_is_answered_by_the_networks_desk(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    code = asks(visitor, "11111111-2222-3333-4444-555555555555")
    with reading_as(society.pk):
        [message] = lookups.inbox(alma)
        assert message.face is None
    assert "We have your message" in ask(visitor, code)


def test_in_a_crowd_the_press_counts_and_the_words_are_kept_without_a_code(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society)
    with crowded():
        page = asked(visitor, str(face.pk), what="danger")
    assert "hidden now" in page
    assert not CODE.findall(page)
    assert not is_seen(visitor, face)
    with reading_as(society.pk):
        assert len(lookups.inbox(alma)) == 1


def test_words_that_could_not_be_kept_stand_on_the_page_and_the_press_counts(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    face = cast.stands(society)
    pin(society.pk, "0" * 64)
    page = asked(visitor, str(face.pk), what="danger")
    assert "We cannot take your message now" in page
    assert "It is me." in page
    assert "we answer you in that way" not in page
    assert not is_seen(visitor, face)


def asked(visitor: Client, face: str, *, what: str = "ask") -> str:
    """The page after asking, with a word for the answer."""
    sent = {"what": what, "text": "It is me.", "word": WORD, "stamp": cast.fine_stamp()}
    return visitor.post(f"/en/take-down/?face={face}", sent).content.decode()


def asks(visitor: Client, face: str, *, what: str = "ask") -> str:
    [code] = CODE.findall(asked(visitor, face, what=what))
    return str(code)


@pytest.mark.parametrize("what", ["ask", "danger"])
def test_an_unknown_face_is_answered_with_the_same_page(
    what: str, with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    known = cast.stands(society)
    unknown = Face(pk="11111111-2222-3333-4444-555555555555")
    pages = []
    for face in (known, unknown):
        sent = {"what": what, "stamp": cast.fine_stamp()}
        answer = visitor.post(f"/en/take-down/?face={face.pk}", sent)
        pages.append((answer.status_code, answer.content.replace(str(face.pk).encode(), b"")))
    assert pages[0] == pages[1]


def test_who_is_in_danger_is_not_turned_away_when_the_box_cannot_be_trusted_or_words_pile_up(
    with_boxes: House, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, _alma, _boris = with_boxes
    rests = import_module("kintrace.wall.lookups.showing")
    monkeypatch.setattr(rests, "FEW", 9)  # how many may rest is shown elsewhere
    faces = [cast.stands(society) for _ in range(8)]
    assert [press(visitor, face, what="danger") for face in faces] == [200] * 8
    assert Message.objects.count() == 6
    pin(society.pk, "0" * 64)
    last = cast.stands(society)
    assert press(visitor, last, what="danger", address="192.0.2.5") == 200
    assert not is_seen(visitor, last)


def test_the_page_offers_the_ways_without_a_code_only_from_a_photo(
    society: Society, visitor: Client
) -> None:
    face = cast.stands(society)
    plain = visitor.get("/en/take-down/").content.decode()
    from_photo = visitor.get(f"/en/take-down/?face={face.pk}").content.decode()
    assert "Hide it now" not in plain
    assert "Hide it now" in from_photo
    assert visitor.get("/en/take-down/?face=nonsense").status_code == 200
