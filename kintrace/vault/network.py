"""How the matching worker reads: through network slots alone, and no other key.

It has the private half of the matching pair and no root key. `reading_as_network()` puts a reader
in force that opens the files whose society let the network compare them, of whatever society.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

import structlog
from django.db import transaction

from kintrace.vault import ciphers, lookups, matching_pair, reader
from kintrace.vault.keyring import KeyNotAtHand

_log = structlog.get_logger()
NOBODY = UUID(int=0)  # the society for which the worker reads


def aad_of_network_slot(file: UUID, society: UUID) -> bytes:
    """Bind a file key under a match key to its file and society."""
    return f"network slot|{file}|{society}".encode()


def aad_of_intake(society: UUID) -> bytes:
    """Bind the private half of an intake pair to its society."""
    return f"intake|{society}".encode()


def label_of_match_key(society: UUID) -> bytes:
    """Bind a match key sealed to the matching pair to its society."""
    return f"match key|{society}".encode()


class NetworkReader(reader.Reader):
    """Opens what any society let the network compare; it has no box and no society of its own."""

    def __init__(self, outer: reader.Reader | None) -> None:
        super().__init__(NOBODY, outer=outer)
        self._match_keys: dict[UUID, bytearray] = {}

    def take(self, files: Iterable[UUID]) -> None:
        """Fetch the network slots of many files; files without one that opens are left out, so that
        a row somebody altered stops no other society's search."""
        for row in lookups.network_slots_of(set(files) - self._keys.keys()):
            aad = aad_of_network_slot(row.file, row.society_id)
            try:
                key = self._match_key(row.society_id)
                self.put(row.file, ciphers.unwrap(key, bytes(row.wrapped), aad=aad))
            except ciphers.Altered:
                _log.warning("network_slot.altered", society=str(row.society_id))

    def forget(self) -> None:
        """Wipe the match keys, too."""
        super().forget()
        keys, self._match_keys = list(self._match_keys.values()), {}
        for key in keys:
            ciphers.wipe(key)

    def _match_key(self, society: UUID) -> bytearray:
        if society not in self._match_keys:
            row = lookups.match_key(society)
            if row is None:
                raise ciphers.Altered
            with matching_pair.private_half() as private:
                info = label_of_match_key(society)
                key = ciphers.open_with(private, bytes(row.sealed), info=info)
            self._match_keys[society] = bytearray(key)
            ciphers.wipe(key)
        return self._match_keys[society]


def network_reader() -> NetworkReader:
    """Give the worker's reader. Raises KeyNotAtHand where somebody else reads, or nobody."""
    worker = reader.reader_in_force()
    if not isinstance(worker, NetworkReader):
        raise KeyNotAtHand("only the matching worker reads for the network")
    return worker


@contextmanager
def network_tag_key(purpose: str) -> Iterator[bytearray]:
    """Lend a key of the worker's own, derived from the matching pair. Raises NoMatchingPair."""
    with matching_pair.private_half() as private:
        key = ciphers.derive(private, f"network|{purpose}")
    try:
        yield key
    finally:
        ciphers.wipe(key)


@contextmanager
def reading_as_network() -> Iterator[NetworkReader]:
    """Make what the network may compare readable inside this block, in a transaction."""
    worker = NetworkReader(reader.outer_reader())
    with transaction.atomic(), reader.in_force(worker):
        try:
            yield worker
        finally:
            worker.forget()


def seal_to_intake(society: UUID, plaintext: bytes, *, label: str) -> bytes:
    """Seal to a society's intake pair: its staff side alone opens it. Raises KeyNotAtHand."""
    row = lookups.intake_key(society)
    if row is None:
        raise KeyNotAtHand(f"society {society} has no intake pair")
    return ciphers.seal_to(bytes(row.public), ciphers.pad(plaintext), info=label.encode())
