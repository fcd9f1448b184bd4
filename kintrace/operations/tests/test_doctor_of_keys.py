"""`doctor` looks after keys: each is taken away, opened to others or mixed up for real."""

from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from kintrace.network.models import Society
from kintrace.operations.tests.patients import found, trouble, unknown, well
from kintrace.vault import ledger, root

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("installation")]


def test_a_root_key_that_is_away_is_named_with_who_needs_it(
    at: Society, installation: Path
) -> None:
    (installation / "root-1.key").rename(installation / "elsewhere")
    lines = [one.what for one in found("root keys")]
    assert lines == [
        "AT does not open: Root key 1 is not at hand.",
        "There is no root key: see docs/keys.md.",
    ]


def test_another_root_key_under_the_same_number_is_found_out(
    at: Society, installation: Path
) -> None:
    (installation / "root-1.key").unlink()
    root.make(1)
    assert "the root key is another" in trouble("root keys").what


def test_a_key_that_others_can_read_is_refused_and_named(at: Society, installation: Path) -> None:
    assert well("places of keys")
    (installation / "root-1.key").chmod(0o444)
    assert "can be read by others" in found("root keys")[0].what
    assert trouble("places of keys").mend == f"chmod 0400 {installation / 'root-1.key'}"
    (installation / "root-1.key").chmod(0o400)
    installation.chmod(0o755)
    assert trouble("places of keys").mend == f"chmod 0700 {installation}"
    installation.chmod(0o700)
    assert well("places of keys")


def test_a_folder_of_keys_among_what_is_served_or_missing_is_said(
    installation: Path, settings: Settings
) -> None:
    settings.FACES = installation.parent
    assert "is served or backed up" in trouble("places of keys").what
    settings.ROOT_KEYS = installation / "none"
    assert "is missing" in trouble("places of keys").what


def test_a_key_that_never_went_into_a_safe_is_a_trouble(at: Society, installation: Path) -> None:
    assert well("root keys")
    root.make(2)
    assert "Root key 2 of the house was never exported" in trouble("root keys").what


def test_a_file_of_keepers_that_cannot_be_followed_is_said(
    settings: Settings, tmp_path: Path
) -> None:
    settings.ROOTS = str(tmp_path / "roots.toml")
    Path(settings.ROOTS).write_text('house = "hq"')
    assert "there is no [providers.hq]" in trouble("root keys").what


def test_a_ledger_that_was_changed_is_said(installation: Path) -> None:
    assert well("ledger of erasures")
    ledger.append(uuid4())
    assert well("ledger of erasures")
    text = ledger.where().read_text()
    ledger.where().write_text(text.replace(text.split()[1], str(uuid4())))
    assert "line 1 of the ledger of erasures does not hold" in trouble("ledger of erasures").what


def test_a_key_within_reach_of_the_public_side_is_said(
    installation: Path, settings: Settings
) -> None:
    settings.SIDE = "public"
    assert str(installation / "root-1.key") in trouble("no key here").what
    settings.ROOT_KEYS = installation / "none"
    assert well("no key here")


def test_the_private_half_of_the_matching_pair_lies_with_the_matcher_alone(
    settings: Settings, tmp_path: Path
) -> None:
    assert "not compared" in unknown("matching pair")
    settings.SIDE = "matcher"
    assert "is not at" in trouble("matching pair").what
    settings.MATCHING_KEY, settings.MATCHING_PUBLIC = tmp_path / "private", tmp_path / "public"
    settings.MATCHING_PUBLIC.touch()
    assert "is not at" in trouble("matching pair").what
    settings.MATCHING_KEY.touch(mode=0o444)
    assert "can be read by others" in trouble("matching pair").what
    settings.MATCHING_KEY.chmod(0o400)
    assert well("matching pair")
    settings.SIDE = "staff"
    assert "The staff side can read the private half" in trouble("matching pair").what
