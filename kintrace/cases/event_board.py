"""What the page of an event shows: who is still sought, what was counted, what was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.event_words import CountBy, CountOf
from kintrace.cases.states import ENDED, GOING_ON
from kintrace.ui import charts

if TYPE_CHECKING:
    from kintrace.cases.models import Count, Event
    from kintrace.network.models import Member

PAGE = 50


@dataclass(frozen=True)
class Figure:
    """One figure as it was told."""

    count: Count
    of: str
    number: int
    by: str
    day: date

    @property
    def said(self) -> str:
        facts = {"of": self.of, "by": self.by, "day": date_format(self.day, "j F Y")}
        return _("%(of)s (%(by)s, %(day)s)") % facts


def shown(event: Event, *, number: str | None) -> dict[str, Any]:
    """The context of the page; `number` is the page of those who are sought."""
    page = Paginator(lookups.joined_to(event, states=GOING_ON), PAGE).get_page(number)
    joined = list(page)
    figures = [_figure(count) for count in lookups.counts_of(event)]
    figures.sort(key=lambda one: (CountOf.values.index(one.count.told["of"]), one.day))
    return {
        "event": event,
        "happened": lookups.happened(event),
        "page": page,
        "rows": list(zip(joined, lookups.lines(one.case for one in joined), strict=True)),
        "closed": list(lookups.joined_to(event, states=ENDED)),
        "figures": figures,
        "chart": _chart(figures),
        "accounts": _accounts(event),
    }


def who_else(event: Event, *, member: Member, number: str | None) -> dict[str, Any]:
    """One page of open cases, of which those stand there whose last news fits: nobody is ranked."""
    page = Paginator(lookups.cases_beside(event, member=member), PAGE).get_page(number)
    return {
        "event": event,
        "happened": lookups.happened(event),
        "page": page,
        "lines": lookups.lines(lookups.may_belong(event, page)),
    }


def _figure(count: Count) -> Figure:
    told = count.told
    of, by = str(CountOf(told["of"]).label), str(CountBy(told["by"]).label)
    return Figure(count, of, told["number"], by, date.fromisoformat(told["day"]))


def _chart(figures: list[Figure]) -> charts.Chart | None:
    """A bar for each figure that was told. Nothing is added up and nothing worked out: who is not
    counted is not missing. None of them is longer than its number."""
    cells = [(one.said, one.number) for one in figures if one.number]
    if not cells:
        return None
    words = _("How many were counted, by whom, on which day. The table below says the same.")
    return charts.rows("counts", _("Counts"), words, cells, charts.Table([], []))


def _accounts(event: Event) -> list[dict[str, Any]]:
    every = lookups.accounts_of(event)
    alone = lookups.only_told(account.subject for account, _words in every)
    return [
        {
            "account": account,
            "words": words,
            "case": None if account.subject in alone else lookups.case_known_as(account.subject),
        }
        for account, words in every
    ]
