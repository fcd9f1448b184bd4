"""`root_key`: made, sealed for a safe, brought back, taken away; nothing of a key is printed."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pyrage
import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from kintrace.audit import anchors
from kintrace.audit import jobs as audit
from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import entries, verify
from kintrace.network.models import Society
from kintrace.network.tests.cast import MakeSociety
from kintrace.operations import rootkeys
from kintrace.vault import keyring, ledger, root
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reading_as

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keys(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.ROOT_KEYS, settings.DATA = tmp_path / "keys", tmp_path / "data"
    root.make()
    keyring.forget_all()
    yield settings.ROOT_KEYS
    keyring.forget_all()


@pytest.fixture
def at(keys: Path, make_society: MakeSociety) -> Society:
    return make_society("AT")


@pytest.fixture
def bg(keys: Path, make_society: MakeSociety) -> Society:
    return make_society("BG")


@pytest.fixture
def safe(tmp_path: Path) -> pyrage.x25519.Identity:
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "identity").write_text(f"# of the safe\n{identity}\n")
    return identity


def said(*words: object) -> str:
    output = StringIO()
    call_command("root_key", *map(str, words), stdout=output)
    text = output.getvalue()
    for version in root.versions():
        with root.lent(version) as key:
            assert key.hex() not in text
    return text


def exported(tmp_path: Path, safe: pyrage.x25519.Identity, number: int = 1) -> Path:
    file = tmp_path / f"for-the-safe-{number}.age"
    recipient = str(safe.to_public())
    said("export", file, "--recipient", recipient, "--number", number)
    return file


def opens(society: Society) -> bool:
    keyring.forget_all()
    try:
        with reading_as(society.pk):
            open_file(society.pk)
    except keyring.SocietyIsShut:
        return False
    return True


def test_a_key_that_was_lost_comes_back_from_the_safe(
    at: Society, keys: Path, tmp_path: Path, safe: pyrage.x25519.Identity
) -> None:
    with reading_as(at.pk):
        ledger.append(open_file(at.pk))
    audit.sign_heads([at.pk])
    file = exported(tmp_path, safe)
    with root.lent(1) as key:
        before = bytes(key)
    for lost in (keys / "root-1.key", keys / "anchor.key"):
        lost.unlink()
    assert not opens(at)
    with pytest.raises(CommandError, match="Not every society opens"):
        said("check")
    assert "is at hand again" in said("import", file, "--identity", tmp_path / "identity")
    assert (keys / "root-1.key").read_bytes() == before
    assert (keys / "root-1.key").stat().st_mode & 0o777 == 0o400
    assert opens(at)
    assert len(ledger.erased()) == 1
    assert verify(at.pk, anchors.read(anchors.folder())) == []
    said("import", file, "--identity", tmp_path / "identity")  # once more changes nothing
    assert (keys / "root-1.key").read_bytes() == before


def test_the_file_for_the_safe_holds_nothing_in_clear_and_opens_for_the_safe_alone(
    at: Society, keys: Path, tmp_path: Path, safe: pyrage.x25519.Identity
) -> None:
    file = exported(tmp_path, safe)
    with root.lent(1) as key:
        assert bytes(key) not in file.read_bytes()
        assert key.hex().encode() not in file.read_bytes()
    other = tmp_path / "other"
    other.write_text(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(CommandError, match="does not open"):
        said("import", file, "--identity", other)
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(CommandError, match="does not open"):
        said("import", file, "--identity", tmp_path / "identity")
    (tmp_path / "empty").touch()
    with pytest.raises(CommandError, match="holds no age identity"):
        said("import", file, "--identity", tmp_path / "empty")
    stranger = tmp_path / "stranger.age"
    stranger.write_bytes(pyrage.encrypt(b"[]", [safe.to_public()]))
    with pytest.raises(CommandError, match="is no root key"):
        said("import", stranger, "--identity", tmp_path / "identity")


def test_another_key_of_the_same_number_is_never_written_over(
    at: Society, keys: Path, tmp_path: Path, safe: pyrage.x25519.Identity
) -> None:
    file = exported(tmp_path, safe)
    (keys / "root-1.key").unlink()
    root.make(1)
    with pytest.raises(CommandError, match="Another root key 1 is here already"):
        said("import", file, "--identity", tmp_path / "identity")
    with pytest.raises(CommandError, match="Not every society opens"):
        said("check")


def test_check_says_who_needs_what_and_when_it_was_exported(
    at: Society, bg: Society, tmp_path: Path, safe: pyrage.x25519.Identity
) -> None:
    words = said("check")
    assert "Root key 1 of the house: at hand, never exported." in words
    assert f"AT {at.pk}: opens." in words
    assert f"BG {bg.pk}: opens." in words
    exported(tmp_path, safe)
    assert "at hand, exported 2" in said("check")


def test_an_old_version_is_taken_away_when_nobody_needs_it_and_it_lies_in_the_safe(
    at: Society, bg: Society, tmp_path: Path, safe: pyrage.x25519.Identity
) -> None:
    with reading_as(at.pk):
        gone = open_file(at.pk)
    ledger.append(gone)
    assert "Root key 2 was made" in said("make")
    call_command("rotate_keys", "--root-only", "--society", "AT", stdout=StringIO())
    with pytest.raises(CommandError, match="BG still need it"):
        said("retire", "--number", 1)
    call_command("rotate_keys", "--root-only", stdout=StringIO())
    with pytest.raises(CommandError, match="Export it first"):
        said("retire", "--number", 1)
    exported(tmp_path, safe)
    assert "was taken away" in said("retire", "--number", 1)
    assert set(root.versions()) == {2}
    assert opens(at)
    assert ledger.erased() == {gone}
    with pytest.raises(CommandError, match="AT, BG still need it"):
        said("retire", "--number", 2)


def test_the_newest_version_is_never_taken_away(
    keys: Path, tmp_path: Path, safe: pyrage.x25519.Identity
) -> None:
    exported(tmp_path, safe)
    with pytest.raises(CommandError, match="cannot be retired"):
        said("retire", "--number", 1)


def test_what_is_asked_wrongly_is_answered_with_what_to_say(keys: Path, tmp_path: Path) -> None:
    for words, answer in (
        (("export",), "Say the file"),
        (("export", tmp_path / "x"), "Say --recipient"),
        (("export", tmp_path / "x", "--recipient", "age1"), "not a public age key"),
        (("import", tmp_path / "x"), "Say --identity"),
        (("retire",), "Say --number"),
        (("retire", "--number", "9"), "is not here"),
        (("make", "--society", "XX"), "no society"),
    ):
        with pytest.raises(CommandError, match=answer):
            said(*words)


def test_a_society_may_take_its_root_key_to_itself(
    at: Society, bg: Society, keys: Path, tmp_path: Path, settings: Settings
) -> None:
    settings.ROOTS = str(tmp_path / "roots.toml")
    theirs = tmp_path / "theirs"
    Path(settings.ROOTS).write_text(
        f'[providers.theirs]\nkind = "files"\nfolder = "{theirs}"\n'
        f'[societies]\n"{at.pk}" = "theirs"\n'
    )
    output = StringIO()
    with pytest.raises(CommandError, match="Not everything opens"):
        call_command("rotate_keys", "--root-only", stdout=output)
    assert "AT: its key is not at hand. There is no root key of “theirs”" in output.getvalue()
    assert str(theirs) in said("make", "--society", "AT")
    call_command("rotate_keys", "--root-only", stdout=StringIO())
    assert "Root key 1 of “theirs”: at hand." in said("check")
    with reading_as(at.pk):
        assert entries(at.pk)[0].deed == Deed.CHANGED_ROOT_KEY
    theirs.rename(tmp_path / "cut off")
    assert (opens(at), opens(bg)) == (False, True)
    with pytest.raises(CommandError, match="Not every society opens"):
        said("check")
    shut = [one for one in rootkeys.every() if not one.at_hand]
    assert [(str(one), one.needed_by[0].code) for one in shut] == [("Root key 1 of “theirs”", "AT")]
