"""What came of it, as it may be shown: every count held back by small_numbers.py, every total the
sum of what is shown. Pages, table files and the yearly report all take their numbers from here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kintrace.network import lookups as network
from kintrace.visitors import lookups as visitors
from kintrace.wall.lookups import figures as counted
from kintrace.wall.lookups.figures import MATCHED, Counts, Kind
from kintrace.wall.periods import Period, months_between
from kintrace.wall.small_numbers import FEWEST, by_time, held_back

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.wall.models import Cost

# Partners and the public see a month fourteen days after it has ended: until then a number that
# moves could be watched together with one person's coming and going (domain, small cells).
LATER = timedelta(days=14)
VIEWS = frozenset({"wall", "face", "information"})
MEDIANS: dict[str, Promise] = {
    Kind.MATCHED_1: _("one month"),
    Kind.MATCHED_3: _("three months"),
    Kind.MATCHED_6: _("six months"),
    Kind.MATCHED_12: _("one year"),
    Kind.MATCHED_MORE: _("more than a year"),
}
Series = dict[date, int]


@dataclass(frozen=True)
class Figures:
    """Counts by month, 0 where it is too few to show; and a word for the middle of all matches."""

    months: list[date]
    put_up: Series
    messages: Series
    matched: Series
    live: Series
    ever: int
    middle: Promise | str

    @property
    def totals(self) -> dict[str, int]:
        """Sums of what is shown."""
        return {
            name: sum(getattr(self, name).values()) for name in ("put_up", "messages", "matched")
        }

    @property
    def live_at_the_end(self) -> int:
        return self.live[self.months[-1]] if self.months else 0


def of_society(society: "UUID", period: Period, *, until: date) -> Figures:
    """A society's own figures for months that began before `until`."""
    return figures([counted.counts_of(society)], period, until)


def of_network(society: "UUID", period: Period, today: date) -> Figures:
    """All societies, as a member of this one may see them.

    Members know what their own society did. So the others are held back by themselves: what is
    left when the own numbers are taken away holds no small number either.
    """
    until = shown_until(today)
    others = counted.counts_of_others(society, until=until)
    return figures([counted.counts_of(society), others], period, until)


def shown_until(today: date) -> date:
    """The first day of the first month that partners and the public do not see yet."""
    return (today - LATER).replace(day=1)


def figures(parts: Sequence[Counts], period: Period, until: date) -> Figures:
    """What may be shown of these counts, each part held back by itself."""
    end = min(period.end, until)
    counted_in = (month for counts in parts for months in counts.values() for month in months)
    every = months_between(min(counted_in, default=end), end)
    months = months_between(period.first, end)
    put_up, matched = _added(parts, [Kind.PUT_UP], every), _added(parts, MATCHED, every)
    live = _standing(put_up, _added(parts, [Kind.ENDED], every), every)
    return Figures(
        months,
        put_up=_during(months, put_up),
        messages=_during(months, _added(parts, [Kind.MESSAGE], every)),
        matched=_during(months, matched),
        live=_during(months, live),
        ever=sum(put_up.values()),
        middle=_middle(parts, months) if any(_during(months, matched).values()) else "",
    )


def _during(months: Iterable[date], series: Series) -> Series:
    return {month: series.get(month, 0) for month in months}


def _added(parts: Sequence[Counts], kinds: Iterable[str], months: list[date]) -> Series:
    """Each part held back by itself, then added up month by month."""
    found = dict.fromkeys(months, 0)
    for counts in parts:
        raw = {month: sum(counts.get(kind, {}).get(month, 0) for kind in kinds) for month in months}
        for month, number in by_time(raw, months).items():
            found[month] += number
    return found


def _standing(put_up: Series, ended: Series, months: list[date]) -> Series:
    """What hangs at the end of each month, from shown numbers alone."""
    standing, found = 0, {}
    for month in months:
        standing += put_up[month] - ended[month]
        found[month] = standing if standing >= FEWEST else 0
    return found


def _middle(parts: Sequence[Counts], months: Sequence[date]) -> Promise | str:
    """Within which time half of the matches came: a word and no number of days."""
    numbers = {
        kind: sum(counts.get(kind, {}).get(month, 0) for counts in parts for month in months)
        for kind in MATCHED
    }
    half, reached = sum(numbers.values()) / 2, 0
    for kind, number in numbers.items():
        reached += number
        if reached and reached >= half:
            return MEDIANS[kind]
    return ""


@dataclass(frozen=True)
class Views:
    """Page views by day or month and by language; the public side belongs to no society."""

    times: list[date]
    languages: dict[str, Series]

    @property
    def by_time(self) -> Series:
        rows = self.languages.values()
        return {time: sum(series[time] for series in rows) for time in self.times}

    @property
    def by_language(self) -> dict[str, int]:
        return {language: sum(series.values()) for language, series in self.languages.items()}


def views(period: Period, *, until: date) -> Views:
    """Views before `until`: by day for a month, by month for a year.

    Each language's days of one month are held back together, so that the page of a month and
    the page of its year are sums of the same numbers.
    """
    last = min(period.end, until) - timedelta(days=1)
    found = visitors.views(VIEWS, period.first, last)
    days = [period.first + timedelta(days=n) for n in range((last - period.first).days + 1)]
    languages = {language: _days(counts, days) for language, counts in sorted(found.items())}
    if period.is_month:
        return Views(days, languages)
    months = months_between(period.first, last)
    return Views(months, {name: _by_month(series, months) for name, series in languages.items()})


def _days(counts: Series, days: list[date]) -> Series:
    found: Series = {}
    for month in dict.fromkeys(day.replace(day=1) for day in days):
        own = [day for day in days if day.replace(day=1) == month]
        found |= dict(zip(own, held_back(counts.get(day, 0) for day in own), strict=True))
    return found


def _by_month(series: Series, months: list[date]) -> Series:
    return {
        month: sum(number for day, number in series.items() if day.replace(day=1) == month)
        for month in months
    }


@dataclass(frozen=True)
class Spent:
    """Costs in one currency, and what they come to for each person and each family."""

    currency: str
    amount: Decimal
    per_person: Decimal | None
    per_family: Decimal | None


def spent(costs: Iterable["Cost"], shown: Figures) -> list[Spent]:
    """By currency. A person served is one whose face was put up; a family one that was matched.

    Only where everything is in one currency can it be divided by all the people.
    """
    sums: dict[str, Decimal] = {}
    for cost in costs:
        sums[cost.currency] = sums.get(cost.currency, Decimal(0)) + cost.amount
    alone, totals = len(sums) == 1, shown.totals
    return [
        Spent(
            currency,
            amount,
            _each(amount, totals["put_up"] if alone else 0),
            _each(amount, totals["matched"] if alone else 0),
        )
        for currency, amount in sorted(sums.items())
    ]


def _each(amount: Decimal, among: int) -> Decimal | None:
    return (amount / among).quantize(Decimal(1)) if among else None


def societies_at_work() -> int:
    return len(network.every_society())
