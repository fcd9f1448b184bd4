"""What a date means in the Gregorian calendar is shown where it was typed, before handing in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kintrace.cases import lookups, steps
from kintrace.cases.actions import corrections, drafts
from kintrace.cases.forms import SearcherForm, WaysForm
from kintrace.cases.forms_sought import NewsForm, SoughtForm
from kintrace.cases.meant import days_meant
from kintrace.cases.tests.test_corrections import seen_on
from kintrace.cases.tests.test_many_sought import NEWS, whole_draft
from kintrace.cases.tests.test_on_purpose import HEARD, sent
from kintrace.cases.tests.test_red_cross_pages import at_desk, page

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

SOMEBODY = {"relation": ["sister"], "given": ["Selam"], "sex": ["female"], "languages": ["ti"]}
IN_1990 = {"said": ["1990"], "year": ["1990"], "calendar": ["ethiopian"], "precision": ["year"]}
MESKEREM = NEWS | {"year": ["2016"], "month": ["1"], "day": ["3"], "calendar": ["ethiopian"]}
THAT_DAY, OF_1990 = "14 September 2023", "11 September 1997 – 10 September 1998"


@pytest.mark.parametrize(
    ("form", "said", "means"),
    [
        (SearcherForm, SOMEBODY | IN_1990, OF_1990),
        (SoughtForm, SOMEBODY | IN_1990, OF_1990),
        (NewsForm, MESKEREM, THAT_DAY),
        (NewsForm, NEWS | {"year": ["2024"]}, "1 January 2024 – 31 December 2024"),
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
    ],
)
def test_last_news_is_known_to_the_day_the_month_or_the_year(
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


def test_a_day_that_was_kept_stands_there_again_when_it_is_corrected(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        one = lookups.sought_in(selams)[0]
        form: Any = sent(NewsForm, **{name: said[0] for name, said in MESKEREM.items()})
        assert form.is_valid()
        version = corrections.version_of_news(one)
        corrections.correct_news(
            one, news=form.last_news(), reason="sea", seen=version, by=scene.alma
        )
    shown = page(at_desk(sign_in, scene.alma), f"/desk/sought/{one.pk}/news/")
    assert seen_on(shown)
    assert THAT_DAY in shown
    for name, value in (("year", "2016"), ("month", "1"), ("day", "3")):
        assert f'name="{name}" value="{value}"' in shown
