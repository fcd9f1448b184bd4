"""What two descriptions say for one person, and what they must not hang on."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kintrace.matching.description import Description
from kintrace.matching.scoring import Code, likeliest, prior, probability, weigh, weigh_many
from kintrace.matching.tests.invented import people, row
from kintrace.names.evidence import DATES

FIELDS = ("names", "sex", "births", "born_in", "last_seen", "fathers", "mothers", "event", "phone")
SAID: dict[str, tuple[str, ...]] = {
    "sex": ("sex_",),
    "births": tuple(f"born_{level}" for level in DATES),
    "born_in": ("born_in_",),
    "last_seen": ("seen_",),
    "mothers": ("mother_",),
    "event": ("event_",),
    "phone": ("phone_",),
}
MOHAMED = row(
    given="Mohamed",
    middle="Ahmed",
    family="Haddad",
    dob="1990-03-12",
    gender="m",
    birth_place="Aleppo",
    father_name="Ahmed",
    event_year="2015",
)
IN_ARABIC = row(
    given="محمد", middle="أحمد", family="حداد", dob="1990-03-12", gender="m", birth_place="حلب"
)


def without(person: Description, field: str) -> Description:
    """The same person, of whom this is not told."""
    nothing: Any = "" if isinstance(getattr(person, field), str) else ()
    return replace(person, **{field: nothing})


BROTHER = replace(
    MOHAMED, names=row(given="Khaled", middle="Ahmed", family="Haddad").names, births=()
)


@settings(max_examples=60, deadline=None)
@given(people(), people())
def test_it_does_not_matter_who_stands_first(a: Description, b: Description) -> None:
    one, other = weigh(a, b), weigh(b, a)
    assert one.bits == other.bits
    assert {(reason.code, reason.bits) for reason in one.reasons} == {
        (reason.code, reason.bits) for reason in other.reasons
    }


@settings(max_examples=60, deadline=None)
@given(people(), st.lists(people(), min_size=1, max_size=6))
def test_what_else_is_compared_changes_no_pair(a: Description, others: list[Description]) -> None:
    assert weigh_many(a, others) == [weigh(a, other) for other in others]


@settings(max_examples=60, deadline=None)
@given(people(), st.lists(people(), max_size=6), st.integers(1, 4))
def test_the_likeliest_come_first_and_are_told_as_alone(
    a: Description, others: list[Description], most: int
) -> None:
    each = [weigh(a, other) for other in others]
    order = sorted(range(len(each)), key=lambda place: -each[place].bits)
    assert likeliest(a, others, most=most) == [(place, each[place]) for place in order[:most]]


@settings(max_examples=60, deadline=None)
@given(people(), people(), st.sampled_from(sorted(SAID)))
def test_what_is_not_told_says_nothing(a: Description, b: Description, field: str) -> None:
    silent = without(a, field)
    reasons = weigh(silent, b).reasons
    assert not [each for each in reasons if each.code.startswith(SAID[field])]


def test_a_word_less_does_not_count_against() -> None:
    whole = row(given="Zersenay", middle="Tewelde", family="Haddad", father_name="Hagos")
    for less in (
        row(given="Zersenay", family="Haddad"),
        row(given="Zersenay"),
        row(family="Haddad"),
        row(father_name="Hagos"),
    ):
        assert weigh(whole, less).bits == weigh(less, less).bits


@given(people())
def test_nothing_beside_anybody_is_worth_nothing(a: Description) -> None:
    found = weigh(Description(), a)
    assert (found.bits, found.reasons) == (0, ())


@settings(max_examples=60, deadline=None)
@given(people(), people())
def test_reasons_add_up_to_the_bits(a: Description, b: Description) -> None:
    found = weigh(a, b)
    assert sum(reason.bits for reason in found.reasons) == pytest.approx(found.bits, abs=0.011)
    assert all(reason.sentence for reason in found.reasons)


def test_one_person_is_found_in_two_scripts() -> None:
    found = weigh(MOHAMED, IN_ARABIC)
    assert probability(found.bits, prior(1_000_000)) > 0.95
    assert found.reasons[0].code is Code.BORN_SAME_DAY


def test_a_brother_is_not_the_one() -> None:
    found = weigh(MOHAMED, BROTHER)
    assert Code.GIVEN_DIFFERS in {reason.code for reason in found.reasons}
    assert probability(found.bits, prior(10_000)) < 0.5


@pytest.mark.parametrize("field", FIELDS[1:])
def test_no_single_field_rules_a_person_out(field: str) -> None:
    other = row(
        given="Thaddeus",
        dob="1944-07-09",
        gender="f",
        birth_place="Conakry",
        last_seen="Keren",
        father_name="Zerom",
        mother_name="Olena",
        phone="+43 1 7654321",
        event_year="1999",
    )
    same = replace(MOHAMED, last_seen=("Aleppo",), mothers=("Fatima",), phone="+43 660 1234567")
    told: Any = getattr(other, field)
    wrong = replace(same, **{field: told})
    assert probability(weigh(same, wrong).bits, prior(100_000)) > 0.5


def test_a_fathers_name_is_met_in_the_middle_of_a_name() -> None:
    alone = row(given="Mohamed", family="Haddad")
    without, with_it = (
        row(given="Mohamed", family="Haddad"),
        row(given="Mohamed", family="Haddad", father_name="Tesfay"),
    )
    told = row(given="Mohamed", middle="Tesfay", family="Haddad")
    assert weigh(told, with_it).bits > weigh(told, without).bits + 3
    assert weigh(told, without).bits == pytest.approx(weigh(alone, without).bits, abs=1)


def test_a_rare_name_tells_more_than_a_common_one() -> None:
    common, rare = row(given="Mohamed", family="Ali"), row(given="Zersenay", family="Tewelde")
    assert weigh(rare, rare).bits > weigh(common, common).bits + 4


def test_names_in_another_order_are_nearly_the_same() -> None:
    one, other = row(given="Zersenay", family="Haddad"), row(given="Haddad", family="Zersenay")
    assert 8 < weigh(one, other).bits < weigh(one, one).bits


def test_a_larger_base_wants_more() -> None:
    assert prior(1_000_000) < prior(10_000) < 0
    assert probability(-prior(10_000), prior(10_000)) == pytest.approx(0.5)
    assert probability(500, prior(100)) <= 1


def test_nothing_is_printed() -> None:
    assert "Mohamed" not in repr(MOHAMED) + str(MOHAMED) + repr([MOHAMED])
    assert "Haddad" not in repr(weigh(MOHAMED, IN_ARABIC))
