"""Pictures as cameras and programs send them, with words wherever a format has room for some.

All are made here. Every word begins with CANARY and may come out of nothing. They are small, so
that ten thousand damaged ones are redrawn in minutes; what is large stands in the vault's tests.
"""

from __future__ import annotations

import random
import struct
import zipfile
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from kintrace.vault.tests.camera import drawn_head, phone_exif

EXIF, XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
MORE_XMP = b"http://ns.adobe.com/xmp/extension/\0"
PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    b'tiff:Orientation="6"><dc:source>CANARY-XMP</dc:source></rdf:Description></rdf:RDF>'
    b"</x:xmpmeta>"
)
PROFILE = b"CANARY-PROFILE" * 20
# Where Windows writes what its owner typed: in two bytes a letter.
_XP_COMMENT = 0x9C9C


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    held = BytesIO()
    picture.save(held, kind, **how)
    return held.getvalue()


def seeds() -> dict[str, bytes]:
    """The same bytes in each run, for what comes of them shall be the same."""
    small = drawn_head().resize((150, 200))
    return {**_jpegs(small), **_pngs(small), **_webps(small)}


def _jpegs(small: Image.Image) -> dict[str, bytes]:
    exif = noted(small)
    two = small.resize((64, 80))
    return {
        "a phone’s photo": dressed(saved(grained(small), "JPEG", quality=90), small),
        "progressive, with restarts": dressed(
            saved(small, "JPEG", progressive=True, restart_marker_rows=2), small
        ),
        "for print": dressed(saved(small.convert("CMYK"), "JPEG"), small),
        "grey": saved(small.convert("L"), "JPEG", exif=exif, comment=b"CANARY-COMMENT"),
        "not thinned": saved(small, "JPEG", subsampling=0, quality=97, exif=exif, xmp=PACKET),
        "two in one": saved(small, "MPO", save_all=True, append_images=[two], exif=exif),
    }


def _pngs(small: Image.Image) -> dict[str, bytes]:
    told = {"pnginfo": texts(), "exif": noted(small), "icc_profile": PROFILE, "dpi": (72, 72)}
    few = small.quantize(16)
    return {
        "PNG": saved(small, "PNG", **told),
        "PNG, not packed": saved(small, "PNG", compress_level=0, **told),
        "PNG of few colours": saved(few, "PNG", transparency=3, **told),
        "PNG, see-through": saved(see_through(small), "PNG", **told),
        "PNG, 16 bits of grey": saved(small.convert("I;16"), "PNG", **told),
    }


def _webps(small: Image.Image) -> dict[str, bytes]:
    told = {"exif": noted(small), "xmp": PACKET, "icc_profile": PROFILE}
    return {
        "WebP": saved(small, "WEBP", **told),
        "WebP, bare": saved(small, "WEBP"),
        "WebP, see-through": saved(see_through(small), "WEBP", **told),
        "WebP without loss": saved(see_through(small), "WEBP", lossless=True, **told),
    }


def see_through(picture: Image.Image) -> Image.Image:
    layered = picture.convert("RGBA")
    layered.putalpha(Image.linear_gradient("L").resize(picture.size))
    return layered


def grained(picture: Image.Image) -> Image.Image:
    """With a small sensor's grain, the same in each run; Pillow's own is another each time."""
    dice = random.Random(7)  # noqa: S311 - the same picture each time
    grain = Image.frombytes("L", picture.size, dice.randbytes(picture.width * picture.height))
    return Image.blend(picture, grain.convert("RGB"), 0.15)


def noted(small: Image.Image) -> bytes:
    """What a phone writes beside its pixels, its small picture included (which Pillow never
    writes): the place where it stood, its maker's note, words in one and two bytes a letter."""
    exif = phone_exif(orientation=6)
    exif[_XP_COMMENT] = "CANARY-TYPED".encode("utf-16-le")
    tiff = bytearray(exif.tobytes().removeprefix(EXIF))
    order = "<" if tiff.startswith(b"II") else ">"
    first = struct.unpack_from(order + "I", tiff, 4)[0]
    entries = struct.unpack_from(order + "H", tiff, first)[0]
    struct.pack_into(order + "I", tiff, first + 2 + 12 * entries, len(tiff))
    thumbnail = saved(small.resize((48, 64)), "JPEG", comment=b"CANARY-THUMBNAIL")
    behind = len(tiff) + 2 + 2 * 12 + 4
    tiff += struct.pack(order + "H", 2)
    for tag, value in ((0x201, behind), (0x202, len(thumbnail))):  # where it lies, how long it is
        tiff += struct.pack(order + "HHII", tag, 4, 1, value)
    return EXIF + bytes(tiff) + bytes(4) + thumbnail


def texts() -> PngInfo:
    """All three kinds of words that a PNG may carry, and its time."""
    words = PngInfo()
    words.add_text("Comment", "CANARY-TEXT")
    words.add_text("Author", "CANARY-PACKED", zip=True)
    words.add_itxt("XML:com.adobe.xmp", PACKET.decode())
    words.add_itxt("Title", "CANARY-PACKED", "en", "CANARY-ITXT", zip=True)
    words.add(b"tIME", struct.pack(">HBBBBB", 2024, 3, 9, 11, 22, 33))
    words.add(b"prVt", b"CANARY-PRIVATE")
    return words


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def dressed(jpeg: bytes, small: Image.Image) -> bytes:
    """A JPEG with everything that was ever seen in front of its tables."""
    return jpeg[:2] + b"".join(segment(*one) for one in _spoken(small)) + jpeg[2:]


def _spoken(small: Image.Image) -> list[tuple[int, bytes]]:
    letters = b"CANARY-IPTC"
    iptc = b"\x1c\x02\x78" + struct.pack(">H", len(letters)) + letters
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc + bytes(len(iptc) % 2)
    tiny = saved(small.resize((32, 40)), "JPEG", comment=b"CANARY-JFXX")
    digest = b"0123456789ABCDEF0123456789ABCDEF" + struct.pack(">II", len(PACKET), 0)
    return [
        (0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\0\0"),
        (0xE0, b"JFXX\0\x10" + tiny),
        (0xE1, noted(small)),
        (0xE1, XMP + PACKET),
        (0xE1, MORE_XMP + digest + PACKET),
        (0xE2, b"ICC_PROFILE\0\1\2" + PROFILE),
        (0xE2, b"ICC_PROFILE\0\2\2" + PROFILE),
        (0xE2, b"FPXR\0CANARY-FLASHPIX"),
        (0xE3, b"META\0\0CANARY-META"),
        (0xEB, b"JP\0\1\0\0\0\1" + struct.pack(">I4s", 30, b"jumb") + b"CANARY-CONTENT-MARK"),
        (0xEC, b"Ducky\0\2\0\x0dCANARY-DUCKY"),
        (0xED, b"Photoshop 3.0\0" + resource),
        *((0xE0 + number, b"CANARY-APP") for number in (4, 5, 6, 7, 8, 9, 10, 15)),
        (0xFE, b"CANARY-COMMENT"),
    ]


def zipped() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(zipfile.ZipInfo("CANARY-ZIP.html"), "CANARY-ZIP")
    return held.getvalue()


TAILS = (
    zipped(),
    b"<html><script>CANARY-HTML</script></html>",
    b"%PDF-1.7\nCANARY-PDF",
    b"<?php CANARY ?>",
    b"CANARY" * 500,
)
