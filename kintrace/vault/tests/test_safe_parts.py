"""Large sealed files: part by part, none left out, and nothing without both secrets."""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from kintrace.vault import ciphers, safe_files, safe_parts, stores
from kintrace.vault.actions import files_left, open_file
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.safe_parts import PART, Kept
from tests import stored

if TYPE_CHECKING:
    from uuid import UUID

LARGE = b"a word\n" * ((2 * PART + 100_000) // 7)


def kept(data: bytes, society: UUID) -> Kept:
    lock, file = ciphers.new_key(), open_file(society)
    assert safe_parts.keep(BytesIO(data), lock=lock, file=file, name="a") == len(data)
    return Kept(lock=lock, file=file, name="a")


@pytest.mark.usefixtures("either_store")
def test_a_large_file_comes_back_whole_or_in_any_piece(austria: UUID) -> None:
    with reading_as(austria):
        for size in (0, 1, PART - 1, PART):
            small = kept(LARGE[:size], austria)
            assert (small.size(), small.read()) == (size, LARGE[:size])
        large, last = kept(LARGE, austria), len(LARGE) - 1
        assert (large.size(), large.read()) == (len(LARGE), LARGE)
        for start, stop in ((0, 1), (PART - 3, PART + 3), (5, 2 * PART + 9), (last, None)):
            assert large.read(start, stop) == LARGE[start:stop]


@pytest.mark.usefixtures("either_store")
def test_nothing_opens_without_the_lock_or_with_a_part_elsewhere_or_left_out(austria: UUID) -> None:
    lock = ciphers.new_key()
    with reading_as(austria):
        file = open_file(austria)
        safe_parts.keep(BytesIO(LARGE), lock=lock, file=file, name="a")
        lies = safe_files.name_of(file, "a")
        sealed, step = stores.sealed().get(lies), PART + 29
        assert b"a word" not in sealed
        with pytest.raises(KeyNotAtHand):
            Kept(lock=ciphers.new_key(), file=file, name="a").read()
        first, second, last = sealed[:step], sealed[step : 2 * step], sealed[2 * step :]
        for changed in (second + first + last, first + second, first + last, first, b""):
            stores.sealed().put(lies, [changed])
            with pytest.raises(KeyNotAtHand):
                Kept(lock=lock, file=file, name="a").read()


def test_a_large_file_is_held_in_memory_once(austria: UUID) -> None:
    lock, large = ciphers.new_key(), BytesIO(bytes(8 * PART))
    with reading_as(austria):
        file = open_file(austria)
        tracemalloc.start()
        safe_parts.keep(large, lock=lock, file=file, name="a")
        keeping = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        Kept(lock=lock, file=file, name="a").read()
        reading = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert keeping < 6 * PART, "the file itself lay there before"
    assert reading < 14 * PART


@pytest.mark.usefixtures("either_store")
def test_what_a_roll_back_left_is_swept_after_an_hour_and_nothing_else(
    austria: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reading_as(austria):
        stays = open_file(austria)
        safe_files.keep(b"x", file=stays, name="a")
        with transaction.atomic():
            left = open_file(austria)
            safe_files.keep(b"x", file=left, name="a")
            transaction.set_rollback(True)
        kept = set(files_left(austria))
    assert safe_files.sweep(kept) == 0, "a transaction that is not over may still want it"
    monkeypatch.setattr(safe_files, "STRAY_AFTER", -60)
    assert safe_files.sweep(kept) == 1
    assert list(stored.sealed()) == [safe_files.name_of(stays, "a")]
