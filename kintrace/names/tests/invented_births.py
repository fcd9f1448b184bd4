"""Invented births, told twice as desks tell them: from these the weights of dates are counted.

The shares are assumed, after what tracing services report: 25 of 100 registered on 1 January, 12
without a date, years rounded, swapped, mistyped, or left in another calendar.
`python -m kintrace.names.tests.invented_births` prints the table.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import TypeAlias

from kintrace.names.dates import agreement
from kintrace.names.dates.reckonings import RECKONINGS
from kintrace.names.dates.windows import EXACT, MONTH, YEAR, Window, born_at_age, born_between_ages
from kintrace.names.evidence import DateLevel

TOLD_ON = date(2020, 6, 1)
COUNTRIES = {"gregorian": 0.55, "ethiopian": 0.2, "solar_hijri": 0.2, "hijri": 0.05}
Mistake: TypeAlias = Callable[[date, str, Random], date]


def born(chance: Random, countries: Mapping[str, float] = COUNTRIES) -> tuple[date, str]:
    """A birth and the calendar of the country: ages between 0 and 90, most of them young."""
    age = min(90.0, chance.gammavariate(4, 7.5))
    (country,) = chance.choices(list(countries), list(countries.values()))
    return TOLD_ON - timedelta(days=age * 365.25), country


def told(day: date, calendar: str, chance: Random) -> Window | None:
    """How one desk has it."""
    roll = chance.random()
    if roll < 0.12:
        return None
    if roll < 0.22:
        return _aged(day, chance)
    day = _wrong(day, calendar, chance)
    if chance.random() < 0.25:
        return Window(date(day.year, 1, 1), date(day.year, 1, 1), EXACT)
    roll = chance.random()
    if roll < 0.1:
        return Window(date(day.year, 1, 1), date(day.year, 12, 31), YEAR)
    if roll < 0.13:
        first = day.replace(day=1)
        return Window(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), MONTH)
    return Window(day, day, EXACT)


def _aged(day: date, chance: Random) -> Window:
    age = max(0, (TOLD_ON - day).days // 365 + chance.choice((-2, -1, 0, 0, 0, 0, 1, 2)))
    if chance.random() < 0.5:
        return born_at_age(age, TOLD_ON)
    return born_between_ages(age - age % 5, age - age % 5 + 4, TOLD_ON)


def _wrong(day: date, calendar: str, chance: Random) -> date:
    roll = chance.random()
    for share, mistake in MISTAKES:
        if roll < share:
            return mistake(day, calendar, chance)
        roll -= share
    return day


def _swapped(day: date, _calendar: str, _chance: Random) -> date:
    return date(day.year, day.day, day.month) if day.day <= 12 else day


def _other_day(day: date, _calendar: str, chance: Random) -> date:
    return day.replace(day=chance.randint(1, 28))


def _off_by(*years: int) -> Mistake:
    return lambda day, _calendar, chance: _in_year(
        day, day.year + chance.choice(years) * chance.choice((-1, 1))
    )


def _unconverted(day: date, calendar: str, chance: Random) -> date:
    if calendar == "gregorian":
        return day
    year, month, of_month = RECKONINGS[calendar].from_day(day)
    if chance.random() < 0.5 and month <= 12:
        return date(year, month, min(of_month, 28))
    return _in_year(day, year)


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28))


def _mistyped(day: date, _calendar: str, chance: Random) -> date:
    digits = list(str(day.year))
    if chance.random() < 0.3:
        digits[2], digits[3] = digits[3], digits[2]
    else:
        digits[chance.choice((2, 3))] = str(chance.randint(0, 9))
    return _in_year(day, int("".join(digits)))


MISTAKES: tuple[tuple[float, Mistake], ...] = (
    (0.06, _off_by(1)),
    (0.04, _off_by(2)),
    (0.03, _off_by(3, 4, 5)),
    (0.02, _swapped),
    (0.02, _mistyped),
    (0.04, _other_day),
    (0.08, _unconverted),
)


def shares(
    pairs: int, countries: Mapping[str, float] = COUNTRIES
) -> dict[DateLevel, tuple[float, float]]:
    """Of pairs of which both tell a birth: how many show each level, of one person and of two."""
    chance = Random(7)  # noqa: S311 - invented people need no secrets
    one: Counter[DateLevel] = Counter()
    two: Counter[DateLevel] = Counter()
    for _ in range(pairs):
        person, other = born(chance, countries), born(chance, countries)
        first = told(*person, chance)
        one[agreement(first, told(*person, chance)).level] += 1
        two[agreement(first, told(*other, chance)).level] += 1
    known = [sum(each.values()) - each[DateLevel.UNKNOWN] for each in (one, two)]
    return {level: (one[level] / known[0], two[level] / known[1]) for level in DateLevel}


if __name__ == "__main__":
    from math import log2
    from sys import argv, stdout

    for level, (same, others) in shares(int(argv[1]) if argv[1:] else 200_000).items():
        weight = log2(same / others) if same and others else float("nan")
        stdout.write(f"{level:22} {same:.5f} {others:.6f} {weight:6.1f}\n")
