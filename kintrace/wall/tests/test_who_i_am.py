"""Somebody tells a society of their choice who they are, and always reads the same."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import found
from kintrace.protection.lookups import text_in_force
from kintrace.protection.models import NoticeText
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as
from kintrace.wall import lookups
from kintrace.wall.models import Message
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import CODE, WORD, ask, everything_held

House = tuple[Society, Member, Member]
PAGE = "/en/who-i-am/"
TOLD = {
    "names": "Rigat Asmerom Zerabruk",
    "names_other": "ርግኣት",
    "born": "1991, when the cranes came late",
    "father": "Asmerom",
    "mother": "Letebrhan",
    "origin": "Nantabulo by the sea",
    "kin_names": "Yodit, my sister",
    "together": "At the ferry, when it turned back.",
    "feared": "My uncle Gebru",
    "phone": "+00 010 555 7790",
    "text": "I have a scar on the left hand.",
}
TAPS = {"me": "woman", "age": "25", "kin": ["sister", "kin"], "safe": ["evening"]}


@pytest.fixture
def informs(with_boxes: House) -> House:
    """A society that has said what it does with what it is told."""
    _society, alma, _boris = with_boxes
    with reading_as(alma.society_id):
        cast.heard(alma)
    return with_boxes


def notice_of(society: Society) -> str:
    text = text_in_force(society.pk, "en")
    return str(text.pk) if text else ""


def tell(visitor: Client, society: Society, **other: Any) -> Any:
    to = {"society": society.code, "notice": notice_of(society), "stamp": cast.fine_stamp()}
    return visitor.post(PAGE, {**to, **TOLD, **TAPS, "word": WORD, **other})


def inside(page: Any) -> str:
    content: str = page.content.decode()
    return content.partition("<main")[2].partition("</main>")[0]


def test_a_society_stands_in_the_list_once_it_has_said_what_it_does(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    assert society.name not in inside(visitor.get(PAGE))
    assert "No society has said in this language yet" in inside(visitor.get(PAGE))
    with reading_as(society.pk):
        cast.heard(alma)
    assert society.name in inside(visitor.get(PAGE))
    assert society.name not in inside(visitor.get("/ti/who-i-am/"))  # not in that language


def test_what_is_done_with_it_stands_above_the_first_question(
    informs: House, visitor: Client
) -> None:
    society, *_officers = informs
    page = inside(visitor.post(PAGE, {"society": society.code}))
    text = text_in_force(society.pk, "en")
    assert text is not None
    for words in (text.title, "Only people of this society read it", "for one year after"):
        assert -1 < page.index(words) < page.index('name="names"')
    assert '<input type="radio" name="across" value="no"' in page
    assert page.count("checked") == 1  # nothing is chosen for anybody but the no


def test_it_is_sealed_to_the_chosen_society_before_it_touches_anything(
    informs: House, visitor: Client
) -> None:
    society, alma, _boris = informs
    code = CODE.search(tell(visitor, society).content.decode())
    assert code
    held = everything_held()
    assert not [said for said in (*TOLD.values(), WORD, code[1]) if said.encode() in held]
    with cast.at_the_desk(alma):
        [message] = lookups.inbox(alma)
        assert (message.kind, message.channel, message.face) == ("self", "wall", None)
        assert TOLD.items() - {("phone", TOLD["phone"])} <= message.body.items()
        assert message.body["ways"] == {"phone": "+00 010 555 7790"}
        assert message.body["kin"] == ["sister", "kin"]
        assert message.body["across"] == "no"
        assert message.body["notice"] == notice_of(society)
    assert "We have your message" in ask(visitor, code[1])


def test_whoever_writes_reads_the_same_words(informs: House, visitor: Client) -> None:
    society, *_officers = informs

    def without_code(page: Any) -> str:
        said = inside(page)
        code = CODE.search(said)
        assert code
        spelled = said.index("Read it aloud like this:")
        return said[:spelled].replace(code[1], "CODE") + said[said.index("What happens next") :]

    first = without_code(tell(visitor, society))
    again = without_code(tell(visitor, society))
    other = without_code(tell(visitor, society, names="Somebody Else", me="man", across="yes"))
    assert first == again == other


def test_a_yes_to_other_societies_is_kept_as_it_was_said(informs: House, visitor: Client) -> None:
    society, alma, _boris = informs
    assert tell(visitor, society, across="yes").status_code == 200
    with cast.at_the_desk(alma):
        [message] = lookups.inbox(alma)
        assert message.body["across"] == "yes"


def test_names_and_one_way_are_enough(informs: House, visitor: Client) -> None:
    society, *_officers = informs
    nothing: dict[str, Any] = dict.fromkeys(TOLD, "") | dict.fromkeys(("me", "age"), "")
    said = {"names": "Rigat", "come_back": "on", "kin": [], "safe": []}
    assert tell(visitor, society, **(nothing | said)).status_code == 200


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"names": ""}, "Write at least one name."),
        ({"phone": ""}, "Give one way to reach you, or choose to come back with your code."),
        ({"word": ""}, "Choose a word."),
        ({"phone": "at night"}, "Write only the number here"),
    ],
)
def test_a_mistake_is_told_and_everything_typed_stays(
    other: dict[str, str], sentence: str, informs: House, visitor: Client
) -> None:
    answer = tell(visitor, informs[0], **other)
    content = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in content
    stay = {**TOLD, **other}
    assert all(value.replace("'", "&#x27;") in content for value in stay.values())
    assert not Message.objects.exists()


def test_who_read_words_that_changed_since_reads_the_new_ones_first(
    informs: House, visitor: Client
) -> None:
    society, *_officers = informs
    for notice in (str(uuid4()), "", "nothing"):
        answer = tell(visitor, society, notice=notice)
        assert answer.status_code == 422
        assert "The words above the questions changed" in inside(answer)
        assert notice_of(society) in inside(answer)  # what is sent next names the new ones
    assert not Message.objects.exists()


def test_no_society_is_told_that_says_nothing_in_this_language(
    informs: House, visitor: Client
) -> None:
    society, *_officers = informs
    for wanted in (found("AA").code, str(society.pk), "nothing", ""):
        answer = visitor.post(PAGE, {"society": wanted, "notice": notice_of(society), **TOLD})
        assert answer.status_code == 422
        assert "Choose a society." in inside(answer)
    NoticeText.objects.update(state="replaced")
    assert tell(visitor, society).status_code == 422
    assert not Message.objects.exists()


def test_whom_somebody_writes_to_stands_in_no_address(informs: House, visitor: Client) -> None:
    society, *_officers = informs
    for page in (visitor.post(PAGE, {"society": society.code}), tell(visitor, society)):
        assert f"={society.code}" not in page.content.decode()
        assert not page.has_header("Location")


def test_nothing_is_kept_when_nobody_can_lock_it(informs: House, visitor: Client) -> None:
    society, *_officers = informs
    pin(society.pk, "0" * 64)
    answer = tell(visitor, society)
    assert answer.status_code == 503
    assert TOLD["names"] in inside(answer)
    assert TOLD["text"] in inside(answer)
    assert not Message.objects.exists()


def test_choosing_a_society_takes_no_turn_and_sending_does(informs: House, visitor: Client) -> None:
    society, *_officers = informs
    for _ in range(40):
        assert visitor.post(PAGE, {"society": society.code}).status_code == 200
    pages = [tell(visitor, society) for _ in range(7)]
    assert [page.status_code for page in pages] == [200] * 6 + [429]
    assert TOLD["names"] in pages[-1].content.decode()  # nothing is lost


def test_two_of_a_family_are_not_noticed_as_one_and_the_same_story_twice_is(
    informs: House, visitor: Client
) -> None:
    society, alma, _boris = informs
    story = "They took me to the other bus at the station of Nantabulo, and yours drove away first."
    tell(visitor, society, together="", text="")
    tell(visitor, society, together="", text="", names="Abel Asmerom Zerabruk")
    for _ in range(2):
        tell(visitor, society, together=story)
    with reading_as(society.pk):
        assert [message.flags for message in lookups.inbox(alma)] == ["", "", "", "alike"]


def test_the_wall_and_the_information_lead_there(informs: House, visitor: Client) -> None:
    for page in ("/en/", "/en/information/", "/en/kiosk/wall/information/"):
        assert "who-i-am/" in visitor.get(page).content.decode()
