"""The only door to pairs and to the search: of the member's own society."""

from kintrace.matching.lookups.asked import maybe_meant, requests_to_hold, said_not_meant
from kintrace.matching.lookups.listing import (
    ACROSS,
    Judged,
    chosen_pairs,
    is_across,
    judged_pairs,
    just_confirmed,
    more_is_asked_for,
    not_judged,
    our_subjects,
    pairs_about,
)
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
from kintrace.matching.lookups.search import search, search_cards

__all__ = [
    "ACROSS",
    "Judged",
    "Side",
    "agreed_and_waiting",
    "candidate_for",
    "candidates_for",
    "chosen_pairs",
    "is_across",
    "judged_pairs",
    "just_confirmed",
    "label",
    "maybe_meant",
    "more_is_asked_for",
    "newest_of_each",
    "not_judged",
    "other_side",
    "our_subjects",
    "pairs_about",
    "requests_to_hold",
    "said_not_meant",
    "said_of",
    "search",
    "search_cards",
]
