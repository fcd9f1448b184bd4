"""Root key, key ring, reader and files: who may read, and when it ends."""

import threading
import time
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries, Settings

from kintrace.vault import ciphers, keyring, lookups, root
from kintrace.vault.actions import (
    audit_key,
    erase_file,
    make_record_key,
    open_file,
    rewrap_record_key,
    share_file,
    staff_open,
    staff_seal,
    tag_key,
)
from kintrace.vault.models import RecordKey, Slot
from kintrace.vault.reader import KeyNotAtHand, reader_in_force, reading_as


def test_a_root_key_that_others_can_read_is_refused(keys: Path) -> None:
    (keys / "root-1.key").chmod(0o444)
    with pytest.raises(root.RootKeyMissing), root.derived(1, "x"):
        pass


def test_a_root_key_of_another_length_is_refused(keys: Path) -> None:
    path = keys / "root-1.key"
    for length in (31, 33):
        path.chmod(0o600)
        path.write_bytes(bytes(length))
        with pytest.raises(root.RootKeyMissing), root.derived(1, "x"):
            pass


def test_the_public_side_finds_no_root_key(austria: UUID, settings: Settings) -> None:
    keyring.forget_all()
    settings.SIDE = "public"
    with pytest.raises(root.RootKeyMissing):
        root.newest()
    with reading_as(austria), pytest.raises(KeyNotAtHand):
        open_file(austria)


def test_a_root_key_may_be_one_named_file(keys: Path, settings: Settings, tmp_path: Path) -> None:
    place = tmp_path / "secret"
    (keys / "root-1.key").rename(place)
    settings.ROOT_KEY_FILE = str(place)
    assert root.versions() == {1: place}


def test_a_new_root_key_wraps_and_old_data_still_opens(austria: UUID) -> None:
    with reading_as(austria):
        sealed = staff_seal("secret", label="x")
    root.make(2)
    assert rewrap_record_key(austria)
    assert not rewrap_record_key(austria)
    (root.versions()[1]).unlink()
    keyring.forget_all()
    with reading_as(austria):
        assert staff_open(sealed, label="x") == "secret"


def test_a_society_has_one_record_key(austria: UUID) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_record_key(austria)


def test_a_record_key_of_another_society_does_not_open(austria: UUID, bulgaria: UUID) -> None:
    with reading_as(bulgaria):
        stolen = RecordKey.objects.get(society_id=bulgaria).wrapped
    with reading_as(austria):
        RecordKey.objects.filter(society_id=austria).update(wrapped=stolen)
    keyring.forget_all()
    with reading_as(austria), pytest.raises(KeyNotAtHand):
        open_file(austria)


def held_keys() -> list[bytearray]:
    return [held.key for held in keyring._ring.held.values()]  # noqa: SLF001


def test_keys_are_zeroed_when_they_are_forgotten(austria: UUID) -> None:
    with reading_as(austria):
        file = open_file(austria)
    kept = held_keys()
    assert len(kept) == len(keyring.PURPOSES)
    keyring.forget_due(time.monotonic() + keyring.HELD_SECONDS - 1)
    assert all(any(key) for key in kept)
    keyring.forget_due(time.monotonic() + keyring.HELD_SECONDS + 1)
    assert not any(any(key) for key in kept)
    assert not held_keys()
    with reading_as(austria) as reader:
        assert any(reader.file_key(file))


def test_keys_are_forgotten_by_themselves(austria: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "HELD_SECONDS", 0.05)
    keyring.forget_all()
    while keyring._ring.sweeper is not None:  # noqa: SLF001 - one of an earlier test
        keyring._ring.sweeper.cancel()  # noqa: SLF001
        keyring._ring.sweeper = None  # noqa: SLF001
    with reading_as(austria):
        open_file(austria)
    kept = held_keys()
    until = time.monotonic() + 5
    while held_keys() and time.monotonic() < until:
        time.sleep(0.02)
    assert not held_keys()
    assert not any(any(key) for key in kept)


def test_the_readers_keys_are_zeroed_when_it_leaves(austria: UUID) -> None:
    with reading_as(austria) as reader:
        key = reader.file_key(open_file(austria))
        assert any(key)
    assert not any(key)


def test_borrowed_keys_are_zeroed(austria: UUID) -> None:
    with reading_as(austria), keyring.borrowed(austria, keyring.STAFF) as key:
        assert any(key)
    assert not any(key)


def test_nobody_gets_keys_of_a_society_they_do_not_read_for(austria: UUID, bulgaria: UUID) -> None:
    with reading_as(austria):
        assert audit_key(austria) != tag_key(austria)
        for ask in (audit_key, tag_key, open_file):
            with pytest.raises(KeyNotAtHand):
                ask(bulgaria)
    for ask in (audit_key, tag_key, open_file):
        with pytest.raises(KeyNotAtHand):
            ask(austria)
    with pytest.raises(KeyNotAtHand):
        staff_seal("x", label="x")


def test_the_inner_reader_counts_and_the_outer_comes_back(austria: UUID, bulgaria: UUID) -> None:
    with reading_as(austria) as outer:
        with reading_as(bulgaria) as inner:
            assert reader_in_force() is inner
        assert reader_in_force() is outer
        with pytest.raises(ZeroDivisionError), reading_as(bulgaria):
            _ = 1 / 0
        assert reader_in_force() is outer
    with pytest.raises(KeyNotAtHand):
        reader_in_force()


def test_what_fails_inside_takes_its_changes_with_it(austria: UUID) -> None:
    with pytest.raises(ZeroDivisionError), reading_as(austria):
        _ = open_file(austria).int // 0
    assert not Slot.objects.filter(society_id=austria).exists()


def test_another_thread_has_no_reader(austria: UUID) -> None:
    seen: list[str] = []

    def ask() -> None:
        try:
            reader_in_force()
        except KeyNotAtHand:
            seen.append("none")

    with reading_as(austria):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert seen == ["none"]


def test_threads_of_two_societies_do_not_meet() -> None:
    societies = [uuid4(), uuid4()]
    seen: dict[UUID, set[UUID]] = {society: set() for society in societies}
    from kintrace.vault.reader import Reader, _in_force  # noqa: PLC0415 - no database here

    def read(society: UUID) -> None:
        for _ in range(200):
            token = _in_force.set(Reader(society))
            time.sleep(0)
            seen[society].add(reader_in_force().society)
            _in_force.reset(token)

    threads = [threading.Thread(target=read, args=[society]) for society in societies * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {society: {society} for society in societies}


def test_many_files_cost_one_query(
    austria: UUID, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with reading_as(austria):
        files = [open_file(austria) for _ in range(5)]
    with reading_as(austria) as reader, django_assert_num_queries(1):
        reader.take(files)
        reader.take(files)
        assert len({bytes(reader.file_key(file)) for file in files}) == 5


def test_a_slot_of_another_file_does_not_open(austria: UUID) -> None:
    with reading_as(austria):
        one, two = open_file(austria), open_file(austria)
        rows = {row.file: row for row in lookups.slots(austria, [one, two])}
        lookups.slots(austria, [one]).update(wrapped=rows[two].wrapped)
    with reading_as(austria), pytest.raises(KeyNotAtHand):
        reader_in_force().file_key(one)


@pytest.mark.database_bound
def test_a_shared_file_opens_for_both_and_the_owner_erases_it_for_both(
    austria: UUID, bulgaria: UUID
) -> None:
    with reading_as(austria) as reader:
        file = open_file(austria)
        share_file(file, with_=bulgaria)
        key = bytes(reader.file_key(file))
    with reading_as(bulgaria) as reader:
        assert reader.file_key(file) == key
        with pytest.raises(KeyNotAtHand):
            share_file(file, with_=uuid4())
    with reading_as(austria):
        assert erase_file(file) == 2
        assert erase_file(file) == 0
    with reading_as(bulgaria) as reader, pytest.raises(KeyNotAtHand):
        reader.file_key(file)


@pytest.mark.database_bound
def test_the_receiver_gives_up_its_own_slot_alone(austria: UUID, bulgaria: UUID) -> None:
    with reading_as(austria):
        file = open_file(austria)
        share_file(file, with_=bulgaria)
    with reading_as(bulgaria):
        assert erase_file(file) == 1
    with reading_as(austria) as reader:
        assert reader.file_key(file)


def test_erasing_reaches_the_readers_around(austria: UUID) -> None:
    with reading_as(austria) as outer:
        file = open_file(austria)
        key = outer.file_key(file)
        with reading_as(austria):
            erase_file(file)
        assert not any(key)
        with pytest.raises(KeyNotAtHand):
            outer.file_key(file)


def test_a_staff_value_opens_under_its_label_and_society(austria: UUID, bulgaria: UUID) -> None:
    with reading_as(austria):
        sealed = staff_seal("secret", label="totp|1")
        assert staff_open(sealed, label="totp|1") == "secret"
        with pytest.raises(KeyNotAtHand):
            staff_open(sealed, label="totp|2")
    with reading_as(bulgaria), pytest.raises(KeyNotAtHand):
        staff_open(sealed, label="totp|1")


def test_no_key_lies_in_the_database(austria: UUID) -> None:
    with reading_as(austria) as reader:
        secrets = [bytes(reader.file_key(open_file(austria))), *map(bytes, held_keys())]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT wrapped FROM vault_slot UNION SELECT wrapped FROM vault_recordkey"
            )
            stored = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert not any(secret in stored for secret in secrets)
    assert ciphers.KEY == 32
