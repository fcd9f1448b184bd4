"""Faces rest by themselves, but not so many that somebody could empty the wall."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from secrets import token_hex

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.cases import wishes as worklist
from kintrace.cases.neighbours import Work
from kintrace.letters.models import Outgoing
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.reader import reading_as
from kintrace.wall import actions, jobs, lookups
from kintrace.wall.models import Face, Removal
from kintrace.wall.tests import cast
from tests import environment
from tests.postgres import connected_as

DAY = timedelta(days=1)


def faces_of(society: Society, number: int) -> list[Face]:
    """Faces on the wall; their pictures are no matter here."""
    rows = [
        Face(
            society=society,
            relations=["brother"],
            seeker_sex="woman",
            age_band="25",
            name=token_hex(16),
            live_until=cast.in_half_a_year(),
            removal_lookup=bytes.fromhex(token_hex(16)),
        )
        for _ in range(number)
    ]
    with reading_as(society.pk):
        return Face.objects.bulk_create(rows)


def in_danger(face: Face, *, sender: int = 0) -> bool:
    return actions.press(face, tag=bytes([sender]) * 16, danger=True)


def hidden(faces: list[Face]) -> int:
    seen = {face.pk for face in lookups.showing()}
    return sum(face.pk not in seen for face in faces)


def press(visitor: Client, face: str, what: str = "danger") -> str:
    sent = {"what": what, "text": "", "stamp": cast.fine_stamp()}
    answer = visitor.post(f"/en/take-down/?face={face}", sent)
    assert answer.status_code == 200
    return answer.content.decode().replace(face, "")


@pytest.mark.parametrize(("wall", "rest"), [(1, 1), (10, 3), (59, 3), (60, 4), (100, 6)])
def test_three_or_one_in_twenty_may_rest_and_then_no_more(
    wall: int, rest: int, society: Society
) -> None:
    own = faces_of(society, wall - wall // 2)
    faces = [*own, *faces_of(found("BG"), wall // 2)]  # counted over all societies
    assert [in_danger(face) for face in faces[:8]] == ([True] * rest + [False] * 8)[: min(wall, 8)]
    assert hidden(faces) == rest


def test_who_rests_goes_on_resting_when_others_press(society: Society) -> None:
    first, *others = faces_of(society, 10)
    in_danger(first)
    for face in others:
        in_danger(face)
    with freeze_time(timezone.now() + DAY):
        assert in_danger(first)
    with freeze_time(timezone.now() + DAY * 2):
        assert hidden([first, *others]) == 1


def test_saying_it_again_helps_when_there_is_room_again(society: Society) -> None:
    faces = faces_of(society, 10)
    assert [in_danger(face) for face in faces[:4]] == [True, True, True, False]
    faces[0].delete()
    assert hidden(faces[3:4]) == 0  # nobody is hidden later than they asked for it
    assert in_danger(faces[3])
    assert hidden(faces[3:4]) == 1


def test_presses_while_many_rest_add_up_to_no_rest(society: Society) -> None:
    *resting, pressed = faces_of(society, 4)
    for face in resting:
        in_danger(face)
    for sender in range(3):
        assert not actions.press(pressed, tag=bytes([sender]) * 16, danger=False)
    assert hidden([pressed]) == 0


def test_with_the_code_a_face_is_gone_however_many_rest(society: Society) -> None:
    *resting, last = faces_of(society, 4)
    for face in resting:
        in_danger(face)
    actions.remove_by_code(last)
    assert hidden([last]) == 1


def test_the_page_says_when_nothing_was_hidden_for_a_face_that_is_there_or_not(
    society: Society, visitor: Client
) -> None:
    faces = faces_of(society, 5)
    assert "hidden now" in press(visitor, str(faces[0].pk))
    for face in faces[1:3]:
        in_danger(face)
    unknown = "11111111-2222-3333-4444-555555555555"
    pages = {press(visitor, str(face)) for face in (faces[0].pk, faces[3].pk, unknown)}
    assert len(pages) == 1
    assert "may still be on the wall" in pages.pop()
    assert "may still be on the wall" not in press(visitor, unknown, what="ask")


@pytest.mark.database_bound
def test_presses_at_the_same_moment_do_not_all_find_the_last_room(transactional_db: None) -> None:
    faces = faces_of(found("AT"), 12)

    def press_at_once(face: Face) -> bool:
        with as_the_public_side():
            try:
                return in_danger(face)
            finally:
                connection.close()

    with ThreadPoolExecutor(12) as crowd:
        assert sum(crowd.map(press_at_once, faces)) == 3
    with as_the_public_side():
        assert hidden(faces) == 3


def as_the_public_side() -> AbstractContextManager[object]:
    return connected_as(environment.PUBLIC) if environment.on_postgres() else nullcontext()


# --- who is told ---


def many_press(society: Society) -> None:
    faces = faces_of(society, 10)
    with as_the_public_side():
        for face in faces[:5]:
            in_danger(face)


def letters(society: Society) -> list[str]:
    with reading_as(society.pk):
        rows = Outgoing.objects.filter(society=society.pk)
        return sorted(rows.values_list("kind", flat=True))


def with_mailbox(society: Society) -> Society:
    with reading_as(society.pk):
        own = society.settings
        own.mailbox = "desk@example.invalid"
        own.save(update_fields=["mailbox"])
    return society


def office() -> Society:
    society = with_mailbox(found("NO"))
    Society.objects.filter(pk=society.pk).update(kind=Society.Kind.NETWORK_OFFICE)
    return society


@pytest.mark.database_bound
def test_the_networks_desk_has_one_letter_a_day(transactional_db: None) -> None:
    network, society, other = office(), with_mailbox(found("AT")), with_mailbox(found("BG"))
    many_press(society)
    for _ in range(2):
        jobs.empty_removals.call()
    many_press(other)
    jobs.empty_removals.call()
    assert letters(network) == ["many-rest"]
    assert letters(society) == letters(other) == ["message-waits"]
    with freeze_time(timezone.now() + DAY * 2):
        many_press(society)
        jobs.empty_removals.call()
    assert letters(network) == ["many-rest"] * 2


def test_without_an_office_every_society_is_told(db: None) -> None:
    society, other = with_mailbox(found("AT")), with_mailbox(found("BG"))
    many_press(society)
    jobs.empty_removals.call()
    assert letters(society) == ["many-rest", "message-waits"]
    assert letters(other) == ["many-rest"]


def test_a_rest_of_a_few_alarms_nobody(db: None) -> None:
    network, society = office(), found("AT")
    for face in faces_of(society, 10)[:3]:
        in_danger(face)
    jobs.empty_removals.call()
    assert letters(network) == []


def work(member: Member) -> list[Work]:
    with reading_as(member.society_id, member=member.pk):
        return [*worklist.wishes_waiting(member), *worklist.many_rest(member)]


@pytest.mark.database_bound
def test_the_work_lists_of_the_society_and_of_the_networks_desk_say_so(
    transactional_db: None,
) -> None:
    network, society = office(), found("AT")
    officer, elsewhere = enlist(society, Role.OFFICER), enlist(found("BG"), Role.OFFICER)
    watch = [enlist(network, role) for role in (Role.OFFICER, Role.NETWORK_ADMIN)]
    many_press(society)
    jobs.empty_removals.call()
    said = [one.what for one in work(officer)]
    assert len([one for one in said if "hidden until tomorrow" in one]) == 3
    assert len([one for one in said if "STILL on the wall" in one]) == 2
    for member in watch:
        [line] = work(member)
        assert "one in twenty" in line.what
        assert line.urgent
    assert work(elsewhere) == work(enlist(society, Role.VOLUNTEER)) == []


def test_a_line_says_that_several_presses_hid_the_photo(db: None) -> None:
    society = found("AT")
    officer = enlist(society, Role.OFFICER)
    [face] = faces_of(society, 1)
    for sender, said in ((b"1", "Look at it today"), (b"2", "Look at it"), (b"3", "It is hidden")):
        actions.press(face, tag=sender * 16, danger=False)
        [line] = work(officer)
        assert said in line.what


def test_a_line_goes_when_the_photo_is_down(db: None) -> None:
    society = found("AT")
    officer = enlist(society, Role.OFFICER)
    face, other = faces_of(society, 2)
    actions.press(face, tag=b"1" * 16, danger=False)
    actions.press(other, tag=b"1" * 16, danger=False)
    actions.press(other, tag=b"1" * 16, danger=True)
    assert sorted(line.what.split(".")[0] for line in work(officer)) == [
        "Somebody asks to take a photo down",
        "Somebody says: I am in danger",
    ]
    Face.objects.all().delete()
    assert work(officer) == []
    assert Removal.objects.count() == 3
