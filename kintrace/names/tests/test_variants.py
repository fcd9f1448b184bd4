"""One name in many spellings, and names that are related."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.names import variants
from kintrace.names.parts import Word, core
from kintrace.names.variants import Strength, classes_of, spellings_of, strength

SAME = """
Muhammad Mohamed|Muhammad محمد|Maxamed Mohammed|Muhammad Мухаммад|Muhammad ሙሀመድ|محمد মোহাম্মদ
Hassan Xasan|Hassan Hacène|Hassan حسن|Ali Cali|Ali علی|Hussein Huseyn|Hossein حسين|Ahmed Axmed
Yusuf Youssef|Yusuf يوسف|Yusuf ዩሱፍ|Youssouf Yuusuf|Jamal Djamel|Jamal جمال|Jamal Gamal
Sharif Chérif|Wahid Ouahid|Khaled Халед|Saïd سعيد|Said Siciid|Othman Cismaan|Osman عثمان
Abdulrahman عبدالرحمن|Abderrahmane Cabdiraxmaan|Abdulrahman عبد الرحمن|Abdullah Abdoulaye
Abd-el-Kader عبدالقادر|Noureddine نورالدين|Salaheddin Selahattin|Nasrullah نصر الله
Khadija خديجة|Fatima Faadumo|Fatima فاطمة|Aisha Caasha|Aïcha Ayşe|Zaynab زينب|Zeinab Seynab
Tesfay Tesfaye|Tesfay ተስፋይ|Gebremeskel ገብረ መስቀል|Ghebremeskel ገብረመስቀል|Kidane ኪዳነ
Woldemichael ወልደሚካኤል|Haileselassie ኃይለሥላሴ|Tsegay ፀጋይ|Tsegay Segay|Mihret ምሕረት
Yohannes ዮሐንስ|Ghirmay Girmay|Letebrhan ለተብርሃን|Tewodros ቴዎድሮስ|Fisseha ፍሥሓ
Oleksandr Aleksandr|Oleksandr Александр|Volodymyr Vladimir|Mykola Nikolai|Serhii Sergey
Kateryna Ekaterina|Olena Елена|Dmytro Дмитрий|Hanna Anna|Yuliia Юлия|Mykhailo Михаил
Diallo Jallow|Cissé Ceesay|Ndiaye Njie|Touré Touray|Ba Bah|Camara Kamara|Diop Jobe|Diouf Joof
Mamadou Mamadu|Kadiatou Khadijatou|Ousmane Ousman|Fatoumata Fatimata|Sow Sowe
Masoud مسعود|Farhad Ferhat|Reza رضا|Narges Nargis|Masouma Masoumeh|Zabihullah ذبیح‌الله
Rojin ڕۆژین|Sherko شێرکۆ|Recep Rajab|Rahman Rehman|Chowdhury চৌধুরী|Rafiqul রফিকুল
Avraham אברהם|Yitzhak Isaac|Moshe Моше|Muller Müller|Garcia García|José Jose|Giorgi გიორგი
Hovhannes Ованес|Singh ਸਿੰਘ|Khan خان|Begum বেগম|Laxmi Lakshmi
"""
RELATED = """
Sasha Aleksandr|Sasha Oleksandra|Vova Volodymyr|Misha Mykhailo|Katya Kateryna|Саша Александр
Bill William|Pepe José|Beppe Giuseppe|Bob Robert|Kostas Konstantinos|Lupe Guadalupe|Joe Joseph
Yusuf Joseph|Yusuf ዮሴፍ|يوسف Иосиф|Ibrahim Abraham|Ibrahim አብርሃም|Maryam Maria|Miriam ማርያም
Musa Moshe|Isa Jesús|Dawud Dawit|Suleiman Solomon|Yahya John|Yahya Yohannes|Jibril Gabriel
Mehmet Muhammad|Mamadou Muhammad|Amadou Ahmed|Ousmane Osman|Fatou Fatima|Kadiatou Khadija
Dani Daniel|Selam Selamawit|Itzik Yitzhak|Juan John|Juan Giovanni|Miguel Michael|Jorge George
Najib Najibullah|Memo Mehmet|Butros Peter|Eskinder Alexander|Hamada Muhammad
"""
NEITHER = """
Bah Barry|Hassan Hussein|Muhammad Mahmoud|Muhammad Ahmad|Ali Alem|Diallo Diarra|Haile Hailu
Gebre Gebru|Tesfay Tsegay|Abdullah Abdulrahman|Oleksandr Oleksii|Maria Marina|Omar Amr|Jamal Kamal
Karim Rahim|Salem Salman|Nur Nura|Fatima Fahima|Yusuf Yunus|Khalid Khalil|Said Saad|Rashid Rafiq
Mikhail Nikolai|Daria Maria|Juan Julio|Ana Ada|Bekele Kebede|Kone Konate|Sall Sylla
"""


def _pairs(text: str) -> list[tuple[str, str]]:
    cells = text.replace("\n", "|").strip("|").split("|")
    return [(one, other) for one, other in (cell.split(" ", maxsplit=1) for cell in cells)]


@pytest.mark.parametrize(("one", "other"), _pairs(SAME))
def test_these_spell_one_name(one: str, other: str) -> None:
    assert strength(one, other) is Strength.SAME


@pytest.mark.parametrize(("one", "other"), _pairs(RELATED))
def test_these_are_related_and_no_more(one: str, other: str) -> None:
    assert strength(one, other) is Strength.RELATED
    assert strength(other, one) is Strength.RELATED


@pytest.mark.parametrize(("one", "other"), _pairs(NEITHER))
def test_these_are_two_names(one: str, other: str) -> None:
    assert strength(one, other) is None


def test_a_name_nobody_wrote_down_has_no_class() -> None:
    assert classes_of("Qwrtzp") == frozenset()
    assert strength("Qwrtzp", "Qwrtzp") is None
    assert spellings_of("Qwrtzp") == ()


def test_a_volunteer_sees_the_other_spellings_and_not_the_own() -> None:
    spellings = spellings_of("Diallo")
    assert {"jallow", "jalloh", "ዲያሎ", "Диалло"} <= set(spellings)
    assert "diallo" not in spellings


@pytest.mark.parametrize("name", variants.MODULES)
def test_every_module_says_where_it_is_from_and_who_should_check_it(name: str) -> None:
    module = import_module(f"kintrace.names.variants.{name}")
    assert module.SOURCE
    assert module.TO_CHECK.startswith("a native reader")


@pytest.mark.parametrize("origin", variants.ORIGINS)
def test_no_name_is_written_down_twice_in_an_origin(origin: str) -> None:
    modules = variants.ORIGINS[origin]
    tables = [variants.lines_of(name, table) for name in modules for table in ("SAME", "FAMILIES")]
    heads = [line.split()[0] for lines in tables for line in lines]
    assert sorted(heads) == sorted(set(heads))


@pytest.mark.parametrize("name", variants.MODULES)
def test_every_short_form_is_of_a_known_name(name: str) -> None:
    lines = [line for line in variants.lines_of(name, "RELATED") if " < " in line]
    fulls = [word for line in lines for word in line.split(" < ")[1].split()]
    assert [word for word in fulls if not classes_of(word)] == []


@pytest.mark.parametrize("name", variants.MODULES)
def test_the_words_that_are_compared_are_found_like_what_was_typed(name: str) -> None:
    told = " ".join(variants.lines_of(name, "SAME"))
    typed = [word for word in told.split() if "-" not in word]
    read = {word: core(word) for word in typed}
    lost = [word for word, said in read.items() if len(said) == 1 and not _is_found(said[0], word)]
    assert lost == []


def _is_found(said: Word, word: str) -> bool:
    return bool(classes_of(said.text) & classes_of(word))


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_word_makes_it_fail(one: str, other: str) -> None:
    assert strength(one, other) is strength(other, one)
    assert isinstance(spellings_of(one), tuple)


@given(st.sampled_from([word for row in _pairs(SAME) for word in row]))
def test_every_spelling_is_of_its_own_name(word: str) -> None:
    assert strength(word, word.upper()) is Strength.SAME
    assert all(classes_of(word) & classes_of(one) for one in spellings_of(word))
