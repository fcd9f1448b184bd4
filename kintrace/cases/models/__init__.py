"""One enquirer's search, what was told about it, and the drafts it grows from."""

from kintrace.cases.models.case import Case, PastCases, Sought, State
from kintrace.cases.models.contacts import Contact
from kintrace.cases.models.sentences import Sentence
from kintrace.cases.models.words import Draft, Lead, Words

__all__ = [
    "Case",
    "Contact",
    "Draft",
    "Lead",
    "PastCases",
    "Sentence",
    "Sought",
    "State",
    "Words",
]
