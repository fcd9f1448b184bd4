"""What a society settles of the requests that it accepts, and the words of a refusal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.http import QueryDict
from django.urls import reverse

from kintrace.cases import lookups
from kintrace.cases.actions import accepting, sentences
from kintrace.cases.criteria import (
    USUAL,
    NotOurs,
    Request,
    Settled,
    Where,
    facts,
    first_words,
)
from kintrace.cases.forms import SearcherForm
from kintrace.cases.tests.conftest import SELAM
from kintrace.demo import playing
from kintrace.network.actions import add_desk
from kintrace.people.told import PlaceKind

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

HERE, THERE, NOT_TOLD = "AT", "LY", ""
OWN = "The police can help you with this. We do other work."
POLICE_ALONE = Settled(USUAL.relations, USUAL.reasons, refusals=frozenset({NotOurs.POLICE}))


def handed_in(scene: Scene) -> Case:
    with scene.acting(scene.chidi) as chidi:
        return playing.open_a_case(SELAM, by=chidi)


def placed(where: Where, *, lives: str, sought: list[str]) -> bool | None:
    """What the criterion says of a request, of a society that works in Austria."""
    told = frozenset(filter(None, [lives]))
    request = Request((), "", (), told, sought, frozenset({HERE}))
    settled = Settled(USUAL.relations, USUAL.reasons, where=where)
    found = {one.criterion: one.met for one in facts(settled, request, today=date(2026, 1, 1))}
    return found[NotOurs.ELSEWHERE]


@pytest.mark.parametrize(
    ("where", "lives", "sought", "met"),
    [
        (Where.SEARCHER, HERE, [THERE], True),
        (Where.SEARCHER, THERE, [HERE], False),
        (Where.SEARCHER, NOT_TOLD, [HERE], None),
        (Where.SOUGHT, HERE, [THERE], False),
        (Where.SOUGHT, THERE, [THERE, HERE], True),
        (Where.SOUGHT, THERE, [THERE, NOT_TOLD], None),
        (Where.EITHER, HERE, [THERE], True),
        (Where.EITHER, NOT_TOLD, [HERE], True),
        (Where.EITHER, NOT_TOLD, [THERE], None),
        (Where.EITHER, THERE, [THERE], False),
    ],
)
def test_a_society_searches_where_it_said_it_works(
    where: Where, lives: str, sought: list[str], met: bool | None
) -> None:
    assert placed(where, lives=lives, sought=sought) is met


def test_where_nothing_is_settled_nobody_is_asked_where_they_are(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.alma):
        assert NotOurs.ELSEWHERE not in {one.criterion for one in lookups.facts_of(case)}
    before = {"relations": ["son"], "reasons": ["sea"], "both_of_age": False}
    assert Settled.from_json(before).where == Where.ANYWHERE, "as it was settled before"


def test_the_countries_of_our_desks_are_ours(scene: Scene) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar) as omar:
        here = Settled(USUAL.relations, USUAL.reasons, where=Where.SOUGHT)
        accepting.settle(here, by=omar)
        assert met(case) is None, "nobody told in which country"
        [brother] = lookups.sought_in(case)
        brother.last_news = (brother.last_news or {}) | {"country": THERE}
        brother.save(update_fields=["last_news"])
        assert met(case) is False
        add_desk(scene.society, name="Harbour", address="Pier 1", country=THERE)
        assert met(case) is True


def met(case: Case) -> bool | None:
    return {one.criterion: one.met for one in lookups.facts_of(case)}[NotOurs.ELSEWHERE]


def test_the_country_in_which_somebody_lives_is_told_beside_where_they_come_from() -> None:
    data = QueryDict(mutable=True)
    data.update({"given": "Selam", "sex": "female", "languages": "ti", "place": "Keren"})
    data.update({"country": "ER", "lives": "AT"})
    form: Any = SearcherForm(data)
    assert form.is_valid()
    places = {one.kind: (one.said, one.country) for one in form.told().places}
    assert places == {PlaceKind.ORIGIN: ("Keren", "ER"), PlaceKind.LIVES: ("", "AT")}


def test_a_request_is_refused_for_a_reason_that_the_society_uses_and_for_no_other(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar) as omar:
        accepting.settle(POLICE_ALONE, by=omar)
        with pytest.raises(accepting.NoReasonOfOurs):
            accepting.refuse(case, criterion=NotOurs.FRIENDS, by=omar)
    page = sign_in(client, scene.alma).get(reverse("cases:accept", args=[case.pk]))
    assert f'value="{NotOurs.POLICE}"' in page.content.decode()
    assert f'value="{NotOurs.FRIENDS}"' not in page.content.decode()
    with scene.acting(scene.omar) as omar:
        accepting.refuse(case, criterion=NotOurs.POLICE, by=omar)


def test_a_refusal_is_told_in_words_that_two_members_approved(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    case = handed_in(scene)
    with scene.acting(scene.omar) as omar:
        accepting.refuse(case, criterion=NotOurs.POLICE, by=omar)
        ours = sentences.draft(topic=NotOurs.POLICE, language="en", text=OWN, by=omar)
    url = reverse("cases:refusal", args=[case.pk])
    draft = first_words(NotOurs.POLICE, language="en")
    sign_in(client, scene.omar)
    before = client.get(url).content.decode()
    assert draft in before
    assert "has not approved words for this reason" in before
    with scene.acting(scene.lena) as lena:
        sentences.approve(ours, by=lena)
    after = client.get(url).content.decode()
    assert OWN in after
    assert draft not in after
    assert "has not approved words" not in after


def test_the_settings_say_of_each_reason_in_which_languages_its_words_are_approved(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.omar) as omar:
        accepting.settle(POLICE_ALONE, by=omar)
        missing = {topic for _language, topic in lookups.first_sentences_missing(omar)}
        assert missing & set(NotOurs.values) == {NotOurs.POLICE}, "the others are not used"
        drafts = [one for one in sentences.draft_first(by=omar) if one.topic == NotOurs.POLICE]
    assert [one.language for one in drafts] == ["en"], "as people are informed here"
    with scene.acting(scene.lena) as lena:
        for one in drafts:
            sentences.approve(one, by=lena)
        assert lookups.refusals_worded(lena.society_id) == {NotOurs.POLICE: ["en"]}
    sign_in(client, scene.omar)
    page = client.get(reverse("cases:criteria")).content.decode()
    assert "<bdi>English</bdi>" in page
    listed = client.get(reverse("cases:replies")).content.decode()
    assert "Not accepted: It is a matter for the police" in listed
