"""What PostgreSQL hands over is sealed whole or not at all, and nothing else is taken for it."""

import os
import subprocess
import sys
import tarfile
import time
from io import BytesIO
from pathlib import Path

import pyrage
import pytest

from kintrace.operations.archive import BROKEN, LONGEST, NOT_THERE, main
from kintrace.operations.tests.conftest import ROOT

NAME = "000000010000000000000007"


class Place:
    """A segment, the folder of the archive, and who opens it."""

    def __init__(self, folder: Path) -> None:
        self.segment, self.to, self.back = folder / "segment", folder / "to", folder / "back"
        self.segment.write_bytes(os.urandom(300_000))
        self.to.mkdir()
        identity = pyrage.x25519.Identity.generate()
        self.identity = folder / "identity"
        self.identity.write_text(f"{identity}\n")
        self.recipient = str(identity.to_public())

    def keep(self) -> int:
        words = ["keep", str(self.segment), NAME, "--to", str(self.to)]
        return main([*words, "--recipient", self.recipient])

    def fetch(self, name: str = NAME) -> int:
        words = ["fetch", name, str(self.back), "--from", str(self.to)]
        return main([*words, "--identity", str(self.identity)])


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_segment_comes_back_as_it_was_and_lies_there_sealed(place: Place) -> None:
    assert place.keep() == 0
    sealed = place.to / f"{NAME}.age"
    assert sealed.read_bytes().startswith(b"age-encryption.org/v1")
    assert sealed.stat().st_mode & 0o777 == 0o600
    assert place.fetch() == 0
    assert place.back.read_bytes() == place.segment.read_bytes()


def test_the_same_segment_twice_is_no_trouble_and_another_of_its_name_is_refused(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [place.keep(), place.keep()] == [0, 0]
    before = (place.to / f"{NAME}.age").read_bytes()
    place.segment.write_bytes(b"another")
    assert place.keep() == 1
    assert "two servers write to one place" in capsys.readouterr().err
    assert (place.to / f"{NAME}.age").read_bytes() == before


def test_what_was_broken_off_leaves_nothing_that_looks_whole(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pyrage, "encrypt_io", _fails)
        assert place.keep() == 1
    assert list(place.to.iterdir()) == []
    assert place.keep() == 0


def _fails(_plain: object, sink: object, _keys: object) -> None:
    sink.write(b"age-encryption.org/v1 half")  # type: ignore[attr-defined]
    raise pyrage.EncryptError("no room")


def test_a_segment_that_is_not_there_ends_the_reading_and_a_damaged_one_stops_it(
    place: Place,
) -> None:
    assert place.fetch() == NOT_THERE
    place.keep()
    sealed = place.to / f"{NAME}.age"
    whole = sealed.read_bytes()
    sealed.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert place.fetch() == BROKEN
    assert not place.back.exists()
    assert list(place.back.parent.glob("back*")) == []


def test_what_is_over_its_time_goes_and_nobody_may_keep_it_longer(place: Place) -> None:
    place.keep()
    old, young = place.to / "base-20260101T000000Z.age", place.to / f"{NAME}.age"
    old.write_bytes(b"old")
    long_ago = time.time() - (LONGEST + 1) * 86400
    os.utime(old, (long_ago, long_ago))
    assert main(["prune", "--to", str(place.to), "--days", str(LONGEST + 1)]) == 1
    assert old.exists()
    assert main(["prune", "--to", str(place.to)]) == 0
    assert not old.exists()
    assert young.exists()


def test_no_moment_before_the_first_base_can_be_reached(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["unpack", "--from", str(place.to), "--identity", str(place.identity)]
    words += ["--into", str(place.back)]
    assert main([*words, "--until", "2026-11-30T12:00:00+00:00"]) == 1
    assert "no base backup before that moment" in capsys.readouterr().err
    assert main([*words, "--until", "2026-11-30T12:00:00"]) == 1
    assert "say the zone" in capsys.readouterr().err


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE])
def test_a_link_in_a_base_leads_nothing_outside_its_folder(
    place: Place, tmp_path: Path, kind: bytes
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    link, through = tarfile.TarInfo("link"), tarfile.TarInfo("link/written")
    link.type, link.linkname = kind, str(outside)
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.addfile(link)
        archive.addfile(through)
    sealed = pyrage.encrypt(packed.getvalue(), [pyrage.x25519.Recipient.from_str(place.recipient)])
    (place.to / "base-20260101T000000Z.age").write_bytes(sealed)
    words = ["unpack", "--from", str(place.to), "--identity", str(place.identity)]
    words += ["--into", str(place.back), "--until", "2026-02-01T12:00:00+00:00"]
    assert main(words) == 1
    assert list(outside.iterdir()) == []
    assert not place.back.exists()


def test_it_starts_without_the_program_around_it() -> None:
    """PostgreSQL runs it for every segment; it must not take a second each."""
    asked = "import kintrace.operations.archive, sys; print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
