"""What a visitor may choose, what a choice shows, and what it keeps silent about."""

import re
from urllib.parse import parse_qs

import pytest
from django.test import Client

from kintrace.network.models import Society
from kintrace.wall import filters, kept
from kintrace.wall.gallery import KNOWN, Choice
from kintrace.wall.models import Face
from kintrace.wall.relations import Relation
from kintrace.wall.tests.cast import stands

FACE = re.compile(r"/en/face/([0-9a-f-]{36})/\?")


def content(visitor: Client, query: str) -> str:
    answer = visitor.get(f"/en/?o=3&{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def shown(visitor: Client, query: str) -> set[str]:
    return set(FACE.findall(content(visitor, query)))


def ids(*faces: Face) -> set[str]:
    return {str(face.pk) for face in faces}


@pytest.mark.parametrize("code", Relation.values)
def test_each_of_the_eighteen_relations_can_be_chosen(
    code: str, society: Society, visitor: Client
) -> None:
    faces = {one: stands(society, one) for one in Relation.values}
    assert shown(visitor, f"seeks={code}&wide=1") == ids(faces[code])


def test_a_woman_or_a_man_can_be_chosen_and_who_did_not_say_stands_under_both(
    society: Society, visitor: Client
) -> None:
    woman, man, unsaid = (stands(society, sex=sex) for sex in ("woman", "man", "unsaid"))
    assert shown(visitor, "sex=woman") == ids(woman, unsaid)
    assert shown(visitor, "sex=man") == ids(man, unsaid)
    assert shown(visitor, "") == ids(woman, man, unsaid)


def test_who_says_what_he_or_she_is_sees_no_face_that_cannot_mean_them(
    society: Society, visitor: Client
) -> None:
    brother, sister, cousin = (stands(society, one) for one in ("brother", "sister", "cousin"))
    both = stands(society, "brother", "mother")
    assert shown(visitor, "me=woman") == ids(sister, cousin, both)
    assert shown(visitor, "me=man") == ids(brother, cousin, both)


def test_to_who_said_what_they_are_the_wall_speaks_with_their_own_words(
    society: Society, visitor: Client
) -> None:
    stands(society, "brother", "mother", sex="woman")
    inverse = content(visitor, "me=woman")
    assert "My daughter is looking for me." in inverse
    assert "I am looking for my brother." not in inverse
    tiles = inverse.partition('class="faces"')[2]
    assert "My sister" not in tiles  # her brother cannot be a woman
    assert "I am looking for my brother." in content(visitor, "")


def test_the_words_of_the_inverse_filters_are_exact(society: Society, visitor: Client) -> None:
    assert "My brother or sister is looking for me." in content(visitor, "me=man")
    of_women = content(visitor, "me=man&sex=woman")
    assert "My sister is looking for me." in of_women
    assert "My brother or sister is looking for me." not in of_women
    assert "seeks=sister" not in of_women


@pytest.mark.parametrize(
    "query",
    [
        "me=woman&seeks=brother",
        "who=mother&sex=man",
        "who=wife&seeks=mother",
        "me=boat",
        "sex=unsaid",
        "seeks=",
        "wide=yes",
    ],
)
def test_what_contradicts_the_rest_counts_as_not_chosen(
    query: str, society: Society, visitor: Client
) -> None:
    faces = [
        stands(society, "mother", sex="woman"),
        stands(society, "daughter", sex="woman"),
        stands(society, "husband", sex="woman"),
    ]
    first = query.split("&", maxsplit=1)[0]
    assert shown(visitor, query) == shown(visitor, first)
    assert shown(visitor, "") == ids(*faces)


def every_link(choice: Choice) -> list[filters.Link]:
    return [link for group in filters.filters(choice).values() for link in group]


def test_every_link_keeps_the_rest_of_the_choice() -> None:
    choice = Choice(me="woman", age="25", wide=True, order=5, page=3)
    for link in every_link(choice):
        said = parse_qs(link.address[1:])
        assert (said["o"], said["wide"]) == (["5"], ["1"])
        assert "page" not in said  # another choice begins at its first page
        assert sum(name in said for name in ("me", "age")) >= 1


def test_a_new_word_is_taken_and_an_older_one_that_contradicts_it_falls_away() -> None:
    chosen = Choice(seeks="brother", who="sister").changed(me="woman")
    assert (chosen.me, chosen.seeks, chosen.who) == ("woman", "", "sister")
    for name, words in KNOWN.items():
        for word in words:
            assert getattr(Choice(me="man", who="mother").changed(**{name: word}), name) == word


def test_what_is_chosen_in_the_fold_stands_above_it_with_its_way_back(
    society: Society, visitor: Client
) -> None:
    page = content(visitor, "sex=woman&age=65&seeks=mother&wide=1")
    above = page.partition("<details")[0]
    assert re.search(r'href="/en/\?o=3&amp;seeks=mother&amp;age=65&amp;wide=1">Woman<', above)
    assert re.search(r'href="/en/\?o=3&amp;sex=woman&amp;seeks=mother&amp;wide=1">65 and', above)


def test_twenty_four_a_page_for_who_wants_more_at_once(society: Society, visitor: Client) -> None:
    faces = [stands(society) for _ in range(30)]
    first, second = (shown(visitor, f"wide=1&page={page}") for page in (1, 2))
    assert (len(first), len(second)) == (24, 6)
    assert first | second == ids(*faces)
    assert "Show fewer faces at once" in content(visitor, "wide=1")


def test_the_choices_are_the_same_whatever_hangs_on_the_wall(
    society: Society, visitor: Client
) -> None:
    """No choice is drawn grey, left out or counted: it would tell who is there and who is not."""

    def choices() -> str:
        return (
            content(visitor, "age=25")
            .partition('class="ask')[2]
            .partition('class="unseen">Peop')[0]
        )

    empty = choices()
    stands(society)
    kept.forget()
    assert choices() == empty
