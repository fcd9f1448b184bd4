"""A photo as a phone makes it: everything beside the pixels says too much."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import ExifTags, Image, ImageOps

from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.needles import Planted

SIZE = (900, 1200)
GRAIN = 0.3  # of a camera; what is kept for ever has none, and is small


def snapshot(planted: Planted) -> bytes:
    """A JPEG with planted strings in EXIF, GPS, comment, XMP, colour profile and behind its end."""

    def secret() -> bytes:
        return planted.word(Kind.FILE).encode()

    held = BytesIO()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><name>%b</name></x:xmpmeta>'
    _picture().save(
        held,
        "JPEG",
        quality=88,
        exif=_exif(planted),
        comment=secret(),
        xmp=xmp % planted.own_script(Kind.FILE).encode(),
        icc_profile=secret() * 30,
    )
    return held.getvalue() + b"PK\x03\x04" + secret()


def _picture() -> Image.Image:
    grain = Image.effect_noise(SIZE, 40)
    shade = Image.linear_gradient("L").resize(SIZE)
    return ImageOps.colorize(Image.blend(shade, grain, GRAIN), (60, 50, 45), (215, 200, 180))


def _exif(planted: Planted) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = planted.word(Kind.FILE)
    exif[ExifTags.Base.Artist] = planted.word(Kind.FILE)
    exif[ExifTags.Base.XPAuthor] = planted.own_script(Kind.FILE).encode("utf-16-le")
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.MakerNote] = planted.word(Kind.FILE).encode()
    inner[ExifTags.Base.UserComment] = b"UNICODE\0" + planted.word(Kind.FILE).encode("utf-16-be")
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (34.0, 31.0, 12.5)
    place[ExifTags.GPS.GPSAreaInformation] = planted.word(Kind.FILE).encode()
    return exif
