import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kintrace.names.evidence import LEAST, MOST, PLACES, PlaceLevel
from kintrace.names.places import agreement, distance_km, identities, keys, meanings, weigh
from kintrace.names.places.toponyms import folded

TOWNS = st.sampled_from(
    [
        *("Herat", "هرات", "Keren", "ከረን", "Aleppo", "حلب", "Халеб", "Харків", "ঢাকা", "Conakry"),
        *("Bo", "Djibouti", "Eritrea", "سوريا", "SYR", "San José", "Jalalabad", "Kafr Nowhere"),
        "unknown",
    ]
)
TEXTS = st.one_of(TOWNS, st.text(), st.lists(TOWNS, max_size=3).map(", ".join))


def level(one: str, other: str) -> PlaceLevel:
    found = agreement(one, other)
    assert found == agreement(other, one)
    return found.level


def first(text: str) -> tuple[str, str]:
    place = identities(text)[0]
    return place.name, place.country


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (("Aleppo", "SY"), ["Aleppo", "Alep", "Halab", "حلب", "Халеб", "Алеппо", "আলেপ্পো"]),
        (("Al Ḩasakah", "SY"), ["Al-Hasakah", "al hasakah", "Hasaka", "الحسكة", "الحسكه"]),
        (("Herāt", "AF"), ["Herat", "HERAT", "هرات", "Герат", "হেরাত"]),
        (("Kabul", "AF"), ["Kabul", "Kaboul", "کابل", "كابل", "Кабул", "কাবুল"]),
        (("Asmara", "ER"), ["Asmara", "Asmera", "አስመራ", "ኣስመራ", "أسمرة", "Асмара"]),
        (("Keren", "ER"), ["Keren", "ከረን", "كرن"]),
        (("Mek'ele", "ET"), ["Mekelle", "Mekele", "መቀለ", "መቐለ"]),
        (("Kharkiv", "UA"), ["Kharkiv", "Kharkov", "Харків", "Харьков", "г. Харьков"]),
        (("Dhaka", "BD"), ["Dhaka", "Dacca", "ঢাকা", "ढाका"]),
        (("El Fasher", "SD"), ["El Fasher", "Al Fashir", "الفاشر"]),
        (("Nzérékoré", "GN"), ["N’Zérékoré", "Nzerekore"]),
    ],
)
def test_a_town_is_found_by_its_names_in_every_script(
    place: tuple[str, str], names: list[str]
) -> None:
    assert {name: first(name) for name in names} == dict.fromkeys(names, place)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("ER", ["Eritrea", "Érythrée", "ኤርትራ", "إريتريا", "ER", "ERI"]),
        ("SY", ["Syria", "Syrie", "Syrien", "سوريا", "سوریه", "ሶርያ", "Сирия", "Сирія", "সিরিয়া"]),
        ("AF", ["Afghanistan", "افغانستان", "أفغانستان", "Афганистан", "Afganistan"]),
        ("SD", ["Sudan", "Soudan", "السودان"]),
        ("BD", ["Bangladesh", "বাংলাদেশ"]),
        ("SO", ["Somalia", "Soomaaliya", "الصومال"]),
        ("CD", ["DR Congo", "République démocratique du Congo"]),
    ],
)
def test_a_country_is_found_by_its_names_in_every_script(code: str, names: list[str]) -> None:
    for name in names:
        place = identities(name)[0]
        assert (place.country, place.is_country) == (code, True)


def test_the_rest_of_a_text_says_where_the_place_lies() -> None:
    assert first("San José, Costa Rica") == ("San José", "CR")
    assert first("Jalalabad (Kyrgyzstan)") == ("Manas", "KG")
    assert {place.country for place in identities("Herat, Afghanistan")} == {"AF"}
    assert first("Aleppo Syria") == first("سوريا، حلب") == ("Aleppo", "SY")


def test_a_village_that_no_list_has_stands_under_its_town() -> None:
    assert first("a village nobody wrote down, Herat, Afghanistan") == ("Herāt", "AF")


def test_what_kind_of_place_it_is_does_not_matter() -> None:
    assert first("مدينة حلب") == first("Aleppo city") == ("Aleppo", "SY")
    assert first("ولایت هرات") == ("Herāt", "AF")


def test_a_name_with_many_bearers_gives_several_the_larger_first() -> None:
    people = [place.population for place in identities("San José")]
    assert len(people) > 3
    assert people == sorted(people, reverse=True)
    assert sum(each.likely for each in meanings("San José")) == pytest.approx(1)


def test_the_code_of_an_airport_is_no_name() -> None:
    assert identities("KBL") == identities("HEA") == ()


@pytest.mark.parametrize("text", ["", "  ", "unknown", "غير معروف", "نامعلوم", "-", "?", "x" * 200])
def test_what_names_no_place_is_neutral(text: str) -> None:
    assert identities(text) == ()
    assert agreement(text, "Aleppo") == agreement(text, text)
    assert agreement(text, "Aleppo").bits == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Aleppo", "حلب", PlaceLevel.SAME_PLACE),
        ("Keren", "ከረን", PlaceLevel.SAME_PLACE),
        ("Kharkiv", "Харьков", PlaceLevel.SAME_PLACE),
        ("Herat", "Injil, Herat", PlaceLevel.SAME_PLACE),
        ("Damascus", "جرمانا", PlaceLevel.NEAR),
        ("Keren", "Asmara", PlaceLevel.SAME_REGION),
        ("Homs", "Hama", PlaceLevel.SAME_REGION),
        ("Herat", "Kabul", PlaceLevel.SAME_COUNTRY),
        ("Herat", "Mashhad", PlaceLevel.FAR_APART),
        ("Eritrea", "ከረን", PlaceLevel.WITHIN_COUNTRY),
        ("Eritrea", "ኤርትራ", PlaceLevel.WITHIN_COUNTRY),
        ("Eritrea", "Aleppo", PlaceLevel.FAR_APART),
        ("Eritrea", "Syria", PlaceLevel.FAR_APART),
        ("Kafr Nowhere", "kafr-nowhere", PlaceLevel.SAME_WORDS),
        ("Kafr Nowhere", "Kafr Nohwere", PlaceLevel.ALIKE_WORDS),
        ("Kafr Nowhere", "Kafr Nowheer", PlaceLevel.ALIKE_WORDS),
        ("Kafr Nowhere", "Kafr Nowher", PlaceLevel.ALIKE_WORDS),
        ("Kafr Nowhere", "Tell Elsewhere", PlaceLevel.UNKNOWN),
        ("Kafr Nowhere", "Aleppo", PlaceLevel.UNKNOWN),
        ("Kunduzz", "Kunduz", PlaceLevel.ALIKE_WORDS),
        ("", "", PlaceLevel.UNKNOWN),
    ],
)
def test_two_places_agree_as_a_caseworker_says(one: str, other: str, expected: PlaceLevel) -> None:
    assert level(one, other) == expected


def test_a_town_that_lists_have_in_latin_letters_alone_is_found_by_its_sound() -> None:
    heard = {"ጎንደር": "Gonder", "ኣቆርደት": "Ak’ordat", "ዓዲ ቀይሕ": "Adi Keyh", "هرجيسا": "Hargeysa"}
    assert {name: first(name)[0] for name in heard} == heard
    assert agreement("Gondar", "Gonder").bits > agreement("Gondar", "ጎንደር").bits > 3
    assert first("Mazar Sharif, Afghanistan")[0] == "Mazār-e Sharīf"


def test_a_sound_speaks_for_a_person_and_never_against() -> None:
    assert identities("كوباني")  # some towns sound so, and it is none of them
    assert agreement("Aleppo", "كوباني").bits == 0
    assert level("Kobani", "كوباني") == PlaceLevel.ALIKE_WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [("Senafe", "ሰንዓፈ"), ("Teseney", "ተሰነይ"), ("Ghinda", "ጊንዳዕ"), ("Qardho", "قرضو")],
)
def test_what_no_list_has_is_alike_where_it_sounds_alike(one: str, other: str) -> None:
    assert level(one, other) == PlaceLevel.ALIKE_WORDS
    assert set(keys(one)) & set(keys(other))


def test_a_small_town_says_more_than_a_capital() -> None:
    weights = [agreement(name, name).bits for name in ("Keren", "Asmara", "Aleppo", "Kabul")]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] - weights[-1] > 3


def test_a_place_that_half_the_base_tells_says_little() -> None:
    often, seldom = (agreement("Keren", "ከረን", share=share).bits for share in (0.5, 0.001))
    assert often < 1
    assert seldom > 5


def test_a_name_that_several_places_bear_says_less() -> None:
    its_own = agreement("San José, Costa Rica", "San José, Costa Rica").bits
    assert agreement("San José", "San José").bits < its_own
    assert 0 < agreement("San José", "San José, Costa Rica").bits < its_own


def test_a_name_that_a_place_also_bears_says_less_than_its_own() -> None:
    assert agreement("Jalalabad", "Sylhet").bits < agreement("Sylhet", "সিলেট").bits


def test_two_countries_are_no_proof_against_a_person() -> None:
    assert -4 < agreement("Herat", "Mashhad").bits < agreement("Herat", "Kabul").bits < 0


def test_kilometres_are_those_of_a_map() -> None:
    asmara, keren = identities("Asmara")[0], identities("Keren")[0]
    distance = distance_km(asmara, keren)
    assert distance == pytest.approx(71, abs=1)
    assert distance_km(keren, asmara) == pytest.approx(distance)
    assert distance_km(asmara, asmara) == 0
    assert distance_km(asmara, identities("Eritrea")[0]) is None


def test_a_place_is_kept_and_found_under_one_key_in_every_script() -> None:
    assert keys("Keren")[0] == keys("ከረን, Eritrea")[0]
    assert keys("Kafr Nowhere") == keys("kafr nowhere")
    assert keys("Eritrea") == keys("") == keys("-") == []
    assert len(keys("San José")) == 3


@given(TEXTS, TEXTS)
@example("\ud800", "\x00")
@example(", ,", "،")
@example("ال", "al-")
def test_no_text_is_a_failure_and_it_does_not_matter_who_told_first(a: str, b: str) -> None:
    found = agreement(a, b)
    assert found == agreement(b, a)
    assert LEAST <= found.bits <= MOST
    assert found.reason == PLACES[found.level].reason
    assert keys(a) == keys(a)


@given(TEXTS, TEXTS)
def test_places_looked_up_before_weigh_the_same(a: str, b: str) -> None:
    one, other = meanings(a), meanings(b)
    if one and other:
        assert weigh(one, other) == agreement(a, b)
    assert weigh(one, ()).level == PlaceLevel.UNKNOWN


@given(st.text())
def test_a_folded_name_stays_in_its_line(text: str) -> None:
    line = " ".join(text.split())
    assert "\n" not in folded(line)


def test_weights_fall_as_a_caseworker_expects() -> None:
    weights = [PLACES[each].bits for each in PlaceLevel]
    assert weights == sorted(weights, reverse=True)
    assert PLACES[PlaceLevel.UNKNOWN].bits == 0
    assert all(worth.reason and worth.source for worth in PLACES.values())


FIRST_USE = """
import re, time
from pathlib import Path
import kintrace.names.places as places
from kintrace.names.places.gazetteer import gazetteer
assert gazetteer.cache_info().currsize == 0, "importing reads no gazetteer"
def memory(what):
    status = Path("/proc/self/status").read_text()
    return int(re.search(rf"{what}:\\s+(\\d+) kB", status)[1]) / 1024
before, start = memory("VmRSS"), time.process_time()  # a busy machine says nothing about us
places.identities("Keren")
took = time.process_time() - start
print(took, memory("VmRSS") - before, memory("VmHWM") - before)
"""


def first_use() -> list[float]:
    """Seconds of a processor, and MB held and at the highest, in a program of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_USE], capture_output=True, text=True, check=True
    )
    return [float(each) for each in ran.stdout.split()]


def test_importing_reads_nothing_and_the_first_question_everything() -> None:
    assert first_use()[0] > 0


@pytest.mark.slow
@pytest.mark.alone
def test_the_first_question_takes_little_time_and_memory(
    figure: Callable[[str, str, str], None],
) -> None:
    seconds, held, peak = min(first_use() for _ in range(3))
    figure("first place looked up", f"{seconds:.2f} s, {held:.0f} MB held", "≤ 1.5 s, ≤ 80 MB")
    assert seconds <= 1.5
    assert held <= 80
    assert peak <= 100
