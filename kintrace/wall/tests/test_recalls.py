"""How a face comes off the paper again, and what a caller says of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reading_as
from kintrace.wall import actions, jobs, lookups
from kintrace.wall.models import Hanging, Poster, PosterIssue, PosterIssueFace
from kintrace.wall.posters import NoSuchCode, hangs_until, next_month, read_code
from kintrace.wall.tests import cast
from kintrace.wall.tests.test_posters import BOTH, House, made, region_of

pytestmark = pytest.mark.database_bound


@pytest.fixture
def hung(with_boxes: House) -> tuple[Member, Poster, Hanging]:
    """A poster of North's with two faces of others, AT's second; one sheet hangs, one is down."""
    society, alma, boris = with_boxes
    _notice, face, _code = cast.put_up(alma, boris, scope=BOTH)
    north, south = found("NM"), found("SM")
    nora = enlist(north, Role.OFFICER)
    with reading_as(south.pk):
        other = cast.stands(south, posters_until=cast.in_half_a_year())
    with reading_as(north.pk):
        poster = made(region_of(nora, society, north, south), [other, face], by=nora)
        hall, school = (
            actions.hang(poster, where=where, who="Chidi", since=timezone.localdate(), by=nora)
            for where in ("Station, hall", "School, stairs")
        )
        actions.take_off(school, by=nora)
    return nora, poster, hall


def take_back(society: Society, alma: Member) -> list[str]:
    """Who stands on AT's wall takes the consent back."""
    with reading_as(society.pk):
        [notice] = lookups.notices(alma, "live")
        return protection.withdraw(notice.subject, purpose=Purpose.PUBLISH, by=alma)


def test_a_face_taken_down_is_recalled_from_every_place_where_a_poster_shows_it(
    with_boxes: House, hung: tuple[Member, Poster, Hanging]
) -> None:
    """Of another society's poster, too: neither side reads a row of the other for it."""
    society, alma, _boris = with_boxes
    nora, _poster, hall = hung
    with reading_as(nora.society_id):
        assert [sheet.withdrawn for sheet in lookups.hanging_sheets(nora)] == [[]]
    assert "The photo is off the wall" in take_back(society, alma)[0]
    with reading_as(society.pk):
        assert lookups.hanging_sheets(alma) == []
    with reading_as(nora.society_id):
        [sheet] = lookups.hanging_sheets(nora)
        assert sheet.hanging == hall
        assert sheet.hanging.where == "Station, hall"
        assert [str(spot.code) for spot in sheet.uncovered] == ["1-2"]
        assert lookups.withdrawn_spot(hall, "1") is None


def test_what_is_done_at_a_place_can_be_undone_and_is_written_down(
    with_boxes: House, hung: tuple[Member, Poster, Hanging]
) -> None:
    society, alma, _boris = with_boxes
    nora, _poster, hall = hung
    take_back(society, alma)
    with reading_as(nora.society_id):
        actions.cover(hall, place=2, covered=True, by=nora)
        assert lookups.hanging_sheets(nora)[0].uncovered == []
        actions.cover(hall, place=2, covered=False, by=nora)
        assert len(lookups.hanging_sheets(nora)[0].uncovered) == 1
        actions.take_off(hall, by=nora)
        assert lookups.hanging_sheets(nora) == []
        actions.hang_again(hall, by=nora)
        assert len(lookups.hanging_sheets(nora)) == 1
        deeds = [one.deed for one in audit.entries(nora.society_id) if one.about == hall.pk]
    done = ["covered_face", "uncovered_face", "took_poster_off", "hung_poster", "hung_poster"]
    assert sorted(deeds) == sorted(done)


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
