"""What `make attack` does to photos, in short; and that it would tell if something came through."""

import hashlib
import io
import tarfile
from pathlib import Path

import pytest
from PIL import Image

from bench.attack import photo_corpus, photo_marks
from bench.attack import photos as attack
from bench.attack.photo_children import CRASH, LIMIT, UNBELIEVED, Tally, Watched
from bench.attack.photo_mutations import mended, mutation, parts
from bench.attack.photo_seeds import PACKET, noted, saved, seeds, segment
from kintrace.vault import photos
from kintrace.vault.photo_process import Limits
from kintrace.vault.tests.camera import drawn_head

TILE = drawn_head().resize((160, 200))
BARE = saved(TILE, "JPEG")
WORDS = BARE[:20], BARE[20:]  # between the mark and the tables


def holding(part: bytes) -> bytes:
    return part.join(WORDS)


LEFT: dict[str, tuple[str, bytes]] = {
    "EXIF": ("160.jpg", saved(TILE, "JPEG", exif=noted(TILE))),
    "EXIF of a camera that says nothing": ("160.jpg", saved(TILE, "JPEG", exif=Image.Exif())),
    "XMP": ("160.jpg", saved(TILE, "JPEG", xmp=PACKET)),
    "a colour profile": ("160.jpg", saved(TILE, "JPEG", icc_profile=b"profile")),
    "a canary in a comment": ("160.jpg", holding(segment(0xFE, b"CANARY"))),
    "a comment without any word of ours": ("160.jpg", holding(segment(0xFE, b"anything"))),
    "a part that nobody knows": ("160.jpg", holding(segment(0xE9, b"anything"))),
    "Adobe's mark": ("160.jpg", saved(TILE.convert("CMYK"), "JPEG")),
    "a second JFIF mark": ("160.jpg", holding(BARE[2:20])),
    "a resolution": ("160.jpg", saved(TILE, "JPEG", dpi=(72, 72))),
    "a picture behind": ("160.jpg", BARE + BARE),
    "EXIF in a WebP": ("160.webp", saved(TILE, "WEBP", exif=noted(TILE))),
    "XMP in a WebP": ("160.webp", saved(TILE, "WEBP", xmp=PACKET)),
}
# Of these exiftool says nothing: the second is like the first, and behind the end it does not look.
ONLY_WE_SEE = {"a second JFIF mark", "a picture behind"}
MAT2_SEES = {"EXIF", "XMP", "a canary in a comment", "a comment without any word of ours"}


def test_damaged_pictures_crash_nothing_and_leave_no_mark() -> None:
    done = attack.short()
    assert done.broken == []
    said = {what: measured for what, measured, _goal in done.lines}
    assert all(said[what].startswith("not had: ") for what in done.missing)


def test_an_oracle_that_is_not_installed_is_said_and_never_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = attack.short(mutations=20)
    assert done.missing == ["exiftool", "mat2"]
    said = [measured for _what, measured, _goal in done.lines]
    assert sum(one.startswith("not had: ") for one in said) == 2


def test_an_attack_that_brings_a_word_through_is_broken_and_keeps_what_was_sent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    let_through = photos.FirstLook(holding(segment(0xFE, b"said")), {"whole": BARE})
    monkeypatch.setattr(photos, "first_look_in", lambda _child, _upload: let_through)
    monkeypatch.setattr(attack, "FOUND", tmp_path / "found")
    done = attack.short(mutations=3)
    told = "damaged-pictures-2 original.jpg: a part that is no pixels"
    assert any(one.endswith(told) for one in done.broken)
    assert (tmp_path / "found" / "damaged-pictures-2").read_bytes() == mutation(
        2, list(seeds().values())
    )


def test_a_bare_picture_has_no_mark() -> None:
    assert list(photo_marks.marks("160.jpg", BARE)) == []
    assert list(photo_marks.marks("160.webp", saved(TILE, "WEBP"))) == []


@pytest.mark.parametrize("what", LEFT)
def test_our_own_reader_finds(what: str) -> None:
    assert list(photo_marks.marks(*LEFT[what]))


@pytest.mark.parametrize("code", ["ascii", "utf-16-le", "utf-16-be"])
def test_a_planted_word_is_found_wherever_it_lies(code: str) -> None:
    inside_the_tables = BARE.replace(BARE[30:60], "CANARY".encode(code).ljust(30, b"\1"), 1)
    assert any("words" in mark for mark in photo_marks.marks("160.jpg", inside_the_tables))


def lay(folder: Path) -> dict[str, str]:
    """Every picture that holds something, and one that is bare, as files: what by name."""
    named = {}
    for number, (what, (name, picture)) in enumerate(LEFT.items()):
        file = f"{number:02}-{name}"
        (folder / file).write_bytes(picture)
        named[file] = what
    (folder / "bare.jpg").write_bytes(BARE)
    return named


def test_exiftool_finds_what_was_left_and_nothing_in_a_bare_picture(tmp_path: Path) -> None:
    named = lay(tmp_path)
    heard = photo_marks.exiftool(tmp_path)
    if heard is None:
        pytest.skip("exiftool is not installed: section [attack] of deploy/packages.txt")
    found = {one.removeprefix("./").split(": ")[0] for one in heard.found}
    assert heard.read == len(named) + 1
    assert {what for file, what in named.items() if file not in found} == ONLY_WE_SEE
    assert "bare.jpg" not in found


def test_mat2_finds_words_and_nothing_in_a_bare_picture(tmp_path: Path) -> None:
    named = lay(tmp_path)
    names = [*(file for file, what in named.items() if what in MAT2_SEES), "bare.jpg"]
    heard = photo_marks.mat2(tmp_path, names)
    if heard is None:
        pytest.skip("mat2 is not installed: section [attack] of deploy/packages.txt")
    found = {one.split(": ")[0] for one in heard.found}
    assert found == set(names) - {"bare.jpg"}


def test_every_whole_picture_holds_words_and_is_redrawn() -> None:
    child = photos.Child(pictures=len(seeds()))
    for what, upload in seeds().items():
        assert (b"CANARY" in upload) == (what != "WebP, bare")
        assert photos.first_look_in(child, upload).original
    child.end()


def test_the_same_number_gives_the_same_damage() -> None:
    first, again = list(seeds().values()), list(seeds().values())
    assert first == again
    assert all(mutation(number, first) == mutation(number, again) for number in range(100))
    assert len({mutation(number, first) for number in range(100)}) > 90


@pytest.mark.parametrize("what", seeds())
def test_a_picture_taken_apart_and_put_together_is_the_same(what: str) -> None:
    upload = seeds()[what]
    assert b"".join(parts(upload)) == upload == mended(upload)


START = "import os\nfrom kintrace.vault.photo_wire import GREETING_SHUT_IN\n"
START += "os.write(1, GREETING_SHUT_IN)\nos.read(0, 65536)\n"
ENDS = {
    "os.abort()": CRASH,
    "os._exit(3)": CRASH,
    "os.kill(os.getpid(), 9)": LIMIT,
    "while True: pass": LIMIT,
    "os.write(1, (400).to_bytes(4) + bytes(400)); os.read(0, 9)": UNBELIEVED,
}


@pytest.mark.parametrize("code", ENDS)
def test_a_child_that_crashes_is_stopped_or_lies_is_counted(code: str) -> None:
    tally = Tally()
    limits = Limits(wall_seconds=0.7)
    with Watched(pictures=1, limits=limits, program=f"exec({START + code!r})") as child:
        with pytest.raises(photos.PhotoRefused):
            photos.first_look_in(child, BARE)
        tally.watch("a picture", child)
    assert {kind: len(what) for kind, what in tally.worst.items()} == {ENDS[code]: 1}


def test_what_a_picture_costs_is_measured() -> None:
    tally = Tally()
    with Watched(pictures=1) as child:
        photos.clean_in(child, BARE)
        tally.watch("a picture", child)
    assert tally.found == []
    assert tally.processor > 0
    assert 10_000_000 < tally.memory < 1024**3


def packed(**files: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(f"pillow-0/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return held.getvalue()


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A source that is pinned and lies somewhere; how often it was fetched."""
    source = packed(**{"Tests/images/a/b.png": b"picture", "setup.py": b"never run"})
    sums = frozenset({hashlib.sha256(source).hexdigest()})
    asked: list[str] = []

    def give(address: str) -> bytes:
        asked.append(address)
        return source

    monkeypatch.setattr(photo_corpus, "FOLDER", tmp_path)
    monkeypatch.setattr(photo_corpus, "pinned", lambda: ("0", sums))
    monkeypatch.setattr(photo_corpus, "_address", lambda version: f"somewhere/{version}")
    monkeypatch.setattr(photo_corpus, "_fetched", give)
    return asked


def test_pillows_images_are_fetched_once_and_read_where_they_lie(fetched: list[str]) -> None:
    for _ in range(2):
        source = photo_corpus.archive()
        assert list(photo_corpus.images(source)) == [("a/b.png", b"picture")]
    assert fetched == ["somewhere/0"]


def test_an_archive_that_is_not_the_pinned_one_is_thrown_away(
    fetched: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_corpus, "pinned", lambda: ("0", frozenset({"0" * 64})))
    with pytest.raises(photo_corpus.NotHad, match=r"not what requirements\.txt pins"):
        photo_corpus.archive()
    assert fetched
    assert list(photo_corpus.FOLDER.iterdir()) == []


def test_images_that_cannot_be_had_are_said_and_never_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(photo_corpus, "FOLDER", tmp_path)
    monkeypatch.setattr(photo_corpus, "ROOT", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(attack, "LONG", 20)
    done = attack.long()
    assert done.missing == ["Pillow’s own test images", "exiftool", "mat2"]
    assert done.lines[0][1] == "not had: uv is not here"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo an-index.example >&2; exit 2", "uv could not ask the index"),
        ("echo '[[packages]]'", "the index has no source of it"),
        ("printf '[[packages]]\\nsdist.url = \"file:///x\"'", "its address is none of the web"),
    ],
)
def test_an_index_that_does_not_give_the_images_is_told_from_others_by_no_name(
    script: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    uv = tmp_path / "uv"
    uv.write_text(f"#!/bin/sh\n{script}\n")
    uv.chmod(0o755)
    monkeypatch.setattr(photo_corpus, "FOLDER", tmp_path / "kept")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(photo_corpus.NotHad, match=f"^{said}$"):
        photo_corpus.archive()


def test_the_pinned_pillow_is_found_in_the_lock_with_its_sums() -> None:
    version, sums = photo_corpus.pinned()
    assert f"\npillow=={version} " in photo_corpus.LOCK.read_text()
    assert len(sums) > 1
