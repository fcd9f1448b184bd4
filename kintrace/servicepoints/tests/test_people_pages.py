"""The pages on which a volunteer sees people again, and those of the protection team."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from kintrace.cases.lookups import drafts_of
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.protection import retention
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.retention import Kind
from kintrace.servicepoints.models import HandOver, Registration
from kintrace.servicepoints.tests.people import BROTHERS, MADE_TO, ROSE, Harbour
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn
    from kintrace.servicepoints.telling import Told

pytestmark = pytest.mark.database_bound
CODE = re.compile(r'<bdi class="code" dir="ltr">([A-Z2-9-]+)</bdi>')
SENT = re.compile(r'name="sent" value="([0-9a-f-]{36})"')


def text_of(harbour: Harbour) -> str:
    with reading_as(harbour.scene.society.pk):
        return str(texts_in_force(harbour.scene.society.pk)[0].pk)


def told(harbour: Harbour, what: Told = ROSE, **more: Any) -> dict[str, Any]:
    """What a volunteer sends."""
    said = {"called": what.called, "needs": list(what.needs), "sign": what.sign}
    said |= {"language": what.language, "words": what.words, "sent": str(uuid4())}
    when = {"next_on": timezone.localdate().isoformat(), "next_at": str(harbour.point.pk)}
    return {"channel": "read_aloud", "how": "spoken", **said, **when, **more}


def rows(harbour: Harbour) -> list[Registration]:
    """What is kept at this society, whoever looked last."""
    with reading_as(harbour.scene.society.pk):
        own = Registration.objects.filter(society_id=harbour.scene.society.pk)
        return list(own.select_related("point"))


def words(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


@pytest.fixture
def chidi(harbour: Harbour, sign_in: SignIn) -> Client:
    return sign_in(Client(), harbour.chidi)


@pytest.fixture
def new(harbour: Harbour) -> str:
    """The page on which somebody is written down."""
    return f"/desk/points/{harbour.point.pk}/people/new/{text_of(harbour)}/"


def with_box(client: Client, member: Member, sign_in: SignIn) -> Client:
    return open_box(sign_in(client, member), password=PASSWORD)


def test_the_notice_stands_above_the_questions_and_what_is_told_stands_on_a_page_of_its_own(
    harbour: Harbour, chidi: Client, new: str
) -> None:
    begin = words(chidi.get(f"/desk/points/{harbour.point.pk}/people/new/"))
    assert new in begin
    page = words(chidi.get(new))
    with reading_as(harbour.scene.society.pk):
        notice = texts_in_force(harbour.scene.society.pk)[0].short.split("\n")[0]
    assert page.index(notice[:40]) < page.index("How does the person want to be called?")
    answer = chidi.post(new, told(harbour))
    shown = words(chidi.get(answer["Location"]))
    assert ROSE.called in shown
    assert ROSE.sign in shown
    listed = words(chidi.get(f"/desk/points/{harbour.point.pk}/people/"))
    assert ROSE.called in listed


def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    harbour: Harbour, chidi: Client, new: str
) -> None:
    answer = chidi.post(new, told(harbour, sign=""))
    assert answer.status_code == 422
    assert ROSE.called in words(answer)
    assert rows(harbour) == []


def test_the_same_page_sent_twice_writes_one_person_down(
    harbour: Harbour, chidi: Client, new: str
) -> None:
    [sent] = SENT.findall(words(chidi.get(new)))
    first, second = (chidi.post(new, told(harbour, sent=sent)) for _each in range(2))
    assert first["Location"] == second["Location"]
    assert len(rows(harbour)) == 1


@pytest.mark.parametrize("what", [BROTHERS, MADE_TO])
def test_of_a_child_a_volunteer_reads_only_that_it_is_for_the_child_team(
    what: Told, harbour: Harbour, chidi: Client, new: str
) -> None:
    answer = chidi.post(new, told(harbour, what))
    assert answer["Location"] == f"/desk/points/{harbour.point.pk}/people/"
    [one] = rows(harbour)
    pages = [answer["Location"], f"/desk/points/people/{one.pk}/"]
    for page in pages:
        shown = words(chidi.get(page))
        assert "Child team only" in shown
        assert not any(said in shown for said in (what.called, what.sign, "trafficking was seen"))
    for page in ("met", "no-more", "hand-over", "request"):
        assert chidi.get(f"/desk/points/people/{one.pk}/{page}/").status_code == 403
    assert chidi.get(f"/desk/points/guarded/{one.pk}/").status_code == 403


def test_the_protection_team_reads_it_with_its_box_and_takes_it_on(
    harbour: Harbour, chidi: Client, new: str, sign_in: SignIn
) -> None:
    chidi.post(new, told(harbour, BROTHERS))
    [one] = rows(harbour)
    page = f"/desk/points/guarded/{one.pk}/"
    carla = sign_in(Client(), harbour.carla)
    assert carla.get(page)["Location"].startswith("/desk/open-box/")
    open_box(carla, password=PASSWORD)
    assert BROTHERS.called not in words(carla.get("/desk/points/guarded/"))
    shown = words(carla.get(page))
    assert BROTHERS.called in shown
    assert "/desk/children/new/" in shown
    carla.post(f"{page}take/")
    assert rows(harbour)[0].taken_at is not None
    assert "I look after it" not in words(carla.get(page))
    carla.post(f"{page}no-more/", {"sure": "on"})
    assert rows(harbour) == []


def test_how_it_went_is_a_page_and_the_person_can_end_it(
    harbour: Harbour, chidi: Client, new: str
) -> None:
    page = chidi.post(new, told(harbour))["Location"]
    begun = words(chidi.get(f"{page}met/"))
    sent = SENT.findall(begun)[0]
    went = {"came": "seen", "sent": sent, "next_at": "", "place": "Border post"}
    assert chidi.post(f"{page}met/", went)["Location"] == page
    assert "Border post" in words(chidi.get(page))
    assert chidi.post(f"{page}no-more/", {"sure": ""}).status_code == 422
    assert chidi.post(f"{page}no-more/", {"sure": "on"}).status_code == 302
    assert chidi.get(page).status_code == 404


def test_the_code_is_shown_once_and_opened_by_code_and_word_elsewhere(
    harbour: Harbour, elsewhere: Harbour, chidi: Client, new: str, sign_in: SignIn
) -> None:
    page = chidi.post(new, told(harbour))["Location"]
    answer = chidi.post(f"{page}hand-over/", {"word": "almond", "how": "spoken"})
    [code] = CODE.findall(words(answer))
    until = date_format(timezone.localdate() + retention.default(Kind.HAND_OVER), "j F Y")
    assert f"It opens until {until}" in words(answer)
    assert code not in words(chidi.get(page))
    there = sign_in(Client(), elsewhere.chidi)
    carried = f"/desk/points/{elsewhere.point.pk}/carried/"
    wrong = there.post(carried, {"code": code, "word": "olive"})
    assert wrong.status_code == 422
    assert "Nothing opens with this code and this word." in words(wrong)
    shown = words(there.post(carried, {"code": code, "word": "almond"}))
    assert ROSE.called in shown
    assert "?" not in carried
    yes = {"code": code, "word": "almond", "channel": "read_aloud", "how": "spoken"}
    unread = there.post(f"{carried}yes/", yes)
    assert unread.status_code == 422
    assert HandOver.objects.count() == 1
    done = there.post(f"{carried}yes/", yes | {"text": text_of(elsewhere)})
    assert ROSE.called in words(there.get(done["Location"]))
    assert not HandOver.objects.exists()


def test_what_a_child_carries_is_not_read_by_the_volunteer_who_opens_it(
    harbour: Harbour, elsewhere: Harbour, chidi: Client, new: str, sign_in: SignIn
) -> None:
    chidi.post(new, told(harbour, BROTHERS))
    [one] = rows(harbour)
    carla = with_box(Client(), harbour.carla, sign_in)
    wish = {"word": "kite", "how": "spoken"}
    page = carla.post(f"/desk/points/guarded/{one.pk}/hand-over/", wish)
    [code] = CODE.findall(words(page))
    there = sign_in(Client(), elsewhere.chidi)
    carried = f"/desk/points/{elsewhere.point.pk}/carried/"
    shown = words(there.post(carried, {"code": code, "word": "kite"}))
    assert "It is for the protection team." in shown
    assert not any(said in shown for said in (BROTHERS.called, BROTHERS.sign))
    yes = {"code": code, "word": "kite", "channel": "read_aloud", "how": "spoken"}
    done = there.post(f"{carried}yes/", yes | {"text": text_of(elsewhere)})
    assert done["Location"] == f"/desk/points/{elsewhere.point.pk}/people/"


@pytest.mark.parametrize("along", [(), ("called",), ("called", "language")])
def test_a_request_begins_with_what_the_person_lets_go_along_and_nothing_else(
    along: tuple[str, ...], harbour: Harbour, chidi: Client, new: str
) -> None:
    page = chidi.post(new, told(harbour))["Location"]
    given = {"text": text_of(harbour), "channel": "read_aloud"} | dict.fromkeys(along, "on")
    assert chidi.post(f"{page}request/", {"called": "on"}).status_code == 422  # the notice first
    answer = chidi.post(f"{page}request/", given)
    assert answer.status_code == 302
    with harbour.working():
        [draft] = drafts_of(harbour.chidi)
        answers = draft.told.get("searcher", {}).get("answers", {})
        one = Registration.objects.get()
        assert draft.subject != one.subject
    expected = {"called": ("given", [ROSE.called]), "language": ("languages", ["ti"])}
    assert answers == dict(expected[name] for name in along)
    assert ROSE.sign not in str(answers)
    assert chidi.get(answer["Location"]).status_code == 200


def test_what_belongs_to_another_society_is_not_there(
    harbour: Harbour, elsewhere: Harbour, chidi: Client
) -> None:
    with elsewhere.working():
        one = elsewhere.register()
    for page in ("", "met/", "no-more/", "hand-over/", "request/"):
        assert chidi.get(f"/desk/points/people/{one.pk}/{page}").status_code == 404
    for page in ("people/", "people/new/", "carried/", "slip/"):
        assert chidi.get(f"/desk/points/{elsewhere.point.pk}/{page}").status_code == 404


def test_no_address_says_anything_of_anybody(harbour: Harbour, chidi: Client, new: str) -> None:
    page = chidi.post(new, told(harbour))["Location"]
    addresses = re.findall(r'(?:href|action)="([^"]+)"', words(chidi.get(page)))
    assert addresses
    assert not [one for one in addresses if any(said in one for said in (ROSE.called, "scarf"))]
