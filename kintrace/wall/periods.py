"""A month or a year, as somebody chooses it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

YEARS = range(2000, 2100)


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def months_between(first: date, end: date) -> list[date]:
    """The first days of the months that begin from `first`'s on and before `end`."""
    found, month = [], first.replace(day=1)
    while month < end:
        found.append(month)
        month = next_month(month)
    return found


@dataclass(frozen=True)
class Period:
    """`end` is the first day after it."""

    first: date
    end: date

    @classmethod
    def of(cls, text: str, today: date) -> "Period":
        """ "2026" or "2026-11"; anything else is this year."""
        year, _, month = text.partition("-")
        try:
            return cls.month(int(year), int(month)) if month else cls.year(int(year))
        except ValueError:
            return cls.year(today.year)

    @classmethod
    def year(cls, year: int) -> "Period":
        """Raises ValueError for a year in which there was or will be no Kintrace."""
        if year not in YEARS:
            raise ValueError(year)
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """Raises ValueError as `year` does, and for a month that there is not."""
        first = date(cls.year(year).first.year, month, 1)
        return cls(first, next_month(first))

    @property
    def is_month(self) -> bool:
        return self.end == next_month(self.first)

    @property
    def code(self) -> str:
        return f"{self.first:%Y-%m}" if self.is_month else f"{self.first:%Y}"

    @property
    def name(self) -> str:
        """As people say it, in the reader's language."""
        return named(self.first) if self.is_month else str(self.first.year)


def named(month: date) -> str:
    return date_format(month, "F Y")


def choices(today: date, since: date) -> list[tuple[str, str]]:
    """What can be chosen: the years that have figures, and the months of them, newest first."""
    years = [(str(year), str(year)) for year in range(today.year, since.year - 1, -1)]
    months = months_between(since, next_month(today.replace(day=1)))
    return years + [(f"{month:%Y-%m}", named(month)) for month in reversed(months)]
