"""A society that searches for another tells how sure a death is, and home takes it as one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from kintrace.cases import lookups
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions.transfers import NotSo
from kintrace.cases.fates import Sure
from kintrace.cases.models import Case, Incoming, TransferText
from kintrace.cases.tests.bringing import MARK
from kintrace.cases.tests.test_found_pages import read
from kintrace.cases.transfers import Result
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.vault.classes import classes_of
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.models import Sought
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

WORDS = "The boat went down in the night."
CONFIRMED = Sure("confirmed", "registry", MARK)


def told(afar: FoundAfar, sure: Sure, *, by: Member) -> None:
    with afar.scene.acting(by):
        outcome = answering.Outcome("dead", WORDS, sure)
        answering.return_result(afar.incoming, outcome=outcome, by=by)


def sought_at_home(afar: FoundAfar) -> Sought:
    with reading_as(afar.home.society.pk):
        [one] = lookups.sought_in(afar.case)
        return lookups.sought_for(afar.home.alma, one.pk)


def at_desk(sign_in: SignIn, member: Member) -> Client:
    return open_box(sign_in(Client(), member), password=PASSWORD)


@pytest.mark.parametrize(
    ("sure", "who", "why"),
    [
        (Sure("corroborated"), "alma", "An officer decides how sure it is."),
        (CONFIRMED, "alma", "An officer decides how sure it is."),
        (Sure("confirmed", "registry", " "), "omar", "Write which authority confirms it"),
        (Sure("confirmed", "", MARK), "omar", "Write which authority confirms it"),
        (Sure("not_so"), "omar", "Say how sure it is"),
    ],
)
def test_more_than_a_word_is_told_by_an_officer_and_of_an_authority_with_its_mark(
    afar: FoundAfar, sure: Sure, who: str, why: str
) -> None:
    with pytest.raises(NotSo, match=why), transaction.atomic():
        told(afar, sure, by=getattr(afar.scene, who))
    told(afar, Sure(), by=afar.scene.alma)


def test_how_sure_it_is_lies_in_the_two_boxes_alone(afar: FoundAfar) -> None:
    told(afar, CONFIRMED, by=afar.scene.omar)
    plain = [name for name, kind in classes_of(TransferText).items() if kind == "routing"]
    for scene in (afar.scene, afar.home):
        with reading_as(scene.society.pk):
            rows = list(TransferText.objects.filter(kind="result").values(*plain))
            assert rows
            assert not any(word in f"{rows}" for word in ("confirmed", "registry", MARK))
            assert [one.sure for one in lookups.texts_of(afar.transfer.pk, "result")] == [None]
        with scene.acting(scene.alma):
            [said] = lookups.texts_of(afar.transfer.pk, "result")
            assert said.sure == CONFIRMED


def test_the_form_asks_how_sure_a_death_is(afar: FoundAfar, sign_in: SignIn) -> None:
    desk = at_desk(sign_in, afar.scene.omar)
    url = reverse("cases:incoming_result", args=[afar.incoming.pk])
    said: dict[str, Any] = {"result": "dead", "words": WORDS}
    assert "Say how sure it is" in read(desk.post(url, said))
    assert desk.post(url, said | {"standing": "confirmed"}).status_code == 409
    named = {"standing": "confirmed", "authority": "registry", "reference": MARK}
    assert desk.post(url, said | named).status_code == 302
    page = read(desk.get(reverse("cases:incoming", args=[afar.incoming.pk])))
    assert "An authority confirms that the person has died" in page


def test_another_result_carries_nothing_of_a_death(afar: FoundAfar, sign_in: SignIn) -> None:
    desk = at_desk(sign_in, afar.scene.omar)
    url = reverse("cases:incoming_result", args=[afar.incoming.pk])
    named = {"standing": "confirmed", "authority": "registry", "reference": MARK}
    assert desk.post(url, {"result": "cannot", "words": "No."} | named).status_code == 302
    with afar.home.acting(afar.home.alma):
        [said] = lookups.texts_of(afar.transfer.pk, "result")
        assert said.told is not None
        assert said.told.keys() == {"text", "result"}
        assert said.sure is None


def test_home_takes_it_over_as_a_first_word_and_an_officer_still_decides(
    afar: FoundAfar, sign_in: SignIn
) -> None:
    told(afar, CONFIRMED, by=afar.scene.omar)
    sought = sought_at_home(afar)
    fate, said, sure = (
        reverse(f"cases:{name}", args=[sought.pk])
        for name in ("fate", "fate_said", "fate_establish")
    )
    alma = at_desk(sign_in, afar.home.alma)
    assert "Its words stand in the form already." in read(alma.get(fate))
    page = alma.get(said)
    form = page.context["form"]
    assert form["by"].value() == "society"
    assert WORDS in form["said"].value()
    assert MARK in form["said"].value()
    kept = {name: form[name].value() for name in ("by", "day", "said")}
    assert alma.post(said, kept).status_code == 302
    with afar.home.acting(afar.home.alma):
        known = lookups.fate_of(sought)
        assert (known.standing, known.may_be_told) == ("alleged", None)
    assert "Its words stand in the form already." not in read(alma.get(fate))
    assert not alma.get(said).context["form"]["said"].value()
    officer = at_desk(sign_in, afar.home.omar).get(sure).context["form"]
    assert officer["reference"].value() == MARK
    assert officer["authority"].value() == "registry"
    assert not officer["standing"].value()


def test_nothing_is_taken_over_while_the_box_is_shut_or_where_nobody_died(
    afar: FoundAfar, sign_in: SignIn
) -> None:
    told(afar, Sure(), by=afar.scene.alma)
    sought = sought_at_home(afar)
    shut = sign_in(Client(), afar.home.alma)
    page = shut.get(reverse("cases:fate_said", args=[sought.pk]))
    assert not page.context["form"]["said"].value()
    officer = at_desk(sign_in, afar.home.omar)
    form = officer.get(reverse("cases:fate_establish", args=[sought.pk])).context["form"]
    assert not form["reference"].value()


def test_who_does_not_work_on_it_reads_that_a_result_came_and_not_what_it_says(
    afar: FoundAfar, sign_in: SignIn
) -> None:
    told(afar, CONFIRMED, by=afar.scene.omar)
    page, alma = reverse("cases:transfer", args=[afar.transfer.pk]), afar.home.alma
    secret = (str(Result.DEAD.label), "confirms that the person has died", MARK, WORDS)
    seen = read(at_desk(sign_in, alma).get(page))
    assert [word for word in secret if word not in seen] == []
    with reading_as(afar.home.society.pk):
        Case.objects.filter(pk=afar.case.pk).update(handler=afar.home.omar)
    desk, has_read = at_desk(sign_in, alma), reverse("cases:transfer_seen", args=[afar.transfer.pk])
    seen = read(desk.get(page))
    assert [word for word in secret if word in seen] == []
    assert "What is said with the result" in seen
    assert has_read not in desk.get(page).content.decode()
    assert desk.post(has_read).status_code == 403, "nobody else says that it was read"
    assert at_desk(sign_in, afar.home.omar).post(has_read).status_code == 302
    assert "Only who works on this search sees how far it has come." in seen


@pytest.mark.parametrize("result", ["not_found", "dead"])
def test_where_it_is_searched_nobody_else_tells_a_death_from_another_result(
    afar: FoundAfar, sign_in: SignIn, result: str
) -> None:
    with afar.scene.acting(afar.scene.alma):
        answering.return_result(
            afar.incoming, outcome=answering.Outcome(result, WORDS), by=afar.scene.alma
        )
    with reading_as(afar.scene.society.pk):
        Incoming.objects.filter(pk=afar.incoming.pk).update(handler=afar.scene.omar)
    page = reverse("cases:incoming", args=[afar.incoming.pk])
    seen = read(at_desk(sign_in, afar.scene.alma).get(page))
    assert "Only who works on this search sees how far it has come." in seen
    assert WORDS not in seen
    assert str(Result(result).label) not in seen
