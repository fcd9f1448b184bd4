"""Names across scripts and spellings: who is one name, who is two, and what is said of it."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kintrace.names import likeness, likenesses, scores
from kintrace.names.explained import Kind

# One name in two forms, from every region that the network works in.
ONE = [
    ("محمد أحمد علي", "Mohamed Ahmed Ali"),
    ("محمد", "Maxamed"),
    ("عبد الرحمن الحلبي", "Abdurrahman al-Halabi"),
    ("فاطمة الزهراء", "Fatima Zahra"),
    ("خديجة", "Khadija"),
    ("يوسف", "Youssef"),
    ("Djamel Ouahid", "Jamal Wahid"),
    ("Chérif", "Sharif"),
    ("Xasan Cali", "Hassan Ali"),
    ("ገብረመስቀል ተስፋይ", "Gebremeskel Tesfay"),
    ("ገብረ መስቀል", "Ghebremeskel"),
    ("ዐለም", "አለም"),
    ("Володимир Шевченко", "Volodymyr Shevchenko"),
    ("Владимир", "Wladimir"),
    ("Щербак", "Shcherbak"),
    ("יצחק כהן", "Yitzhak Cohen"),
    ("রহিম উদ্দিন", "Rahim Uddin"),
    ("राजेश", "Rajesh"),
    ("Γιώργος", "Giorgos"),
    ("გიორგი", "Giorgi"),
    ("Հակոբ", "Hakob"),
    ("گل محمد", "Gul Mohammad"),
    ("غلامرضا", "Gholam Reza"),
    ("Diallo Mamadou", "Mamadou Jallow"),
    ("محمد علي", "محمد على"),
    ("Михайло", "ميخايلو"),
    ("ሙሐመድ", "محمد"),
]
TWO = [
    ("Mohammed", "Mahmoud"),
    ("Ali", "Omar"),
    ("Sara", "Zahra"),
    ("Barry", "Bah"),
    ("Amina", "Amin"),
    ("محمد علي", "حسن عمر"),
    ("Ahmed Mohammed Ali", "Omar Mohammed Ali"),
    ("Адам", "Эдем"),
    ("ተስፋይ", "ኪዳነ"),
    ("Tesfay Gebre", "Kidane Haile"),
]
ANY = st.text(max_size=60)
NAME = st.lists(
    st.sampled_from(
        ["محمد", "علي", "Youssef", "Omar", "ተስፋይ", "Шевченко", "Diallo", "Khan", "Xasan"]
    ),
    min_size=1,
    max_size=4,
    unique=True,
)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_name_in_two_forms_is_above_a_half(one: str, other: str) -> None:
    assert likeness(one, other).score > 0.5


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_are_below_a_half(one: str, other: str) -> None:
    assert likeness(one, other).score < 0.5


@given(ANY, ANY)
@settings(max_examples=60)
def test_whoever_stands_first_the_score_is_the_same(one: str, other: str) -> None:
    assert likeness(one, other).score == pytest.approx(likeness(other, one).score, abs=1e-4)


@given(NAME)
@settings(max_examples=60)
def test_a_name_beside_itself_is_certain(name: list[str]) -> None:
    assert likeness(" ".join(name), " ".join(name)).score == 1


@given(NAME)
@settings(max_examples=60)
def test_the_order_of_the_words_matters_little(name: list[str]) -> None:
    assert likeness(" ".join(name), " ".join(reversed(name))).score > 0.85


@given(st.lists(ANY, max_size=4), st.lists(ANY, max_size=4))
@settings(max_examples=60)
def test_a_score_is_between_nothing_and_one(some: list[str], others: list[str]) -> None:
    found = scores(some, others)
    assert found.shape == (len(some), len(others))
    assert ((found >= 0) & (found <= 1)).all()


@given(NAME, NAME, NAME)
@settings(max_examples=40)
def test_a_score_depends_on_the_two_names_alone(
    one: list[str], other: list[str], third: list[str]
) -> None:
    asked, beside = " ".join(one), [" ".join(other), " ".join(third)]
    alone = np.array([scores([asked], [name])[0, 0] for name in beside])
    assert np.allclose(scores([asked], beside)[0], alone, atol=1e-4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "?",
        "N/A",
        "\x00\x07",
        "\u202e\u200f\u2066",
        "😀👩‍👩‍👧",
        "a" * 10_000,
        "محمد" * 2_500,
        "\u0300" * 300,
        "ﷺ",
        "'",
        "-",
        "İİı",
        "ა" * 500,
        "漢字 かな 한글",
        "\ud800",
    ],
)
def test_no_text_is_too_strange(text: str) -> None:
    assert 0 <= likeness(text, "Mohammed Ali").score < 0.5
    assert likeness(text, text).score in {0.0, 1.0}


def test_what_holds_no_name_is_like_nothing() -> None:
    found = likeness("FNU LNU", "Mohammed")
    assert (found.score, [one.kind for one in found.findings]) == (0, [Kind.NOTHING])


def test_a_missing_word_says_little_and_two_that_differ_much() -> None:
    whole, short, sister = "Ahmed Hassan Omar", "Ahmed Omar", "Fatima Hassan Omar"
    assert likeness(whole, short).score > 0.9
    assert likeness(whole, sister).score < 0.5


def test_the_reasons_are_sentences_about_the_words() -> None:
    assert likeness("Oleksandr Melnyk", "Мельник Олександр Petro").reasons == [
        "“oleksandr” and “олександр” are known spellings of one name.",
        "“melnyk” and “мельник” are known spellings of one name.",
        "“petro” is missing in the other name, which says little.",
    ]


def test_other_letters_and_other_places_are_said() -> None:
    assert likeness("Zdravka Pylypiuk", "Пилипюк Здравка").reasons == [
        "“zdravka” sounds like “здравка” in other letters.",
        "“pylypiuk” sounds like “пилипюк” in other letters.",
        "The words stand in another order.",
    ]


def test_what_is_compared_is_never_printed() -> None:
    assert "oleksandr" not in repr(likeness("Oleksandr", "Олександр"))


def test_many_at_once_are_told_like_each_alone() -> None:
    names = ["Gulmohammad Zadran", "محمد", "Zadran Gul", ""]
    alone = [likeness("Gul Mohammad Zadran", name) for name in names]
    together = likenesses("Gul Mohammad Zadran", names)
    assert [one.reasons for one in together] == [one.reasons for one in alone]
    assert [one.score for one in together] == pytest.approx([one.score for one in alone], abs=1e-4)


def test_what_else_is_in_a_list_changes_nothing() -> None:
    """Gulmohammad makes two words of the asked name one, and that helps nobody but him."""
    asked, other = "Gul Mohammad Zadran", "Zadran Hassan"
    alone = scores([asked], [other])[0, 0]
    beside = scores([asked, "Hassan Zadran"], ["Gulmohammad Zadran", other, "Gulmohammad"])
    assert beside[0, 1] == pytest.approx(alone, abs=1e-4)
    assert beside[0, 0] > 0.9
    crowd = ["Salmaawad", "Salim Awad"]
    alone = scores(["Salma Awad"], ["Salim Awad"])[0, 0]
    assert scores(["Salma Awad", "Salimawad"], crowd)[0, 1] == pytest.approx(alone, abs=1e-4)


def test_letters_in_pieces_are_the_same_letters() -> None:
    for name in ("Müller José", "আব্দুল", "ম়য়", "Ωραία"):
        pieces = unicodedata.normalize("NFD", name)
        assert likeness(name, pieces).score == 1
