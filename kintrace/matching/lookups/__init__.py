"""The only door to pairs and to the search: of the member's own society."""

from kintrace.matching.lookups.pairs import (
    Side,
    agreed_and_waiting,
    candidate_for,
    candidates_for,
    label,
    newest_of_each,
    other_side,
    said_of,
)
from kintrace.matching.lookups.search import search

__all__ = [
    "Side",
    "agreed_and_waiting",
    "candidate_for",
    "candidates_for",
    "label",
    "newest_of_each",
    "other_side",
    "said_of",
    "search",
]
