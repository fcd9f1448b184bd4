"""Places by their names in every script, and how far two tellings of one agree."""

from kintrace.names.places.agreeing import agreement, by_words, distance_km, keys, weigh
from kintrace.names.places.gazetteer import Place
from kintrace.names.places.told import identities, meanings, words_of

__all__ = [
    "Place",
    "agreement",
    "by_words",
    "distance_km",
    "identities",
    "keys",
    "meanings",
    "weigh",
    "words_of",
]
