"""The sheets of letters: readable, with a source, and in step with what compares."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from kintrace.names.folding import script_of
from kintrace.names.letters import SHEETS, roman, shares, sheet
from kintrace.names.sounds import sounds
from kintrace.names.spelling import spelt, units

SCRIPTS = sorted(SHEETS)
# Letters that names of each script are written with; every one has to stand on its sheet.
ALPHABETS = {
    "Arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگٹڈڑںځڅښړڼۆڕڵ",
    "Ethi": "ለመረሰሸቀበተቸነኘከኸወዘዠየደጀገጠጨጰጸፈፐ",
    "Cyrl": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъ",
    "Hebr": "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
    "Grek": "αβγδεζηθικλμνξοπρστυφχψω",
    "Armn": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ",
    "Geor": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "Beng": "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ",
    "Deva": "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_sheet_names_its_source_and_who_has_to_read_it_again(script: str) -> None:
    module = import_module(f"kintrace.names.letters.{SHEETS[script]}")
    assert module.SOURCE
    assert "native reader" in module.TO_CHECK


@pytest.mark.parametrize("script", SCRIPTS)
def test_all_shares_of_a_sheet_together_are_one(script: str) -> None:
    total = sum(share for _, row in shares(script) for _, share in row)
    assert total == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("script", sorted(ALPHABETS))
def test_every_letter_is_written_in_one_to_three_ways(script: str) -> None:
    ways = roman(script)
    told = {letter: len(ways.get(spelt(letter)[:1], ())) for letter in ALPHABETS[script]}
    assert {letter for letter, count in told.items() if not 1 <= count <= 4} == set()


@pytest.mark.parametrize("one", SCRIPTS)
@pytest.mark.parametrize("other", SCRIPTS)
def test_two_scripts_tell_the_same_from_either_side(one: str, other: str) -> None:
    there, back = sounds(one, other), sounds(other, one)
    for left, row in list(there.left.items())[:40]:
        for right, column in list(there.right.items())[:40]:
            mirrored = back.bits[back.left[right], back.right[left]]
            assert there.bits[row, column] == pytest.approx(mirrored, abs=1e-3)


def test_the_first_letter_and_the_last_are_told_apart_where_they_sound_otherwise() -> None:
    assert [one for one, _ in units(spelt("anna"), "Latn")] == ["a^", "n", "a$"]
    assert [two for _, two in units(spelt("shay"), "Latn")] == ["", "sh", "", "ay$"]


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Müller", "muler"),
        ("Şerîf", "sherif"),
        ("Schulz", "ʃulz"),
        ("O’Neil", "oneil"),
        ("مُحَمَّد", "محمد"),
        ("ጐይትኦም", "ገ₆የ₅ተ₅አ₆መ₅"),
        ("ሏ", "ለወ₃"),
        ("Γιώργος", "γιωργοσ"),
    ],
)
def test_what_is_written_in_two_ways_is_read_in_one(word: str, letters: str) -> None:
    assert spelt(word) == letters


def test_a_script_without_a_sheet_is_no_error() -> None:
    assert script_of("한글") not in SHEETS
    assert (sheet("Hang").pairs, shares("Hang"), roman("Hang")) == (frozenset(), (), {})


def test_every_table_of_names_says_where_it_is_from_and_who_has_to_read_it() -> None:
    folders = ("letters", "particles", "variants")
    modules = [
        f"kintrace.names.{folder}.{module.name}"
        for folder in folders
        for module in iter_modules(import_module(f"kintrace.names.{folder}").__path__)
    ]
    found = {name: import_module(name) for name in [*modules, "kintrace.names.bearers"]}
    assert [name for name, module in found.items() if not (module.SOURCE and module.TO_CHECK)] == []
    assert len(found) > 20
