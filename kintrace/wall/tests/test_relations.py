"""The words for who looks for whom."""

import pytest
from django.utils.translation import override

from kintrace.ui.symbols import symbol
from kintrace.wall import relations
from kintrace.wall.relations import Me, Relation, Sex, Who


@pytest.mark.parametrize("code", Relation.values)
def test_every_relation_is_a_whole_sentence_of_its_own(code: str) -> None:
    with override("en"):
        assert str(relations.SEEKS[code]).startswith("I am looking for ")
        assert str(relations.SEEKS[code]).endswith(".")
        assert str(relations.I_AM[code]).startswith("I ")


def test_no_two_relations_share_a_sentence() -> None:
    with override("en"):
        assert len({str(words) for words in relations.SEEKS.values()}) == len(Relation)
        assert len({str(words) for words in relations.I_AM.values()}) == len(Relation)


@pytest.mark.parametrize(
    ("code", "sex", "words", "under"),
    [
        ("brother", "woman", "My sister", {Who.SISTER}),
        ("sister", "man", "My brother", {Who.BROTHER}),
        ("son", "woman", "My mother", {Who.MOTHER}),
        ("daughter", "man", "My father", {Who.FATHER}),
        ("husband", "woman", "My wife", {Who.WIFE}),
        ("wife", "man", "My husband", {Who.HUSBAND}),
        ("mother", "man", "My son", {Who.CHILD}),
        ("nephew", "woman", "My aunt", {Who.KIN}),
        ("grandchild", "man", "My grandfather", {Who.KIN}),
        ("brother", "unsaid", "My brother or sister", {Who.SISTER, Who.BROTHER}),
    ],
)
def test_the_visitor_reads_the_inverse(code: str, sex: str, words: str, under: set[Who]) -> None:
    with override("en"):
        assert str(relations.mine(code, sex)) == words
    assert relations.found_under(code, sex) == under


@pytest.mark.parametrize("sex", Sex.values)
@pytest.mark.parametrize("code", Relation.values)
def test_every_face_stands_under_a_pictogram_that_is_drawn(code: str, sex: str) -> None:
    assert relations.found_under(code, sex)
    assert symbol(f"p-{relations.pictogram(code, sex)}")
    assert str(relations.mine(code, sex))


def test_every_filter_has_its_pictogram() -> None:
    assert all(symbol(f"p-{who.value}") for who in Who)


def test_every_relation_has_a_drawing_of_its_own() -> None:
    drawn = [symbol(f"p-seeks-{code}".replace("_", "-")) for code in Relation.values]
    inside = {drawing.partition(">")[2] for drawing in drawn}
    assert len(inside) == len(Relation)


@pytest.mark.parametrize("sex", Sex.values)
@pytest.mark.parametrize("code", Relation.values)
def test_the_visitors_sentence_speaks_of_whom_the_word_speaks_of(code: str, sex: str) -> None:
    with override("en"):
        sentence, word = str(relations.looks_for_me(code, sex)), str(relations.mine(code, sex))
    assert sentence == f"{word} is looking for me."


@pytest.mark.parametrize(
    ("code", "woman", "man"),
    [
        ("mother", True, False),
        ("brother", False, True),
        ("niece", True, False),
        ("uncle", False, True),
        ("cousin", True, True),
        ("guardian", True, True),
        ("family", True, True),
    ],
)
def test_nobodys_brother_is_a_woman(code: str, woman: bool, man: bool) -> None:
    assert relations.may_mean(code, Me.WOMAN) == woman
    assert relations.may_mean(code, Me.MAN) == man
