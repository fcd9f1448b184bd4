"""Marks of “safe and well”: the exact key, which only who knows the person can say."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from kintrace.people.told import tidy
from kintrace.ui.spoken import plain_digits
from kintrace.vault import ciphers
from kintrace.vault.actions import tag_key
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PURPOSE = "safe and well"


def tags_of(*, names: Iterable[str], year: str, father: str) -> set[str]:
    """The marks of whoever is called one of these names and has this year of birth or father.

    Under the key of the society whose reader is in force. Raises KeyNotAtHand.
    """
    key = tag_key(reader_in_force().society)
    try:
        said = list(_said(names, year=year, father=father))
        return {hmac.new(key, one.encode(), "sha256").hexdigest() for one in said}
    finally:
        ciphers.wipe(key)


def _said(names: Iterable[str], *, year: str, father: str) -> Iterator[str]:
    for name in filter(None, map(plain, names)):
        if number := plain_digits(year).strip():
            yield f"{PURPOSE}|year|{name}|{number}"
        if of := plain(father):
            yield f"{PURPOSE}|father|{name}|{of}"


def plain(name: str) -> str:
    """A name without capitals, signs and the order of its words: nothing else is forgiven."""
    words = tidy(name).casefold().split()
    letters = ("".join(sign for sign in word if sign.isalnum()) for word in words)
    return " ".join(sorted(filter(None, letters)))
