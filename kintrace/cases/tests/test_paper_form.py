"""The empty form on paper asks what the interview asks, and knows nobody."""

from __future__ import annotations

import re
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override
from pypdf import PdfReader

from kintrace.cases import paper_form, steps
from kintrace.protection.models import NoticeText

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

SAID = {"pictures": [], "short": "We are here to help.", "version": 1}


def page(language: str = "en", **facts: Any) -> str:
    society = SimpleNamespace(name="Society NM", phone="+00 010 555 0100")
    told = {"society": society, "desks": [], "notice": SAID, "safety": None} | facts
    return paper_form.html(paper_form.WHOLE, language, told)


def group(shown: str, key: str) -> str:
    return shown.partition(f'id="{key}"')[2].partition("</section>")[0]


def test_every_question_of_the_interview_stands_on_the_paper_once() -> None:
    shown = page()
    for step in steps.STEPS:
        form = step.form()
        assert str(step.title) in group(shown, step.key)
        assert len(re.findall(r'class="q ', group(shown, step.key))) == len(form.fields)
        for field in form.fields.values():
            assert str(field.label) in group(shown, step.key)


def test_a_question_that_the_interview_gets_stands_on_the_paper_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    added = forms.CharField(label="Quite a new question")
    fields = {**steps.QUIET.form.base_fields, "new": added}
    monkeypatch.setattr(steps.QUIET.form, "base_fields", fields)
    new = r'3\.5</bdi> <span class="m">●</span> Quite a new question'
    assert re.search(new, group(page(), "quiet"))


@pytest.mark.parametrize(
    ("mark", "label"),
    [
        ("●", "Given name"),
        ("●", "Why was the family parted?"),
        ("○", "Nickname"),
        ("◆", "Boat or vehicle"),
    ],
)
def test_the_marks_say_how_much_a_question_is_needed(mark: str, label: str) -> None:
    assert re.search(rf'class="m">{mark}</span>\s*{re.escape(label)}', page())


def test_choices_are_boxes_to_tick_and_the_relation_is_drawn() -> None:
    relation = group(page(), "sought").partition("</ul>")[0]
    assert relation.count('class="box"') == relation.count('<svg class="drawn"') == 18
    assert "<use" not in relation
    assert "Ethiopian" in group(page(), "news")


def test_what_is_read_first_stands_before_the_first_question() -> None:
    shown, without = page(), page(notice=None)
    assert shown.index("We are here to help.") < shown.index('id="searcher"')
    assert "Read the notice first" not in shown
    assert without.index("Read the notice first") < without.index('id="searcher"')


def test_the_questions_about_safety_stand_on_the_last_sheet_alone() -> None:
    slip, _part, alone = page().partition('<div class="alone">')
    assert "Keep this part" in slip
    assert "This sheet stays with us" in alone
    assert re.findall(r'id="(\w+)"', alone) == ["risk"]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_form_is_in_its_language(language: str) -> None:
    with override(language):
        asked = gettext("Who is sought?")
    assert asked in page(language)


def test_one_file_is_the_form_and_one_the_sheet_for_one_more(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.chidi)
    for language in ("ar", "fr"):  # they take the most room
        longer = client.get(reverse("cases:tracing_form_person", args=[language]))
        assert len(PdfReader(BytesIO(longer.content)).pages) == 2
    more = client.get(reverse("cases:tracing_form_person", args=["en"]))
    sheet = PdfReader(BytesIO(more.content))
    assert len(sheet.pages) == 2, "one sheet of paper, both sides"
    said = sheet.pages[0].extract_text()
    assert "Who is sought?" in said
    assert "Who is searching?" not in said
    assert client.get(reverse("cases:tracing_form", args=["xx"])).status_code == 404


def test_the_form_bears_the_societys_own_words_and_desk_and_runs_its_way(
    scene: Scene, client: Client, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def made(page: str) -> bytes:
        seen.append(page)
        return b"%PDF"

    monkeypatch.setattr(paper_form, "_made", made)
    sign_in(client, scene.alma)
    for language in ("ar", "en"):
        assert client.get(reverse("cases:tracing_form", args=[language])).content == b"%PDF"
        assert "Main desk" in seen[-1]
    text = NoticeText.objects.get(language="en", kind="notice", state="approved")
    assert text.short.splitlines()[0] in seen[1]
    assert 'dir="rtl"' in seen[0]
    assert 'dir="rtl"' not in seen[1]


def test_the_page_names_each_language_in_its_own_script(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    shown = sign_in(client, scene.alma).get(reverse("cases:paper")).content.decode()
    assert "ትግርኛ" in shown
    for code, _name in settings.LANGUAGES:
        assert reverse("cases:tracing_form", args=[code]) in shown
    for leading in ("cases:begin", "cases:list"):
        assert reverse("cases:paper") in client.get(reverse(leading)).content.decode()
