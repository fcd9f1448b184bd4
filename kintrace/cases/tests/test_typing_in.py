"""A filled paper form is typed into the draft on one page, by the rules of the interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.urls import reverse

from kintrace.cases import asking, lookups, steps
from kintrace.cases.actions import drafts
from kintrace.cases.models import Draft, Words
from kintrace.cases.tests.conftest import SELAM
from kintrace.cases.tests.test_drafts import begin
from kintrace.cases.typing_in import AT_ONCE
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box
from kintrace.protection.lookups import risk_answers, texts_in_force
from kintrace.protection.risk import QUESTIONS

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

NOT_KNOWN = {f"{name}_unknown": "on" for name in ("father", "said", "place")}
SOUGHT = {
    "relation": "brother",
    "given": "Yonas",
    "given_original": "ዮናስ",
    "sex": "male",
    **NOT_KNOWN,
}
NEWS = {"reason": "sea", "said": "two winters ago", "place": "Tripoli", "heard": "phone",
        "calendar": "gregorian"}  # fmt: skip
PAGES: dict[str, dict[str, Any]] = {
    "searcher": {"given": "Selam", "given_original": "ሰላም", "sex": "female", "said": "1990",
                 "year": "1990", "calendar": "ethiopian", "precision": "year",
                 "languages": ["ti", "", "en"]},
    "ways": {"phone": "+00 010 555 0188"},
    "quiet": {"fears": "no"},
    "sought": SOUGHT,
    "news": NEWS,
    "risk": {one.code: "no" for one in QUESTIONS},
}  # fmt: skip


def sent(**pages: dict[str, Any]) -> dict[str, Any]:
    """The fields of the page, each group's under its key."""
    named = {key.replace("_", "-"): answers for key, answers in pages.items()}
    return {
        f"{key}-{name}": value for key, answers in named.items() for name, value in answers.items()
    }


class AtTheKeys:
    """Alma with one draft whose notice is logged, and the page."""

    def __init__(self, scene: Scene, client: Client) -> None:
        self.scene, self.client = scene, client
        with scene.acting(scene.alma):
            self.draft = begin(scene.alma)
        self.url = reverse("cases:type_in", args=[self.draft.pk])

    def opened(self) -> str:
        return self.client.get(self.url).content.decode()

    def send(self, said: dict[str, Any], **more: str) -> Any:
        read = re.search(r'name="read" value="([^"]+)"', self.opened())
        return self.client.post(self.url, {"read": read[1] if read else "", **said, **more})

    def kept(self) -> Draft:
        return lookups.draft_for(self.scene.alma, self.draft.pk)


@pytest.fixture
def keys(scene: Scene, client: Client, sign_in: SignIn) -> AtTheKeys:
    return AtTheKeys(scene, sign_in(client, scene.alma))


def test_nothing_is_typed_before_the_notice_is_logged(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    with scene.acting(scene.alma):
        text = texts_in_force(scene.society.pk)[0]
    informed = reverse("cases:informed", args=[text.pk])
    assert client.post(informed, {"typed": "1"}).status_code == 422
    with scene.acting(scene.alma):
        assert not Draft.objects.exists()
    led = client.post(informed, {"typed": "1", "channel": "full_text"})
    with scene.acting(scene.alma):
        draft = Draft.objects.get()
    assert led["Location"] == reverse("cases:type_in", args=[draft.pk])


def test_a_whole_form_becomes_a_draft_that_can_be_handed_in(keys: AtTheKeys) -> None:
    answered = keys.send(sent(**PAGES))
    assert answered["Location"] == reverse("cases:check", args=[keys.draft.pk])
    with keys.scene.acting(keys.scene.alma):
        kept = keys.kept()
        assert steps.first_open(kept) is None
        told = asking.opening_of(kept)
        assert told.searcher.languages == ("ti", "en")
        assert told.searcher.birth is not None
        assert (told.searcher.birth.calendar, told.sought[0].relation) == ("ethiopian", "brother")
        assert risk_answers(kept.subject)
        assert "story" in kept.told, "nothing was told of it"
        assert "more" not in kept.told


def test_what_is_wrong_is_linked_and_every_word_stays(keys: AtTheKeys) -> None:
    wrong = PAGES | {"news": NEWS | {"year": "abc"}, "sought": SOUGHT | {"relation": ""}}
    answered = keys.send(sent(**wrong))
    shown = answered.content.decode()
    assert answered.status_code == 422
    assert 'href="#id_news-year"' in shown
    assert 'href="#id_sought-relation"' in shown
    for word in ("abc", "Yonas", "ሰላም", "two winters ago", "+00 010 555 0188"):
        assert f'value="{word}"' in shown
    with keys.scene.acting(keys.scene.alma):
        assert keys.kept().told == {}, "all or nothing"
        assert not Words.objects.filter(draft=keys.draft).exists()


def test_what_is_wrong_with_a_whole_group_leads_to_the_group(keys: AtTheKeys) -> None:
    shown = keys.send(sent(ways={"times": "after noon"})).content.decode()
    assert 'href="#group-ways"' in shown
    assert 'id="group-ways"' in shown
    assert "wrong-field" not in shown.partition('id="group-quiet"')[2], "nobody typed there"


def test_a_group_left_empty_is_still_to_ask(keys: AtTheKeys) -> None:
    keys.send(sent(searcher=PAGES["searcher"], sought={"sex": "", "calendar": "gregorian"}))
    with keys.scene.acting(keys.scene.alma):
        assert set(keys.kept().told) == {"searcher"}


def test_one_more_person_keeps_all_that_is_typed_and_saves_nothing(keys: AtTheKeys) -> None:
    said = sent(
        **PAGES,
    ) | {"persons": "1", "searcher-seen": "0"}
    answered = keys.send(said, another="1")
    shown = answered.content.decode()
    assert answered.status_code == 200
    assert 'name="sought-2-given"' in shown
    assert 'name="persons" value="2"' in shown
    assert 'value="ዮናስ"' in shown
    assert re.search(r'<option value="sea" selected', shown)
    assert 'id="wrong"' not in shown
    with keys.scene.acting(keys.scene.alma):
        assert keys.kept().told == {}
    second = {"relation": "sister", "given": "Hiwet", "sex": "female", **NOT_KNOWN}
    keys.send(sent(**PAGES, sought_2=second, news_2=NEWS), persons="2")
    with keys.scene.acting(keys.scene.alma):
        assert [one.relation for one in asking.opening_of(keys.kept()).sought] == [
            "brother", "sister",
        ]  # fmt: skip


def test_of_whom_news_is_told_it_is_asked_who_they_are(keys: AtTheKeys) -> None:
    answered = keys.send(sent(**PAGES, news_2=NEWS), persons="2")
    assert answered.status_code == 422
    assert 'href="#id_sought-2-relation"' in answered.content.decode()


def test_as_many_persons_as_one_page_takes_are_taken(keys: AtTheKeys) -> None:
    page = {"persons": str(AT_ONCE - 1), "another": "1"}
    shown = keys.client.post(keys.url, page).content.decode()
    fields = re.findall(r"<(?:input|select|textarea) [^>]*name=", shown)
    assert f'name="sought-{AT_ONCE}-given"' in shown
    assert len(fields) <= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    assert 'name="another"' not in shown


def test_of_two_tabs_both_are_shown_and_saving_again_is_a_choice(keys: AtTheKeys) -> None:
    with keys.scene.acting(keys.scene.alma):
        fears = {"fears": ["yes"], "persons": ["an uncle"]}
        drafts.keep(keys.draft, step="quiet", answers=fears, seen=0, by=keys.scene.alma)
    said = sent(**PAGES) | {"quiet-seen": "0", "quiet-fears": "yes", "quiet-persons": "a guard"}
    late = keys.send(said)
    shown = late.content.decode()
    assert late.status_code == 422
    assert "an uncle" in shown
    assert "a guard" in shown
    with keys.scene.acting(keys.scene.alma):
        assert set(keys.kept().told) == {"quiet"}, "nothing of the others either"
    seen = re.search(r'name="quiet-seen" value="(\d+)"', shown)
    assert seen
    assert keys.send(said | {"quiet-seen": seen[1]}).status_code == 302


def test_what_was_not_changed_is_not_written_again(keys: AtTheKeys) -> None:
    keys.send(sent(**PAGES))
    with keys.scene.acting(keys.scene.alma):
        before = {key: page["version"] for key, page in keys.kept().told.items()}
    seen = {f"{key}-seen": "1" for key in before}
    keys.send(sent(**PAGES | {"risk": {}, "quiet": {"fears": "unsure"}}) | seen)
    with keys.scene.acting(keys.scene.alma):
        after = {key: page["version"] for key, page in keys.kept().told.items()}
    assert {key for key in after if after[key] != before[key]} == {"quiet", "ways"}


def test_an_empty_group_never_goes_over_what_lies_in_a_shut_box(keys: AtTheKeys) -> None:
    with keys.scene.acting(keys.scene.alma):
        said = {"through": ["an aunt"]}
        drafts.keep_words(keys.draft, kind="ways", answers=said, by=keys.scene.alma)
        drafts.mark(keys.draft, step="ways", by=keys.scene.alma)
    assert "in a box that is not open now" in keys.opened()
    keys.send(sent(**PAGES | {"ways": {"phone": ""}}) | {"ways-seen": "1"})
    open_box(keys.client, password=PASSWORD)
    assert 'value="an aunt"' in keys.opened()


def test_what_the_interview_kept_stands_on_the_page(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        begun = playing.begin_a_draft(SELAM, by=scene.alma)
        draft = lookups.draft_for(scene.alma, begun.pk)
        given = steps.answered(draft)["searcher"]["given"][0]
    shown = sign_in(client, scene.alma).get(reverse("cases:type_in", args=[draft.pk]))
    assert f'value="{given}"' in shown.content.decode()
    assert sign_in(client, scene.chidi).get(
        reverse("cases:type_in", args=[draft.pk])
    ).status_code == 404  # fmt: skip


def test_choices_are_lists_that_take_letters_and_nothing_is_chosen_by_chance(
    keys: AtTheKeys,
) -> None:
    shown = keys.opened()
    assert 'type="radio"' not in shown
    assert len(re.findall(r'<select name="searcher-languages"', shown)) == 3
    relation = shown.partition('name="sought-relation"')[2].partition("</select>")[0]
    assert relation.split("<option")[1].startswith(' value="" selected')
    assert "accesskey" in shown
