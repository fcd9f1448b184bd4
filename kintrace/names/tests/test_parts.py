"""What a desk types, and what we read in it."""

import os
import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kintrace.names.parts import Part, Role, Word, core, split
from kintrace.names.tests.typed import TABLE

ROWS = [tuple(cell.strip() for cell in row.split("|")) for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("typed", "words", "roles"), ROWS, ids=[row[0] for row in ROWS])
def test_a_typed_name_becomes_these_words_and_roles(typed: str, words: str, roles: str) -> None:
    read = [f"{w.text}:{w.weight}" if w.weight < 1 else w.text for w in core(typed)]
    assert " ".join(read) == words
    assert [part.role for part in split(typed)] == roles.split()


def _texts(name: str) -> list[str]:
    return [word.text for word in core(name)]


@pytest.mark.parametrize(
    "ways",
    [
        "Abdulrahman|Abdelrahman|Abd el-Rahman|Abdur Rahman|Abd-ur-Rahman|Abdurrahman|Abdirahman",
        "Abdullah|Abdallah|Abdellah|Abd Allah|Abdulahi|Abdullahi|Abdoulaye|Abdalla|Abdella",
        "Abdul Latif|Abdellatif|Abdulatif|Abd al-Latif",
        "عبد الرحمن|عبدالرحمن|عبد الرّحمن",
        "عبد الله|عبدالله|عبداللہ",
        "Salah al-Din|Salaheddin|Salahuddin|Salahaldin|Salah ed-Din|Salahudin|Salahuddeen",
        "Zia ud-Din|Ziauddin|Ziaeddine|Zia al-Din",
        "نور الدين|نورالدين|نورالدین",
        "Habib Ullah|Habibullah|Habibollah|Habiballah",
        "روح الله|روح‌الله|روحالله",
        "Gebre Meskel|Gebremeskel|Ghebremeskel|Ghebre-Meskel|G/Meskel",
        "Wolde Mariam|Woldemariam|Weldemariam|W/Mariam|Uoldemariam",
        "ገብረ መስቀል|ገብረመስቀል|ገ/መስቀል",
        "ኃይለ ማርያም|ሃይለማርያም|ሓይለ ማርያም",
        "Ali Reza|Alireza|Ali-Reza",
        "علی رضا|علیرضا|علی‌رضا",
        "Amir Hossein|Amirhossein",
        "al-Halabi|Al Halabi|alhalabi|el-Halabi",
        "ash-Shami|al-Shami|Shami|as-Shami",
        "Abu Bakr|Abubakr|Aboubakr",
        "Abul Fazl|Abolfazl|Aboulfazl",
        "Rafiqul Islam|Rafiq ul Islam|Rafiq-ul-Islam",
        "Mizanur Rahman|Mizan ur Rahman",
        "আব্দুর রহমান|আবদুর রহমান",
        "Md Yusuf|Mohd. Yusuf|Muh'd Yusuf",
        "Ahmad Ahmad|Ahmad|AHMAD, Ahmad|FNU Ahmad|Haji Ahmad|Ahmad N/A|Ahmad غير معروف",
        "Ben Salem Ali|Bensalem Ali",
        "Mohammad Nabi Mohammad Nabi|Mohammad Nabi",
        "De la Cruz Juan|Cruz, Juan|la Cruz Juan",
    ],
)
def test_these_ways_of_typing_give_the_same_words(ways: str) -> None:
    read = {way: tuple(sorted(_texts(way))) for way in ways.split("|")}
    assert len(set(read.values())) == 1, read


@pytest.mark.parametrize(
    "name",
    [
        "Ali",
        "Elias",
        "Alan",
        "Elena",
        "Alem",
        "Elham",
        "Alice",
        "Albert",
        "Eldar",
        "Elnur",
        "Alina",
        "Alima",
        "Alassane",
        "Alexei",
        "Almaz",
        "Elif",
        "Alma",
        "Elisa",
        "Benjamin",
        "Benedict",
        "Bengin",
        "Nadine",
        "Claudine",
        "Martin",
        "Constantine",
        "Evdokia",
        "Paula",
        "Diallo",
        "Priscilla",
        "Abdi",
        "Abdou",
        "Abel",
        "Abigail",
        "Gebre",
        "Haile",
        "Alioune",
        "Alaa",
    ],
)
def test_what_only_looks_joined_keeps_all_its_letters(name: str) -> None:
    assert _texts(name) == [name.casefold()]


@pytest.mark.parametrize(
    "name", ["الياس", "الهام", "الطاف", "الماس", "اليف", "علي", "عبده", "إلهام", "المى"]
)
def test_an_arabic_word_that_begins_like_the_article_keeps_its_letters(name: str) -> None:
    assert _texts(name) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "?",
        "N/A",
        "n/a",
        "FNU LNU",
        "unknown",
        "Unknown Unknown",
        "sconosciuto",
        "inconnu",
        "غير معروف",
        "نامعلوم",
        "невідомо",
        "not known",
        "no name",
        "----",
        "🙂",
        "12",
        "xxx",
    ],
)
def test_nobody_is_no_evidence(name: str) -> None:
    assert core(name) == ()
    assert all(part.role is Role.UNKNOWN for part in split(name))


def test_a_title_alone_is_better_than_nothing_and_tells_little() -> None:
    assert core("Haji") == (Word("haji", Role.HONORIFIC, 0.35),)


def test_a_name_may_come_in_parts() -> None:
    assert core(["Abd", "el-Rahman", "al-Halabi"]) == core("Abd el-Rahman al-Halabi")


def test_parts_are_shown_as_typed() -> None:
    assert split("Haji Abd el-Rahman bin ʿAlī AL-HALABI") == (
        Part("Haji", Role.HONORIFIC),
        Part("Abd el-Rahman", Role.GIVEN),
        Part("bin ʿAlī", Role.FATHER),
        Part("AL-HALABI", Role.ORIGIN),
    )


def test_what_is_printed_holds_no_name() -> None:
    assert "ahmad" not in repr((core("Ahmad Halabi"), split("Ahmad Halabi"))).casefold()


def test_the_shape_of_a_name_does_not_change_what_it_says() -> None:
    decomposed = unicodedata.normalize("NFD", "José Müller")
    assert core(decomposed) == core("José Müller")
    assert _texts("\u202bأحمد\u202c") == _texts("أحمد")


SIGNS = "abdulrhmnelkAD .,-–'’\"()/«»?|@0\u200c\u200f\u0301\u064b\ud800\x00🙂"
SIGNS += "عبداللهحمنሀይለማርያምеніАআব্দুর"
WORDS = "Abd Abdul al- el bin bint Abu Umm Md G/ ገ/ ገብረ عبد ال الله الدين Din ullah de la née alias"
ANY_NAME = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=SIGNS, max_size=60),
    st.lists(st.sampled_from(WORDS.split() + TABLE.split()), max_size=8).map(" ".join),
)


@given(ANY_NAME)
@example("A/A²A")
@example("A0A")
def test_nothing_typed_makes_it_fail(name: str) -> None:
    for word in core(name):
        assert word.text
        assert " " not in word.text
        assert 0 < word.weight <= 1
    assert all(part.text or not name.strip() for part in split(name))


@given(ANY_NAME)
def test_every_part_shows_only_what_was_typed(name: str) -> None:
    shown = "".join(part.text for part in split(name))
    assert set(shown) <= set(name) | {" ", "-"}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_was_read_once_is_read_again_unchanged(row: tuple[str, str, str]) -> None:
    words = {word.text for word in core(row[0]) if word.weight == 1}
    assert {text for one in words for text in _texts(one)} == words


@pytest.mark.alone
def test_a_name_is_read_within_forty_microseconds() -> None:
    three = [row[0] for row in ROWS if len(row[0].split()) == 3]
    assert min(_cost([f"{name} {'?' * turn}" for name in three]) for turn in range(1, 9)) < 40e-6


def _cost(names: list[str]) -> float:
    """Seconds of work for each of some names that were never read before."""
    start = time.process_time()
    for name in names:
        core(name)
    return (time.process_time() - start) / len(names)


ROLES = """
from kintrace.names.parts import split
from kintrace.names.variants import every
for spellings in every():
    print([part.role.value for part in split(f"{spellings[0]} Hassan {spellings[-1]}")])
"""


def test_a_name_is_read_alike_in_every_process() -> None:
    """Words of two origins are no toss-up that each start of the program throws anew."""
    told = [
        subprocess.run(
            [sys.executable, "-c", ROLES],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert told[0]
    assert told[0] == told[1] == told[2]
