"""Photos: what somebody might send on purpose."""

import struct
import time
import zipfile
import zlib
from io import BytesIO

import pytest
from PIL import Image

from kintrace.vault import photos
from kintrace.vault.photos import PhotoRefused, Why
from kintrace.vault.tests.camera import TRACES, camera_jpeg, drawn_head
from kintrace.vault.tests.outlines import only_pixels
from kintrace.vault.tests.test_photos import saved

JPEG = camera_jpeg(megapixels=0.5)


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, rows: bytes = b"") -> bytes:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = png_chunk(b"IDAT", zlib.compress(rows))
    start = b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks)
    return start + pixels + png_chunk(b"IEND", b"")


def zipped() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("CANARY-ZIP.html", "CANARY-ZIP")
    return held.getvalue()


def with_second_picture_inside(data: bytes) -> bytes:
    """A gain map as newer phones append it: an MPF index in APP2, a second JPEG behind."""
    entries = struct.pack("<IIIHH", 0x030000, len(data), 0, 0, 0) * 2
    index = struct.pack("<HHI4s", 0xB000, 7, 4, b"0100")
    index += struct.pack("<HHII", 0xB001, 4, 1, 2)
    index += struct.pack("<HHII", 0xB002, 7, len(entries), 50)
    body = b"MPF\0II*\0" + struct.pack("<IH", 8, 3) + index + struct.pack("<I", 0) + entries
    part = b"\xff\xe2" + struct.pack(">H", len(body) + 2) + body
    return data[:2] + part + data[2:] + JPEG


POLYGLOTS = {
    "a page behind": JPEG + b"<html><script>CANARY-HTML</script></html>",
    "an archive behind": JPEG + zipped(),
    "PHP in the comment": saved(drawn_head(), "JPEG", comment=b"<?php CANARY-PHP ?>"),
    "a second photo behind": JPEG + camera_jpeg(megapixels=0.2),
    "a second photo inside": with_second_picture_inside(JPEG),
    "a thumbnail and a place": JPEG,
    "text in a PNG": png(40, 40, png_chunk(b"tEXt", b"Comment\0CANARY-TEXT"), rows=bytes(121 * 40))
    + b"CANARY-TAIL",
    "XMP in a WebP": saved(drawn_head(), "WEBP", xmp=b"CANARY-XMP", exif=b"Exif\0\0CANARY-EXIF"),
}


@pytest.mark.parametrize("name", POLYGLOTS)
def test_a_picture_with_more_in_it_comes_out_as_pixels_alone(name: str) -> None:
    upload = POLYGLOTS[name]
    cleaned = photos.clean(upload)
    outputs = {**cleaned.pictures, "original.jpg": cleaned.original}
    outputs |= {f"{frame}.jpg": small for frame, small in photos.previews(upload).items()}
    for kind, picture in outputs.items():
        assert only_pixels(kind, picture)
        for canary in (b"CANARY", b"<html", b"<?php", b"PK\x03\x04", *TRACES):
            assert canary not in picture


def moving(kind: str) -> bytes:
    frames = [drawn_head().resize((60, 80)), drawn_head().resize((60, 80)).rotate(180)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def ftyp(*brands: bytes) -> bytes:
    body = b"ftyp" + brands[0] + bytes(4) + b"".join(brands)
    return struct.pack(">I", len(body) + 4) + body + bytes(5000)


def jpeg_of_claimed_size(width: int, height: int) -> bytes:
    data = bytearray(saved(drawn_head(), "JPEG"))
    place = data.index(b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(data)


REFUSED: dict[str, tuple[bytes, Why]] = {
    "bomb of 50,000 squared": (png(50_000, 50_000, rows=bytes(1_000_000)), Why.LARGE),
    "60,000 by 60": (png(60_000, 60, rows=bytes(180_001 * 60)), Why.LARGE),
    "12,001 by 40": (png(12_001, 40), Why.LARGE),
    "41 megapixels": (png(8_200, 5_000), Why.LARGE),
    "JPEG that claims 65,000 squared": (jpeg_of_claimed_size(65_000, 65_000), Why.LARGE),
    "text bomb": (
        png(40, 40, png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(200_000_000), 1))),
        Why.BROKEN,
    ),
    "profile bomb": (
        png(40, 40, png_chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(50_000_000), 1))),
        Why.BROKEN,
    ),
    "31 by 300": (png(31, 300), Why.SMALL),
    "0 by 0": (png(0, 0), Why.BROKEN),
    "SVG": (b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg"/>', Why.DOCUMENT),
    "XML": (b'  <?xml version="1.0"?><svg/>', Why.DOCUMENT),
    "HTML": (b"<!doctype html><img src=x>", Why.DOCUMENT),
    "EPS": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9", Why.DOCUMENT),
    "PDF": (b"%PDF-1.7\n", Why.DOCUMENT),
    "GIF": (saved(drawn_head(), "GIF"), Why.MOVING),
    "animated GIF": (moving("GIF"), Why.MOVING),
    "animated WebP": (moving("WEBP"), Why.MOVING),
    "animated PNG": (moving("PNG"), Why.MOVING),
    "HEIC": (ftyp(b"heic", b"mif1"), Why.HEIC),
    "HEIC by its second brand": (ftyp(b"abcd", b"mif1", b"heic"), Why.HEIC),
    "AVIF": (ftyp(b"avif", b"miaf"), Why.HEIC),
    "film": (ftyp(b"isom", b"mp42"), Why.FILM),
    "Matroska film": (b"\x1a\x45\xdf\xa3" + bytes(100), Why.FILM),
    "TIFF": (saved(drawn_head(), "TIFF"), Why.OTHER),
    "BMP": (saved(drawn_head(), "BMP"), Why.OTHER),
    "random bytes": (bytes(range(256)) * 40, Why.OTHER),
    "random bytes behind a JPEG's start": (b"\xff\xd8\xff" + bytes(range(256)) * 40, Why.BROKEN),
    "random bytes behind a PNG's start": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), Why.BROKEN),
    "random bytes behind a WebP's start": (b"RIFF\0\0\0\0WEBPVP8 " + bytes(200), Why.BROKEN),
    "half a JPEG": (JPEG[: len(JPEG) // 2], Why.BROKEN),
    "half a PNG": (saved(drawn_head())[:9_00], Why.BROKEN),
    "half a WebP": (saved(drawn_head(), "WEBP")[:2000], Why.BROKEN),
    "nothing": (b"", Why.EMPTY),
    "one byte": (b"\xff", Why.OTHER),
    "16 MB": (b"\xff\xd8\xff" + bytes(16 * 1024 * 1024), Why.HEAVY),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photo_is_refused_at_once_with_its_reason(name: str) -> None:
    upload, why = REFUSED[name]
    started = time.perf_counter()
    with pytest.raises(PhotoRefused) as refused:
        photos.clean(upload)
    assert refused.value.why == why
    assert time.perf_counter() - started < 2
    with pytest.raises(PhotoRefused):
        photos.previews(upload)


def test_an_iphones_owner_is_told_which_setting_to_change() -> None:
    with pytest.raises(PhotoRefused) as refused:
        photos.clean(ftyp(b"heic"))
    assert "Settings → Camera → Formats" in refused.value.sentence
    assert "Most Compatible" in refused.value.sentence


def test_a_refusal_tells_nothing_of_the_file(caplog: pytest.LogCaptureFixture) -> None:
    for upload in (JPEG[:3000], b"CANARY"):
        with pytest.raises(PhotoRefused) as refused:
            photos.clean(upload)
        assert "CANARY" not in refused.value.sentence + caplog.text


def test_a_broken_note_beside_a_picture_does_not_spoil_it() -> None:
    upload = saved(drawn_head(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\xff" * 60)
    assert Image.open(BytesIO(photos.clean(upload).original)).size == (600, 800)
