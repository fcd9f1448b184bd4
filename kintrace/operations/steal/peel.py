"""Takes wrappings off: what was compressed, put into base64 or into hex is a thief's as well.

A session row, say, is JSON, compressed, in base64: no search for words finds anything in it.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 4
# Long enough that none stands in random bytes by chance; a line break may stand in between.
_RUN = re.compile(rb"[A-Za-z0-9+/_-]{24,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*")
_HEX = re.compile(rb"(?:[0-9a-f]{2}){12,}|(?:[0-9A-F]{2}){12,}")
_GZIP = b"\x1f\x8b"
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_BREAK = b"\n\0\n"  # between pieces: no string runs from one into the next
_LARGEST = 64 * 1024 * 1024


class Layer(NamedTuple):
    """Bytes, and how they were wrapped ("" as they lie)."""

    data: bytes
    how: str


def layers(data: bytes, how: str = "", depth: int = 0) -> Iterator[Layer]:
    """The bytes as they lie, and all that comes out of them."""
    yield Layer(data, how)
    if depth == DEEPEST:
        return
    for inner, wrapping in _unwrapped(data):
        yield from layers(inner, f"{how} in {wrapping}" if how else wrapping, depth + 1)


def _unwrapped(data: bytes) -> Iterator[tuple[bytes, str]]:
    if opened := decompressed(data):
        yield opened, "compressed"
    runs = {re.sub(rb"[\r\n]", b"", run[0]) for run in _RUN.finditer(data)}
    if not runs:
        return
    hexes = [piece[0] for run in runs for piece in _HEX.finditer(run)]
    if plain := _BREAK.join(map(binascii.unhexlify, hexes)):
        yield plain, "hex"
    rest = [run for run in runs if not _HEX.fullmatch(run)]
    for offset in range(4):
        decoded = [_from_base64(run[offset:]) for run in rest]
        if joined := _BREAK.join(decoded):
            yield joined, "base64"
        if compressed := _BREAK.join(map(decompressed, decoded)).strip(_BREAK):
            yield compressed, "compressed in base64"


def decompressed(data: bytes) -> bytes:
    """What comes out of gzip or zlib, as far as it goes; nothing when it is neither."""
    if not data.startswith((_GZIP, *_ZLIB)):
        return b""
    try:
        return zlib.decompressobj(wbits=47).decompress(data, _LARGEST)
    except zlib.error:
        return b""


def _from_base64(run: bytes) -> bytes:
    whole = run[: len(run) // 4 * 4] if len(run) % 4 == 1 else run + b"=" * (-len(run) % 4)
    return base64.b64decode(whole.translate(_STANDARD))


_STANDARD = bytes.maketrans(b"-_", b"+/")
