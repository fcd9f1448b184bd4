"""Keys of societies and files: made, shared, erased."""

from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from kintrace.vault import ciphers, keyring, lookups, root
from kintrace.vault.keyring import KeyNotAtHand
from kintrace.vault.many import write_rows
from kintrace.vault.models import (
    BoxGrant,
    BoxKey,
    DeviceKey,
    FormerHolder,
    IntakeKey,
    MatchKey,
    MemberKey,
    NetworkSlot,
    RecordKey,
    Slot,
)
from kintrace.vault.reader import aad_of_slot, reader_in_force, reader_of, reading_as

# In this order: the record key goes last, for all others hang under it.
_KEYS_OF_A_SOCIETY = (
    *(NetworkSlot, MatchKey, IntakeKey, DeviceKey),
    *(BoxGrant, FormerHolder, MemberKey, BoxKey, RecordKey),
)


@transaction.atomic
def make_record_key(society: UUID) -> None:
    """Make a society's record key under the newest root key. Once; IntegrityError after that."""
    keyring.forget(society)
    provider, record = root.provider_of(society), ciphers.new_key()
    row = RecordKey(
        society_id=society, provider=provider, version=1, root_version=root.newest(provider)
    )
    row.wrapped = wrap_record_key(row, record, root_key=row.root_version)
    ciphers.wipe(record)
    with reading_as(society):
        row.save(force_insert=True)


@transaction.atomic
def rewrap_record_key(society: UUID) -> bool:
    """Wrap a society's record key under the newest root key of who keeps it from now on; say
    whether that changed anything. Raises RootKeyMissing, KeyNotAtHand."""
    provider = root.provider_of(society)
    newest = root.newest(provider)
    with reading_as(society):
        elsewhere = lookups.record_keys(society).exclude(root_version=newest, provider=provider)
        rows = list(elsewhere.select_for_update())
        for row in rows:
            record = keyring.unwrap(row)
            row.provider = provider
            row.root_version, row.wrapped = newest, wrap_record_key(row, record, root_key=newest)
            ciphers.wipe(record)
            row.save(update_fields=["wrapped", "root_version", "provider"])
    return bool(rows)


def wrap_record_key(row: RecordKey, record: bytearray, *, root_key: int) -> bytes:
    """Wrap a version of a record key under a root key."""
    with root.derived(root_key, "record keys", row.provider) as key:
        aad = keyring.aad_of_record_key(row.society_id, root_key, row.version, row.provider)
        return ciphers.seal(key, record, aad=aad)


@transaction.atomic
def open_file(society: UUID) -> UUID:
    """Begin a file, one erasable thing, with a key of its own and one slot. Raises KeyNotAtHand."""
    reader = reader_of(society)
    file, file_key = uuid4(), ciphers.new_key()
    _add_slot(file, file_key, society=society, owner=society)
    reader.put(file, file_key)
    return file


@transaction.atomic
def open_files(society: UUID, count: int) -> list[UUID]:
    """Begin many files at once, each as `open_file` does. Raises KeyNotAtHand."""
    reader = reader_of(society)
    files = [uuid4() for _ in range(count)]
    with keyring.borrowed(society, keyring.SLOTS) as key:
        rows = []
        for file in files:
            file_key = ciphers.new_key()
            wrapped = ciphers.seal(key, file_key, aad=aad_of_slot(file, society))
            rows.append(Slot(file=file, society_id=society, owner_id=society, wrapped=wrapped))
            reader.put(file, file_key)
    write_rows(rows)
    return files


@transaction.atomic
def share_file(file: UUID, *, with_: UUID) -> None:
    """Give another society a slot for a file that the reader's society opened.

    For documents made to be shared (a transfer, a release), never for a case.
    """
    reader = reader_in_force()
    if not lookups.slots(reader.society, [file]).filter(owner_id=reader.society).exists():
        raise KeyNotAtHand(f"file {file} was not opened by society {reader.society}")
    file_key = bytearray(reader.file_key(file))
    with reading_as(with_):
        _add_slot(file, file_key, society=with_, owner=reader.society)
    ciphers.wipe(file_key)


@transaction.atomic
def erase_file(file: UUID) -> int:
    """Delete every slot of a file that the reader's society opened, or else its own slot.

    Nothing of the file can be read after that. The entry in the ledger is the caller's
    affair. Returns how many slots went; safe to repeat.
    """
    reader = reader_in_force()
    reader.drop(file)
    lookups.network_slots(reader.society, [file]).delete()
    deleted, _ = lookups.slots_in_reach(reader.society, file).delete()
    return deleted


def files_left(society: UUID) -> list[UUID]:
    """Name every file of which the society still has a slot; only inside `reading_as` it."""
    return list(lookups.slots_of(society).values_list("file", flat=True))


@transaction.atomic
def forget_society(society: UUID) -> None:
    """Delete a society's keys for good: nothing sealed for it opens any more.

    Its files are erased, and the ledger knows it, before.
    """
    with reading_as(society):
        if lookups.slots_of(society).exists():
            raise KeyNotAtHand(f"files of society {society} are not erased yet")
        for model in _KEYS_OF_A_SOCIETY:
            QuerySet(model).filter(society_id=society).delete()
    keyring.forget(society)


def _add_slot(file: UUID, file_key: bytearray, *, society: UUID, owner: UUID) -> None:
    with keyring.borrowed(society, keyring.SLOTS) as key:
        wrapped = ciphers.seal(key, file_key, aad=aad_of_slot(file, society))
    Slot.objects.create(file=file, society_id=society, owner_id=owner, wrapped=wrapped)
