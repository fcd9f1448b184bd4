"""Every letter, in every language of its readers: three parts, whole, and no one's name."""

import itertools
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from kintrace.letters.kinds import NEEDED, TO_PEOPLE, Kind, checked
from kintrace.letters.writing import write

LINK = "https://desk.example.org/invitation/x1/?a=1&b=2"
FACTS = {"link": LINK, "society": "NM"}
EVERY = [*itertools.product(Kind, settings.STAFF_LANGUAGES)]
EVERY += itertools.product(TO_PEOPLE, set(dict(settings.LANGUAGES)) - set(settings.STAFF_LANGUAGES))
TEMPLATES = Path(__file__).parent.parent / "templates" / "letters"


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_letter_has_three_parts_in_every_language(kind: Kind, language: str) -> None:
    written = write(kind, language=language, facts=FACTS)
    assert written.subject
    assert "\n" not in written.subject
    told = kind not in TO_PEOPLE
    assert (LINK in written.text) is told
    assert (LINK.replace("&", "&amp;") in written.html) is told
    for part in (written.subject, written.text, written.html):
        assert "{%" not in part
        assert "{{" not in part
    assert written.subject in written.html


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_page_says_its_language_and_direction(kind: Kind, language: str) -> None:
    html = write(kind, language=language, facts=FACTS).html
    with translation.override(language):
        direction = "rtl" if translation.get_language_bidi() else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in html


@pytest.mark.parametrize("kind", Kind)
def test_both_bodies_say_the_same(kind: Kind) -> None:
    def sentences(part: str) -> list[str]:
        body = (TEMPLATES / kind / part).read_text()
        return re.findall(r'translate (?:"|trimmed %})(.+?)(?:" %}|{% end)', body)

    said = sentences("body.html")
    assert said[0] == sentences("subject.txt")[0]
    assert said[1:] == sentences("body.txt")


@pytest.mark.parametrize("kind", Kind)
def test_a_letter_can_hold_no_name_because_it_is_told_none(kind: Kind) -> None:
    with pytest.raises(ValueError, match="told more"):
        checked(kind, {**FACTS, "name": "Samira"})
    with pytest.raises(ValueError, match="told more" if kind in TO_PEOPLE else "by its code"):
        checked(kind, {**FACTS, "society": "Samira"})
    told = [
        word
        for part in (TEMPLATES / kind).iterdir()
        for word in re.findall(r"{{ *(\w+)", part.read_text())
    ]
    assert set(told) <= {"link", "society"}


@pytest.mark.parametrize("kind", [kind for kind in Kind if NEEDED[kind]])
def test_a_letter_without_what_it_needs_is_not_written(kind: Kind) -> None:
    with pytest.raises(ValueError, match="needs"):
        checked(kind, {})


def test_a_letter_loads_nothing_from_anywhere() -> None:
    for kind in Kind:
        html = write(kind, language="en", facts={"society": "NM"}).html
        assert not re.search(r"\b(src|style|background)=|<(img|link|script|style)\b", html)
