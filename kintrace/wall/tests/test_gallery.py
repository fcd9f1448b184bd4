"""Filter, order and paging of the wall."""

import re
from collections import Counter
from datetime import date, timedelta
from urllib.parse import parse_qs

import pytest
from django.test import Client

from kintrace.network.models import Society
from kintrace.network.tests.cast import found
from kintrace.visitors.actions import write_counts
from kintrace.wall.gallery import SHUFFLES, Card, Choice, page
from kintrace.wall.models import Face
from kintrace.wall.tests.cast import stands

TODAY = date(2026, 11, 18)
FACE = re.compile(r"/en/face/([0-9a-f-]{36})/\?")


def cards(faces: list[Face]) -> list[Card]:
    return [Card(face.pk, face.relations, face.seeker_sex, face.age_band) for face in faces]


def many(society: Society, number: int) -> list[Face]:
    return [stands(society) for _ in range(number)]


def shown(browser: Client, address: str = "/en/?o=3") -> list[str]:
    answer = browser.get(address)
    assert answer.status_code == 200
    return FACE.findall(answer.content.decode())


def test_twelve_a_page_and_every_face_once(society: Society, visitor: Client) -> None:
    faces = many(society, 30)
    pages = [shown(visitor, f"/en/?o=3&page={number}") for number in (1, 2, 3)]
    assert [len(one) for one in pages] == [12, 12, 6]
    assert sorted(face for one in pages for face in one) == sorted(str(face.pk) for face in faces)


def test_the_order_is_named_in_the_address_and_changes_with_it_and_with_the_day(
    society: Society,
) -> None:
    faces = cards(many(society, 14))
    orders = {
        tuple(face.pk for face in page(faces, Choice(order=order), TODAY).faces)
        for order in range(SHUFFLES)
    }
    tomorrow = page(faces, Choice(order=1), TODAY + timedelta(days=1)).faces
    assert len(orders) == SHUFFLES
    assert tomorrow != page(faces, Choice(order=1), TODAY).faces
    assert page(faces, Choice(order=1), TODAY) == page(
        list(reversed(faces)), Choice(order=1), TODAY
    )


def test_the_order_tells_neither_society_nor_time_of_publication(db: None) -> None:
    old, new = found("AT"), found("BG")
    faces = many(old, 20) + many(new, 20)
    owner = {face.pk: face.society_id for face in faces}
    first = Counter(
        owner[face.pk]
        for order in range(SHUFFLES)
        for day in range(10)
        for face in page(cards(faces), Choice(order=order), TODAY + timedelta(days=day)).faces
    )
    assert 0.4 < first[old.pk] / first.total() < 0.6


def test_an_address_without_an_order_draws_one_and_its_links_keep_it(
    society: Society, visitor: Client
) -> None:
    many(society, 13)
    content = visitor.get("/en/").content.decode()
    orders = set(re.findall(r"\?o=(\d+)", content))
    assert len(orders) == 1


@pytest.mark.parametrize(
    "query",
    [
        "o=99",
        "o=-1",
        "page=0",
        "page=x",
        "who=society",
        "age=7",
        "o=٣",
        "page=" + "9" * 400,
        "who=",
    ],
)
def test_nonsense_in_the_address_counts_as_not_chosen(
    query: str, society: Society, visitor: Client
) -> None:
    many(society, 2)
    assert len(shown(visitor, f"/en/?{query}")) == 2


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("sister", {"sister"}),
        ("brother", {"brother"}),
        ("mother", {"mother"}),
        ("wife", {"wife"}),
        ("child", {"child"}),
        ("kin", {"kin"}),
        ("", {"sister", "brother", "mother", "wife", "child", "kin"}),
    ],
)
def test_the_pictogram_shows_who_may_be_looking_for_the_visitor(
    who: str, expected: set[str], society: Society, visitor: Client
) -> None:
    faces = {
        "sister": stands(society, "brother", sex="woman"),
        "brother": stands(society, "brother", sex="man"),
        "mother": stands(society, "son", sex="woman"),
        "wife": stands(society, "husband", sex="woman"),
        "child": stands(society, "father", sex="man"),
        "kin": stands(society, "nephew", sex="man"),
    }
    seen = shown(visitor, f"/en/?o=0&who={who}")
    assert set(seen) == {str(faces[name].pk) for name in expected}


def test_the_age_fold_shows_its_band_only(society: Society, visitor: Client) -> None:
    young, old = stands(society, age="15"), stands(society, age="65")
    assert shown(visitor, "/en/?o=0&age=15") == [str(young.pk)]
    assert shown(visitor, "/en/?o=0&age=65") == [str(old.pk)]


def test_a_face_with_two_relations_says_both_and_stands_under_both(
    society: Society, visitor: Client
) -> None:
    face = stands(society, "brother", "mother", sex="woman")
    for who in ("sister", "child"):
        assert shown(visitor, f"/en/?o=0&who={who}") == [str(face.pk)]
    content = visitor.get("/en/").content.decode()
    assert "I am looking for my brother." in content
    assert "I am looking for my mother." in content


def test_no_page_tells_how_many_there_are(society: Society, visitor: Client) -> None:
    many(society, 37)
    content = visitor.get("/en/?o=1").content.decode()
    text = re.sub(r"<[^>]+>", " ", content)
    assert "Page 1" in text
    assert not re.search(r"\b(37|36)\b|\bof 4\b", text)


def test_a_page_beyond_the_last_is_calm_and_leads_nowhere_further(
    society: Society, visitor: Client
) -> None:
    many(society, 3)
    answer = visitor.get("/en/?o=1&page=9")
    assert answer.status_code == 200
    assert "More faces" not in answer.content.decode()


def test_links_carry_filter_order_age_and_page_and_nothing_else(society: Society) -> None:
    query = Choice(who="sister", age="25", order=3, page=2).but(page=3)
    assert parse_qs(query[1:]) == {"o": ["3"], "who": ["sister"], "age": ["25"], "page": ["3"]}


def test_words_and_style_come_first_and_pictures_when_they_are_near(
    society: Society, visitor: Client
) -> None:
    many(society, 12)
    tags = re.findall(r"<img class=\"photo\"[^>]*>", visitor.get("/en/").content.decode())
    assert ['loading="lazy"' in tag for tag in tags] == [True] * 12
    assert all('width="160" height="200"' in tag for tag in tags)


def test_a_page_with_twelve_faces_asks_the_database_a_fixed_number_of_times(
    society: Society, visitor: Client, django_assert_max_num_queries: object
) -> None:
    many(society, 30)
    write_counts()  # so that the minute is not just over, in which a page writes down its visits
    for address, most in (("/en/?o=1", 5), ("/en/?o=1&page=2", 3), ("/en/?o=1", 1)):
        with django_assert_max_num_queries(most):  # type: ignore[operator]
            visitor.get(address)
