"""Pictures damaged on purpose: the n-th is always the same, and can be made again by itself.

The vault's tests damage bytes wherever they lie. Here a picture is also taken apart as its format
says and put together wrongly, half of the time with sums and sizes mended, so that the damage gets
past the first check of a decoder.
"""

from __future__ import annotations

import random
import struct
import zlib
from typing import TYPE_CHECKING

from bench.attack.photo_seeds import TAILS
from kintrace.vault.tests.test_photos_mutations import damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Dice = random.Random
    Kind = Callable[[bytes, Sequence[bytes], Dice], bytes]

SEED = 20261201
SHORTEST = 40  # bytes, of which nothing more can be broken
PNG, SOI, SOS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", 0xDA
LIES_16 = (0, 1, 2, 3, 8, 0x7FFF, 0x8000, 0xFFFF)
LIES_32 = (0, 1, 3, 8, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF7, 0xFFFFFFFF)


def mutation(number: int, seeds: Sequence[bytes]) -> bytes:
    """The n-th damaged picture."""
    dice = random.Random(f"{SEED} {number}")  # noqa: S311 - the same damage in each run
    data = seeds[number % len(seeds)]
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        if len(data) > SHORTEST:
            data = dice.choice(KINDS)(data, seeds, dice)
    return mended(data) if dice.random() < 0.5 else data


def _bytes(data: bytes, _seeds: Sequence[bytes], dice: Dice) -> bytes:
    return damaged(data, dice)


def _bits(data: bytes, _seeds: Sequence[bytes], dice: Dice) -> bytes:
    flipped = bytearray(data)
    for _ in range(dice.choice((1, 2, 8, 64))):
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
    return bytes(flipped)


def _cut(data: bytes, _seeds: Sequence[bytes], dice: Dice) -> bytes:
    return data[: dice.randrange(12, max(13, len(data)))]


def _tail(data: bytes, seeds: Sequence[bytes], dice: Dice) -> bytes:
    return data + dice.choice((*TAILS, dice.choice(seeds)))


def _order(data: bytes, _seeds: Sequence[bytes], dice: Dice) -> bytes:
    """Two parts change places, or one comes twice, or is missing."""
    first, *rest = parts(data)
    if not rest:
        return data
    one, other = dice.randrange(len(rest)), dice.randrange(len(rest))
    match dice.randrange(3):
        case 0:
            rest[one], rest[other] = rest[other], rest[one]
        case 1:
            rest.insert(other, rest[one])
        case _:
            del rest[one]
    return first + b"".join(rest)


def _lie(data: bytes, _seeds: Sequence[bytes], dice: Dice) -> bytes:
    """A part, or the whole, claims a length that it has not."""
    first, *rest = parts(data)
    if not rest:
        return data
    chosen = dice.randrange(len(rest))
    rest[chosen] = _claiming(rest[chosen], data, dice)
    if data.startswith(b"RIFF") and dice.random() < 0.3:
        first = first[:4] + struct.pack("<I", dice.choice(LIES_32)) + first[8:]
    return first + b"".join(rest)


def _claiming(part: bytes, data: bytes, dice: Dice) -> bytes:
    near = dice.randrange(-9, 10)
    if data.startswith(SOI):
        length = dice.choice((*LIES_16, (len(part) - 2 + near) & 0xFFFF))
        return part[:2] + struct.pack(">H", length) + part[4:]
    length = dice.choice((*LIES_32, (len(part) + near) & 0xFFFFFFFF))
    if data.startswith(PNG):
        return struct.pack(">I", length) + part[4:]
    return part[:4] + struct.pack("<I", length) + part[8:]


def _splice(data: bytes, seeds: Sequence[bytes], dice: Dice) -> bytes:
    """A part of another picture, of any format, comes between."""
    first, *rest = parts(data)
    foreign = dice.choice(parts(dice.choice(seeds)))
    rest.insert(dice.randrange(len(rest) + 1), foreign[:0xFFFF])
    return first + b"".join(rest)


def _inside(data: bytes, _seeds: Sequence[bytes], dice: Dice) -> bytes:
    """Some bytes of one part are others, and its sum says that all is well."""
    first, *rest = parts(data)
    if not rest:
        return data
    chosen = dice.randrange(len(rest))
    part = bytearray(rest[chosen])
    for _ in range(dice.choice((1, 3, 10))):
        part[dice.randrange(min(len(part), 300))] = dice.choice((0, 1, 255, dice.randrange(256)))
    rest[chosen] = bytes(part)
    return mended(first + b"".join(rest))


KINDS: tuple[Kind, ...] = (_bytes, _bits, _cut, _tail, _order, _lie, _splice, _inside)


def parts(data: bytes) -> list[bytes]:
    """A picture's start and its parts; together they are the picture, whatever it claims."""
    if data.startswith(SOI):
        return _laid_out(data, start=2, length=_segment)
    if data.startswith(PNG):
        return _laid_out(data, start=8, length=_png_chunk)
    return _laid_out(data, start=12, length=_riff_chunk)


def _laid_out(data: bytes, *, start: int, length: Callable[[bytes, int], int]) -> list[bytes]:
    found, place = [data[:start]], start
    while place < len(data):
        end = place + length(data, place)
        found.append(data[place:end])
        place = end
    return found


def _segment(data: bytes, place: int) -> int:
    """The last one is the scan with all that comes behind it."""
    if place + 4 > len(data) or data[place] != 0xFF or data[place + 1] == SOS:
        return len(data) - place
    return 2 + max(2, int.from_bytes(data[place + 2 : place + 4]))


def _png_chunk(data: bytes, place: int) -> int:
    return 12 + int.from_bytes(data[place : place + 4])


def _riff_chunk(data: bytes, place: int) -> int:
    length = int.from_bytes(data[place + 4 : place + 8], "little")
    return 8 + length + length % 2


def mended(data: bytes) -> bytes:
    """The same picture with the sums of a PNG and the length of a WebP as they ought to be."""
    if data.startswith(PNG):
        first, *rest = parts(data)
        return first + b"".join(map(_summed, rest))
    if data.startswith(b"RIFF") and len(data) >= 12:
        return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]
    return data


def _summed(chunk: bytes) -> bytes:
    if len(chunk) < 12 or int.from_bytes(chunk[:4]) != len(chunk) - 12:
        return chunk
    return chunk[:-4] + struct.pack(">I", zlib.crc32(chunk[4:-4]))
