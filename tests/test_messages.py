"""Every text of the house is there in every language of the house, whole and usable."""

import gettext
import io
import re
import runpy
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
MESSAGES: dict[str, Any] = runpy.run_path(str(ROOT / "deploy" / "messages.py"))
LANGUAGES: list[str] = MESSAGES["languages"]()
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
TAG = re.compile(r"</?\w[^>]*>")
LATIN = re.compile(r"[A-Za-z]+")

# Texts that are the same in English and in another language: names and the like.
SAME: set[str] = set()
NOT_IN_LATIN_LETTERS = {"ar"}
# Names of things that have no other, and letters of our alphabet that a page talks about.
STAYS_LATIN = {
    *("Kintrace", "SQLite", "Aegis", "FreeOTP", "iPhone", "HEIC", "JPEG", "PNG", "WebP"),
    *("alma", "omar", "AT", "A", "Z", "a", "z"),
}


def text_of(language: str) -> str:
    path: Path = MESSAGES["catalogue_of"](language)
    return path.read_text()


def catalogue(language: str) -> Catalog:
    return read_po(io.BytesIO(text_of(language).encode()), locale=language.replace("-", "_"))


def keys(messages: Catalog) -> set[tuple[str | None, Any]]:
    return {(message.context, message.id) for message in messages if message.id}


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each form of a translation beside the English it says."""
    if isinstance(message.id, str):
        assert isinstance(message.string, str)
        yield message.id, message.string
        return
    for place, form in enumerate(forms(message)):
        yield message.id[min(place, 1)], form


def forms(message: Message) -> list[str]:
    assert not isinstance(message.string, str)
    return list(message.string or [])


def forms_for_one_number(language: str) -> set[int]:
    """The plural forms that only one number takes: it may be said in words, "two letters"."""
    (rule,) = re.findall(r"plural=([^;]+);", text_of(language))
    form_of: Callable[[int], int] = gettext.c2py(rule)
    taken = Counter(form_of(number) for number in range(1000))
    return {form for form, numbers in taken.items() if numbers == 1}


def told(messages: Catalog) -> Iterator[Message]:
    return (message for message in messages if message.id)


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    found: Catalog = MESSAGES["extracted"]()
    return found


each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_a_catalogue_holds_the_texts_of_the_sources_and_no_other(
    language: str, wanted: Catalog
) -> None:
    have, want = keys(catalogue(language)), keys(wanted)
    assert (want - have, have - want) == (set(), set()), "run: make messages, and translate"


@each_language
def test_the_command_writes_the_same_file_every_time(language: str, wanted: Catalog) -> None:
    once: str = MESSAGES["in_step"](language, wanted, text_of(language))
    assert MESSAGES["in_step"](language, wanted, once) == once


def test_the_command_keeps_what_was_said_and_begins_a_language_empty(wanted: Catalog) -> None:
    empty: str = MESSAGES["in_step"]("so", wanted, "")
    assert 'msgid "Send"\nmsgstr ""\n' in empty
    said = empty.replace('msgid "Send"\nmsgstr ""', 'msgid "Send"\nmsgstr "Dir"')
    gone = said + '\nmsgid "No source says this"\nmsgstr "Midna"\n'
    assert MESSAGES["in_step"]("so", wanted, gone) == said


@each_language
def test_no_text_is_empty_or_unsure(language: str) -> None:
    messages = list(told(catalogue(language)))
    assert [message.id for message in messages if message.fuzzy] == []
    assert [message.id for message in messages if not all(said for _, said in pairs(message))] == []


@each_language
def test_every_plural_form_of_the_language_is_there(language: str) -> None:
    (declared,) = re.findall(r"nplurals=(\d+)", text_of(language))
    several = [message for message in told(catalogue(language)) if message.pluralizable]
    assert {len(forms(message)) for message in several} <= {int(declared)}


def test_arabic_counts_in_six_forms() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue("ar"))
    assert "nplurals=6;" in text_of("ar")
    said = gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))
    one, more = "Kept, %(number)s line.", "Kept, %(number)s lines."
    forms = [said.ngettext(one, more, number) for number in (0, 1, 2, 3, 11, 100)]
    assert len(set(forms)) == 6
    assert said.ngettext(one, more, 10) == forms[3]
    assert said.ngettext(one, more, 99) == forms[4]
    assert said.ngettext(one, more, 101) == forms[5]


@each_language
def test_a_translation_fills_in_what_the_english_fills_in(language: str) -> None:
    alone = forms_for_one_number(language)
    wrong = []
    for message in told(catalogue(language)):
        for place, (english, said) in enumerate(pairs(message)):
            want, have = sorted(PLACEHOLDER.findall(english)), sorted(PLACEHOLDER.findall(said))
            in_words = message.pluralizable and place in alone and set(have) <= set(want)
            if want != have and not in_words:
                wrong.append(said)
    assert wrong == []


@each_language
def test_a_translation_has_the_marks_of_the_english(language: str) -> None:
    assert [
        said
        for message in told(catalogue(language))
        for english, said in pairs(message)
        if sorted(TAG.findall(english)) != sorted(TAG.findall(said))
    ] == []


@each_language
def test_nothing_is_left_in_english(language: str) -> None:
    texts = [pair for message in told(catalogue(language)) for pair in pairs(message)]
    assert [said for english, said in texts if said == english and said not in SAME] == []
    if language in NOT_IN_LATIN_LETTERS:
        left = (LATIN.findall(TAG.sub("", PLACEHOLDER.sub("", said))) for _, said in texts)
        assert {word for words in left for word in words} - STAYS_LATIN == set()


@each_language
def test_a_catalogue_says_how_far_it_is_and_nothing_of_who_made_it_where(language: str) -> None:
    head = text_of(language).split("\n\n")[0]
    assert "# State: " in head
    assert re.findall(r"@|://|/\w+/|\d{4}-\d\d", head) == []
