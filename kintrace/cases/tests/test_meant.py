"""What a date means in the Gregorian calendar is shown where it was typed, before handing in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kintrace.cases import lookups, steps
from kintrace.cases.actions import corrections, drafts
from kintrace.cases.forms import SearcherForm, WaysForm
from kintrace.cases.forms_sought import NewsForm, SoughtForm
from kintrace.cases.happened import Happened
from kintrace.cases.meant import days_meant
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_many_sought import NEWS, whole_draft
from kintrace.cases.tests.test_on_purpose import HEARD, sent
from kintrace.cases.tests.test_red_cross_pages import at_desk, page

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case, Sought
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

SOMEBODY = {"relation": ["sister"], "given": ["Selam"], "sex": ["female"], "languages": ["ti"]}
IN_1990 = {"said": ["1990"], "year": ["1990"], "calendar": ["ethiopian"], "precision": ["year"]}
MESKEREM = NEWS | {"year": ["2016"], "month": ["1"], "day": ["3"], "calendar": ["ethiopian"]}
BETWEEN = {"year": ["2014"], "year_to": ["2016"]}
THAT_DAY, OF_1990 = "14 September 2023", "11 September 1997 – 10 September 1998"


@pytest.mark.parametrize(
    ("form", "said", "means"),
    [
        (SearcherForm, SOMEBODY | IN_1990, OF_1990),
        (SoughtForm, SOMEBODY | IN_1990, OF_1990),
        (NewsForm, MESKEREM, THAT_DAY),
        (NewsForm, NEWS | {"year": ["2024"]}, "1 January 2024 – 31 December 2024"),
        (NewsForm, NEWS | BETWEEN, "1 January 2014 – 31 December 2016"),
        (NewsForm, NEWS | BETWEEN | {"month": ["6"]}, "1 June 2014 – 31 December 2016"),
        (
            NewsForm,
            NEWS | BETWEEN | {"calendar": ["ethiopian"]},
            "11 September 2021 – 10 September 2024",
        ),
        (NewsForm, MESKEREM | {"calendar": ["gregorian"]}, ""),
        (NewsForm, NEWS, ""),
        (WaysForm, {"phone": ["1990"]}, ""),
    ],
)
def test_a_window_is_named_unless_it_is_one_day_of_our_calendar(
    form: Any, said: dict[str, list[str]], means: str
) -> None:
    assert days_meant(form, said) == means


@pytest.mark.parametrize(
    ("numbers", "precision"),
    [
        ({"year": "2023"}, "year"),
        ({"year": "2023", "month": "9"}, "month"),
        ({"year": "2023", "month": "9", "day": "14"}, "exact"),
        ({"year": "2014", "year_to": "2016"}, "band"),
    ],
)
def test_last_news_is_known_to_the_day_the_month_the_year_or_between_two_years(
    numbers: dict[str, str], precision: str
) -> None:
    form: Any = sent(NewsForm, **HEARD, **numbers, place="Sabha")
    assert form.is_valid()
    assert form.last_news()["precision"] == precision
    first, last = form.last_news()["window"]
    assert (first == last) == (precision == "exact")


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ({"year": "2023", "day": "14"}, {"month"}),
        ({"month": "9"}, {"year"}),
        ({"year": "2023", "month": "9", "day": "31"}, {"year"}),
        ({"year_to": "2016"}, {"year"}),
        ({"year": "2016", "year_to": "2014"}, {"year_to"}),
        ({"year": "2016", "year_to": "2114"}, {"year_to"}),
    ],
)
def test_a_date_with_a_gap_is_asked_about(numbers: dict[str, str], wrong: set[str]) -> None:
    form = sent(NewsForm, **HEARD, **numbers, said="then", place="Sabha")
    assert set(form.errors) == wrong


def test_the_page_says_what_the_date_means_that_it_kept(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
        seen = steps.version(draft, steps.NEWS)
        drafts.keep(draft, step="news", answers=MESKEREM, seen=seen, by=scene.alma)
    sign_in(client, scene.alma)
    for step, means in (("searcher", OF_1990), ("news", THAT_DAY)):
        shown = client.get(reverse("cases:step", args=[draft.pk, step])).content.decode()
        assert means in shown
        assert "look at the calendar" in shown
    typed = client.get(reverse("cases:type_in", args=[draft.pk])).content.decode()
    assert typed.count("look at the calendar") == 2
    assert OF_1990 in typed
    assert THAT_DAY in typed


def heard_anew(scene: Scene, case: Case, said: dict[str, list[str]]) -> Sought:
    """The last news of the first person sought, told anew."""
    form: Any = sent(NewsForm, **{name: one[0] for name, one in (NEWS | said).items()})
    assert form.is_valid()
    with scene.acting(scene.alma):
        one = lookups.sought_in(case)[0]
        seen = corrections.version_of_news(one)
        return corrections.correct_news(
            one, news=form.last_news(), reason="sea", seen=seen, by=scene.alma
        )


def test_a_day_that_was_kept_stands_there_again_when_it_is_corrected(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    one = heard_anew(scene, selams, MESKEREM)
    shown = page(at_desk(sign_in, scene.alma), f"/desk/sought/{one.pk}/news/")
    assert seen_on(shown)
    assert THAT_DAY in shown
    for name, value in (("year", "2016"), ("month", "1"), ("day", "3")):
        assert f'name="{name}" value="{value}"' in shown


def test_years_between_which_it_was_stand_there_again_and_count_for_events(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    one = heard_anew(scene, selams, BETWEEN)
    shown = page(at_desk(sign_in, scene.alma), f"/desk/sought/{one.pk}/news/")
    for name, value in (("year", "2014"), ("year_to", "2016")):
        assert f'name="{name}" value="{value}"' in shown
    on = Happened("b", "s", "gregorian", date(2015, 6, 1), date(2015, 6, 1), "p")
    later = replace(on, first=date(2017, 6, 1), last=date(2017, 6, 1))
    with scene.acting(scene.alma):
        assert on.may_hold(one.last_news)
        assert not later.may_hold(one.last_news)
    form: Any = sent(NewsForm, **HEARD, year="2014", year_to="2016", place="Sabha")
    assert form.is_valid()
    assert form.last_news()["said"] == "2014 – 2016"


def test_after_a_mistake_the_page_says_what_was_typed_means_and_not_what_is_kept(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
        seen = steps.version(draft, steps.NEWS)
        drafts.keep(draft, step="news", answers=MESKEREM, seen=seen, by=scene.alma)
    sign_in(client, scene.alma)
    wrong = {"year": "2015", "calendar": "ethiopian", "reason": "", "said": "then"}
    shown = client.post(reverse("cases:step", args=[draft.pk, "news"]), wrong).content.decode()
    assert "The date that is typed here" in shown
    assert "11 September 2022 – 11 September 2023" in shown
    assert THAT_DAY not in shown
    wrong = {"said": "1991", "year": "1991", "calendar": "ethiopian", "precision": "year"}
    shown = client.post(reverse("cases:step", args=[draft.pk, "searcher"]), wrong).content.decode()
    assert "11 September 1998 – 11 September 1999" in shown
    assert OF_1990 not in shown


def test_the_page_of_one_more_says_what_was_typed_means(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, url = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/further/"
    assert "The date that is typed here" not in page(alma, url)
    typed = {"sought-year": "1990", "sought-calendar": "ethiopian", "sought-precision": "year",
             "news-year": "2014", "news-year_to": "2016", "news-calendar": "gregorian"}  # fmt: skip
    shown = alma.post(url, typed).content.decode()
    assert OF_1990 in shown
    assert "1 January 2014 – 31 December 2016" in shown
