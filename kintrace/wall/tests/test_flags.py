"""What is noticed before a message is sealed, and how soon it is forgotten."""

from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kintrace.network.models import Member, Society
from kintrace.vault.reader import reading_as
from kintrace.wall import lookups
from kintrace.wall.flags import DAY, Watch
from kintrace.wall.screening import Flag
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import everything_held, send

House = tuple[Society, Member, Member]
SEEN = (
    "Hello, I think I saw this man in the camp near the old harbour two months ago. Please call "
    "me on this number, I can tell you more about him."
)
SEEN_TOO = SEEN.replace("this man", "this woman").replace(" him", " her").replace("two", "three")
OTHERS = (
    "She is my cousin. We grew up in Keren and lost each other on the boat. My uncle in Malta "
    "knows where she lives now, ask him for Sara.",
    "Please tell the man on the photo that his mother is well and lives with us in Asmara. We "
    "have a phone but no credit. Write to us in the evening.",
    "رأيت هذا الرجل في الميناء القديم قبل شهرين، وكان معه أخوه الصغير. يمكنكم الاتصال بي مساءً.",
)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(clock: Clock) -> Watch:
    return Watch(clock)


def noticed(
    watch: Watch, text: str, *, face: UUID | None = None, sender: str = "", **ways: str
) -> set[Flag]:
    """Send a message past the watch; another face and another sender, unless said."""
    body = {"text": text, "ways": ways}
    marks = watch.marks(body, face=face or uuid4(), sender=(sender or str(uuid4())).encode())
    flags = watch.flags(marks)
    watch.remember(marks)
    return flags


def test_nearly_the_same_text_is_noticed_and_other_texts_are_not(watch: Watch) -> None:
    assert noticed(watch, SEEN) == set()
    assert noticed(watch, SEEN.upper().replace(" ", "  ")) == {Flag.ALIKE}
    for text in OTHERS:
        assert noticed(watch, text) == set()


def test_a_few_changed_words_hide_a_text_from_few_keys() -> None:
    found = 0
    for _ in range(60):
        watch = Watch()
        noticed(watch, SEEN)
        found += noticed(watch, SEEN_TOO) == {Flag.ALIKE}
    assert found >= 40


def test_what_many_rightly_say_in_few_words_is_never_alike(watch: Watch) -> None:
    for _ in range(3):
        assert noticed(watch, "I am your brother. Call me.") == set()


@pytest.mark.parametrize(
    "text",
    ["Look at https://x.example/a", "go to cheap-news.top now", "t.me/zeb773", "www.papers.info"],
)
def test_a_link_is_noticed(watch: Watch, text: str) -> None:
    assert noticed(watch, text) == {Flag.LINK}


@pytest.mark.parametrize(
    "text", ["Write to amal.b@mail.example.com", "He left.Then he came.", "It was 3.5 km", "a.m."]
)
def test_an_address_or_a_full_stop_is_no_link(watch: Watch, text: str) -> None:
    assert noticed(watch, text) == set()


@pytest.mark.parametrize(
    "sender", [{"sender": "198.51.100.7"}, {"phone": "+49 170 123"}, {"email": "Z@x.example"}]
)
def test_one_sender_about_three_faces_is_noticed_at_the_third(
    watch: Watch, sender: dict[str, str]
) -> None:
    faces = [uuid4() for _ in range(3)]
    first, again, second, third = (
        noticed(watch, text, face=face, **sender)
        for text, face in zip("abcd", [faces[0], *faces], strict=True)
    )
    assert first == again == second == set()
    assert third == {Flag.MANY}
    assert noticed(watch, "e") == set()  # somebody else


def test_the_name_of_an_app_is_nobodys_own(watch: Watch) -> None:
    for text in "abcd":
        assert noticed(watch, text, app="WhatsApp", through="my uncle") == set()


def test_all_of_it_is_forgotten_after_a_day_and_not_before(watch: Watch, clock: Clock) -> None:
    faces: list[dict[str, Any]] = [{"face": uuid4(), "sender": "one"} for _ in range(4)]
    noticed(watch, SEEN, **faces[0])
    clock.now += DAY - 1
    noticed(watch, OTHERS[0], **faces[1])
    assert noticed(watch, SEEN, **faces[2]) == {Flag.ALIKE, Flag.MANY}
    clock.now += DAY + 1
    assert noticed(watch, SEEN, **faces[3]) == set()


def test_a_mark_says_nothing_to_who_has_not_this_processs_key() -> None:
    face, body = uuid4(), {"text": SEEN, "ways": {"phone": "+49 170 123"}}
    marks = [Watch().marks(body, face=face, sender=b"198.51.100.7") for _ in range(4)]
    for one, other in pairwise(marks):
        assert not one.senders & other.senders
        assert one.face != other.face
        assert one.likeness != other.likeness
    assert "170" not in repr(marks[0])


def test_only_the_flag_is_stored_and_a_refused_message_sent_again_is_no_second(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    faces = [cast.stands(society) for _ in range(3)]
    visitor.post(f"/en/face/{faces[0].pk}/write/", {"text": SEEN})  # refused: nothing else is there
    send(visitor, faces[0], text=SEEN, phone="", email="")
    send(visitor, faces[1], text=OTHERS[0], phone="", email="")
    send(visitor, faces[2], text=f"{SEEN} t.me/zeb", phone="", email="")
    with reading_as(society.pk):
        kept = [message.flags for message in lookups.inbox(alma)]
    assert kept == ["", "", "alike link many"]
    assert b"127.0.0.1" not in everything_held()
