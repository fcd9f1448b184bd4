"""When and where something happened, as it is said; and whose last news lies there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kintrace.cases.forms_events import EventForm
from kintrace.cases.happened import Happened

TYPED = {
    "kind": "shipwreck",
    "called": "the blue boat",
    "said": "the night before Eid",
    "calendar": "gregorian",
    "year": "2025",
    "month": "6",
    "day": "5",
    "place": "off Zarzis",
    "country": "TN",
}


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ({}, date(2025, 6, 5), date(2025, 6, 5)),
        ({"day_to": "8"}, date(2025, 6, 5), date(2025, 6, 8)),
        ({"day": "", "month": ""}, date(2025, 1, 1), date(2025, 12, 31)),
        ({"day": "", "year_to": "2025", "month_to": "8"}, date(2025, 6, 1), date(2025, 8, 31)),
        (
            {"calendar": "ethiopian", "year": "2017", "month": "10", "day": ""},
            date(2025, 6, 8),
            date(2025, 7, 7),
        ),
    ],
)
def test_a_time_as_it_is_said_becomes_the_days_it_means(
    typed: dict[str, str], first: date, last: date
) -> None:
    form = EventForm(TYPED | typed)
    assert form.is_valid(), form.errors
    happened = form.happened()
    assert (happened.first, happened.last) == (first, last)
    assert Happened.from_json(happened.to_json()) == happened


@pytest.mark.parametrize(
    "typed", [{"year": "2190"}, {"month": "13"}, {"year": ""}, {"day_to": "2"}, {"called": ""}]
)
def test_what_is_no_time_is_told(typed: dict[str, str]) -> None:
    assert not EventForm(TYPED | typed).is_valid()


NEWS = {"window": ["2025-06-01", "2025-06-30"], "country": "TN"}


@pytest.mark.parametrize(
    ("news", "may"),
    [
        (NEWS, True),
        (NEWS | {"country": "LY"}, False),
        (NEWS | {"country": ""}, True),
        (NEWS | {"window": ["2025-05-10", "2025-05-10"]}, True),
        (NEWS | {"window": ["2025-04-01", "2025-04-30"]}, False),
        (NEWS | {"window": ["2025-06-06", "2025-06-06"]}, False),
        (NEWS | {"window": None}, False),
        (None, False),
    ],
)
def test_last_news_lies_where_and_when_it_was_or_a_month_before(
    news: dict[str, Any] | None, may: bool
) -> None:
    on = date(2025, 6, 5)
    assert Happened("b", "s", "gregorian", on, on, "p", "TN").may_hold(news) is may
