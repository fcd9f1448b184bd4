"""The sweep over the whole network: every card that the network may compare, linked in one go.

What `network.turn` finds card by card rests on few tags; the sweep holds everybody beside everybody
(`linkage.link`) and proposes what was missed. Nothing of a pair is decided here.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.matching import network
from kintrace.matching.cards import SEXES, description_of
from kintrace.matching.description import COLUMNS
from kintrace.matching.pairs import SHOWN_FROM, Pair, likelihood, may_be_compared
from kintrace.matching.scoring import weigh
from kintrace.names.parts import Role
from kintrace.names.remembering import forget
from kintrace.network.lookups import every_society
from kintrace.people.lookups import every_network_card, network_cards_of
from kintrace.vault.network import reading_as_network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.people.cards import Card
    from kintrace.people.lookups import Found

AT_ONCE = 200  # pairs that are proposed in one transaction
_COLUMN_OF = {
    Role.GIVEN.value: "given",
    Role.FATHER.value: "middle",
    Role.GRANDFATHER.value: "middle",
    Role.UNKNOWN.value: "middle",
    Role.FAMILY.value: "family",
    Role.ORIGIN.value: "family",
}


def sweep(say: Callable[[str], None], *, engine: str = "duckdb") -> int:
    """Propose every likely pair of two societies; answers how many were looked at.

    say: is told how far it is. Safe to repeat: a pair that stands is not proposed anew. Raises
    ImportError without the packages of the extra `linkage`.
    """
    with reading_as_network():
        rows = [row_of(found) for part in every_network_card() for found in part]
    waiting, looked_at = iter(_linked(rows, engine=engine, say=say)), 0
    while part := list(islice(waiting, AT_ONCE)):
        _propose(part, among=len(rows))
        looked_at += len(part)
    forget()
    return looked_at


def _linked(
    rows: list[dict[str, str]], *, engine: str, say: Callable[[str], None]
) -> list[tuple[str, str]]:
    """The subjects of likely pairs. Whoever is not of two societies is left to the search there."""
    if not rows:
        return []
    import pandas as pd  # noqa: PLC0415 an extra, loaded on first use

    from kintrace.matching import link  # noqa: PLC0415

    found = link(pd.DataFrame(rows, columns=list(COLUMNS)), engine=engine, say=say)
    return list(zip(found["a"], found["b"], strict=True))


def row_of(found: Found) -> dict[str, str]:
    """A card as a row of `description.COLUMNS`, under its subject."""
    card = found.card
    told = dict.fromkeys(COLUMNS, "") | {
        "rec_id": str(found.subject),
        "society": str(found.society),
        "gender": SEXES.get(card.sex, ""),
        "dob": _birth(card),
        "birth_place": _place(card, "birth") or _place(card, "origin"),
        "last_seen": _place(card, "last"),
        "father_name": " ".join(card.fathers) or _part(card, Role.FATHER),
        "mother_name": " ".join(card.mothers),
        "event_year": card.event,
    }
    return told | _names(card)


def _names(card: Card) -> dict[str, str]:
    """The name in force by its columns; what has no column stands in the full name alone."""
    words: dict[str, list[str]] = {"given": [], "middle": [], "family": []}
    for role, text in card.names[0] if card.names else ():
        if role in _COLUMN_OF:
            words[_COLUMN_OF[role]].append(text)
    told = {column: " ".join(texts) for column, texts in words.items()}
    return told | {"full_name": card.called}


def _part(card: Card, role: Role) -> str:
    texts = (text for name in card.names for one, text in name if one == role.value)
    return next(texts, "")


def _place(card: Card, kind: str) -> str:
    return next((said or land for one, said, land in card.places if one == kind), "")


def _birth(card: Card) -> str:
    """As precisely as all of the window agrees: a day, a month or a year."""
    if not card.births:
        return ""
    start, end = card.births[0].start.isoformat(), card.births[0].end.isoformat()
    return next((start[:length] for length in (10, 7, 4) if start[:length] == end[:length]), "")


def _propose(pairs: list[tuple[str, str]], *, among: int) -> None:
    with reading_as_network():
        lands = {society.pk: society.country for society in every_society()}
        subjects = {UUID(one) for pair in pairs for one in pair}
        found = {str(one.subject): one for one in network_cards_of(subjects)}
        proposed = [
            pair
            for one, other in _both(pairs, found)
            if one.society != other.society and may_be_compared(one, other, lands)
            if (pair := _weighed(one, other, among))
        ]
        network.have_turns([], again=network.propose(proposed))


def _both(pairs: list[tuple[str, str]], found: dict[str, Found]) -> Iterator[tuple[Found, Found]]:
    """A card may be gone since it was linked."""
    return ((found[a], found[b]) for a, b in pairs if a in found and b in found)


def _weighed(one: Found, other: Found, among: int) -> Pair | None:
    """The pair, where it is likely enough."""
    weighed = weigh(description_of(one.card), description_of(other.card))
    is_likely = likelihood(weighed.bits, among=among) >= SHOWN_FROM
    return Pair.of(one, other, weighed) if is_likely else None
