"""Who may stand on a poster, what its issue tells, and how a face comes off paper again."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.circles import NotWith
from kintrace.protection.jobs import expire
from kintrace.protection.purposes import Purpose, Scope
from kintrace.vault.reader import reading_as
from kintrace.wall import actions, jobs, lookups
from kintrace.wall.actions.posters import MayNotHang, NothingChosen
from kintrace.wall.models import Face, Poster, PosterIssue, PosterIssueFace, Region
from kintrace.wall.posters import NoSuchCode, hangs_until, is_token, next_month, read_code
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


def test_who_says_later_who_must_not_learn_is_kept_from_other_posters_within_a_day(
    with_boxes: House,
) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        fears = NotWith(persons=("an uncle",))
        protection.change_not_with(notice.subject, not_with=fears, by=alma)
    expire.call()
    with reading_as(society.pk):
        face.refresh_from_db()
        assert face.posters_until is None


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
        assert f"o=1&amp;p={token}&amp;who=brother" in page
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


# --- off the paper again ---


def test_a_face_taken_down_is_recalled_from_every_place_where_a_poster_shows_it(
    with_boxes: House,
) -> None:
    """Of another society's poster, too: neither side reads a row of the other for it."""
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    north, south = found("NM"), found("SM")
    nora = enlist(north, Role.OFFICER)
    with reading_as(south.pk):
        other = cast.stands(south, posters_until=cast.in_half_a_year())
    with reading_as(north.pk):
        region = region_of(nora, society, north, south)
        poster = made(region, [other, face], by=nora)
        hall, school = (
            actions.hang(poster, where=where, who="Chidi", since=timezone.localdate(), by=nora)
            for where in ("Station, hall", "School, stairs")
        )
        actions.take_off(school, by=nora)
        assert [sheet.withdrawn for sheet in lookups.hanging_sheets(nora)] == [[]]
    with reading_as(society.pk):
        assert lookups.hanging_sheets(alma) == []
        said = protection.withdraw(notice.subject, purpose=Purpose.PUBLISH, by=alma)
        assert "The photo is off the wall" in said[0]
    with reading_as(north.pk):
        [sheet] = lookups.hanging_sheets(nora)
        assert sheet.hanging == hall
        assert sheet.hanging.where == "Station, hall"
        assert [str(spot.code) for spot in sheet.uncovered] == ["1-2"]
        assert lookups.withdrawn_spot(hall, "1") is None
        actions.cover(hall, place=2, covered=True, by=nora)
        assert lookups.hanging_sheets(nora)[0].uncovered == []
        actions.cover(hall, place=2, covered=False, by=nora)
        assert len(lookups.hanging_sheets(nora)[0].uncovered) == 1
        actions.take_off(hall, by=nora)
        assert lookups.hanging_sheets(nora) == []
        actions.hang_again(hall, by=nora)
        assert len(lookups.hanging_sheets(nora)) == 1
        deeds = [entry.deed for entry in audit.entries(north.pk) if entry.about == hall.pk]
    assert sorted(deeds) == sorted(
        ["hung_poster", "covered_face", "uncovered_face", "took_poster_off", "hung_poster"]
    )


def test_whose_face_stands_on_posters_is_told_so_and_reads_it_in_the_copy(
    with_boxes: House,
) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        made(region_of(alma, society), [face], by=alma)
        lines = holders.copy(notice.subject)
        assert ("Printed on posters", "1-1") in [(line.name, line.value) for line in lines]
        said = protection.withdraw(notice.subject, purpose=Purpose.PUBLISH, by=alma)
    assert any("on posters, too" in sentence for sentence in said)


def test_a_removal_by_code_leaves_the_issue_when_the_worker_carries_it_out(
    with_boxes: House,
) -> None:
    society, alma, boris = with_boxes
    _notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        made(region_of(alma, society), [face], by=alma)
        actions.remove_by_code(face)
    jobs.empty_removals.call()
    assert not PosterIssueFace.objects.exists()


def test_an_issue_is_forgotten_a_year_after_its_last_day_unless_a_sheet_still_hangs(
    with_boxes: House,
) -> None:
    society, alma, boris = with_boxes
    _notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    with reading_as(society.pk):
        region = region_of(alma, society)
        forgotten, hanging = (made(region, [face], by=alma) for _ in range(2))
        actions.hang(hanging, where="Hall", who="Chidi", since=timezone.localdate(), by=alma)
        over = forgotten.until + actions.posters.KEPT_AFTER
        assert actions.forget_old(over, by=alma) == 0
        assert actions.forget_old(over + timedelta(days=1), by=alma) == 1
        assert [poster.pk for poster in lookups.posters(alma)] == [hanging.pk]
        assert PosterIssue.objects.get() == hanging.issue


# --- codes, months ---


@pytest.mark.parametrize(
    "said",
    [
        "11-17",
        " 11 17 ",
        "11 \N{EN DASH} 17",
        "\u06f1\u06f1-\u06f1\u06f7",
        "\u0661\u0661/\u0661\u0667",
        "11 to 17",
    ],
)
def test_a_code_is_read_as_people_type_it_in_digits_of_any_script(said: str) -> None:
    assert str(read_code(said)) == "11-17"


@pytest.mark.parametrize(
    "said", ["11", "1-2-3", "", "eleven", "\u1372\u1369 \u1372\u136f", "1-99999999"]
)
def test_what_is_no_code_is_not_half_read(said: str) -> None:
    with pytest.raises(NoSuchCode):
        read_code(said)


def test_a_caller_is_understood_in_the_own_society_only(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    north = found("NM")
    nora = enlist(north, Role.OFFICER)
    with reading_as(north.pk):
        face = cast.stands(north, posters_until=cast.in_half_a_year())
    with reading_as(society.pk):
        poster = made(region_of(alma, society, north), [face], by=alma)
        heard = lookups.called(alma, f"{poster.number}-1")
        assert heard.face == face
        assert heard.spot.looks_after == north.pk
        with reading_as(north.pk):
            face.delete()
        assert lookups.called(alma, f"{poster.number}-1").face is None
        with pytest.raises(NoSuchCode):
            lookups.called(alma, f"{poster.number}-2")
    with reading_as(north.pk), pytest.raises(NoSuchCode):
        lookups.called(nora, f"{poster.number}-1")


@freeze_time("2026-11-25")
def test_a_poster_hangs_to_the_end_of_the_month_after_its_own() -> None:
    assert hangs_until(date(2026, 11, 25)) == date(2026, 12, 31)
    assert hangs_until(date(2026, 12, 1)) == date(2027, 1, 31)
    today = timezone.localdate()
    assert next_month(date(2026, 11, 1), today) == date(2026, 12, 1)
    assert next_month(date(2026, 12, 1), today) == date(2026, 12, 1)
    assert next_month(date(2025, 1, 1), today) == date(2026, 11, 1)


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
