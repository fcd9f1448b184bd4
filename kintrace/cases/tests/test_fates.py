"""What became of a person sought: only what is sure is told, in person, and nobody sees it
outside."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kintrace import letters
from kintrace.audit.lookups import entries
from kintrace.cases import lookups
from kintrace.cases.actions import fates, sentences
from kintrace.cases.actions.fates import NotEstablished, NotPlanned
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.outcomes import NotToBeToldSo
from kintrace.cases.fates import MAY_BE_TOLD, Standing
from kintrace.cases.models import Fate, FateWord, Sentence, Telling
from kintrace.cases.outcomes import FACE_TO_FACE, WAYS_TO_TELL, HowTold, Result
from kintrace.cases.replies import VISITORS, Topic
from kintrace.cases.tests.bringing import (
    MARK,
    PLACE,
    SAID,
    allege,
    as_sure_as,
    confirmation,
    establish,
    fate,
    is_planned,
    word,
)
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.test_found_pages import page, read
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.purposes import WhyErased
from kintrace.ui.refusals import NoRight
from kintrace.vault.classes import classes_of
from kintrace.wall.actions.inbox import CannotAnswer

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.meeting import Found
    from kintrace.network.tests.cast import SignIn


@pytest.mark.parametrize("standing", [None, "alleged", "corroborated", "confirmed", "not_so"])
def test_a_death_is_an_outcome_only_when_it_is_sure_enough(
    search: Found, standing: str | None
) -> None:
    scene = search.scene
    if standing is not None:
        with scene.acting(scene.alma) as alma:
            allege(search, by=alma)
    if standing not in {None, "alleged"}:
        with scene.acting(scene.omar) as omar:
            establish(search, standing or "", by=omar)
    may = MAY_BE_TOLD.get(Standing(standing)) if standing else None
    with scene.acting(scene.alma) as alma:
        for result in FACE_TO_FACE:
            if result == may:
                search.settle(result, by=alma)
            else:
                with pytest.raises(NotEstablished):
                    search.settle(result, by=alma)


def test_what_was_sure_enough_is_asked_anew_when_it_is_told(search: Found) -> None:
    scene = search.scene
    as_sure_as(search, "corroborated")
    with scene.acting(scene.alma) as alma:
        search.settle(Result.PRESUMED_DEAD, by=alma)
        is_planned(search, by=alma)
    with scene.acting(scene.omar) as omar:
        establish(search, "not_so", by=omar)
    with scene.acting(scene.alma) as alma, pytest.raises(NotEstablished):
        search.tell("in_person", by=alma)


def test_one_member_hears_it_and_another_finds_out(search: Found) -> None:
    scene = search.scene
    with scene.acting(scene.omar) as omar:
        allege(search, by=omar)
        with pytest.raises(NotAsExpected, match="Another member looks"):
            establish(search, "corroborated", by=omar)
    with scene.acting(scene.alma) as alma, pytest.raises(NoRight):
        establish(search, "corroborated", by=alma)
    with scene.acting(scene.lena) as lena:
        with pytest.raises(NotAsExpected, match="Write which authority"):
            fates.establish(search.sought, standing="confirmed", word=word(), by=lena)
        with pytest.raises(NotAsExpected, match="does not follow"):
            fates.establish(search.sought, standing="alleged", word=word(), by=lena)
        with pytest.raises(NotAsExpected, match="The same voice twice"):
            fates.establish(search.sought, standing="corroborated", word=word(), by=lena)
        fates.establish(search.sought, standing="confirmed", word=confirmation(), by=lena)
        assert [one.step["standing"] for one in fate(search).words] == ["alleged", "confirmed"]


def test_the_same_kind_of_voice_on_the_same_day_corroborates_nothing(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene, today = search.scene, timezone.localdate()
    with scene.acting(scene.alma) as alma:
        allege(search, by=alma)
    sign_in(client, scene.lena)
    _status, words = page(client, search, "fate_establish")
    assert f"from: Somebody who was there. We heard it on {date_format(today, 'j F Y')}." in words
    with scene.acting(scene.lena) as lena:
        say = partial(fates.establish, search.sought, standing="corroborated", apart=True, by=lena)
        with pytest.raises(NotAsExpected, match="that is one voice"):
            say(word=word())
        say(word=word(day=today - timedelta(days=1)))
        assert fate(search).standing == Standing.CORROBORATED


def test_a_death_is_told_in_person_as_planned_and_in_no_other_way(search: Found) -> None:
    scene = search.scene
    as_sure_as(search, "confirmed")
    with scene.acting(scene.alma) as alma:
        search.settle(Result.DEAD, by=alma)
        with pytest.raises(NotPlanned):
            search.tell("in_person", by=alma)
        is_planned(search, by=alma)
        for how in set(HowTold) - {HowTold.IN_PERSON, HowTold.PARTNER}:
            with pytest.raises(NotToBeToldSo, match="Nobody learns of a death"):
                search.tell(how, by=alma)
        search.tell("partner", by=alma)
        outcome = search.now.outcome
        assert outcome is not None
        assert "has died" in (outcome.told_words or "")
        assert fate(search).day_of("told") == timezone.localdate()


def test_no_way_to_tell_a_death_is_paper_or_a_screen_and_other_outcomes_have_them_all() -> None:
    for result in Result:
        in_person = WAYS_TO_TELL[result] == {HowTold.IN_PERSON, HowTold.PARTNER}
        assert in_person == (result in FACE_TO_FACE)
    assert {Topic.DEAD, Topic.PRESUMED} & VISITORS == set()


@pytest.mark.parametrize("topic", [Topic.DEAD, Topic.PRESUMED])
def test_no_answer_to_a_visitor_says_a_death(search: Found, topic: Topic) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma:
        one = Sentence.objects.get(society=scene.society, topic=topic, language="en")
        assert lookups.sentences_chosen(alma, [str(one.pk)]) == []
        assert one not in lookups.sentences_in_use(alma, "en")
        with pytest.raises(CannotAnswer, match="Nobody learns of a death on a page"):
            sentences.answer(None, sentences=[], text=f"Hello. {one.text}", by=alma)  # type: ignore[arg-type]


def test_the_one_letter_to_a_person_carries_no_words_of_ours() -> None:
    """So no sentence about a death fits into it; who calls out is known to test_calling_out."""
    template = Path(letters.__file__).parent / "templates/letters/get-in-touch"
    pages = [page.read_text() for page in template.iterdir()]
    assert pages
    assert not [page for page in pages if "{{" in page]


@pytest.mark.parametrize("days", [(-1, 7), (2, 2), (0, 61)])
def test_a_second_talk_is_planned_with_the_first(search: Found, days: tuple[int, int]) -> None:
    scene = search.scene
    with scene.acting(scene.alma) as alma, pytest.raises(NotEstablished):
        is_planned(search, by=alma)
    as_sure_as(search, "confirmed")
    first, again = (timezone.localdate() + timedelta(days=one) for one in days)
    with scene.acting(scene.alma) as alma, pytest.raises(NotAsExpected):
        is_planned(search, day=first, again=again, by=alma)


def test_nobody_but_who_works_on_it_sees_whether_anything_was_told(
    search: Found, client: Client, sign_in: SignIn
) -> None:
    scene = search.scene
    colleague, pages = enlist(scene.society, Role.CASEWORKER), ("fate", "fate_said", "fate_plan")
    sign_in(client, colleague)
    case = reverse("cases:case", args=[search.case.pk])

    def seen() -> list[tuple[int, str]]:
        return [page(client, search, name) for name in pages] + [(200, read(client.get(case)))]

    before = seen()
    as_sure_as(search, "confirmed")
    assert seen() == before
    assert {status for status, _words in before[:-1]} == {403}
    sign_in(client, scene.lena)
    status, words = page(client, search, "fate")
    assert status == 200
    assert "An authority confirms that the person has died" in words
    assert SAID not in words


def test_no_plain_column_and_no_audit_row_leads_from_a_search_to_a_death(search: Found) -> None:
    scene = search.scene
    as_sure_as(search, "confirmed")
    with scene.acting(scene.alma) as alma:
        is_planned(search, by=alma)
        known = {search.case.pk, search.sought.pk, search.case.subject, search.sought.subject}
        for model in (Fate, FateWord, Telling):
            [*rows] = model.objects.all()
            plain = [name for name, kind in classes_of(model).items() if kind == "routing"]
            assert rows
            assert not {getattr(row, name) for row in rows for name in plain} & known
            assert not {row.file for row in rows} & {search.case.file}
        about = {one.about for one in entries(scene.society.pk) if one.deed == "kept_fate"}
        assert about == {Fate.objects.get().pk}
        assert Fate.objects.get().mark not in known


def test_a_copy_for_who_searches_tells_of_no_death_before_the_family_heard_it(
    search: Found,
) -> None:
    scene = search.scene

    def copied() -> str:
        lines = [one for holder in holders.every() for one in holder.copy(search.case.subject)]
        lines += [one for holder in holders.every() for one in holder.boxed(search.case.subject)]
        return "\n".join(f"{one.name}: {one.value}" for one in lines)

    with scene.acting(scene.alma) as alma:
        before = copied()
    as_sure_as(search, "confirmed")
    with scene.acting(alma):
        is_planned(search, by=alma)
        search.settle(Result.DEAD, by=alma)
        assert copied() == before
        search.tell("in_person", by=alma)
        assert "The night telephone" in copied()


def test_what_was_told_of_a_fate_goes_with_who_searches_or_is_sought(search: Found) -> None:
    scene = search.scene
    as_sure_as(search, "confirmed")
    with scene.acting(scene.alma) as alma:
        is_planned(search, by=alma)
        assert all(words in all_that_opens() for words in (SAID, MARK, PLACE))
    for erased in (search.sought.subject, search.case.subject):
        with transaction.atomic(), scene.acting(scene.dora) as dora:
            protection.erase(erased, why=WhyErased.ASKED, by=dora)
            assert not Fate.objects.exists()
            assert apps.get_model("cases", "Telling").objects.count() == 0
            transaction.set_rollback(True)
