"""The only door to descriptions of persons and to their index cards, under the reader in force."""

from kintrace.people.lookups.cards import (
    Found,
    card_of,
    card_row,
    cards_among,
    cards_of_network,
    cards_to_search,
    cards_to_tag,
    found_by,
    how_many_cards,
    shut_to_network,
)
from kintrace.people.lookups.network import (
    every_network_card,
    found_in_network,
    network_cards,
    network_cards_due,
    network_cards_of,
    network_cards_to_tag,
)
from kintrace.people.lookups.persons import (
    Description,
    Telling,
    file_of,
    names_told_of,
    people_of,
    person_of,
    place_name,
    written_down,
)

__all__ = [
    "Description",
    "Found",
    "Telling",
    "card_of",
    "card_row",
    "cards_among",
    "cards_of_network",
    "cards_to_search",
    "cards_to_tag",
    "every_network_card",
    "file_of",
    "found_by",
    "found_in_network",
    "how_many_cards",
    "names_told_of",
    "network_cards",
    "network_cards_due",
    "network_cards_of",
    "network_cards_to_tag",
    "people_of",
    "person_of",
    "place_name",
    "shut_to_network",
    "written_down",
]
