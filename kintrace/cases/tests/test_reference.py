import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.cases.lookups import references
from kintrace.cases.reference import LETTERS, is_reference, new_reference
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.demo import playing


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


@pytest.mark.django_db
def test_a_code_that_a_case_has_is_not_given_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter(["NM-AAAA-AAAA", "NM-AAAA-AAAA", "NM-BBBB-BBBB"])
    monkeypatch.setattr(references, "new_reference", lambda _code: next(drawn))
    with scene.acting(scene.alma):
        first, second = (playing.open_a_case(SELAM, by=scene.alma) for _ in range(2))
    assert (first.reference, second.reference) == ("NM-AAAA-AAAA", "NM-BBBB-BBBB")
