"""Looking at the bytes of a file that somebody puts to a case, without opening it.

A machine cannot say of a paper that it is harmless: what is cheap to see is refused, and whatever
is kept is given back as a download alone.
"""

from __future__ import annotations

import re
import zlib
from enum import StrEnum
from io import BytesIO
from typing import IO, TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kintrace.cases.file_words import SOUND, Media, largest
from kintrace.ui.refusals import Refusal
from kintrace.ui.uploads import BEGINNING
from kintrace.vault.photo_checks import refused_kind
from kintrace.vault.photos import SENTENCES as OF_PHOTOS
from kintrace.vault.photos import PhotoRefused, first_look
from kintrace.vault.photos import Why as PhotoWhy

if TYPE_CHECKING:
    from collections.abc import Iterator


class Why(StrEnum):
    """Why a file is not taken."""

    UNKNOWN = "unknown"
    HEIC = "heic"
    FILM = "film"
    LARGE_PAPER = "large paper"
    LARGE_SOUND = "large sound"
    LOCKED = "locked"
    ALIVE = "alive"
    BROKEN = "broken"
    SMALL = "small"


SENTENCES = {
    Why.UNKNOWN: _(
        "This file cannot be kept. Send a picture (JPEG, PNG, WebP), a PDF, or a recording (WAV, "
        "MP3, Ogg, M4A, WebM). Of anything else take a photo or a screenshot and send that."
    ),
    Why.HEIC: OF_PHOTOS[PhotoWhy.HEIC],
    Why.FILM: _("This is a film. Save its sound alone and send that, or take a screenshot."),
    Why.LARGE_PAPER: _(
        "This paper is larger than 8 MB. Take a photo of it in a smaller size, or send its pages "
        "one by one."
    ),
    Why.LARGE_SOUND: _(
        "This recording is larger than 40 MB. Save it in a smaller form (MP3 or M4A), or send it "
        "in several parts."
    ),
    Why.LOCKED: _("This PDF is locked. Save it without its password and send it again."),
    Why.ALIVE: _(
        "This PDF holds a program or other files, which may do harm. Print it into a new PDF, or "
        "take photos of its pages, and send those."
    ),
    Why.BROKEN: _("This file is damaged or did not arrive whole. Send it again."),
    Why.SMALL: _("This picture is too small to read. Look for a larger copy of it."),
}


class FileRefused(Refusal):
    """The file is not kept; the sentence says what to do. `why` is for tests."""

    def __init__(self, why: Why) -> None:
        super().__init__(SENTENCES[why])
        self.why = why


_STARTS = (
    (b"\xff\xd8\xff", Media.PICTURE),
    (b"\x89PNG\r\n\x1a\n", Media.PICTURE),
    (b"%PDF-", Media.PDF),
    (b"ID3", Media.MP3),
    (b"OggS", Media.OGG),
    (b"\x1a\x45\xdf\xa3", Media.WEBM),
)
_RIFF = {b"WAVE": Media.WAV, b"WEBP": Media.PICTURE}
_SOUND_BRANDS = {b"M4A ", b"M4B ", b"mp42", b"mp41", b"isom", b"iso2", b"dash", b"3gp4", b"3gp5"}
# Where a moving picture says that it is one: a track's handler, a codec's name.
_MOVING = {
    Media.M4A: re.compile(rb"hdlr.{8}vide", re.DOTALL),
    Media.WEBM: re.compile(rb"V_(?:VP8|VP9|AV1|MPEG|MJPEG|THEORA)"),
    Media.OGG: re.compile(rb"\x80theora|OVP80"),
}


def media_of(beginning: bytes) -> Media | None:
    """What a file is by its first bytes; None for what is not taken."""
    if beginning[:4] == b"RIFF":
        return _RIFF.get(beginning[8:12])
    if beginning[4:8] == b"ftyp":
        return Media.M4A if beginning[8:12] in _SOUND_BRANDS else None
    if _is_mp3_frame(beginning):
        return Media.MP3
    return next((media for start, media in _STARTS if beginning.startswith(start)), None)


def _is_mp3_frame(data: bytes) -> bool:
    """A frame of MPEG layer III whose rates are not reserved."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE6 != 0xE2:
        return False
    return data[2] >> 4 not in (0, 15) and data[2] & 0x0C != 0x0C


def judge(beginning: bytes, size: int) -> str:
    """While a file arrives: why it is not taken, "" to go on."""
    media = media_of(beginning)
    if media is None:
        return Why.HEIC if refused_kind(beginning) == PhotoWhy.HEIC else Why.UNKNOWN
    if size > largest(media):
        return Why.LARGE_SOUND if media in SOUND else Why.LARGE_PAPER
    return ""


def checked(data: IO[bytes]) -> tuple[Media, IO[bytes]]:
    """What it is, and what of it may be kept: of a picture the bare pixels. Raises FileRefused and
    PhotoRefused."""
    size = data.seek(0, 2)
    data.seek(0)
    beginning = data.read(BEGINNING)
    why, media = judge(beginning, size), media_of(beginning)
    if why or media is None:
        raise FileRefused(Why(why or Why.UNKNOWN))
    data.seek(0)
    if media == Media.PICTURE:
        return media, BytesIO(_redrawn(data.read()))
    if media == Media.PDF:
        _require_still(data.read())
    elif media in _MOVING:
        _require_no_film(data, _MOVING[media])
    return media, data


def _redrawn(picture: bytes) -> bytes:
    try:
        return first_look(picture).original
    except PhotoRefused as refused:
        if refused.why == PhotoWhy.SMALL:
            raise FileRefused(Why.SMALL) from None
        raise


def _require_no_film(data: IO[bytes], moving: re.Pattern[bytes]) -> None:
    """Piece after piece, each with the end of the one before."""
    before = b""
    while piece := data.read(1024 * 1024):
        if moving.search(before + piece):
            raise FileRefused(Why.FILM)
        before = piece[-32:]


# --- PDF ---

_STREAM = re.compile(rb"stream\r?\n")
_STREAM_ENDS = b"endstream"
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_NAME_ENDS = rb"(?=[\s()<>\[\]{}/%]|$)"
_LOCKED = re.compile(rb"/Encrypt" + _NAME_ENDS)
_ALIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Movie|Sound|3D|XFA|SubmitForm|ImportData"
    rb"|GoToE)" + _NAME_ENDS
)
_MOST_UNPACKED = 16 * 1024 * 1024  # bytes of one PDF, all its streams together


def _require_still(pdf: bytes) -> None:
    """A whole PDF that is not locked and, as far as it is cheap to say, does nothing."""
    if b"%%EOF" not in pdf[-2048:] or b"startxref" not in pdf[-4096:]:
        raise FileRefused(Why.BROKEN)
    for said in _said_in(pdf):
        plain = _unescaped(said)
        if _LOCKED.search(plain):
            raise FileRefused(Why.LOCKED)
        if _ALIVE.search(plain):
            raise FileRefused(Why.ALIVE)


def _said_in(pdf: bytes) -> Iterator[bytes]:
    """What stands outside of streams, and inside those that hold objects. What is too much to look
    at may hold anything: it is refused like what is known to act."""
    outside, before, room = list[bytes](), 0, _MOST_UNPACKED
    for start, first, end in _streams(pdf):
        outside.append(pdf[before:start])
        before = end
        about = outside[-1][-1024:].rpartition(b"obj")[2]
        if b"/ObjStm" in _unescaped(about):
            said = _unpacked(pdf[first:end], room)
            room -= len(said)
            yield said
    yield b"".join([*outside, pdf[before:]])


def _streams(pdf: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each stream starts, where its bytes begin and end; nothing is looked at twice."""
    place = 0
    while found := _STREAM.search(pdf, place):
        end = pdf.find(_STREAM_ENDS, found.end())
        if end < 0:
            return
        yield found.start(), found.end(), end
        place = end + len(_STREAM_ENDS)


def _unescaped(said: bytes) -> bytes:
    """Names as they are meant: letters may be written as numbers."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), said)


def _unpacked(packed: bytes, room: int) -> bytes:
    """What cannot be unpacked is looked at as it is. Raises FileRefused without room for it."""
    unpacking = zlib.decompressobj()
    try:
        said = unpacking.decompress(packed, max(1, room))
    except zlib.error:
        return packed
    if unpacking.unconsumed_tail or len(said) > room:
        raise FileRefused(Why.ALIVE)
    return said
