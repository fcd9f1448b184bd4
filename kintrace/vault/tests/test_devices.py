"""What a tablet sealed opens on the staff side of its society alone, as the record it was."""

from uuid import UUID, uuid4

import pytest

from kintrace.vault import keyring, lookups
from kintrace.vault.actions import (
    begin_rotation,
    device_key,
    end_rotation,
    erase_file,
    forget_society,
    open_from_device,
    rewrap,
)
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.tests.sealed_on_device import sealed_on_device

TOLD = "Selam, ሰላም".encode()

pytestmark = pytest.mark.database_bound


def test_what_a_tablet_sealed_opens_for_its_society_and_under_its_number(austria: UUID) -> None:
    record = uuid4()
    with reading_as(austria):
        sealed = sealed_on_device(device_key(), TOLD, society=austria, record=record)
        assert open_from_device(sealed, record=record) == TOLD
        assert TOLD not in sealed


def test_it_opens_as_no_other_record_and_not_when_a_bit_of_it_changed(austria: UUID) -> None:
    record = uuid4()
    with reading_as(austria):
        sealed = sealed_on_device(device_key(), TOLD, society=austria, record=record)
        with pytest.raises(KeyNotAtHand):
            open_from_device(sealed, record=uuid4())
        for at in (0, 1, 40, len(sealed) - 1):
            changed = bytearray(sealed)
            changed[at] ^= 1
            with pytest.raises(KeyNotAtHand):
                open_from_device(bytes(changed), record=record)
        for short in (b"", b"\x01", sealed[:70]):
            with pytest.raises(KeyNotAtHand):
                open_from_device(short, record=record)


def test_another_society_opens_nothing_of_it(austria: UUID, bulgaria: UUID) -> None:
    record = uuid4()
    with reading_as(austria):
        sealed = sealed_on_device(device_key(), TOLD, society=austria, record=record)
    with reading_as(bulgaria):
        with pytest.raises(KeyNotAtHand):
            open_from_device(sealed, record=record)
        device_key()
        with pytest.raises(KeyNotAtHand):
            open_from_device(sealed, record=record)


def test_the_pair_is_made_once_and_outlives_a_new_record_key(austria: UUID) -> None:
    record = uuid4()
    with reading_as(austria):
        public = device_key()
        assert device_key() == public
    begin_rotation(austria)
    rewrap(austria)
    end_rotation(austria)
    keyring.forget_all()
    with reading_as(austria):
        assert device_key() == public
        sealed = sealed_on_device(public, TOLD, society=austria, record=record)
        assert open_from_device(sealed, record=record) == TOLD


def test_it_goes_with_its_society(austria: UUID) -> None:
    with reading_as(austria):
        device_key()
        row = lookups.device_key(austria)
        assert row is not None
        erase_file(row.file)
    forget_society(austria)
    with reading_as(austria):
        assert lookups.device_key(austria) is None
