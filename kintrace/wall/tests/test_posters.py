"""Who may stand on a poster, what its issue tells, and how a face comes off paper again."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.protection import actions as protection
from kintrace.protection import lookups as protected
from kintrace.protection.circles import NotWith
from kintrace.protection.jobs import expire
from kintrace.protection.purposes import Purpose, Scope
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.wall import actions, lookups
from kintrace.wall.actions.posters import MayNotHang, NothingChosen
from kintrace.wall.models import Face, Poster, PosterIssue, PosterIssueFace, Region
from kintrace.wall.posters import hangs_until, is_token
from kintrace.wall.tests import cast

pytestmark = pytest.mark.database_bound
House = tuple[Society, Member, Member]
BOTH = (Scope.WALL, Scope.POSTERS)


def region_of(by: Member, *societies: Society) -> Region:
    """In `reading_as` the society of who makes it."""
    return actions.settle_region(
        None,
        name=f"Region {uuid4()}",
        scope="Over the sea.",
        criteria="",
        societies=[str(society.pk) for society in societies],
        languages=["en"],
        by=by,
    )


def made(region: Region, faces: list[Any], *, by: Member, **other: Any) -> Poster:
    plan: dict[str, Any] = {"languages": ["en"], "size": "a4", "month": timezone.localdate()}
    return actions.make_poster(region, **(plan | other), faces=[face.pk for face in faces], by=by)


def this_month() -> date:
    return hangs_until(timezone.localdate())


# --- who may stand there ---


def test_only_who_agreed_to_posters_stands_on_one(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    cast.put_up(alma, boris)
    _notice, agreed, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        region = region_of(alma, society)
        assert lookups.printable(region, this_month(), by=alma) == [agreed]


def test_a_poster_shows_nobody_whose_agreement_ends_before_it_comes_down(
    with_boxes: House,
) -> None:
    society, alma, boris = with_boxes
    _notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        region = region_of(alma, society)
        assert lookups.printable(region, cast.in_half_a_year(), by=alma) == [face]
        later = cast.in_half_a_year() + timedelta(days=1)
        assert lookups.printable(region, later, by=alma) == []


def test_who_is_held_between_choosing_and_making_is_not_printed(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    carla = enlist(society, Role.CHILD_PROTECTION)
    with reading_as(society.pk):
        region = region_of(alma, society)
        protection.withdraw(notice.subject, purpose=Purpose.PUBLISH, by=carla)
        with pytest.raises(MayNotHang):
            made(region, [face], by=alma)
        assert not PosterIssue.objects.exists()


def test_a_poster_of_nobody_and_one_of_too_many_are_refused(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        region = region_of(alma, society)
        for number in (0, 31):
            with pytest.raises(NothingChosen):
                made(region, [Face(pk=uuid4()) for _ in range(number)], by=alma)


def test_another_societys_face_is_printed_as_far_as_its_public_row_says_so(
    with_boxes: House,
) -> None:
    society, alma, _boris = with_boxes
    north, outside = found("NM"), found("OU")
    with reading_as(north.pk):
        agreed = cast.stands(north, posters_until=cast.in_half_a_year())
        cast.stands(north, posters_until=this_month() - timedelta(days=1))
        cast.stands(north)
    with reading_as(outside.pk):
        cast.stands(outside, posters_until=cast.in_half_a_year())
    with reading_as(society.pk):
        region = region_of(alma, society, north)
        assert lookups.printable(region, this_month(), by=alma) == [agreed]
        with reading_as(north.pk):
            actions.remove_by_code(agreed)  # a wish that nobody has carried out yet
        assert lookups.printable(region, this_month(), by=alma) == []


def test_what_somebody_must_not_learn_is_printed_by_no_other_society(with_boxes: House) -> None:
    _society, alma, boris = with_boxes
    _notice, anyone, _code = cast.put_up(alma, boris, scope=BOTH)
    fears = NotWith(countries=frozenset({"XX"}))
    _notice, afraid, _code = cast.put_up(alma, boris, scope=BOTH, not_with=fears)
    assert anyone.posters_until == cast.in_half_a_year()
    assert afraid.posters_until is None


def test_who_cannot_be_asked_is_printed_by_no_other_society(
    with_boxes: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, alma, boris = with_boxes
    notice, _face, _code = cast.put_up(alma, boris, scope=BOTH)

    def cut_off(subject: UUID) -> NotWith:
        raise KeyNotAtHand(f"no slot for {subject}")

    monkeypatch.setattr(protected, "not_with", cut_off)
    with reading_as(society.pk):
        assert lookups.printed_by_others_until(notice.subject) is None


def test_who_says_later_who_must_not_learn_is_kept_from_other_posters_at_once(
    with_boxes: House,
) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        own = made(region_of(alma, society), [face], by=alma)
    north = found("NM")
    theirs = PosterIssue.objects.create(token="0123456789abcdef", month=this_month())
    PosterIssueFace.objects.create(issue=theirs, face=face.pk)
    with reading_as(society.pk):
        fears = NotWith(societies=frozenset({north.pk}))
        done = protection.change_not_with(notice.subject, not_with=fears, by=alma)
        assert done == ["No other society prints the photo. Who has it on a poster covers it."]
        face.refresh_from_db()
        assert face.posters_until is None
        left = PosterIssueFace.objects.filter(face=face.pk).values_list("issue", flat=True)
        assert list(left) == [own.issue_id]
        assert protection.change_not_with(notice.subject, not_with=fears, by=alma) == []
        assert protection.change_not_with(notice.subject, not_with=NotWith(), by=alma) == []
    expire.call()
    with reading_as(society.pk):
        face.refresh_from_db()
        assert face.posters_until is not None, "who may learn again, may print again"


def test_who_was_printed_least_often_comes_first(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    north = found("NM")
    with reading_as(north.pk):
        faces = [cast.stands(north, posters_until=cast.in_half_a_year()) for _ in range(4)]
    with reading_as(society.pk):
        region = region_of(alma, society, north)
        made(region, faces[:3], by=alma)
        assert lookups.printable(region, this_month(), by=alma)[0] == faces[3]


# --- what an issue tells ---


def test_the_public_rows_of_an_issue_hold_a_token_a_month_and_faces_and_nothing_else() -> None:
    assert {field.name for field in PosterIssue._meta.concrete_fields} == {"id", "token", "month"}
    columns = {field.name for field in PosterIssueFace._meta.concrete_fields}
    assert columns == {"id", "issue", "face"}


def test_the_address_on_a_poster_shows_its_faces_and_no_others(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    north = found("NM")
    with reading_as(north.pk):
        faces = [cast.stands(north, posters_until=cast.in_half_a_year()) for _ in range(3)]
    with reading_as(society.pk):
        poster = made(region_of(alma, society, north), faces[:2], by=alma)
    token = poster.issue.token
    assert is_token(token)
    with reading_as(north.pk):
        led = visitor.get(f"/?p={token}")
        assert led["Location"] == f"/en/?p={token}"
        page = visitor.get(f"/en/?o=1&p={token}").content.decode()
        assert [str(face.pk) in page for face in faces] == [True, True, False]
        assert f"o=1&amp;who=brother&amp;p={token}" in page
        assert 'href="/en/?o=1"' in page  # and back to everyone
        for unknown in ("0" * 16, "no token", token.upper()):
            page = visitor.get("/en/", {"o": "1", "p": unknown}).content.decode()
            assert all(str(face.pk) in page for face in faces)
        actions.remove_by_code(faces[0])
        page = visitor.get(f"/en/?o=1&p={token}").content.decode()
        assert [str(face.pk) in page for face in faces] == [False, True, False]


def test_numbers_count_up_in_each_society_alone(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    north = found("NM")
    nora = enlist(north, Role.OFFICER)
    with reading_as(north.pk):
        face = cast.stands(north, posters_until=cast.in_half_a_year())
    with reading_as(society.pk):
        region = region_of(alma, society, north)
        assert [made(region, [face], by=alma).number for _ in range(2)] == [1, 2]
        assert [poster.number for poster in lookups.posters(alma)] == [2, 1]
        assert lookups.posters(nora) == []


# --- PostgreSQL's own wall ---


def test_a_society_sees_nothing_of_anothers_posters_and_only_the_printable_of_its_faces(
    postgres: None, with_boxes: House
) -> None:
    society, alma, _boris = with_boxes
    north = found("NM")
    with reading_as(north.pk):
        printable = cast.stands(north, posters_until=cast.in_half_a_year())
        cast.stands(north)
    with reading_as(society.pk):
        region = region_of(alma, society, north)
        poster = made(region, [printable], by=alma)
        actions.hang(poster, where="Hall", who="Chidi", since=timezone.localdate(), by=alma)
        assert list(Face.objects.all()) == [printable]
        assert Face.objects.filter(pk=printable.pk).update(live_until=this_month()) == 0
        assert Face.objects.filter(pk=printable.pk).delete()[0] == 0
    with reading_as(north.pk):
        assert not Poster.objects.exists()
        assert lookups.hanging_sheets(alma) == []
    assert not Face.objects.exists()
    assert not Poster.objects.exists()
