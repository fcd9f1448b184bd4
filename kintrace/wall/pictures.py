"""The public picture files: random names, new at each publication, beside no other file.

A file here is shown only while a Face row names it (views.picture asks), so a stray file is a
matter of tidiness and never of safety.
"""

import re
import secrets
import time
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image

SMALLEST = "160"
SIZES = (SMALLEST, "320", "960")
TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
KEYS = tuple(f"{size}.{ending}" for size in SIZES for ending in TYPES)
STRAY_AFTER = 60 * 60  # seconds: no transaction that writes pictures lasts this long
_FILE = re.compile(r"([0-9a-f]{32})-(?:160|320|960)\.(?:webp|jpg)")


def write(pictures: Mapping[str, bytes]) -> str:
    """Put the six clean pictures ("160.webp" … "960.jpg") on disk; returns their new name."""
    name = secrets.token_hex(16)
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for key in KEYS:
            _path(name, key).write_bytes(pictures[key])
    except BaseException:
        remove(name)
        raise
    return name


def remove(name: str) -> None:
    """Delete the six files; those that are gone already are no matter."""
    for key in KEYS:
        _path(name, key).unlink(missing_ok=True)


def read(name: str, size: str, ending: str) -> bytes | None:
    """One picture, or None. The caller has checked that a face shows it."""
    try:
        return _path(name, f"{size}.{ending}").read_bytes()
    except FileNotFoundError:
        return None


def for_paper(name: str, *, within: int) -> bytes:
    """The largest picture of a face that takes no more bytes than this, for printing."""
    large, small = (_path(name, f"{size}.jpg").read_bytes() for size in ("960", "320"))
    if len(large) <= within:
        return large
    return small if len(small) <= within else _lighter(small, within)


def _lighter(data: bytes, within: int) -> bytes:
    """The same picture, coarser step by step; one of our own, redrawn when it was taken in."""
    with Image.open(BytesIO(data)) as picture:
        lighter = [_saved(picture, quality) for quality in (60, 45, 30)]
    return next((one for one in lighter if len(one) <= within), lighter[-1])


def _saved(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def sweep(shown: Iterable[str]) -> int:
    """Delete the files of no face that lie here for an hour (a roll-back left them); how many."""
    keep, before = set(shown), time.time() - STRAY_AFTER
    strays = [
        path for path in _files() if _name(path) not in keep and path.stat().st_mtime < before
    ]
    for path in strays:
        path.unlink(missing_ok=True)
    return len(strays)


def _folder() -> Path:
    return Path(settings.FACES)


def _path(name: str, key: str) -> Path:
    return _folder() / f"{name}-{key}"


def _files() -> list[Path]:
    return [path for path in _folder().glob("*") if _FILE.fullmatch(path.name)]


def _name(path: Path) -> str:
    return path.name[:32]
