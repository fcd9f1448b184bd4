"""A place for keys of its own for every test, and two societies."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pytest_django import Settings

from kintrace.vault import keyring, root
from kintrace.vault.actions import make_record_key, open_file
from kintrace.vault.reader import reading_as
from kintrace.vault.tests.homes import SECRET, Home
from kintrace.vault.tests.papers import Paper, make_tables


@pytest.fixture(autouse=True)
def keys(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """A fresh root key; nothing is remembered from one test to the next."""
    settings.ROOT_KEYS = tmp_path / "keys"
    settings.SAFE_FILES = tmp_path / "sealed"
    settings.PINS = tmp_path / "pins.json"
    root.make()
    keyring.forget_all()
    yield settings.ROOT_KEYS
    keyring.forget_all()


@pytest.fixture
def austria(db: None) -> UUID:
    """A society with a record key."""
    return _society()


@pytest.fixture
def bulgaria(db: None) -> UUID:
    """Another society with a record key."""
    return _society()


@pytest.fixture
def tables(db: None) -> None:
    """The tables of papers.py."""
    make_tables()


def _society() -> UUID:
    society = uuid4()
    make_record_key(society)
    return society


@pytest.fixture
def home(austria: UUID) -> Home:
    home = Home(austria)
    home.enlist(home.boris, home.berta, home.alma, home.chidi)
    home.hold()
    return home


@pytest.fixture
def message(home: Home) -> Paper:
    """A row as a visitor leaves it, without any reader for its box fields."""
    with reading_as(home.society):
        row = Paper(file=open_file(home.society), society_id=home.society)
        row.contact, row.notes = SECRET, {"fear": SECRET}
        row.save()
    return row
