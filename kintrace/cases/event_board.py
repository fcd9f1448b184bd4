"""What the page of an event shows: who is still sought, what was counted, what was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

from kintrace.cases import lookups
from kintrace.cases.event_words import CountBy, CountOf
from kintrace.cases.states import ENDED, GOING_ON, State

if TYPE_CHECKING:
    from kintrace.cases.lookups import Line
    from kintrace.cases.models import Count, Event, Joined

PAGE = 50
# When the family heard of everybody whom it seeks, nobody of theirs is sought any more.
SEEKING = GOING_ON - {State.ANSWERED}


@dataclass(frozen=True)
class Figure:
    """One figure as it was told, and its bar: of a hundred, beside the largest that was told."""

    count: Count
    of: str
    number: int
    by: str
    day: date
    bar: float


def shown(event: Event, *, number: str | None) -> dict[str, Any]:
    """The context of the page; `number` is the page of those who are sought."""
    page = Paginator(lookups.joined_to(event, states=SEEKING), PAGE).get_page(number)
    return {
        "event": event,
        "happened": lookups.happened(event),
        "page": page,
        "rows": _rows(list(page)),
        "told": list(lookups.joined_to(event, states={State.ANSWERED})),
        "closed": list(lookups.joined_to(event, states=ENDED)),
        "figures": _figures(lookups.counts_of(event)),
        "accounts": _accounts(event),
    }


def _rows(joined: list[Joined]) -> list[tuple[Joined, Line]]:
    """Each search with who is still sought in it; one in which nobody is stands nowhere."""
    cases = [one.case for one in joined]
    lines = lookups.lines(cases, sought=lookups.whom_they_seek(cases))
    return [row for row in zip(joined, lines, strict=True) if row[1].sought]


def _figures(counts: list[Count]) -> list[Figure]:
    """By who is counted, then by day. Nothing is added up and nothing worked out: who is not
    counted is not missing. No bar is longer than its number."""
    most = max((count.told["number"] for count in counts), default=0) or 1
    figures = [_figure(count, most) for count in counts]
    return sorted(figures, key=lambda one: (CountOf.values.index(one.count.told["of"]), one.day))


def _figure(count: Count, most: int) -> Figure:
    told = count.told
    return Figure(
        count=count,
        of=str(CountOf(told["of"]).label),
        number=told["number"],
        by=str(CountBy(told["by"]).label),
        day=date.fromisoformat(told["day"]),
        bar=round(100 * told["number"] / most, 1),
    )


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
