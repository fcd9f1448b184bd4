import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import drafts, ending
from kintrace.cases.models import Draft, Words
from kintrace.cases.tests.conftest import Scene
from kintrace.demo.invented import PASSWORD
from kintrace.network.models import Member, Society
from kintrace.network.seen import ChangedElsewhere
from kintrace.network.tests.cast import SignIn, open_box
from kintrace.protection.actions import put_on_hold
from kintrace.protection.lookups import is_held, notice_given, text_in_force
from kintrace.protection.purposes import Channel
from kintrace.vault import ledger
from kintrace.vault.reader import KeyNotAtHand

Callback = Callable[..., AbstractContextManager[list[Any]]]
WAYS = {"phone": ["+00 010 555 0188"], "times": ["after noon"]}


def begin(member: Member) -> Draft:
    text = text_in_force(member.society_id, "en")
    assert text is not None
    return drafts.begin(text, channel=Channel.READ_ALOUD.value, interpreter=False, by=member)


def test_a_draft_begins_with_the_notice_and_holds_nothing_before(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
        assert notice_given(draft.subject) is not None
        assert draft.told == {}


def test_what_was_typed_stands_there_again(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
        drafts.keep(draft, step="quiet", answers={"fears": ["no"]}, seen=0, by=scene.alma)
        kept = lookups.draft_for(scene.alma, draft.pk)
        assert kept.told["quiet"]["answers"] == {"fears": ["no"]}


def test_a_second_tab_never_overwrites_silently(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
        drafts.keep(draft, step="quiet", answers={"fears": ["no"]}, seen=0, by=scene.alma)
        with pytest.raises(ChangedElsewhere):
            drafts.keep(draft, step="quiet", answers={"fears": ["yes"]}, seen=0, by=scene.alma)
        drafts.keep(draft, step="quiet", answers={"fears": ["yes"]}, seen=1, by=scene.alma)
        kept = lookups.draft_for(scene.alma, draft.pk)
        assert kept.told["quiet"]["answers"] == {"fears": ["yes"]}


def test_a_volunteer_replaces_box_answers_and_cannot_read_them(scene: Scene) -> None:
    with scene.acting(scene.chidi):
        draft = begin(scene.chidi)
        drafts.keep_words(draft, kind="ways", answers=WAYS, by=scene.chidi)
        drafts.keep_words(draft, kind="ways", answers=WAYS, by=scene.chidi)
        kept = lookups.words_of(draft)["ways"]
        assert (kept.lines, kept.answers) == (2, None)
        assert Words.objects.filter(draft=draft).count() == 1
    with scene.acting(scene.alma):
        assert lookups.words_of(draft)["ways"].answers == WAYS


def test_a_volunteer_sees_no_drafts_but_their_own(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
    with scene.acting(scene.chidi), pytest.raises(Http404):
        lookups.draft_for(scene.chidi, draft.pk)


def test_a_draft_thrown_away_cannot_be_read_from_a_copy(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
        drafts.keep(draft, step="quiet", answers={"fears": ["no"]}, seen=0, by=scene.alma)
        copy = Draft.objects.get(pk=draft.pk)
        drafts.drop(draft, by=scene.alma)
        with pytest.raises(KeyNotAtHand):
            _ = copy.told
        assert not Draft.objects.filter(pk=copy.pk).exists()


def test_a_mistake_keeps_every_word_on_the_page(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
    answered = client.post(
        f"/desk/drafts/{draft.pk}/news/", {"said": "last spring", "place": "Keren", "year": "abc"}
    )
    assert answered.status_code == 422
    page = answered.content.decode()
    assert 'value="last spring"' in page
    assert 'value="Keren"' in page
    assert 'value="abc"' in page
    assert "Nothing" in page


def test_whoever_comes_lives_in_the_country_of_the_society_until_they_say_another(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
    page = f"/desk/drafts/{draft.pk}/searcher/"
    own = re.compile('<option value="DK" selected>')
    Society.objects.filter(pk=scene.society.pk).update(country="DK")

    def shown() -> tuple[str, str]:
        told = client.get(page).content.decode()
        _before, _name, lives = told.partition('name="lives"')
        return told, lives

    assert own.search(shown()[1])
    answers = {"given": "Selam", "sex": "female", "languages": "ti", "lives": "", "seen": "0"}
    assert client.post(page, answers).status_code == 302
    told, lives = shown()
    assert 'value="Selam"' in told
    assert not own.search(lives), "who does not say it is believed"


@pytest.mark.parametrize("key", ["quiet", "ways"])
def test_of_two_tabs_both_are_shown_and_saving_again_is_a_choice(
    scene: Scene, client: Client, sign_in: SignIn, key: str
) -> None:
    first = {"quiet": {"fears": "yes", "persons": "an uncle"}, "ways": {"through": "an uncle"}}
    second = {"quiet": {"fears": "yes", "persons": "a guard"}, "ways": {"through": "a guard"}}
    open_box(sign_in(client, scene.alma), password=PASSWORD)
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
    page = f"/desk/drafts/{draft.pk}/{key}/"
    assert client.post(page, first[key] | {"seen": "0"}).status_code == 302
    late = client.post(page, second[key] | {"seen": "0"})
    assert late.status_code == 422
    shown = late.content.decode()
    assert "an uncle" in shown
    assert "a guard" in shown
    seen = re.search(r'name="seen" value="(\d+)"', shown)
    assert seen
    assert client.post(page, second[key] | {"seen": seen[1]}).status_code == 302


def test_another_societys_draft_does_not_exist(
    scene: Scene, stage: object, client: Client, sign_in: SignIn, make_society: object
) -> None:
    other: Scene = stage("XX")  # type: ignore[operator]
    with other.acting(other.alma):
        draft = begin(other.alma)
    sign_in(client, scene.alma)
    assert client.get(f"/desk/drafts/{draft.pk}/").status_code == 404


def test_a_draft_nobody_goes_on_with_is_gone_after_thirty_days(
    scene: Scene, django_capture_on_commit_callbacks: Callback
) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
        subject, file = draft.subject, draft.file
        today = timezone.localdate()
        assert ending.expire_drafts(today + timedelta(days=30), by=scene.alma) == 0
        with django_capture_on_commit_callbacks(execute=True):
            assert ending.expire_drafts(today + timedelta(days=32), by=scene.alma) == 1
        assert not Draft.objects.filter(pk=draft.pk).exists()
        assert notice_given(subject) is None
    assert file in ledger.erased()


def test_what_is_on_hold_stays_when_its_draft_is_thrown_away(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
        put_on_hold(draft.subject, reason="somebody waited outside", by=scene.alma)
        drafts.drop(draft, by=scene.alma)
        assert is_held(draft.subject)
