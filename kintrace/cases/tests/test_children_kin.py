"""No word by which a child is called goes out with its search."""

import pytest

from kintrace.cases.children_kin import names_the_child
from kintrace.people.told import Part, Told


def called(given: str) -> Told:
    return Told(names=((Part("given", given), Part("father", "Zerabruk")),), sex="male")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Hewan", "Hewan was on the blue boat"),
        ("Bo", "Bo and his aunt were there"),
        ("Abd al-Rahman", "They call him Rahman"),
    ],
)
def test_a_name_is_found_however_short_it_is(given: str, said: str) -> None:
    assert names_the_child(called(given), "Nobody.", said, but="Letebrhan")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Bo", "They lived in Bonn"),
        ("Abd al-Rahman", "A street in al-Hasakah"),
        ("Hewan", "Letebrhan knows where they lived"),
    ],
)
def test_a_particle_and_a_part_of_a_word_are_no_name(given: str, said: str) -> None:
    assert not names_the_child(called(given), said, but="Letebrhan")
