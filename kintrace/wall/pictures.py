"""The public picture files: random names, new at each publication, beside no other file.

A file here is shown only while a Face row names it (views.picture asks), so a stray file is a
matter of tidiness and never of safety. Where they lie `vault.stores` says; any call may raise
StoreAway.
"""

import re
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta
from io import BytesIO

from django.utils import timezone
from PIL import Image

from kintrace.vault import stores
from kintrace.vault.stores import StoreAway

SMALLEST = "160"
SIZES = (SMALLEST, "320", "960")
TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
KEYS = tuple(f"{size}.{ending}" for size in SIZES for ending in TYPES)
STRAY_AFTER = 60 * 60  # seconds: no transaction that writes pictures lasts this long
_FILE = re.compile(r"([0-9a-f]{32})-(?:160|320|960)\.(?:webp|jpg)")


def write(pictures: Mapping[str, bytes]) -> str:
    """Put the six clean pictures ("160.webp" … "960.jpg") into the store; gives their new name."""
    name = secrets.token_hex(16)
    try:
        for key in KEYS:
            stores.faces().put(_file(name, key), [pictures[key]])
    except BaseException:
        undo(name)
        raise
    return name


def undo(name: str) -> None:
    """Delete what nobody has seen; where the store does not answer, the sweep finds it."""
    with suppress(StoreAway):
        remove(name)


def remove(name: str) -> None:
    """Delete the six files; those that are gone already are no matter."""
    stores.faces().delete(f"{name}-")


def read(name: str, size: str, ending: str) -> bytes | None:
    """One picture, or None. The caller has checked that a face shows it."""
    try:
        return stores.faces().get(_file(name, f"{size}.{ending}"))
    except FileNotFoundError:
        return None


def for_paper(name: str, *, within: int) -> bytes:
    """The largest picture of a face that takes no more bytes than this, for printing."""
    large, small = (stores.faces().get(_file(name, f"{size}.jpg")) for size in ("960", "320"))
    if len(large) <= within:
        return large
    return small if len(small) <= within else _lighter(small, within)


def _lighter(data: bytes, within: int) -> bytes:
    """The same picture, coarser step by step; one of our own, redrawn when it was taken in.

    Whoever changed it in the store meets one decoder here, and none of Pillow's thirty others.
    """
    with Image.open(BytesIO(data), formats=["JPEG"]) as picture:
        lighter = [_saved(picture, quality) for quality in (60, 45, 30)]
    return next((one for one in lighter if len(one) <= within), lighter[-1])


def _saved(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def sweep(shown: Iterable[str]) -> int:
    """Delete the files of no face that lie here for an hour (a roll-back left them); how many."""
    keep, before = set(shown), timezone.now() - timedelta(seconds=STRAY_AFTER)
    stores.faces().tidy(before)
    old = (one for one in stores.faces().lying() if one.since < before)
    ours = (named[1] for one in old if (named := _FILE.fullmatch(one.name)))
    strays = [name for name in ours if name not in keep]
    for name in sorted(set(strays)):
        remove(name)
    return len(strays)


def _file(name: str, key: str) -> str:
    return f"{name}-{key}"
