"""What a poster is: its two sizes, how long it hangs, and the code under each face.

A code (`11-17`: issue – place) is short enough to say by phone. It names a face only together with
the society that was called: another society's eleventh issue is another poster.
"""

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal


class Size(models.TextChoices):
    A3 = "a3", _("A3: up to 60 photos")
    A4 = "a4", _("A4: up to 30 photos")


ROOM = {Size.A3: 60, Size.A4: 30}
LANGUAGES = {Size.A3: 4, Size.A4: 3}  # more lines than these leave no room for a face


class NoSuchCode(Refusal):
    """What was typed names no photo on a poster of this society."""


@dataclass(frozen=True)
class Code:
    """What stands under a face."""

    issue: int
    place: int

    def __str__(self) -> str:
        return f"{self.issue}-{self.place}"


def read_code(said: str) -> Code:
    """A code as somebody types what a caller says: "11-17", "11 17"; digits of any script.

    Raises NoSuchCode, for numerals that are no digits (the Ge'ez ten), too: half read, they would
    name somebody else.
    """
    signs = unicodedata.normalize("NFKC", said)
    numbers = "".join(_plain(sign) for sign in signs).split()
    if len(numbers) != 2 or not all(number.isascii() and len(number) < 7 for number in numbers):
        raise NoSuchCode(
            _("A code is two numbers, like 11-17. Ask the caller to read both of them once more.")
        )
    return Code(*map(int, numbers))


def _plain(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    return " " if unicodedata.numeric(sign, None) is None else sign


def new_token() -> str:
    """64 random bits: the one thing an issue is known by outside."""
    return secrets.token_hex(8)


def is_token(text: str) -> bool:
    return len(text) == 16 and set(text) <= set("0123456789abcdef")


def first_of(month: date) -> date:
    return month.replace(day=1)


def hangs_until(month: date) -> date:
    """The last day of the month after the issue's: until then the next issue hangs beside it."""
    after_next = first_of(first_of(month) + timedelta(days=70))
    return after_next - timedelta(days=1)


def next_month(month: date, today: date) -> date:
    """The month of the issue after this one: never in the past, never further than next month."""
    latest = first_of(hangs_until(today))
    return min(max(first_of(hangs_until(month)), first_of(today)), latest)
