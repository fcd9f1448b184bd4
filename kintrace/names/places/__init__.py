"""Places by their names in every script, and how far two tellings of one agree."""

from kintrace.names.places.agreeing import (
    Place,
    agreement,
    distance_km,
    identities,
    keys,
    meanings,
    weigh,
)

__all__ = ["Place", "agreement", "distance_km", "identities", "keys", "meanings", "weigh"]
