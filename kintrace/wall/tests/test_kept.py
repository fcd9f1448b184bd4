"""What the process remembers of the wall: quick for who looks, and never longer than it may be."""

import gzip
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.network.models import Society
from kintrace.vault.reader import reading_as
from kintrace.visitors import actions as visitors
from kintrace.visitors.lookups import counts
from kintrace.wall import actions, kept
from kintrace.wall.lookups.showing import unwished
from kintrace.wall.models import Face
from kintrace.wall.tests.cast import stands
from kintrace.wall.views import gallery as views

HERE = "/en/?o=3"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """One entry for each page that was made and not taken from memory."""
    pages: list[Any] = []
    make = views._made  # noqa: SLF001 - what is counted here

    def counted(*args: Any) -> kept.Page:
        pages.append(args)
        return make(*args)

    monkeypatch.setattr(views, "_made", counted)
    return pages


def shown(visitor: Client, address: str = HERE) -> list[str]:
    return re.findall(r"/en/face/([0-9a-f-]{36})/\?", visitor.get(address).content.decode())


def test_a_page_is_made_once_and_sent_again(
    society: Society, visitor: Client, made: list[Any]
) -> None:
    stands(society)
    first, second = (visitor.get(HERE) for _ in range(2))
    assert first.content == second.content
    assert len(made) == 1


def gone_from_the_table(face: Face) -> None:
    # As another process does it: nothing tells this one.
    Face.objects.filter(pk=face.pk).delete()


def over(face: Face) -> None:
    Face.objects.filter(pk=face.pk).update(live_until=timezone.localdate() - timedelta(days=1))


def removed(face: Face) -> None:
    actions.remove_by_code(face)


def in_danger(face: Face) -> None:
    actions.press(face, tag=b"one", danger=True)


def thrice_pressed(face: Face) -> None:
    for tag in (b"one", b"two", b"three"):
        actions.press(face, tag=tag, danger=False)


@pytest.mark.parametrize(
    "ends",
    [gone_from_the_table, over, removed, in_danger, thrice_pressed],
    ids=lambda way: way.__name__,
)
@pytest.mark.database_bound
def test_a_kept_page_is_not_sent_once_a_face_on_it_may_not_be_seen(
    ends: Callable[[Face], None], society: Society, visitor: Client
) -> None:
    with reading_as(society.pk):
        face, other = stands(society), stands(society)
        assert set(shown(visitor)) == {str(face.pk), str(other.pk)}
        ends(face)
        assert shown(visitor) == [str(other.pk)]


def test_one_press_hides_nobody_and_the_page_is_kept(
    society: Society, visitor: Client, made: list[Any]
) -> None:
    face = stands(society)
    shown(visitor)
    actions.press(face, tag=b"one", danger=False)
    assert shown(visitor) == [str(face.pk)]
    assert len(made) == 1


def test_a_place_that_became_free_is_filled_at_once(society: Society, visitor: Client) -> None:
    faces = [stands(society) for _ in range(20)]
    first = shown(visitor)
    Face.objects.filter(pk=first[0]).delete()
    again = shown(visitor)
    assert len(again) == 12
    assert set(again) <= {str(face.pk) for face in faces} - {first[0]}


def test_a_new_face_hangs_within_five_minutes(society: Society, visitor: Client) -> None:
    stands(society)
    with freeze_time(timezone.now()) as clock:
        shown(visitor)
        new = stands(society)
        clock.tick(kept.DECK_LASTS + kept.PAGE_LASTS)
        assert str(new.pk) in shown(visitor)
    assert kept.DECK_LASTS + kept.PAGE_LASTS <= 5 * 60


def test_the_first_face_on_an_empty_wall_shows_at_once(society: Society, visitor: Client) -> None:
    assert shown(visitor) == []
    new = stands(society)
    assert shown(visitor) == [str(new.pk)]


def test_tomorrow_is_shuffled_anew(society: Society, visitor: Client) -> None:
    for _ in range(10):
        stands(society)
    today = shown(visitor)
    with freeze_time(timezone.now() + timedelta(days=1)):
        assert shown(visitor) != today


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HERE, "/ar/?o=3"),
        (HERE, "/en/?o=4"),
        (HERE, "/en/?o=3&age=25"),
        (HERE, "/en/?o=3&wide=1"),
        (HERE, "/en/kiosk/wall/?o=3"),
    ],
)
def test_what_is_kept_for_one_choice_answers_no_other(
    one: str, other: str, society: Society, visitor: Client
) -> None:
    for _ in range(13):
        stands(society)
    fresh = visitor.get(other).content
    kept.forget()
    visitor.get(one)
    assert visitor.get(other).content == fresh


def test_what_one_visitor_wrote_into_the_address_is_sent_to_nobody(
    society: Society, visitor: Client, made: list[Any]
) -> None:
    stands(society)
    own = visitor.get(HERE + "&from=zebra&age=zebra", headers={"user-agent": "zebra"})
    assert b"zebra" not in own.content
    assert visitor.get(HERE).content == own.content
    assert len(made) == 1


def test_a_page_named_by_one_host_is_not_sent_under_another(
    society: Society, visitor: Client
) -> None:
    visitor.get(HERE, headers={"host": "localhost"})
    assert b"localhost" not in visitor.get(HERE, headers={"host": "127.0.0.1"}).content


def test_every_packing_holds_the_same_page(society: Society, visitor: Client) -> None:
    stands(society)
    plain = visitor.get(HERE)
    zipped = visitor.get(HERE, headers={"accept-encoding": "gzip, deflate"})
    small = visitor.get(HERE, headers={"accept-encoding": "gzip, deflate, br"})
    assert (zipped["Content-Encoding"], small["Content-Encoding"]) == ("gzip", "br")
    assert gzip.decompress(zipped.content) == brotli.decompress(small.content) == plain.content
    assert "Content-Encoding" not in plain
    assert all("Accept-Encoding" in answer["Vary"] for answer in (plain, zipped, small))
    assert all(answer["Cache-Control"] == "no-store" for answer in (plain, zipped, small))


def test_pages_from_memory_are_counted_like_others(society: Society, visitor: Client) -> None:
    visitors.write_counts()
    counted = (timezone.localdate(), "wall")
    before = counts(date.min, date.max).get(counted, 0)
    for _ in range(3):
        shown(visitor)
    visitors.write_counts()
    assert counts(date.min, date.max)[counted] == before + 3


def test_the_memory_is_bounded(
    society: Society, visitor: Client, monkeypatch: pytest.MonkeyPatch, made: list[Any]
) -> None:
    stands(society)
    monkeypatch.setattr(kept, "MOST", 2)
    for order in (1, 2, 3, 3, 2, 1):
        shown(visitor, f"/en/?o={order}")
    assert [args[1].order for args in made] == [1, 2, 3, 1]


@pytest.mark.database_bound
def test_the_question_before_a_kept_page_looks_up_its_faces_and_reads_no_other(
    society: Society,
) -> None:
    with reading_as(society.pk):
        faces = [stands(society) for _ in range(24)]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # so few rows it would rather read all of them
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = unwished([face.pk for face in faces]).explain()
    assert "SCAN wall_" not in plan
    assert "Seq Scan" not in plan
