"""What a society's tablets seal without network: to a pair of its own, opened on arrival."""

from uuid import UUID

from django.db import transaction

from kintrace.vault import ciphers, lookups
from kintrace.vault.actions.files import open_file
from kintrace.vault.keyring import KeyNotAtHand
from kintrace.vault.models import DeviceKey
from kintrace.vault.reader import reader_in_force


def aad_of_device_key(society: UUID) -> bytes:
    """Bind the private half of a pair for devices to its society."""
    return f"devices|{society}".encode()


def label_of_record(society: UUID, record: UUID) -> str:
    """Bind a record that a device sealed to its society and its own number."""
    return f"device record|{society}|{record}"


@transaction.atomic
def device_key() -> bytes:
    """Give the public half of the pair of the reader's society, which is made the first time.

    Raises KeyNotAtHand.
    """
    society = reader_in_force().society
    known = lookups.device_key(society)
    return bytes((known or _make_pair(society)).public)


def open_from_device(sealed: bytes, *, record: UUID) -> bytes:
    """Open a record of a device of the reader's society; the device has filled it up.

    Raises KeyNotAtHand, also when it was altered or is another record.
    """
    reader = reader_in_force()
    row = lookups.device_key(reader.society)
    if row is None:
        raise KeyNotAtHand(f"society {reader.society} has no pair for devices")
    private = bytearray()
    try:
        aad = aad_of_device_key(reader.society)
        private = ciphers.unwrap(reader.file_key(row.file), bytes(row.wrapped), aad=aad)
        info = label_of_record(reader.society, record).encode()
        return ciphers.unpad(ciphers.open_from_device(private, sealed, info=info))
    except ciphers.Altered:
        raise KeyNotAtHand(f"record {record} of a device does not open") from None
    finally:
        ciphers.wipe(private)


def _make_pair(society: UUID) -> DeviceKey:
    file, pair = open_file(society), ciphers.new_device_pair()
    key = reader_in_force().file_key(file)
    wrapped = ciphers.seal(key, pair.private, aad=aad_of_device_key(society))
    ciphers.wipe(pair.private)
    return DeviceKey.objects.create(
        society_id=society, file=file, public=pair.public, wrapped=wrapped
    )
