"""The pages of a transfer, at the society that asks and at the one that is asked."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.cases import both_ways, lookups, worklist_transfers
from kintrace.cases.models import Case, Incoming, Transfer
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene, selams_case
from kintrace.cases.tests.handing import QUESTION, REGION, accepted, sent
from kintrace.cases.transfers import WhyBack
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD, PEOPLE
from kintrace.demo.told import STORIES
from kintrace.network.tests.cast import SignIn, open_box
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.network.models import Member

NUMBER = "+00 010 555 0142"


@pytest.fixture
def there(scene: Scene) -> Scene:
    del scene
    return build_scene("BG")


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


def at_desk(sign_in: SignIn, member: Member) -> Client:
    return open_box(sign_in(Client(), member), password=PASSWORD)


def asked(case: Case, society: Any, **more: str) -> dict[str, str]:
    with reading_as(case.society_id):
        [sought] = lookups.sought_in(case)
    day = timezone.localdate() + timedelta(days=14)
    said = {"society": str(society.pk), "sought": str(sought.pk), "wish": "search"}
    return said | {"region": REGION, "question": QUESTION, "answer_by": day.isoformat()} | more


def go(client: Client, url: str, data: dict[str, Any] | None = None, *, gives: int = 302) -> str:
    """Send a form, and give where that leads, or the page."""
    answer = client.post(url, data or {})
    assert answer.status_code == gives, answer.content.decode()
    return answer.headers["Location"] if gives == 302 else answer.content.decode()


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def work_of(member: Member) -> list[tuple[str, str]]:
    """Where each line of transfers stands in the work list, and what it says."""
    today = timezone.localdate()
    with reading_as(member.society_id, member=member.pk):
        lines = list(worklist_transfers.transfers(member))
    return [(one.group_on(today).value, one.what) for one in lines]


def test_what_is_sent_is_what_the_last_look_showed(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    ours = at_desk(sign_in, scene.alma)
    here = f"/desk/cases/{case.pk}/"
    assert "No other society was asked" in page(ours, here)
    parts = go(ours, f"{here}ask-society/", asked(case, there.society))
    ground = go(ours, parts, {"parts": ["names", "news", "story"]})
    said = {"kind": "consent", "how": "spoken", "sought": "public_interest"}
    send = go(ours, ground, said)
    preview = page(ours, send)
    for told in ("Yonas", QUESTION, REGION, STORIES[0]):
        assert told in preview
    for kept in ("Tesfay", "ways to reach"):
        assert kept not in preview
    transfer = go(ours, send)
    assert "sees the card alone" in page(ours, transfer)
    assert "Society BG" in page(ours, here)


def test_the_other_society_sees_the_card_and_then_what_was_sent(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma, parts=["names", "story"])
    ours, theirs = at_desk(sign_in, scene.alma), at_desk(sign_in, there.alma)
    with reading_as(there.society.pk):
        incoming = f"/desk/other/incoming/{Incoming.objects.get().pk}/"
    assert incoming in page(theirs, "/desk/other/")
    assert incoming in page(theirs, "/desk/")
    card = page(theirs, incoming)
    assert REGION in card
    for kept in ("Yonas", QUESTION, STORIES[0]):
        assert kept not in card
    go(theirs, f"{incoming}accept/")
    taken = page(theirs, incoming)
    for told in ("Yonas", QUESTION, STORIES[0]):
        assert told in taken
    assert "took the search on" in page(ours, f"/desk/cases/{case.pk}/")


def test_the_two_desks_write_to_each_other_and_the_result_comes_back(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        asked = sent(case, there.society, by=scene.alma)
    incoming = f"/desk/other/incoming/{accepted(there.alma).pk}/"
    transfer = f"/desk/other/asked/{asked.pk}/"
    ours, theirs = at_desk(sign_in, scene.alma), at_desk(sign_in, there.alma)
    go(theirs, f"{incoming}say/", {"words": "Which port?"})
    assert "Which port?" in page(ours, transfer)
    go(ours, f"{transfer}say/", {"words": "The northern one."})
    assert "The northern one." in page(theirs, incoming)
    go(theirs, f"{incoming}note/", {"words": "Asked at the school."})
    assert "Asked at the school." in page(theirs, incoming)
    go(theirs, f"{incoming}result/", {"result": "not_found", "words": "Nobody knows him there."})
    came = page(ours, transfer)
    assert "There is nothing that we may pass on" in came
    assert "Nobody knows him there." in came
    assert "Asked at the school." not in came
    go(ours, f"{transfer}seen/")
    assert work_of(scene.alma) == []


def test_what_was_taken_back_is_gone_from_the_page_of_the_other(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    incoming = accepted(there.alma)
    ours, theirs = at_desk(sign_in, scene.alma), at_desk(sign_in, there.alma)
    here = f"/desk/other/incoming/{incoming.pk}/"
    assert "Yonas" in page(theirs, here)
    assert ours.post(f"/desk/other/asked/{transfer.pk}/recall/").status_code == 422
    go(ours, f"/desk/other/asked/{transfer.pk}/recall/", {"why": "mistake"})
    gone = page(theirs, here)
    assert "The other society took it back." in gone
    assert "destroy what you printed" in gone
    assert "Yonas" not in gone
    for step in ("accept", "seen"):
        assert theirs.post(f"{here}{step}/").status_code == 404
    assert theirs.post(f"{here}say/", {"words": "Hello?"}).status_code == 404
    there_now = page(ours, f"/desk/other/asked/{transfer.pk}/")
    assert "cannot be called back" in there_now
    assert str(WhyBack.MISTAKE.label) in there_now
    assert f"Reason: {WhyBack.MISTAKE.label}" in page(ours, f"/desk/cases/{case.pk}/")


def test_neither_society_opens_the_others_page(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    incoming = accepted(there.alma)
    ours, theirs = sign_in(Client(), scene.alma), sign_in(Client(), there.alma)
    assert theirs.get(f"/desk/other/asked/{transfer.pk}/").status_code == 404
    assert theirs.post(f"/desk/other/asked/{transfer.pk}/recall/").status_code == 404
    assert theirs.get(f"/desk/cases/{case.pk}/").status_code == 404
    assert ours.get(f"/desk/other/incoming/{incoming.pk}/").status_code == 404


def test_whom_the_person_fears_is_refused_with_a_sentence_and_nothing_is_lost(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        feared = NotWith(countries=frozenset({"BG"}))
        protection.change_not_with(case.subject, not_with=feared, by=scene.alma)
    ours = sign_in(Client(), scene.alma)
    typed = asked(case, there.society)
    again = go(ours, f"/desk/cases/{case.pk}/ask-society/", typed, gives=422)
    assert "this society must not learn of it" in again
    assert QUESTION in again
    with reading_as(scene.society.pk):
        assert not Transfer.objects.exists()


def test_sealed_words_are_only_counted_while_the_box_is_shut(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma, parts=["names", "story"])
    incoming = accepted(there.alma)
    shut = page(sign_in(Client(), there.alma), f"/desk/other/incoming/{incoming.pk}/")
    assert "Open the box to read it" in shut
    assert STORIES[0] not in shut


def test_a_result_without_words_and_a_case_nobody_has_are_sent_back(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma)
    incoming = accepted(there.alma)
    theirs, here = sign_in(Client(), there.alma), f"/desk/other/incoming/{incoming.pk}/"
    go(theirs, f"{here}result/", {"result": "not_found"}, gives=422)
    assert "no case of yours" in go(theirs, f"{here}link/", {"reference": "XX-1"}, gives=409)
    with there.acting(there.alma):
        own = playing.open_a_case(SELAM, by=there.alma)
    go(theirs, f"{here}link/", {"reference": own.reference})
    assert "searches for the same person" in page(theirs, f"/desk/cases/{own.pk}/")
    go(theirs, f"{here}decline/", {"why": "not_safe"})
    with reading_as(scene.society.pk):
        assert Transfer.objects.get().get_declined_display().startswith("A search there")


def test_both_work_lists_say_what_is_due(
    clock: FrozenDateTimeFactory, scene: Scene, there: Scene, case: Case
) -> None:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma)
    late = "Society BG has not answered yet. Its last day is 15 March."
    assert work_of(scene.alma) == [("waiting", late)]
    asks = "Society NM asks you to search. Answer by 15 March."
    assert work_of(there.alma) == [("today", asks)]
    accepted(there.alma)
    assert work_of(there.alma) == []
    assert work_of(scene.alma) == [("waiting", "Society BG searches for you.")]
    clock.tick(timedelta(days=61))
    wanted = "Society NM waits for a result, or for a word how far you are."
    assert work_of(there.alma) == [("today", wanted)]
    ask = "Society BG has had the search for a long time. Ask how far it is."
    assert work_of(scene.alma) == [("today", ask)]
    assert work_of(there.chidi) == [], "a volunteer works on no case"
    clock.move_to("2027-02-01")
    soon = "You search for Society NM until 1 March. Give a result, or ask for more time."
    assert work_of(there.alma) == [("today", soon)]
    longer = "Society BG searches until 1 March. Write to it if it is to go on."
    assert work_of(scene.alma) == [("today", longer)]


def test_each_of_the_two_lists_is_turned_by_itself(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(both_ways, "PAGE", 1)
    with scene.acting(scene.alma):
        ours = sent(case, there.society, by=scene.alma)
    with there.acting(there.alma) as alba:
        asks_back = playing.open_a_case(PEOPLE[1], by=alba)
        sent(asks_back, scene.society, by=alba)
        sent(playing.open_a_case(PEOPLE[2], by=alba), scene.society, by=alba)
    desk = at_desk(sign_in, scene.alma)
    first = page(desk, "/desk/other/")
    assert first.count("A search for Society BG") == 1
    assert "?out=1&amp;came=2" in first
    second = page(desk, "/desk/other/?out=1&came=2")
    assert second.count("A search for Society BG") == 1
    assert _incoming_in(first) != _incoming_in(second)
    assert f"/desk/other/asked/{ours.pk}/" in second


def _incoming_in(shown: str) -> list[str]:
    return re.findall(r"/desk/other/incoming/[0-9a-f-]+/", shown)


def test_the_society_that_was_asked_reads_of_itself_and_not_of_somebody_there(
    scene: Scene, there: Scene, case: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma)
    far, home = at_desk(sign_in, there.alma), at_desk(sign_in, scene.alma)
    assert "Waits for your answer" in far.get("/desk/other/").content.decode()
    accepted(there.alma)
    assert "You search for them" in far.get("/desk/other/").content.decode()
    assert "the search goes on there" in home.get("/desk/other/").content.decode()
