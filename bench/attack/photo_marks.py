"""What may not leave the house beside pixels: looked for by a reader of our own, and by two that
others wrote and Debian ships.

exiftool knows a thousand tags of every maker. mat2 (which asks exiftool, with a list of harmless
tags that is not ours) also decodes the whole picture with another library; it reads no WebP.
"""

from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kintrace.vault.tests.camera import TRACES
from kintrace.vault.tests.outlines import jpeg_markers, only_pixels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CANARIES = (*TRACES, *("CANARY".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be")))
# The one note a JPEG has to have: a version, no unit, one by one, no small picture.
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
PATIENCE = 600  # seconds for one batch
BATCH = 200

# What exiftool says of any file: about the file on this disk, how it reads the pixels, their size.
HARMLESS = {
    "ExifTool": "ExifToolVersion",
    "System": "FileName Directory FileSize FileModifyDate FileAccessDate FileInodeChangeDate "
    "FilePermissions",
    "File": "FileType FileTypeExtension MIMEType ImageWidth ImageHeight EncodingProcess "
    "BitsPerSample ColorComponents YCbCrSubSampling",
    "RIFF": "VP8Version ImageWidth HorizontalScale ImageHeight VerticalScale",
    "Composite": "ImageSize Megapixels",
}
# These could carry something, and carry the same in every picture.
ALWAYS = {
    "JFIF:JFIFVersion": 1.01,
    "JFIF:ResolutionUnit": "None",
    "JFIF:XResolution": 1,
    "JFIF:YResolution": 1,
}
_ALLOWED = {f"{group}:{tag}" for group, tags in HARMLESS.items() for tag in tags.split()}
_ALLOWED.add("SourceFile")
_NOTHING_FOUND = re.compile(r"^\s*No metadata found in (.+)\.$")


def marks(name: str, picture: bytes) -> Iterator[str]:
    """What our own reader finds in one picture, each as a few words."""
    try:
        if not only_pixels(name, picture):
            yield "a part that is no pixels"
        elif name.endswith("jpg") and not _has_bare_mark(picture):
            yield "a JFIF mark with something in it"
    except (AssertionError, LookupError, struct.error) as failure:
        yield f"an outline that cannot be read ({type(failure).__name__} {failure})"
    yield from (f"the words {one!r}" for one in CANARIES if one in picture)


def _has_bare_mark(picture: bytes) -> bool:
    return picture[2:20] == JFIF and jpeg_markers(picture).count(0xE0) == 1


@dataclass
class Heard:
    """What an oracle said: of how many files, and what it found."""

    read: int = 0
    found: list[str] = field(default_factory=list)


def exiftool(folder: Path) -> Heard | None:
    """Every tag of every picture in a folder that is none of the harmless; None: not installed.

    Also such as exiftool does not know (-u), and such as lie in a picture in the picture (-ee).
    """
    told = ("-json", "-G1", "-a", "-u", "-ee", "-ext", "jpg", "-ext", "webp", ".")
    said = _said("exiftool", *told, folder=folder)
    if said is None:
        return None
    files = json.loads(said or "[]")
    found = [f"{one['SourceFile']}: {tag}" for one in files for tag in _tags(one)]
    return Heard(len(files), found)


def _tags(told: dict[str, object]) -> Iterator[str]:
    for tag, value in told.items():
        if tag not in ALWAYS and tag not in _ALLOWED:
            yield tag
        elif tag in ALWAYS and value != ALWAYS[tag]:
            yield f"{tag} {value!r}"


def mat2(folder: Path, names: list[str]) -> Heard | None:
    """What mat2 says of these JPEGs but that it found nothing; None: not installed."""
    heard = Heard()
    for start in range(0, len(names), BATCH):
        batch = names[start : start + BATCH]
        said = _said("mat2", "--no-sandbox", "--show", *batch, folder=folder)
        if said is None:
            return None
        clean = {told[1] for line in said.splitlines() if (told := _NOTHING_FOUND.match(line))}
        heard.read += len(batch)
        heard.found += [f"{name}: not called clean" for name in batch if name not in clean]
    return heard


def version(oracle: str) -> str:
    """The version of an oracle, as it calls itself."""
    said = {"exiftool": ("-ver",), "mat2": ("--version",)}[oracle]
    return (_said(oracle, *said) or "").strip().removeprefix("mat2 ")


def _said(program: str, *told: str, folder: Path | None = None) -> str | None:
    """What a program says; it may end as it likes, for what it says of each file is counted."""
    path = shutil.which(program)
    if path is None:
        return None
    done = subprocess.run(
        [path, *told],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=PATIENCE,
    )
    return done.stdout
