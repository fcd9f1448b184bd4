"""Sealed files on disk: bound to their file and name."""

from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from kintrace.vault import safe_files
from kintrace.vault.actions import open_file
from kintrace.vault.reader import KeyNotAtHand, reading_as


def test_a_kept_file_opens_for_its_file_and_name(austria: UUID, settings: Settings) -> None:
    with reading_as(austria):
        file, other = open_file(austria), open_file(austria)
        safe_files.keep(b"pixels" * 100, file=file, name="photo.jpg")
        safe_files.keep(b"new" * 100, file=file, name="photo.jpg")
        assert safe_files.fetch(file=file, name="photo.jpg") == b"new" * 100
        safe_files.keep(b"x", file=other, name="photo.jpg")
        kept = [path for path in Path(settings.SAFE_FILES).rglob("*") if path.is_file()]
        assert len(kept) == 2
        assert not any(b"new" in path.read_bytes() for path in kept)
        kept[0].write_bytes(kept[1].read_bytes())
        at = other if kept[0].parent.name == other.hex else file
        with pytest.raises(KeyNotAtHand):
            safe_files.fetch(file=at, name="photo.jpg")


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
