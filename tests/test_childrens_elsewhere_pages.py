"""A child's search at another society, on the pages of both, and who is found there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import passing
from kintrace.cases.actions.enquiries import NotToBeAsked
from kintrace.cases.actions.releasing import SecondMemberNeeded
from kintrace.cases.models import Passage, Transfer
from kintrace.cases.tests.bringing import a_place, ask_about
from kintrace.cases.tests.children_sent_ways import (
    OF_THE_CHILD,
    of_the_child,
    sent,
    stand,
)
from kintrace.cases.tests.children_ways import MOTHER
from kintrace.cases.tests.handing import (
    QUESTION,
    REGION,
    accepted,
)
from kintrace.cases.tests.meeting import PHONE, QUESTIONS, Found, sentences_approved
from kintrace.cases.transfers import Stand, Text, WhyBack
from kintrace.cases.worklist_children import children_waiting
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.network.tests.cast import let_in, open_box
from kintrace.network.words import SocietyKind
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import BoxIsShut
from tests.test_childrens_way_home import at_the_desk

if TYPE_CHECKING:
    from kintrace.cases.lookups import Afar
    from kintrace.cases.models import Incoming
    from kintrace.cases.neighbours import Work
    from kintrace.cases.tests.children_ways import Looked
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member
    from tests.town import Town

# --- the pages ---


def _typed(there: Scene) -> dict[str, Any]:
    typed = {"society": there.society.pk, "sought": "1", "wish": "search", "region": REGION}
    typed |= {"question": QUESTION, "answer_by": str(timezone.localdate() + timedelta(days=9))}
    return typed | {"parts": ["names", "news"], "agreed": "yes", "kept_0": "on", "seen": "1"}


def test_once_somebody_is_detained_the_page_says_who_searches_still_and_asks_a_delegation_alone(
    looked: Looked, there: Scene
) -> None:
    sent(looked, there.society)
    page, ask = (
        reverse(f"cases:{name}", args=[looked.child.pk]) for name in ("child", "child_ask_society")
    )
    warns = f"{there.society.name} searches still, and somebody was detained"
    alma = at_the_desk(looked.alma)
    assert warns not in alma.get(page).content.decode()
    looked.keep("parted", {"cause": ["detention"]})
    shown = alma.get(page).content.decode()
    assert warns in shown
    assert ask not in shown
    there.society.kind = SocietyKind.DELEGATION
    there.society.save(update_fields=["kind"])
    shown = alma.get(page).content.decode()
    assert warns not in shown
    assert "Ask a delegation of the ICRC" in shown


def test_one_prepares_it_on_a_page_and_the_second_finds_it_in_the_work_list(
    looked: Looked, there: Scene
) -> None:
    begin = reverse("cases:child_ask_society", args=[looked.child.pk])
    alma, carla = at_the_desk(looked.alma), at_the_desk(looked.carla)
    shown = alma.get(begin).content.decode()
    assert f"Mother · {MOTHER['name']}" in shown
    assert "Was not told: Gebre Zerabruk" in shown
    assert alma.post(begin, _typed(there) | {"agreed": "no"}).status_code == 422
    answer = alma.post(begin, _typed(there))
    [transfer] = of_the_child(looked)
    assert answer.headers["Location"] == reverse("cases:transfer", args=[transfer.pk])
    last_look = reverse("cases:transfer_send", args=[transfer.pk])
    shown = alma.get(last_look).content.decode()
    assert MOTHER["name"] in shown
    assert "who did not prepare it" in shown
    assert "Send it" not in shown
    assert last_look in [one.url for one in _work_of(looked.carla)]
    assert carla.post(last_look).status_code == 302
    assert stand(transfer) == Stand.SENT


def test_nobody_else_finds_its_pages_and_it_stands_with_the_child_alone(
    looked: Looked, there: Scene, town: Town
) -> None:
    transfer = sent(looked, there.society, parts=["names"])
    alma, omar = at_the_desk(looked.alma), at_the_desk(town[Role.OFFICER])
    page, last_look = (
        reverse(f"cases:{name}", args=[transfer.pk]) for name in ("transfer", "transfer_send")
    )
    begin = reverse("cases:child_ask_society", args=[looked.child.pk])
    for url in (begin, page, last_look):
        assert omar.get(url).status_code == 404, url
        assert alma.get(url).status_code == 200, url
    for name in ("transfer_parts", "transfer_ground"):
        assert alma.get(reverse(f"cases:{name}", args=[transfer.pk])).status_code == 404
    assert "Market road" not in alma.get(page).content.decode()
    for desk in (alma, omar):
        assert page not in desk.get(reverse("cases:other_societies")).content.decode()
    child = reverse("cases:child", args=[looked.child.pk])
    assert page in alma.get(child).content.decode()
    recall = alma.post(
        reverse("cases:transfer_recall", args=[transfer.pk]), {"why": WhyBack.MISTAKE}
    )
    assert recall.headers["Location"] == child


def _work_of(member: Member) -> list[Work]:
    with playing.acting(member) as by:
        return list(children_waiting(by))


def test_the_other_society_opens_the_box_to_read_who_is_sought(
    looked: Looked, there: Scene
) -> None:
    sent(looked, there.society)
    incoming = accepted(there.alma)
    url = reverse("cases:incoming", args=[incoming.pk])
    desk = let_in(Client(), there.alma)
    shut = desk.get(url).content.decode()
    assert "Open the box to read it" in shut
    assert MOTHER["name"] not in shut
    read = open_box(desk, password=PASSWORD).get(url).content.decode()
    assert MOTHER["name"] in read
    assert QUESTION in read
    assert "A child. Neither its name nor its place is told" in read
    assert not [word for word in OF_THE_CHILD if word in read]


def test_no_place_is_asked_about_the_family_of_a_child(looked: Looked, there: Scene) -> None:
    sent(looked, there.society)
    incoming = accepted(there.alma)
    with there.acting(there.omar) as omar:
        place = a_place(by=omar, country="BG")
    with there.acting(there.alma) as alba, pytest.raises(NotToBeAsked):
        ask_about(lookups.afar_for(alba, incoming.pk), place, by=alba)
    page = let_in(Client(), there.alma).get(reverse("cases:incoming", args=[incoming.pk]))
    assert "Places that were asked" not in page.content.decode()


# --- who is found there ---


@dataclass(frozen=True)
class FoundThere:
    """The mother was found, wants contact, and the child's team was sent the questions."""

    transfer: Transfer
    incoming: Incoming
    found: Found

    @property
    def whom(self) -> Afar:
        afar: Afar = self.found.sought
        return afar


@pytest.fixture
def mother(looked: Looked, there: Scene) -> FoundThere:
    with there.acting(there.alma):
        sentences_approved(there)
    transfer = sent(looked, there.society)
    incoming = accepted(there.alma)
    with there.acting(there.alma) as alba:
        whom = lookups.afar_for(alba, incoming.pk)
        found = Found(there, None, whom)  # type: ignore[arg-type]
        found.as_far_as_asked(by=alba)
        passing.ask_family(whom, by=alba)
    with playing.acting(looked.alma) as alma:
        return FoundThere(lookups.transfer_for(alma, transfer.pk), incoming, found)


def _answered_and_vouched(looked: Looked, mother: FoundThere) -> None:
    with playing.acting(looked.alma) as alma:
        asked = lookups.asked_of_family(mother.transfer)
        assert len(asked) == len(QUESTIONS)
        answers = dict.fromkeys(map(UUID, asked), "A word")
        passing.answer(mother.transfer, answers=answers, by=alma)
        with pytest.raises(NoRight):
            passing.vouch(mother.transfer, verdict="verified", by=alma)
    waits = [one.what for one in _work_of(looked.carla)]
    assert [words for words in waits if "Decide whether it is the family" in words]
    with playing.acting(looked.carla) as carla:
        passing.vouch(mother.transfer, verdict="verified", by=carla)


def _passed_on(there: Scene, mother: FoundThere) -> None:
    with there.acting(there.omar) as orel:
        mother.found.compare(by=orel)
        mother.found.verify(by=orel)
        with pytest.raises(SecondMemberNeeded):
            passing.pass_over(mother.whom, ways=["phone"], by=orel)
    with there.acting(there.lena) as lena:
        mother.found.sign(by=lena)
        passing.pass_over(mother.whom, ways=["phone"], by=lena)
        located = answering.Outcome("located", "She is well.")
        answering.return_result(mother.incoming, outcome=located, by=lena)


@pytest.mark.database_bound
def test_contact_comes_to_the_team_alone_after_the_verdicts_of_both_and_a_second_member(
    looked: Looked, there: Scene, town: Town, mother: FoundThere
) -> None:
    _answered_and_vouched(looked, mother)
    _passed_on(there, mother)
    with playing.acting(town[Role.OFFICER]), pytest.raises(BoxIsShut):
        assert Passage.objects.get(mark=lookups.mark_in(mother.transfer, lookups.PASSAGE)).passed
    page = at_the_desk(looked.alma).get(reverse("cases:transfer", args=[mother.transfer.pk]))
    told = page.content.decode()
    assert PHONE in told
    assert reverse("cases:child_claim", args=[looked.child.pk]) in told
    with playing.acting(looked.alma):
        [said] = lookups.texts_of(mother.transfer.pk, Text.RESULT)
        assert said.wish
