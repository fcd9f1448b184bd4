"""Sealed files, on disk and in a bucket: bound to their file and name."""

from uuid import UUID

import pytest

from kintrace.vault import safe_files, stores
from kintrace.vault.actions import open_file
from kintrace.vault.reader import KeyNotAtHand, reading_as
from tests import stored


@pytest.mark.usefixtures("either_store")
def test_a_kept_file_opens_for_its_file_and_name(austria: UUID) -> None:
    with reading_as(austria):
        file, other = open_file(austria), open_file(austria)
        safe_files.keep(b"pixels" * 100, file=file, name="photo.jpg")
        safe_files.keep(b"new" * 100, file=file, name="photo.jpg")
        assert safe_files.fetch(file=file, name="photo.jpg") == b"new" * 100
        safe_files.keep(b"x", file=other, name="photo.jpg")
        kept = stored.sealed()
        first, second = (
            safe_files.name_of(file, "photo.jpg"),
            safe_files.name_of(other, "photo.jpg"),
        )
        assert sorted(kept) == sorted([first, second])
        assert not any(b"new" in held for held in kept.values())
        stores.sealed().put(second, [kept[first]])
        with pytest.raises(KeyNotAtHand):
            safe_files.fetch(file=other, name="photo.jpg")


@pytest.mark.usefixtures("either_store")
def test_a_dropped_file_is_gone_and_dropping_twice_is_fine(austria: UUID) -> None:
    with reading_as(austria):
        file = open_file(austria)
        safe_files.keep(b"x", file=file, name="a")
        safe_files.drop(file=file)
        safe_files.drop(file=file)
        with pytest.raises(FileNotFoundError):
            safe_files.fetch(file=file, name="a")


@pytest.mark.parametrize("name", ["../a", "A b", "", ".x", "a/b", "ä"])
def test_a_kept_file_has_a_plain_name(austria: UUID, name: str) -> None:
    with reading_as(austria), pytest.raises(ValueError, match="plain name"):
        safe_files.keep(b"x", file=open_file(austria), name=name)
