"""Passwords that are long and that somebody who knows us would still try among the first.

Django's list of common passwords is of short ones: of fifteen letters and more it has some fifty.
So what is left of a password without our own words, repetitions and runs of the keyboard has to be
something.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from kintrace.network.models import Member

# What everybody knows of this house, and what people write instead of a password.
OUR_WORDS = (
    *("kintrace", "redcross", "redcrescent", "red", "cross", "crescent", "familylinks", "family"),
    *("links", "tracetheface", "trace", "face", "national", "society", "welcome", "password"),
    *("passwort", "motdepasse", "contrasena", "letmein", "admin", "desk"),
)
RUNS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn")
FEWEST = 8  # letters and digits that have to be left
SHORTEST_RUN = 4
_NO_LETTER = re.compile(r"[\W_]+")
_REPEATED = re.compile(r"(.{3,8}?)\1+|(.)\2{2,}")


class NotGuessable:
    """Refuses what is made of our words, of one piece again and again, or of a row of keys."""

    def validate(self, password: str, user: Member | None = None) -> None:
        """Raises ValidationError."""
        left = _NO_LETTER.sub("", password.casefold())
        left = _REPEATED.sub(r"\1\2", left)
        for word in sorted((*OUR_WORDS, *_own(user)), key=len, reverse=True):
            left = left.replace(word, "")
        if len(_without_runs(left)) < FEWEST:
            raise ValidationError(
                _(
                    "Others would try this password early. Take four words that have nothing to do "
                    "with each other or with us."
                )
            )

    def get_help_text(self) -> str:
        """Nothing: the page says what a good password is."""
        return ""


def _own(user: Member | None) -> list[str]:
    """The words of the member's sign-in name and of the society's."""
    if user is None or user.society_id is None:
        return []
    known = f"{user.sign_in} {user.society.code} {user.society.name}".casefold()
    return [one for one in _NO_LETTER.sub(" ", known).split() if len(one) > 1]


def _without_runs(left: str) -> str:
    """Without rows of keys, of letters and of numbers, forwards and backwards."""
    rows = [row for run in (*RUNS, "01234567890") for row in (run, run[::-1])]
    kept, at = "", 0
    while at < len(left):
        longest = max(_common(left[at:], row) for row in rows)
        kept += "" if longest >= SHORTEST_RUN else left[at]
        at += longest if longest >= SHORTEST_RUN else 1
    return kept


def _common(text: str, row: str) -> int:
    """How many letters of the text's beginning stand together in this row."""
    length = 0
    while length < len(text) and text[: length + 1] in row:
        length += 1
    return length
