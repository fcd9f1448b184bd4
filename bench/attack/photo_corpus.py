"""Pillow's own test images: a thousand, some of which once broke a decoder.

They come with the source of exactly the Pillow that is pinned; its sum stands in requirements.txt
already. pip cannot fetch a source without running the build that lies in it, so uv is asked where
it lies (through whatever mirror is set), it is fetched as a file, and nothing of it is run or even
unpacked: the images are read where they lie in the archive.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = ROOT / "requirements.txt"
FOLDER = ROOT / "var" / "attack"
PINNED = re.compile(r"^pillow==(\S+)((?:\s*\\\n\s+--hash=sha256:[0-9a-f]{64})+)", re.MULTILINE)
HASH = re.compile(r"sha256:([0-9a-f]{64})")
IMAGES = re.compile(r"[^/]+/Tests/images/(.+)")
LARGEST = 200 * 1024**2  # bytes that are fetched; the archive has 47 MB
PATIENCE = 60  # seconds without a byte


class NotHad(Exception):
    """The images cannot be had here; the text says why."""


def pinned(lock: Path = LOCK) -> tuple[str, frozenset[str]]:
    """Pillow's version, and the sums of its files that are let in."""
    found = PINNED.search(lock.read_text())
    if found is None:
        raise NotHad("requirements.txt pins no Pillow")
    return found[1], frozenset(HASH.findall(found[2]))


def archive() -> Path:
    """The source of the pinned Pillow, fetched the first time and looked at every time."""
    version, sums = pinned()
    path = FOLDER / f"pillow-{version}.tar.gz"
    if not path.exists():
        address = _address(version)
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(_fetched(address))
        part.replace(path)
    if hashlib.sha256(path.read_bytes()).hexdigest() not in sums:
        path.unlink()
        raise NotHad("what came is not what requirements.txt pins")
    return path


def images(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every file among Pillow's test images, by its name there: pictures of sixty kinds."""
    with tarfile.open(path) as source:
        for member in source:
            named = IMAGES.fullmatch(member.name)
            held = source.extractfile(member) if named and member.isfile() else None
            if named and held:
                yield named[1], held.read()


def _address(version: str) -> str:
    """Where uv's index has the source: a lock in the common form says it, and builds nothing."""
    uv = shutil.which("uv") or str(ROOT / ".venv" / ".boot" / "bin" / "uv")
    command = [uv, "pip", "compile", "--quiet", "--no-deps", "--no-header"]
    command += ["--python-version", "3.11", "--format", "pylock.toml", "-"]
    try:
        done = subprocess.run(
            command,
            input=f"pillow=={version}\n",
            env=_surroundings(),
            capture_output=True,
            text=True,
            check=True,
        )
        return str(tomllib.loads(done.stdout)["packages"][0]["sdist"]["url"])
    except OSError:
        raise NotHad("uv is not here") from None
    except subprocess.CalledProcessError as failure:
        print(failure.stderr, file=sys.stderr)  # it names the index, which no report of ours shall
        raise NotHad("uv could not ask the index") from None
    except LookupError:
        raise NotHad("the index has no source of it") from None


def _surroundings() -> dict[str, str]:
    """uv has its own name for a mirror of the index."""
    kept = dict(os.environ)
    if "PIP_INDEX_URL" in kept:
        kept.setdefault("UV_DEFAULT_INDEX", kept["PIP_INDEX_URL"])
    return kept


def _fetched(address: str) -> bytes:
    if not address.startswith(("https://", "http://")):
        raise NotHad("its address is none of the web")
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - see above
            data: bytes = answer.read(LARGEST + 1)
    except (URLError, HTTPException, OSError) as failure:
        raise NotHad(f"it did not come: {failure}") from None
    if len(data) > LARGEST:
        raise NotHad("it is too large")
    return data
