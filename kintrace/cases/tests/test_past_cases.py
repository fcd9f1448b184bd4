"""What stays of an ended case is a number, and no page shows a small one."""

from django.db import connection
from django.test import Client

from kintrace.cases import lookups, past_cases
from kintrace.cases.actions import opening
from kintrace.cases.afterwards import AgeThen, Kin
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Case, PastCases
from kintrace.cases.tests import ways
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import TWO_YEARS, Clock, go
from kintrace.demo import playing
from kintrace.network.tests.cast import SignIn
from kintrace.vault.models import Slot
from kintrace.vault.reader import reading_as


def cell(scene: Scene) -> PastCases:
    with reading_as(scene.society.pk):
        return PastCases.objects.get()


def test_what_stays_is_a_number_without_an_id_or_a_day(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    with reading_as(scene.society.pk):
        [sought] = lookups.sought_in(closed)
        ids = {closed.pk, closed.subject, closed.file, sought.pk, sought.subject}
        said = {closed.reference, str(closed.handler_id)} | {str(one) for one in ids}
    go(clock, TWO_YEARS + 1)
    ways.end_old(scene)
    row = cell(scene)
    assert (row.opened, row.closed, row.closing, row.count) == (2026, 2026, "self_solved", 1)
    assert row.kin in Kin.values
    assert row.age in AgeThen.values
    with reading_as(scene.society.pk), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_pastcases")
        [values] = cursor.fetchall()
    assert not said & {str(value) for value in values}
    kinds = {field.get_internal_type() for field in PastCases._meta.fields}
    assert not kinds & {"DateField", "DateTimeField", "TextField", "JSONField"}
    ids_in_it = {f.name for f in PastCases._meta.fields if f.get_internal_type() == "UUIDField"}
    assert ids_in_it == {"id"}  # the cell's own, made before the second case came into it


def test_cases_alike_are_one_row_so_that_none_can_be_told_from_another(
    scene: Scene, clock: Clock
) -> None:
    with scene.acting(scene.alma):
        for _ in range(3):
            case = playing.open_a_case(SELAM, by=scene.alma)
            opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
    go(clock, TWO_YEARS + 1)
    assert ways.end_old(scene) == 3
    assert cell(scene).count == 3


def test_a_case_that_nobody_can_open_any_more_ends_all_the_same(
    scene: Scene, closed: Case, clock: Clock
) -> None:
    with reading_as(scene.society.pk):
        Slot.objects.filter(file=closed.file).delete()
    go(clock, TWO_YEARS + 1)
    assert ways.end_old(scene) == 1
    assert (cell(scene).kin, cell(scene).age) == (Kin.OTHER, AgeThen.UNKNOWN)


def test_no_number_under_five_is_shown(
    scene: Scene, clock: Clock, client: Client, sign_in: SignIn
) -> None:
    def gone(closed: int, count: int, kin: str) -> None:
        PastCases.objects.create(
            society=scene.society, opened=2020, closed=closed, closing="found",
            kin=kin, age="18", count=count,
        )  # fmt: skip

    with reading_as(scene.society.pk):
        for closed, count, kin in ((2024, 4, "child"), (2025, 1, "child"), (2026, 6, "spouse")):
            gone(closed, count, kin)
        PastCases.objects.create(
            society=scene.society, opened=2020, closed=2026, closing="lost",
            kin="child", age="18", count=4,
        )  # fmt: skip
        shown = past_cases.shown(scene.society.pk)
    assert shown["rows"] == [(2024, [0]), (2025, [5]), (2026, [6])]
    assert len(shown["reasons"]) == 1
    page = sign_in(client, scene.omar).get("/desk/impact/past/").content.decode()
    assert "No number under five is shown." in page
