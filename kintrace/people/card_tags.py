"""Tags: keys of cards under a key of the society that changes every year, cut to 64 bits."""

from __future__ import annotations

import secrets
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.vault import ciphers
from kintrace.vault.actions import tag_key
from kintrace.vault.network import network_tag_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

STEP = 32  # a card has so many tags, or twice, or three times so many
DECOYS = 1 << 12  # what fills up is shared by many cards, as true tags are


def epoch_now() -> int:
    """The year: tags of another one are made anew in the background."""
    return timezone.localdate().year


class Tagger:
    """Makes tags under one key; `forget` wipes it."""

    def __init__(self, key: bytearray) -> None:
        self._key = key
        self._decoys: list[int] = []

    def tags(self, keys: Iterable[str]) -> list[int]:
        """One signed 64-bit number for each key, in order."""
        key = self._key
        macs = (ciphers.mac(key, one.encode()) for one in keys)
        return [int.from_bytes(mac[:8], "big", signed=True) for mac in macs]

    def padded(self, keys: Iterable[str]) -> list[int]:
        """The tags of a card in numeric order, filled up to the next step."""
        found = set(self.tags(keys))
        wanted = -(-max(len(found), 1) // STEP) * STEP
        while len(found) < wanted:
            found.update(self._some_decoys(wanted - len(found)))
        return sorted(found)

    def _some_decoys(self, count: int) -> list[int]:
        """Made on the first card; which of them a card gets nobody can foretell."""
        self._decoys = self._decoys or self.tags(f"decoy|{number}" for number in range(DECOYS))
        drawn = array("H", secrets.token_bytes(2 * count))
        return [self._decoys[number % DECOYS] for number in drawn]

    def forget(self) -> None:
        ciphers.wipe(self._key)


@contextmanager
def network_tagger() -> Iterator[Tagger]:
    """The matching worker's own tags of this year. Raises NoMatchingPair."""
    with network_tag_key(f"cards|{epoch_now()}") as key:
        tagger = Tagger(bytearray(key))
    try:
        yield tagger
    finally:
        tagger.forget()


@contextmanager
def tagger_of(society: UUID, *, epoch: int) -> Iterator[Tagger]:
    """The tags of a society in one year. Raises KeyNotAtHand."""
    key = tag_key(society)
    tagger = Tagger(ciphers.derive(key, f"cards|{epoch}"))
    ciphers.wipe(key)
    try:
        yield tagger
    finally:
        tagger.forget()
