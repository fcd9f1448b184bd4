from hypothesis import given
from hypothesis import strategies as st

from kintrace.cases.reference import LETTERS, is_reference, new_reference


def test_a_reference_names_the_society_and_checks_itself() -> None:
    reference = new_reference("nm")
    assert reference.startswith("NM-")
    assert is_reference(reference)
    assert is_reference(reference.lower().replace("-", " ", 1).replace(" ", "-"))


@given(st.integers(0, 7), st.sampled_from(LETTERS))
def test_one_mistyped_letter_always_shows(place: int, letter: str) -> None:
    code, letters = new_reference("NM").split("-", 1)
    plain = letters.replace("-", "")
    wrong = plain[:place] + letter + plain[place + 1 :]
    assert is_reference(f"{code}-{wrong}") == (wrong == plain)


def test_no_letter_of_a_reference_is_mistaken_for_another() -> None:
    assert not set("01OIYZ") & set(LETTERS)
