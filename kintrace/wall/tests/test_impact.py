"""Figures: what they are made of, what is shown of them, and who may read which."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.http import Http404
from freezegun import freeze_time
from hypothesis import given
from hypothesis import strategies as st

from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reading_as
from kintrace.visitors.models import DayCount
from kintrace.wall import impact, jobs
from kintrace.wall.actions import figures as actions
from kintrace.wall.lookups import figures as counted
from kintrace.wall.lookups.figures import Kind
from kintrace.wall.models import Cost, MonthFigure, Notice
from kintrace.wall.periods import Period, months_between
from kintrace.wall.small_numbers import FEWEST

TODAY = date(2026, 11, 25)
YEAR = Period.of("2026", TODAY)
MONTHS = months_between(YEAR.first, YEAR.end)
Make = Callable[..., None]


@pytest.fixture
def pair(db: None) -> tuple[Society, Society]:
    return found("AT"), found("BG")


def hung(by: Member, *, put_up: date, ended: date | None = None, state: str = "live") -> None:
    """A notice as publishing and taking down leave it. In reading_as."""
    notice = Notice(file=open_file(by.society_id), society_id=by.society_id, subject=uuid4())
    notice.told = {}
    notice.frame, notice.live_until, notice.state = "whole", put_up + timedelta(days=300), state
    notice.proposed_by, notice.approved_by = by, enlist(by.society, Role.OFFICER)
    notice.put_up = _noon(put_up)
    notice.ended = _noon(ended) if ended else None
    notice.save(force_insert=True)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def note(society: Society, kind: str, month: date, count: int) -> None:
    with reading_as(society.pk):
        MonthFigure.objects.create(society=society, kind=kind, month=month, count=count)


def seen_by(society: Society, today: date = TODAY, period: Period = YEAR) -> impact.Figures:
    with reading_as(society.pk):
        return impact.of_network(society.pk, period, today)


# --- what is counted ---


@pytest.mark.database_bound
def test_a_notice_counts_when_it_went_up_and_when_and_how_it_ended(
    pair: tuple[Society, Society],
) -> None:
    boris = enlist(pair[0], Role.OFFICER)
    with reading_as(pair[0].pk):
        hung(boris, put_up=date(2026, 1, 5))
        hung(boris, put_up=date(2026, 1, 6), ended=date(2026, 3, 1), state="matched")
        hung(boris, put_up=date(2026, 1, 7), ended=date(2026, 3, 2), state="withdrawn")
        january, march = date(2026, 1, 1), date(2026, 3, 1)
        assert counted.counted_now(pair[0].pk) == Counter(
            {
                (Kind.PUT_UP, january): 3,
                (Kind.ENDED, march): 2,
                (Kind.MATCHED_3, march): 1,
            }
        )


@pytest.mark.database_bound
def test_a_count_stays_when_what_it_counted_is_erased(pair: tuple[Society, Society]) -> None:
    boris = enlist(pair[0], Role.OFFICER)
    with reading_as(pair[0].pk):
        for day in range(1, 7):
            hung(boris, put_up=date(2026, 1, day))
    jobs.write_figures.call()
    jobs.write_figures.call()  # safe to do twice
    with reading_as(pair[0].pk):
        Notice.objects.all().delete()
    jobs.write_figures.call()
    with reading_as(pair[0].pk):
        assert counted.counts_of(pair[0].pk) == {Kind.PUT_UP: {date(2026, 1, 1): 6}}


# --- what is shown ---


def series_of(figures: impact.Figures) -> Iterator[impact.Series]:
    yield from (figures.put_up, figures.messages, figures.matched, figures.live)


def some_counts() -> st.SearchStrategy[counted.Counts]:
    cells = st.dictionaries(st.sampled_from(MONTHS), st.integers(0, 12))
    return st.dictionaries(st.sampled_from([kind.value for kind in Kind]), cells)


@given(st.lists(some_counts(), min_size=1, max_size=3))
def test_no_number_of_a_year_is_under_five_and_every_total_is_the_sum_of_what_is_shown(
    parts: list[counted.Counts],
) -> None:
    shown = impact.figures(parts, YEAR, YEAR.end)
    for series in series_of(shown):
        assert all(number == 0 or number >= FEWEST for number in series.values())
    assert shown.totals["put_up"] == sum(shown.put_up.values()) == shown.ever
    assert shown.middle == "" or sum(shown.matched.values()) >= FEWEST


@given(some_counts())
def test_a_month_and_its_year_are_made_of_the_same_numbers(counts: counted.Counts) -> None:
    year = impact.figures([counts], YEAR, YEAR.end)
    for month in MONTHS:
        alone = impact.figures([counts], Period.of(f"{month:%Y-%m}", TODAY), YEAR.end)
        for whole, part in zip(series_of(year), series_of(alone), strict=True):
            assert part == {month: whole[month]}


@given(some_counts(), some_counts())
def test_who_takes_the_own_numbers_from_the_networks_finds_no_small_one_of_the_others(
    own: counted.Counts, others: counted.Counts
) -> None:
    network = impact.figures([own, others], YEAR, YEAR.end)
    alone = impact.figures([own], YEAR, YEAR.end)
    for all_together, mine in zip([*series_of(network)][:3], [*series_of(alone)][:3], strict=True):
        rest = [all_together[month] - mine[month] for month in MONTHS]
        assert all(number == 0 or number >= FEWEST for number in rest)


def test_what_hangs_follows_from_what_went_up_and_what_ended() -> None:
    counts: counted.Counts = {
        Kind.PUT_UP: {MONTHS[0]: 20, MONTHS[1]: 7},
        Kind.ENDED: {MONTHS[1]: 10, MONTHS[2]: 15},
    }
    shown = impact.figures([counts], YEAR, MONTHS[3])
    assert list(shown.live.values()) == [20, 17, 0]  # two are too few to say
    assert shown.ever == 27


def test_the_middle_of_the_matches_is_a_word_and_needs_five_of_them() -> None:
    few: counted.Counts = {Kind.MATCHED_1: {MONTHS[0]: 4}}
    assert impact.figures([few], YEAR, YEAR.end).middle == ""
    more: counted.Counts = {Kind.MATCHED_1: {MONTHS[0]: 3}, Kind.MATCHED_6: {MONTHS[4]: 4}}
    assert impact.figures([more], YEAR, YEAR.end).middle == "six months"


# --- the network ---


@pytest.mark.database_bound
def test_figures_of_all_societies_add_up_and_come_fourteen_days_late(
    pair: tuple[Society, Society],
) -> None:
    october, november = date(2026, 10, 1), date(2026, 11, 1)
    for society, number in zip(pair, (9, 11), strict=True):
        note(society, Kind.PUT_UP, october, number)
        note(society, Kind.PUT_UP, november, number)
    assert seen_by(pair[0]).put_up[october] == 20
    assert november not in seen_by(pair[0]).months
    assert november not in seen_by(pair[0], date(2026, 12, 14)).months
    assert seen_by(pair[0], date(2026, 12, 15)).put_up[november] == 20


@pytest.mark.database_bound
def test_staff_read_the_counts_of_all_and_write_their_own_alone(
    pair: tuple[Society, Society], postgres: None
) -> None:
    note(pair[1], Kind.PUT_UP, MONTHS[0], 11)
    with reading_as(pair[0].pk):
        assert MonthFigure.objects.get().count == 11
        assert MonthFigure.objects.update(count=1) == 0
        assert MonthFigure.objects.all().delete()[0] == 0
        with pytest.raises(ProgrammingError), transaction.atomic():
            MonthFigure.objects.create(society=pair[1], kind=Kind.ENDED, month=MONTHS[0], count=1)
    assert not MonthFigure.objects.exists()  # nobody is reading


@pytest.mark.database_bound
def test_the_public_side_sees_neither_counts_nor_costs_nor_reports(
    pair: tuple[Society, Society], as_public_role: Any
) -> None:
    with as_public_role():
        for table in ("wall_monthfigure", "wall_cost", "wall_reporttext"):
            with (
                pytest.raises(ProgrammingError),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - names from above


# --- views ---


@pytest.mark.database_bound
def test_views_of_a_year_are_the_sums_of_its_days(db: None) -> None:
    rows = {("ar", 1): 3, ("ar", 2): 4, ("ar", 3): 2, ("ti", 9): 4, ("en", 9): 50}
    for (language, day), number in rows.items():
        DayCount.objects.create(
            day=date(2026, 10, day), kind="wall", language=language, count=number
        )
    DayCount.objects.create(day=date(2026, 10, 9), kind="message", language="en", count=7)
    october = impact.views(Period.of("2026-10", TODAY), until=YEAR.end)
    assert october.languages["ar"][date(2026, 10, 1)] == 0
    assert october.languages["ar"][date(2026, 10, 2)] == 7
    assert october.by_language == {"ar": 7, "en": 50, "ti": 0}
    year = impact.views(YEAR, until=YEAR.end)
    assert year.by_time[date(2026, 10, 1)] == 57
    assert year.by_language == october.by_language


# --- costs ---


@pytest.mark.database_bound
def test_costs_are_divided_by_the_people_shown_and_by_one_currency_only(
    pair: tuple[Society, Society],
) -> None:
    admin = enlist(pair[0], Role.SOCIETY_ADMIN)
    note(pair[0], Kind.PUT_UP, MONTHS[0], 20)
    note(pair[0], Kind.MATCHED_3, MONTHS[0], 3)
    with reading_as(pair[0].pk):
        said: dict[str, Any] = {"month": date(2026, 1, 9), "spent_on": "travel", "by": admin}
        actions.enter_cost(amount=Decimal(300), currency="EUR", **said)
        actions.enter_cost(amount=Decimal(100), currency="EUR", **said)
        shown = impact.of_society(pair[0].pk, YEAR, until=YEAR.end)
        [euros] = impact.spent(counted.costs_of(pair[0].pk, shown.months), shown)
        assert euros.amount == 400
        assert euros.per_person == 20
        assert euros.per_family is None  # three families are too few to divide by
        actions.enter_cost(amount=Decimal(5), currency="USD", **said)
        both = impact.spent(counted.costs_of(pair[0].pk, shown.months), shown)
        assert [one.per_person for one in both] == [None, None]


@pytest.mark.database_bound
def test_another_societys_costs_are_not_there(pair: tuple[Society, Society]) -> None:
    admin = enlist(pair[0], Role.SOCIETY_ADMIN)
    with reading_as(pair[0].pk):
        cost = actions.enter_cost(
            month=TODAY, amount=Decimal(1), currency="EUR", spent_on="print", by=admin
        )
    with reading_as(pair[1].pk):
        assert counted.costs_of(pair[1].pk, [date(2026, 11, 1)]) == []
        with pytest.raises(Http404):
            counted.cost_for(pair[1].pk, cost.pk)
    with reading_as(pair[0].pk):
        actions.take_back_cost(counted.cost_for(pair[0].pk, cost.pk), by=admin)
        assert not Cost.objects.exists()


def test_a_period_is_a_year_or_a_month_and_anything_else_is_this_year() -> None:
    assert Period.of("2025-12", TODAY) == Period(date(2025, 12, 1), date(2026, 1, 1))
    for odd in ("", "x", "2026-13", "0", "1999", "9999", "99999", "2026-11-3", "../etc"):
        assert Period.of(odd, TODAY) == YEAR
    with freeze_time(TODAY):
        assert Period.of("2025", TODAY).name == "2025"
