"""All that changes what is told of a person, and the index card that is copied from it."""

from kintrace.people.actions.cards import (
    lay_card,
    lay_card_anew,
    lay_cards,
    note_searched,
    note_turn,
    renew_tags,
    shut_network,
    tag_for_network,
    take_card,
)
from kintrace.people.actions.telling import correct, forget, write_down

__all__ = [
    "correct",
    "forget",
    "lay_card",
    "lay_card_anew",
    "lay_cards",
    "note_searched",
    "note_turn",
    "renew_tags",
    "shut_network",
    "tag_for_network",
    "take_card",
    "write_down",
]
