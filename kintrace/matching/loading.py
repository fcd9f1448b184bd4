"""A file of people as cards of a test society: for measuring, training and trying the search.

The society is founded for it and has no cases; nobody is really searched for in it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from uuid import uuid4

from kintrace.matching.cards import card_of_row
from kintrace.names.remembering import forget
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.lookups import every_society, member_named
from kintrace.people.actions import lay_cards
from kintrace.people.cards import CardRole
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kintrace.network.models import Member, Society

AT_ONCE = 2000  # cards in one transaction
PREFIX = "TEST"


class NotATestSociety(Refusal):
    """Rows of a file are laid into a society that was founded for that."""


def society_coded(code: str = PREFIX) -> Society:
    """The society that rows are loaded into, founded where it is not there. Raises
    NotATestSociety."""
    code = code.upper()
    if not code.startswith(PREFIX):
        raise NotATestSociety(f"Choose a code that begins with {PREFIX}: {code} may be a real one.")
    there = next((one for one in every_society() if one.code == code), None)
    if there is not None:
        return there
    society = network.found_society(
        code, name=f"Test society {code}", country="ZZ", languages=["en"]
    )
    network.enlist(society, sign_in=_searcher(code), role=Role.CASEWORKER)
    return society


def searcher_of(society: Society) -> Member:
    """Who searches in a test society when nobody is named."""
    member = member_named(_searcher(society.code))
    if member is None:
        raise NotATestSociety(f"Nobody may search in {society.code}: load people into it first.")
    return member


def _searcher(code: str) -> str:
    return f"{code}-searcher".casefold()


def load(rows: Iterable[Mapping[str, str]], *, society: Society) -> Iterator[int]:
    """Lay rows of `description.COLUMNS` as cards; yields how many lie after each transaction."""
    laid, waiting = 0, iter(rows)
    while part := list(islice(waiting, AT_ONCE)):
        laid += _lay(part, society)
        yield laid
    forget()


def _lay(part: list[Mapping[str, str]], society: Society) -> int:
    cards = [(uuid4(), card_of_row(row, role=CardRole.LISTED)) for row in part]
    with reading_as(society.pk):
        lay_cards([(subject, card) for subject, card in cards if card.names])
    return len(cards)
