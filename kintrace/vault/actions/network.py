"""What may be held beside other societies' searches: slots of the matching worker, intake pairs."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from kintrace.vault import ciphers, lookups, matching_pair
from kintrace.vault.actions.files import open_file
from kintrace.vault.keyring import KeyNotAtHand
from kintrace.vault.models import IntakeKey, MatchKey, NetworkSlot
from kintrace.vault.network import aad_of_intake, aad_of_network_slot, label_of_match_key
from kintrace.vault.reader import Reader, reader_in_force


@transaction.atomic
def let_network_read(file: UUID) -> bool:
    """Give the matching worker a slot for a file of the reader's society; False where the network
    does not compare. Safe to repeat. Raises KeyNotAtHand.

    With its first slot a society gets the intake pair to which the worker seals what it finds.
    """
    reader = reader_in_force()
    match_key = _match_key(reader.society)
    if match_key is None:
        return False
    _make_intake_key(reader)
    if not lookups.network_slots(reader.society, [file]).exists():
        aad = aad_of_network_slot(file, reader.society)
        key = reader.file_key(match_key.file)
        wrapped = ciphers.seal(key, reader.file_key(file), aad=aad)
        NetworkSlot.objects.create(file=file, society_id=reader.society, wrapped=wrapped)
    return True


@transaction.atomic
def shut_network_out(files: Iterable[UUID]) -> int:
    """Take the matching worker's slots back; answers how many there were. Safe to repeat."""
    return lookups.network_slots(reader_in_force().society, files).delete()[0]


def _make_intake_key(reader: Reader) -> None:
    """Make the intake pair of the reader's society, unless it has one. Raises KeyNotAtHand."""
    if lookups.intake_key(reader.society) is not None:
        return
    file, pair = open_file(reader.society), ciphers.new_box_pair()
    aad = aad_of_intake(reader.society)
    wrapped = ciphers.seal(reader.file_key(file), pair.private, aad=aad)
    ciphers.wipe(pair.private)
    IntakeKey.objects.create(
        society_id=reader.society, file=file, public=pair.public, wrapped=wrapped
    )


def open_intake(sealed: bytes, *, label: str) -> bytes:
    """Open what a machine sealed to the intake pair of the reader's society.

    Raises KeyNotAtHand, also when it was altered or moved.
    """
    reader = reader_in_force()
    row = lookups.intake_key(reader.society)
    if row is None:
        raise KeyNotAtHand(f"society {reader.society} has no intake pair")
    private = bytearray()
    try:
        aad = aad_of_intake(reader.society)
        private = ciphers.unwrap(reader.file_key(row.file), bytes(row.wrapped), aad=aad)
        return ciphers.unpad(ciphers.open_with(private, sealed, info=label.encode()))
    except ciphers.Altered:
        raise KeyNotAtHand(f"a value sealed for society {reader.society} does not open") from None
    finally:
        ciphers.wipe(private)


def _match_key(society: UUID) -> MatchKey | None:
    """The society's match key, sealed to the pair of today; None where there is no pair."""
    public = matching_pair.public_half()
    if public is None:
        return None
    row = lookups.match_key(society)
    if row is None:
        row = MatchKey(society_id=society, file=open_file(society))
    name = matching_pair.fingerprint(public)
    if row.pair != name:
        key = reader_in_force().file_key(row.file)
        row.sealed = ciphers.seal_to(public, key, info=label_of_match_key(society))
        row.pair = name
        row.save()
    return row
