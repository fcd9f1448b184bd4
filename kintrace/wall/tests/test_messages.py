"""What a visitor writes."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import found
from kintrace.vault.pins import pin
from kintrace.vault.reader import BoxIsShut, reading_as
from kintrace.visitors.stamps import stamp
from kintrace.wall import actions, lookups
from kintrace.wall.models import Face, Message, Reply
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import SECRETS, WORD, ask, crowded, everything_held, send, written

House = tuple[Society, Member, Member]


def test_the_page_after_sending_names_society_code_and_days_and_the_page_before_does_not(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    face = cast.stands(society)
    found("BG")
    before = visitor.get(f"/en/face/{face.pk}/write/").content.decode()
    assert society.name not in before
    after = visitor.post(f"/en/face/{face.pk}/write/", written()).content.decode()
    assert society.name in after
    assert "In 5 working days we answer you." in after
    assert all(value not in after for value in SECRETS.values())


def test_the_promises_stand_before_any_field_in_their_order(
    society: Society, visitor: Client
) -> None:
    content = visitor.get(f"/en/face/{cast.stands(society).pk}/write/").content.decode()
    order = [
        "not the police",
        "reads this, and nobody else",
        "What happens next",
        "Nobody will ever ask you for money",
        "<form",
    ]
    places = [content.index(words) for words in order]
    assert places == sorted(places)


def test_nothing_a_visitor_wrote_stands_in_any_table(with_boxes: House, visitor: Client) -> None:
    society, _alma, _boris = with_boxes
    code = send(visitor, cast.stands(society))
    ask(visitor, code, text="And greet my aunt Philomela.")
    held = everything_held()
    for planted in (*SECRETS.values(), WORD, code, "Philomela", "127.0.0.1"):
        assert planted.encode() not in held


def test_without_an_open_box_staff_cannot_read_it_either(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    send(visitor, cast.stands(society))
    with reading_as(society.pk, member=alma.pk):
        [message] = lookups.inbox(alma)
        with pytest.raises(BoxIsShut):
            _ = message.body


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"writer": ""}, "Choose one of the four."),
        ({"text": ""}, "Write some words to us."),
        ({"word": "ab!"}, "at least four letters"),
        ({"word": "\u0640" * 6}, "at least four letters"),
        ({"phone": "", "email": "", "app": "", "through": ""}, "Give one way to reach you"),
        ({"website": "http://spam.example"}, "One field must stay empty"),
        ({"phone": "ask my brother"}, "Write only the number here"),
        ({"email": "amal at example"}, "has an @ and a dot in it"),
    ],
)
def test_a_mistake_is_told_and_everything_typed_stays(
    other: dict[str, str], sentence: str, society: Society, visitor: Client
) -> None:
    answer = visitor.post(f"/en/face/{cast.stands(society).pk}/write/", written(**other))
    content = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in content
    assert 'role="alert"' in content
    for name, value in {**SECRETS, "word": WORD, **other}.items():
        if name != "website":
            assert value in content


@pytest.mark.parametrize("age", [timedelta(seconds=0), timedelta(hours=25)])
def test_too_fast_or_too_late_is_asked_again_and_then_taken(
    age: timedelta, with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    face = cast.stands(society)
    with freeze_time(timezone.now() - age):
        early_or_late = stamp()
    answer = visitor.post(f"/en/face/{face.pk}/write/", written(stamp=early_or_late))
    content = answer.content.decode()
    assert answer.status_code == 422
    assert SECRETS["text"] in content
    renewed = re.search(r'name="stamp" value="([^"]+)"', content)
    assert renewed
    with freeze_time(timezone.now() + timedelta(seconds=10)):
        send(visitor, face, stamp=renewed[1])


def test_each_first_button_below_a_photo_says_who_presses_it(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society, "sister", "mother")
    page = visitor.get(f"/en/face/{face.pk}/").content.decode()
    buttons = re.findall(r'href="([^"]+/write/[^"]*)"', page)
    assert [one.partition("?")[2] for one in buttons] == [
        "as=sought&amp;is=sister",
        "as=sought&amp;is=mother",
        "as=knows",
    ]
    asked = visitor.get(buttons[1].replace("&amp;", "&")).content.decode()
    assert '<input type="hidden" name="claim" value="mother"' in asked
    back = visitor.post(f"/en/face/{face.pk}/write/", written(claim="mother", text=""))
    assert back.status_code == 422
    assert '<input type="hidden" name="claim" value="mother"' in back.content.decode()
    send(visitor, face, claim="mother")
    assert claims_at_the_desk(alma) == ["mother"]


@pytest.mark.parametrize(
    "said",
    [
        {"claim": "uncle"},  # no button of this photo
        {"claim": "<b>nobody</b>"},
        {"claim": "sister", "writer": "news"},  # pressed, and then said otherwise
        {},
    ],
)
def test_a_claim_that_no_button_made_is_dropped_and_stops_no_message(
    said: dict[str, str], with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society, "sister", "mother")
    visitor.get(f"/en/face/{face.pk}/write/", {"as": "sought", "is": said.get("claim", "")})
    send(visitor, face, **said)
    assert claims_at_the_desk(alma) == [""]


def claims_at_the_desk(alma: Member) -> list[str]:
    with cast.at_the_desk(alma):
        return [message.body["claim"] for message in lookups.inbox(alma)]


def test_who_knows_the_person_on_the_photo_can_say_so(with_boxes: House, visitor: Client) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society)
    asked = visitor.get(f"/en/face/{face.pk}/write/?as=knows").content.decode()
    assert re.search(r'value="knows"[^>]* checked', asked)
    assert "I think I know the person on the photo" in asked
    send(visitor, face, writer="knows")
    with cast.at_the_desk(alma):
        assert lookups.inbox(alma)[0].body["writer"] == "knows"


def test_any_one_way_or_coming_back_is_enough(with_boxes: House, visitor: Client) -> None:
    society, _alma, _boris = with_boxes
    face = cast.stands(society)
    empty = dict.fromkeys(("phone", "email", "app", "through", "name", "country"), "")
    send(visitor, face, **{**empty, "come_back": "on"})
    send(visitor, face, **{**empty, "app": "Chatter: zeb"})


def test_a_number_written_in_any_script_reaches_the_desk_in_digits_one_can_dial(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    send(visitor, cast.stands(society), phone="+٩٦٣ ٩٤٤ ٥٦٧ ٨٩٠")
    with cast.at_the_desk(alma):
        [message] = lookups.inbox(alma)
        assert message.body["ways"]["phone"] == "+963 944 567 890"


def test_nothing_is_kept_when_the_box_is_not_the_pinned_one(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    pin(society.pk, "0" * 64)
    answer = visitor.post(f"/en/face/{cast.stands(society).pk}/write/", written())
    assert answer.status_code == 503
    assert SECRETS["text"] in answer.content.decode()
    assert not Message.objects.exists()
    assert not Reply.objects.exists()


def test_in_a_crowd_one_is_asked_to_wait_and_everything_typed_stays(
    with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    where = f"/en/face/{cast.stands(society).pk}/write/"
    with crowded():
        answer = visitor.post(where, written())
    content = answer.content.decode()
    assert answer.status_code == 429
    assert "nothing is lost" in content
    assert all(value in content for value in (*SECRETS.values(), WORD))
    assert not Message.objects.exists()
    assert visitor.post(where, written()).status_code == 200


def test_words_are_not_lost_when_the_photo_comes_down_meanwhile(
    society: Society, visitor: Client
) -> None:
    face = cast.stands(society)
    Face.objects.all().delete()
    answer = visitor.post(f"/en/face/{face.pk}/write/", written())
    assert answer.status_code == 404
    assert SECRETS["text"] in answer.content.decode()


def test_the_message_stays_when_the_face_goes(with_boxes: House, visitor: Client) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris)
    send(visitor, face)
    with reading_as(society.pk):
        actions.take_down(notice, why="matched", by=alma)
        [message] = lookups.inbox(alma)
        assert lookups.notice_of_face(alma, message.face) == notice
