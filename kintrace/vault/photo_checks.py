"""Reading a picture's outline byte by byte, without decoding it.

`refused_kind` looks at what was uploaded; `bare_jpeg_size` and `bare_webp_size` look at what came
back from the child: the right size, and no room for anything but pixels.
"""

import re

from kintrace.vault.photo_wire import Why

_ISO_MEDIA = b"ftyp"
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"}
_STARTS: tuple[tuple[bytes, Why | None], ...] = (
    (b"\xff\xd8\xff", None),
    (b"\x89PNG\r\n\x1a\n", None),
    (b"GIF8", Why.MOVING),
    (b"%PDF", Why.DOCUMENT),
    (b"%!PS", Why.DOCUMENT),
    (b"\xc5\xd0\xd3\xc6", Why.DOCUMENT),  # EPS with a preview
    (b"\x1a\x45\xdf\xa3", Why.FILM),  # WebM, Matroska
)

_APP0, _EOI, _SOS = 0xE0, 0xD9, 0xDA
_TABLES = {0xDB, 0xC4, 0xDD}  # DQT, DHT, DRI
_FRAMES = {0xC0, 0xC2}  # baseline and progressive
_PLAIN_APP0 = b"\x00\x10JFIF\x00"
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7]")


class NotBare(Exception):
    """A picture from the child holds more, or less, than pixels of the size asked for."""


def refused_kind(data: bytes) -> Why | None:
    """Say why a file of this kind is refused; None for JPEG, PNG and WebP."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return None
    if data[4:8] == _ISO_MEDIA:
        brands = {data[place : place + 4] for place in range(8, 64, 4)}
        return Why.HEIC if brands & _HEIC_BRANDS else Why.FILM
    for start, why in _STARTS:
        if data.startswith(start):
            return why
    looks_like_markup = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return Why.DOCUMENT if looks_like_markup else Why.OTHER


def bare_jpeg_size(data: bytes) -> tuple[int, int]:
    """Give width and height of a JPEG that has only APP0, tables, one frame and its scans."""
    if data[:2] != b"\xff\xd8":
        raise NotBare("no JPEG")
    size, place = None, 2
    while data[place : place + 2] != b"\xff\xd9":
        marker, length = data[place + 1 : place + 2], int.from_bytes(data[place + 2 : place + 4])
        if data[place : place + 1] != b"\xff" or length < 2:
            raise NotBare("a marker was expected")
        size = _require_plain_part(marker[0], data[place + 2 : place + 2 + length]) or size
        place += 2 + length
        if marker[0] == _SOS:
            place = _end_of_scan(data, place)
    if place + 2 != len(data) or size is None:
        raise NotBare("a tail, or no frame")
    return size


def bare_webp_size(data: bytes) -> tuple[int, int]:
    """Give width and height of a WebP that is one lossy frame and nothing else."""
    outline = data[:4], data[8:16], data[23:26]
    if outline != (b"RIFF", b"WEBPVP8 ", b"\x9d\x01\x2a"):
        raise NotBare("no plain WebP")
    whole, frame = int.from_bytes(data[4:8], "little"), int.from_bytes(data[16:20], "little")
    if whole != len(data) - 8 or frame + frame % 2 != len(data) - 20:
        raise NotBare("a second chunk, or a tail")
    width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    return width, height


def _require_plain_part(marker: int, part: bytes) -> tuple[int, int] | None:
    if marker in _FRAMES:
        return int.from_bytes(part[5:7]), int.from_bytes(part[3:5])
    if marker == _APP0 and part.startswith(_PLAIN_APP0):
        return None
    if marker in _TABLES or marker == _SOS:
        return None
    raise NotBare(f"marker {marker:02x}")


def _end_of_scan(data: bytes, place: int) -> int:
    found = _NEXT_MARKER.search(data, place)
    if found is None:
        raise NotBare("no end")
    return found.start()
