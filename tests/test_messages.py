"""Every text is there in every language that needs it, whole and usable.

The desk's languages need all of them, the others what a visitor may read (deploy/messages.py says
which; tests/test_languages.py reads the pages themselves).
"""

import gettext
import io
import re
import runpy
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation import ngettext, override

ROOT = Path(__file__).resolve().parent.parent
MESSAGES: dict[str, Any] = runpy.run_path(str(ROOT / "deploy" / "messages.py"))
LANGUAGES: list[str] = MESSAGES["languages"]()
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
TAG = re.compile(r"</?\w[^>]*>")
LATIN = re.compile(r"[A-Za-z]+")

# Texts that are the same in English and in French.
SAME = {"Date", "E-mail", "Message", "No", "Page %(number)s", "Pages", "Photo"}
NOT_IN_LATIN_LETTERS = {"ar", "fa", "ti"}
# Names of things that have no other, and letters of our alphabet that a page talks about.
STAYS_LATIN = {
    *("JavaScript", "https"),  # as browsers and their settings say it
    *("Kintrace", "SQLite", "Aegis", "FreeOTP", "iPhone", "HEIC", "JPEG", "PNG", "WebP"),
    *(
        "alma",
        "omar",
        "chidi",
        "AT",
        "A",
        "Z",
        "a",
        "z",
        "PDF",
        "CSV",
        "EUR",
        "Debian",
        "QR",
        "USB",
    ),
    *("WAV", "MP", "Ogg", "M", "WebM"),  # sounds
    *("S", "N", "Alt", "Shift"),  # keys
    *("amal", "example", "org", "KINTRACE", "PUBLIC", "ADDRESS"),  # an address, a setting
}


def text_of(language: str) -> str:
    path: Path = MESSAGES["catalogue_of"](language)
    return path.read_text()


@cache
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
    singular = len(forms(message)) > 1  # Persian says one thing and two things alike
    for place, form in enumerate(forms(message)):
        yield message.id[0 if singular and place == 0 else 1], form


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


@cache
def wanted(language: str) -> Catalog:
    found: Catalog = MESSAGES["wanted_in"](language)
    return found


each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_a_catalogue_holds_the_texts_of_the_sources_and_no_other(language: str) -> None:
    have, want = keys(catalogue(language)), keys(wanted(language))
    assert (want - have, have - want) == (set(), set()), "run: make messages, and translate"


def test_a_language_of_the_desk_has_all_texts_and_another_what_visitors_read() -> None:
    everything, read_by_visitors = keys(wanted("ar")), keys(wanted("ti"))
    assert read_by_visitors < everything
    assert (None, "I am looking for my brother.") in read_by_visitors
    assert (None, "Another member must look at this face and approve it.") in (
        everything - read_by_visitors
    )


def test_a_text_for_visitors_is_found_wherever_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for frame, read in (("ui/public.html", True), ("ui/staff.html", False)):
        page.write_text(f'{{% extends "{frame}" %}}\n')
        assert MESSAGES["is_public"](page) is read
    in_the_vault = "Many people are asking at this moment. Wait a minute, then try again."
    assert (None, in_the_vault) in keys(wanted("ti"))


@each_language
def test_the_command_writes_the_same_file_every_time(language: str) -> None:
    once: str = MESSAGES["in_step"](language, wanted(language), text_of(language))
    assert once == text_of(language)


def test_the_command_keeps_what_was_said_and_begins_a_language_empty() -> None:
    wanted = MESSAGES["wanted_in"]("so")
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


@pytest.mark.parametrize(("language", "forms"), [("fr", 2), ("es", 2), ("fa", 1), ("ti", 2)])
def test_a_language_counts_in_forms_of_its_own(language: str, forms: int) -> None:
    assert f"nplurals={forms};" in text_of(language)
    with override(language):  # Django's own Persian counts in two: ours goes before it
        two = ngettext("Please look at one thing.", "Please look at %(number)d things.", 2)
    assert "%(number)d" in two
    assert two != "Please look at %(number)d things."


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
    same = [said for english, said in texts if said == english and said not in SAME]
    # What only puts facts beside each other has no word of its own.
    assert [said for said in same if re.search(r"[^\W\d_]", PLACEHOLDER.sub("", said))] == []
    if language in NOT_IN_LATIN_LETTERS:
        left = (LATIN.findall(TAG.sub("", PLACEHOLDER.sub("", said))) for _, said in texts)
        assert {word for words in left for word in words} - STAYS_LATIN == set()


@each_language
def test_a_catalogue_says_how_far_it_is_and_nothing_of_who_made_it_where(language: str) -> None:
    head = text_of(language).split("\n\n")[0]
    assert "# State: " in head
    assert re.findall(r"@|://|/\w+/|\d{4}-\d\d", head) == []
